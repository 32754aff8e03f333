/** What a text says about where, in a form that can be compared: numbered places ("ngõ 106") and names of streets. */
import { knownStreets } from '../../routing/streets.ts';

export interface PlaceKeys {
  /** Head → numbers, e.g. `ngo` → `106`, `12/3`. Plain. */
  numbered: ReadonlyMap<string, ReadonlySet<string>>;
  /** Plain names of known streets. */
  streets: ReadonlySet<string>;
}

/** What people call a numbered place; key is the plain word. */
export const numberedHeads: Readonly<Record<string, string>> = {
  ngo: 'ngõ',
  ngach: 'ngách',
  hem: 'hẻm',
  so: 'số',
  toa: 'tòa',
  to: 'tổ',
  km: 'km',
  thon: 'thôn',
  xom: 'xóm',
  lo: 'lô',
};

/** Reads the keys of a plain text with abbreviations written out. */
export function placeKeysOf(plainText: string): PlaceKeys {
  const tokens = plainText.match(/[a-z\d]+(?:\/\d+[a-z]?)*/gu) ?? [];
  const numbered = new Map<string, Set<string>>();
  const streets = new Set<string>();
  for (let index = 0; index < tokens.length; index += 1) {
    const size = streetLength(tokens, index);
    if (size === 0) continue;
    streets.add(tokens.slice(index, index + size).join(' '));
    // "12 Láng Hạ" is number 12, as "số 12 Láng Hạ" is.
    const before = tokens[index - 1];
    if (before && NUMBER.test(before) && !numberedHeads[headAt(tokens, index - 2)]) add(numbered, 'so', before);
    index += size - 1;
  }
  tokens.forEach((token, index) => {
    const number = tokens[index + 1];
    const head = token === 'nha' ? 'so' : token;
    if (!numberedHeads[head] || !number || !NUMBER.test(number)) return;
    if (!COUNTED.has(tokens[index + 2] ?? '')) add(numbered, head, number);
  });
  return { numbered, streets };
}

/** Numbered places both texts name, as people write them: "ngõ 106". */
export function sharedNumbers(a: PlaceKeys, b: PlaceKeys): string[] {
  return [...a.numbered].flatMap(([head, numbers]) =>
    [...numbers].filter((number) => b.numbered.get(head)?.has(number)).map((n) => `${numberedHeads[head]} ${n}`),
  );
}

/** Street names both texts give, plain. */
export function sharedStreets(a: PlaceKeys, b: PlaceKeys): string[] {
  return [...a.streets].filter((street) => b.streets.has(street));
}

/** True when both name places of one kind and none of them is the same: another lane, a house well down the street. */
export function namesOtherPlace(a: PlaceKeys, b: PlaceKeys): boolean {
  return [...a.numbered].some(([head, mine]) => {
    const theirs = b.numbered.get(head);
    return theirs !== undefined && ![...mine].some((one) => [...theirs].some((other) => mayBeOne(head, one, other)));
  });
}

/** True when both name streets and none of them is the same. */
export function namesOtherStreet(a: PlaceKeys, b: PlaceKeys): boolean {
  return a.streets.size > 0 && b.streets.size > 0 && sharedStreets(a, b).length === 0;
}

/** House numbers this far apart may still be two neighbours looking at one thing: some 20 m of a street of tube houses. */
const NEIGHBOURS = 8;

function mayBeOne(head: string, one: string, other: string): boolean {
  if (one === other) return true;
  return head === 'so' && Math.abs(Number.parseInt(one, 10) - Number.parseInt(other, 10)) <= NEIGHBOURS;
}

/** "12", "12a", "12/3", "hh2". */
const NUMBER = /^(?:[a-z]{0,2}\d+[a-z]?)(?:\/\d+[a-z]?)*$/u;
/** "ngõ 3 tháng nay không ai dọn" is three months, "số 2 lần" a count. */
const COUNTED = new Set('thang ngay tuan nam gio hom nguoi lan cai xe met m tang phut ho nha'.split(' '));
/** Before a street of one word, which could be any word ("lang", "hue"). */
const STREET_WORDS = new Set('pho duong cau dai nga tu ba'.split(' '));

function streetLength(tokens: readonly string[], index: number): number {
  for (let size = 4; size > 1; size -= 1) {
    const slice = tokens.slice(index, index + size);
    if (slice.length === size && knownStreets.has(slice.join(' '))) return size;
  }
  const [before, token] = [tokens[index - 1], tokens[index]];
  return token && before && STREET_WORDS.has(before) && knownStreets.has(token) ? 1 : 0;
}

function headAt(tokens: readonly string[], index: number): string {
  const token = tokens[index] ?? '';
  return token === 'nha' ? 'so' : token;
}

function add(map: Map<string, Set<string>>, head: string, number: string): void {
  map.set(head, (map.get(head) ?? new Set()).add(number));
}
