/** Mentions of wards, old units and old districts in a message, and what each can mean. */
import { type NameBook, namesAt, type PlaceName, type UnitKind } from './place-dictionary.ts';
import { isWord, longestPhrase, type PlaceToken } from './place-tokens.ts';
import { isStreetWord } from './typed-address.ts';

export type NameCertainty = 'named' | 'old-name' | 'ambiguous';

export interface NameAnswer {
  certainty: NameCertainty;
  /** The names it can stand for, likeliest first. */
  names: readonly PlaceName[];
}

export interface WardMention {
  /** Token indices, `to` exclusive. */
  from: number;
  to: number;
  /** `unit`: named with its kind. `district`: an old district. `name`: bare, may be either. */
  role: 'unit' | 'district' | 'name';
  /** Old districts the named units lie in. */
  districts: string[];
  /** The old districts it names, if it can be read as one. */
  asDistricts: string[];
  /** What it means when these old districts are named beside it. */
  narrowedTo(districts: ReadonlySet<string>): NameAnswer;
}

/** Explicit mentions ("phường Láng", "q. Đống Đa"), and bare names where nothing else explains them. */
export function wardMentions(tokens: readonly PlaceToken[], book: NameBook): WardMention[] {
  const mentions: WardMention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const mention = explicitMention(tokens, index, book) ?? bareMention(tokens, index, book);
    if (!mention) continue;
    mentions.push(mention);
    index = mention.to - 1;
  }
  return mentions;
}

/** Wards the names stand for, each once, likeliest first. */
export function wardCodes(names: readonly PlaceName[]): string[] {
  return [...new Set(names.flatMap((name) => name.wardCodes))];
}

const UNIT_WORDS: Record<string, UnitKind> = {
  phường: 'phuong',
  p: 'phuong',
  xã: 'xa',
  x: 'xa',
  'thị trấn': 'thi_tran',
  tt: 'thi_tran',
  quận: 'quan',
  q: 'quan',
  huyện: 'huyen',
  h: 'huyen',
  'thị xã': 'thi_xa',
  tx: 'thi_xa',
};
const UNIT_PHRASES = Object.keys(UNIT_WORDS);

function explicitMention(tokens: readonly PlaceToken[], index: number, book: NameBook): WardMention | null {
  const unit = longestPhrase(tokens, index, UNIT_PHRASES);
  const kind = unit && UNIT_WORDS[unit.phrase];
  const found = unit && namesAt(tokens, index + unit.length, book);
  if (!kind || !found) return null;
  const isDistrict = kind === 'quan' || kind === 'huyen' || kind === 'thi_xa';
  const level = found.names.filter((name) => (name.level === 'old-district') === isDistrict);
  if (level.length === 0) return null;
  const sameKind = level.filter((name) => name.kind === kind);
  const names = sameKind.length > 0 ? sameKind : level;
  const meaning = (districts: ReadonlySet<string>) => explicitAnswer(names, sameKind.length > 0, districts);
  return mention(index, index + unit.length + found.length, names, isDistrict ? 'district' : 'unit', meaning);
}

/**
 * With its kind a name of today is meant as such, unless a district beside it points to an old one (xã Hòa Phú, Ứng Hòa).
 * Where an old unit of the same kind and name lay elsewhere altogether, both stay open: it may be an address of before.
 */
function explicitAnswer(names: readonly PlaceName[], sameKind: boolean, districts: ReadonlySet<string>): NameAnswer {
  const fitting = inDistricts(names, districts);
  const today = fitting.filter((name) => name.level === 'ward');
  if (today.length === 0) return { certainty: sameKind ? 'old-name' : 'ambiguous', names: fitting };
  const codesOfToday = new Set(wardCodes(today));
  const elsewhere = fitting.filter((name) => !name.wardCodes.some((code) => codesOfToday.has(code)));
  const sure = sameKind && today.length === 1 && elsewhere.length === 0;
  return { certainty: sure ? 'named' : 'ambiguous', names: [...today, ...elsewhere] };
}

function bareMention(tokens: readonly PlaceToken[], index: number, book: NameBook): WardMention | null {
  const found = namesAt(tokens, index, book);
  if (!found) return null;
  const to = index + found.length;
  const alone = isAlone(tokens, index, to);
  if (!alone && !standsOut(tokens, index, to)) return null;
  const onlyDistrict = found.names.every((name) => name.level === 'old-district');
  const meaning = (districts: ReadonlySet<string>) => bareAnswer(found.names, alone, districts);
  return mention(index, to, found.names, onlyDistrict ? 'district' : 'name', meaning);
}

/** Alone it answers "which ward?"; where the name has a double, all are offered, today's ward first. */
function bareAnswer(names: readonly PlaceName[], alone: boolean, districts: ReadonlySet<string>): NameAnswer {
  const fitting = inDistricts(names, districts);
  const today = fitting.filter((name) => name.level === 'ward');
  if (today.length === 0) return { certainty: 'old-name', names: fitting };
  const all = [...today, ...fitting.filter((name) => name.level !== 'ward')];
  return { certainty: alone && wardCodes(all).length === 1 ? 'named' : 'ambiguous', names: all };
}

/** Nothing but small words around it: "Láng", "em ở Láng ạ". */
function isAlone(tokens: readonly PlaceToken[], from: number, to: number): boolean {
  return tokens.every((token, index) => (index >= from && index < to) || SMALL.some((word) => isWord(token, word)));
}

const SMALL = [
  'ở',
  'tại',
  'dạ',
  'vâng',
  'ạ',
  'nhé',
  'à',
  'là',
  'em',
  'tôi',
  'mình',
  'nhà',
  'bên',
  'khu',
  'thuộc',
  'hà',
  'nội',
  'hn',
  'cũ',
  'tp',
  'e',
  'ad',
];

/** In a longer text: after "ở", "tại", "thuộc" … or a comma, written as a name, not the start of a longer one, not a street. */
function standsOut(tokens: readonly PlaceToken[], from: number, to: number): boolean {
  const [before, first, after] = [tokens[from - 1], tokens[from], tokens[to]];
  if (!before || !first || isStreetWord(tokens, from - 1) || before.digits) return false;
  const introduced = INTRODUCES.some((phrase) => {
    const size = phrase.split(' ').length;
    return longestPhrase(tokens, from - size, [phrase]) !== null;
  });
  if (!introduced && first.joined) return false;
  if (tokens.slice(from, to).every((token) => token.capital)) return !(after?.joined && after.capital);
  return introduced && first.joined && to - from > 1 && !after?.joined;
}

/** Words that introduce a place. */
export const INTRODUCES = ['ở', 'tại', 'thuộc', 'khu vực', 'địa bàn', 'khu', 'trên địa bàn', 'bên', 'quanh khu'];

function mention(
  from: number,
  to: number,
  names: readonly PlaceName[],
  role: WardMention['role'],
  narrowedTo: WardMention['narrowedTo'],
): WardMention {
  const districts = names.flatMap((name) => name.districts);
  const asDistricts = names.flatMap((name) => (name.level === 'old-district' ? name.districts : []));
  return { from, to, role, districts: [...new Set(districts)], asDistricts, narrowedTo };
}

/** The names that lie in one of the districts; all of them when none does or no district is given. */
function inDistricts(names: readonly PlaceName[], districts: ReadonlySet<string>): readonly PlaceName[] {
  const inside = names.filter((name) => name.districts.some((district) => districts.has(district)));
  return inside.length > 0 ? inside : names;
}
