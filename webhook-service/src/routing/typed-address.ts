/** Finds the address a citizen typed: "đầu ngõ 106 Hoàng Quốc Việt", "trước số 12 phố Láng Hạ", "ngã tư Vọng". */
import { isWord, longestPhrase, type PlaceToken } from './place-tokens.ts';
import { familyNames, knownStreets } from './streets.ts';

export interface Span {
  /** Token indices, `to` exclusive. */
  from: number;
  to: number;
}

/** The stretch of tokens that names the address best, or null. `taken` marks words of ward names. */
export function addressSpan(tokens: readonly PlaceToken[], taken: ReadonlySet<number>): Span | null {
  let best: (Span & { pieces: number }) | null = null;
  for (let from = 0; from < tokens.length; from += 1) {
    if (taken.has(from)) continue;
    const chain = pieceChain(tokens, from, taken);
    if (chain && chain.pieces > (best?.pieces ?? 0)) best = chain;
    if (chain) from = chain.to - 1;
  }
  return best && { from: withRelation(tokens, best.from, taken), to: best.to };
}

/** True when the word before a name makes it a street or landmark, not a ward: "phố Láng", "hồ Hoàn Kiếm". */
export function isStreetWord(tokens: readonly PlaceToken[], index: number): boolean {
  return [...STREET, ...LANE, ...JUNCTION, ...LANDMARK].some((phrase) => {
    const size = phrase.split(' ').length;
    return longestPhrase(tokens, index - size + 1, [phrase]) !== null;
  });
}

const STREET = ['phố', 'đường', 'đại lộ', 'đg', 'tuyến đường', 'tuyến phố', 'quốc lộ', 'tỉnh lộ', 'vành đai'];
const LANE = ['ngõ', 'ngách', 'hẻm', 'kiệt', 'ngo'];
const NUMBERED = ['số nhà', 'nhà số', 'số', 'kilomet', 'km', 'tổ', 'tổ dân phố', 'xóm', 'khu', 'lô', 'tòa'];
const JUNCTION = ['ngã tư', 'ngã ba', 'ngã năm', 'ngã sáu', 'ngã 3', 'ngã 4', 'ngã 5', 'vòng xuyến', 'nút giao', 'nút'];
const LANDMARK = [
  'cầu vượt',
  'cầu',
  'hầm',
  'hầm chui',
  'chợ',
  'hồ',
  'chùa',
  'đền',
  'đình',
  'nhà thờ',
  'công viên',
  'vườn hoa',
  'khu đô thị',
  'kđt',
  'chung cư',
  'tòa nhà',
  'tòa',
  'trường',
  'trường tiểu học',
  'trường thcs',
  'trường thpt',
  'trường mầm non',
  'trường cấp 1',
  'trường cấp 2',
  'trường cấp 3',
  'trường đại học',
  'đại học',
  'bệnh viện',
  'bv',
  'bến xe',
  'ga',
  'nhà ga',
  'ga metro',
  'khu tập thể',
  'tập thể',
  'ktt',
  'siêu thị',
  'sân vận động',
  'sân bay',
  'thôn',
  'xóm',
  'làng',
  'khu công nghiệp',
  'cụm công nghiệp',
  'kcn',
  'bãi',
  'đê',
  'bờ sông',
  'sông',
  'khu',
];
const RELATION = [
  'đối diện',
  'trước cửa',
  'trước cổng',
  'trước mặt',
  'trước nhà',
  'trước',
  'phía trước',
  'gần',
  'cạnh',
  'bên cạnh',
  'sát',
  'sau',
  'đằng sau',
  'phía sau',
  'đầu',
  'cuối',
  'giữa',
  'góc',
  'chân',
  'gầm',
  'cổng',
  'lối vào',
  'đoạn',
  'đoạn qua',
  'khu vực',
  'vỉa hè',
  'dọc',
  'ven',
  'quanh',
  'đường gom',
  'nhà',
];

/** Pieces side by side: "số 12" "ngõ 106" "phố Láng Hạ". Commas and a few small words may stand between. */
function pieceChain(
  tokens: readonly PlaceToken[],
  from: number,
  taken: ReadonlySet<number>,
): (Span & { pieces: number }) | null {
  let to = from;
  let pieces = 0;
  for (;;) {
    const start = pieces > 0 ? skipLink(tokens, to) : to;
    if (taken.has(start)) break;
    const length = pieceLength(tokens, start, pieces > 0);
    if (length === 0) break;
    to = start + length;
    pieces += 1;
  }
  const only = pieces === 1 && isWord(tokens[from], 'số') && !isWord(tokens[from + 1], 'nhà');
  return pieces > 0 && !only ? { from, to, pieces } : null;
}

function skipLink(tokens: readonly PlaceToken[], index: number): number {
  const link = longestPhrase(tokens, index, [
    'giao với',
    'giao',
    'với',
    'trên',
    'thuộc',
    'đoạn',
    'gần',
    'đối diện',
    'cạnh',
    'sau',
    'trước',
  ]);
  return index + (link?.length ?? 0);
}

/** Words taken by one piece at `index`, 0 when none starts here. After a first piece a bare name counts too. */
function pieceLength(tokens: readonly PlaceToken[], index: number, following: boolean): number {
  const kind = isWord(tokens[index - 1], 'thành') ? null : longestPhrase(tokens, index, ALL_HEADS);
  if (!kind && following) return tokens[index]?.joined ? nameLength(tokens, index, false) : 0;
  if (!kind) return houseLength(tokens, index);
  const { phrase, length } = kind;
  const next = index + length;
  const number = numberLength(tokens, next);
  if (number > 0 && TAKES_NUMBER.has(phrase)) return length + number;
  if (number > 0 && STREET.includes(phrase) && tokens[next]?.joined) return length + number;
  if (NUMBERED.includes(phrase) && !LANDMARK.includes(phrase)) return 0;
  if (!tokens[next]?.joined) return 0;
  const name = nameLength(tokens, next, STREET.includes(phrase) || JUNCTION.includes(phrase) || LANE.includes(phrase));
  return name > 0 ? length + name : 0;
}

const ALL_HEADS = [...STREET, ...LANE, ...NUMBERED, ...JUNCTION, ...LANDMARK];
const TAKES_NUMBER = new Set([...LANE, ...NUMBERED, 'quốc lộ', 'tỉnh lộ', 'vành đai', 'đại lộ', 'thôn']);

/** "12 Láng Hạ": a number right before a well-known street. */
function houseLength(tokens: readonly PlaceToken[], index: number): number {
  const number = numberLength(tokens, index);
  const street = number > 0 && tokens[index + number]?.joined ? knownStreetLength(tokens, index + number) : 0;
  return street > 1 ? number + street : 0;
}

/** "12", "12A", "12/34". */
function numberLength(tokens: readonly PlaceToken[], index: number): number {
  if (!tokens[index]?.digits) return 0;
  if (COUNTED.some((word) => isWord(tokens[index + 1], word))) return 0;
  let length = 1;
  while (tokens[index + length]?.digits && isSlashJoined(tokens, index + length)) length += 1;
  return length;
}

/** "ngõ 3 tháng nay không ai dọn": three months, not lane 3. */
const COUNTED = ['tháng', 'ngày', 'tuần', 'năm', 'giờ', 'hôm', 'người', 'lần', 'cái', 'xe', 'mét', 'm'];

function isSlashJoined(tokens: readonly PlaceToken[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return before !== undefined && token !== undefined && !token.joined && token.start - before.end === 1;
}

/** Words of a proper name: capitals in a row, or, in text without capitals, a known street or a person's name. */
function nameLength(tokens: readonly PlaceToken[], index: number, streetHead: boolean): number {
  let length = 0;
  while (length < 6 && tokens[index + length]?.capital && (length === 0 || tokens[index + length]?.joined)) {
    if (length > 0 && longestPhrase(tokens, index + length, ALL_HEADS)?.length === 2) break;
    length += 1;
  }
  if (length === 1 && longestPhrase(tokens, index, ALL_HEADS)) return 0;
  if (length > 0) return length;
  const known = knownStreetLength(tokens, index);
  if (known > 0) return known;
  const first = tokens[index];
  if (!streetHead || !first || !familyNames.has(first.plain)) return 0;
  const rest = tokens
    .slice(index + 1, index + 3)
    .findIndex((token) => !token.joined || token.digits || STOP.has(token.plain));
  return rest === 0 ? 0 : 1 + (rest < 0 ? Math.min(2, tokens.length - index - 1) : rest);
}

function knownStreetLength(tokens: readonly PlaceToken[], index: number): number {
  for (let size = 4; size > 0; size -= 1) {
    const slice = tokens.slice(index, index + size);
    if (slice.length === size && knownStreets.has(slice.map((token) => token.plain).join(' '))) return size;
  }
  return 0;
}

const STOP = new Set(
  'bi co dang rat qua roi khong ngay tu den mat hong ngap rac duoc ma la thi va nhieu cho ai nay kia xe nguoi luc sang chieu toi dem het tac o lun nut vo do day'.split(
    ' ',
  ),
);

/** Takes "trước", "đối diện", "đầu" … into the address: they are part of where it is. */
function withRelation(tokens: readonly PlaceToken[], from: number, taken: ReadonlySet<number>): number {
  for (const size of [2, 1]) {
    const start = from - size;
    if (start < 0 || taken.has(start)) continue;
    const relation = longestPhrase(tokens, start, RELATION);
    if (relation?.length === size && tokens[from]?.joined) return withRelation(tokens, start, taken);
  }
  return from;
}
