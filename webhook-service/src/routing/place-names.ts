/** Place words in free text: a ward, an old name, a typed address. A name only suggests, a pin decides (domain-hanoi §4.2). */
import { tidy } from '../language/normalise.ts';
import { nameBookAt } from './place-dictionary.ts';
import { longestPhrase, type PlaceToken, placeTokens } from './place-tokens.ts';
import { addressSpan } from './typed-address.ts';
import {
  INTRODUCES,
  type NameAnswer,
  type NameCertainty,
  type WardMention,
  wardCodes,
  wardMentions,
} from './ward-mentions.ts';

export interface FoundPlace {
  ward?: {
    /** The likeliest ward. */
    code: string;
    /**
     * `named`: a name of today with its kind, or alone and without a double. `old-name`: a unit or district that is no
     * more. `ambiguous`: may mean several things; ask.
     */
    certainty: NameCertainty;
    /** Likeliest first, always with `code`. */
    candidates: string[];
  };
  /** The address as typed. */
  address?: string;
  /** What is left without the place words; empty when the message is only a place. */
  residual: string;
}

/** Finds what a text says about where, by the names in force at a moment (left out: now). */
export function findPlace(text: string, at?: Date): FoundPlace {
  const line = tidy(text);
  const tokens = placeTokens(line);
  const mentions = wardMentions(tokens, nameBookAt(at));
  const taken = new Set(mentions.flatMap(({ from, to }) => range(from, to)));
  const address = addressSpan(tokens, taken);
  for (const { from, to } of address ? [...mentions, address] : mentions) {
    for (const index of range(introducedFrom(tokens, from), to)) taken.add(index);
  }
  const ward = wardOf(mentions);
  return {
    ...(ward ? { ward } : {}),
    ...(address ? { address: typed(line, tokens, address.from, address.to) } : {}),
    residual: residualOf(line, tokens, taken),
  };
}

/**
 * One answer from all mentions. A district beside an old unit narrows it ("phường Minh Khai, Bắc Từ Liêm"), two different
 * wards stay open. Null when the text names no place.
 */
export function readMentions(mentions: readonly WardMention[]): NameAnswer | null {
  const named = mentions.filter(({ role }) => role === 'unit');
  const beside = mentions.filter((mention) => mention.role !== 'unit' && isAround(mention, named));
  const districts = new Set(beside.flatMap((mention) => mention.asDistricts));
  const rest = mentions.filter(
    (mention) => !beside.includes(mention) && (named.length === 0 || mention.role !== 'district'),
  );
  const answers = rest.map((mention) => mention.narrowedTo(districts));
  const names = answers.flatMap((answer) => answer.names);
  if (names.length === 0) return null;
  const [certainty, ...others] = new Set(answers.map((answer) => answer.certainty));
  const agreed =
    others.length === 0 && certainty !== undefined && (certainty !== 'named' || wardCodes(names).length === 1);
  return { certainty: agreed ? certainty : 'ambiguous', names };
}

function wardOf(mentions: readonly WardMention[]): FoundPlace['ward'] {
  const answer = readMentions(mentions);
  if (!answer) return undefined;
  const candidates = wardCodes(answer.names);
  const [code] = candidates;
  return code === undefined ? undefined : { code, certainty: answer.certainty, candidates };
}

/** True when a mention can be the district around one of the named units. */
function isAround(mention: WardMention, named: readonly WardMention[]): boolean {
  return named.some((unit) => mention.asDistricts.some((district) => unit.districts.includes(district)));
}

/** Takes "ở", "tại", "khu vực" before a place with it. */
function introducedFrom(tokens: readonly PlaceToken[], from: number): number {
  for (const size of [3, 2, 1]) {
    const phrase = from >= size ? longestPhrase(tokens, from - size, LEADS) : null;
    if (phrase?.length === size) return introducedFrom(tokens, from - size);
  }
  return from;
}

function typed(line: string, tokens: readonly PlaceToken[], from: number, to: number): string {
  return line.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

function residualOf(line: string, tokens: readonly PlaceToken[], taken: ReadonlySet<number>): string {
  const kept = tokens.map((_, index) => index).filter((index) => !taken.has(index));
  if (kept.every((index) => isFiller(tokens, index))) return '';
  let rest = '';
  let at = 0;
  tokens.forEach((token, index) => {
    if (!taken.has(index)) return;
    rest += line.slice(at, token.start);
    at = token.end;
  });
  rest += line.slice(at);
  return tidy(
    rest
      .replace(/\(\s*\)/gu, '')
      .replace(/\s+([,.;:!?])/gu, '$1')
      .replace(/([,;:])(?:\s*[,;:])+/gu, '$1'),
  ).replace(/^[\s,.;:-]+|[\s,;:-]+$/gu, '');
}

/** Words around a place that are not a report: "dạ ở đây ạ", "em ở", "Hà Nội". */
function isFiller(tokens: readonly PlaceToken[], index: number): boolean {
  return [0, 1].some((back) => {
    const phrase = longestPhrase(tokens, index - back, FILLERS);
    return phrase !== null && phrase.length > back;
  });
}

const LEADS = [...INTRODUCES, 'trên', 'trong', 'qua', 'đoạn qua', 'ngay'];

const FILLERS = [
  'ở',
  'tại',
  'dạ',
  'vâng',
  'ạ',
  'nhé',
  'nha',
  'à',
  'đây',
  'đó',
  'là',
  'thuộc',
  'gần',
  'khu vực',
  'địa chỉ',
  'chỗ',
  'đoạn',
  'em',
  'tôi',
  'mình',
  'anh',
  'chị',
  'nhà',
  'e',
  'a',
  'ad',
  'thì',
  'hà nội',
  'hn',
  'thành phố',
  'tp',
  'việt nam',
  'vn',
  'cũ',
  'mới',
  'nay',
  'trên',
  'trong',
  'của',
  'phường',
  'xã',
  'p',
  'x',
  'địa bàn',
  'vị trí',
  'nơi',
  'xảy ra',
  'chắc',
  'hình như',
  'khoảng',
  'ngay',
  'sự việc',
  'quận',
  'huyện',
  'nhà em',
  'và',
  'bên',
  'phía',
  'nó',
];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
