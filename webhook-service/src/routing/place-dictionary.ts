/** Finds names of wards, of units and districts that ended on 30/06/2025, and of wards that a later map ended (§4.1, §4.2). */
import { adminUnits } from '../../../db/seed/admin-units.ts';
import { plain } from '../language/normalise.ts';
import { erasFrom, type WardEra } from './boundaries/era.ts';
import { type PlaceName, placeNamesOf } from './place-name-list.ts';
import type { PlaceToken } from './place-tokens.ts';
import type { MapUnit } from './ward-map.ts';

export type { PlaceName, UnitKind } from './place-name-list.ts';

/** The names of one era, by their words without diacritics. */
export interface NameBook {
  byPlainName: ReadonlyMap<string, readonly PlaceName[]>;
  /** Words of the longest name. */
  longest: number;
  /** Wards in force, by code. */
  wards: ReadonlyMap<string, MapUnit>;
}

/** The longest names that start at `index`; several when the spelling leaves it open. */
export function namesAt(
  tokens: readonly PlaceToken[],
  index: number,
  book: NameBook,
): { names: PlaceName[]; length: number } | null {
  for (let length = Math.min(book.longest, tokens.length - index); length > 0; length -= 1) {
    const slice = tokens.slice(index, index + length);
    if (slice.slice(1).some((token) => !token.joined)) continue;
    const spelled = book.byPlainName.get(slice.map((token) => token.plain).join(' '));
    const names = spelled?.filter((name) => slice.every((token, i) => token.bare || token.canonical === name.words[i]));
    if (!names?.length) continue;
    const exact = names.filter((name) => slice.every((token, i) => token.canonical === name.words[i]));
    return { names: exact.length > 0 ? exact : names, length };
  }
  return null;
}

/** The names of an era. */
export function nameBookOf(era: WardEra): NameBook {
  const names = placeNamesOf(era);
  const byPlainName = new Map<string, PlaceName[]>();
  for (const name of names) {
    const key = name.words.map(plain).join(' ');
    byPlainName.set(key, [...(byPlainName.get(key) ?? []), name]);
  }
  return {
    byPlainName,
    longest: Math.max(...names.map((name) => name.words.length)),
    wards: new Map(era.map.units.map((unit) => [unit.code, unit])),
  };
}

/** A book and the moment (epoch ms) from which it holds. */
export interface DatedNameBook {
  from: number;
  book: NameBook;
}

const base: DatedNameBook = {
  from: Number.NEGATIVE_INFINITY,
  book: nameBookOf(erasFrom({ units: adminUnits, boundaries: null }, [])[0]),
};
let later: readonly DatedNameBook[] = [];
let current = base.book;

/** Takes note of the names of later ward maps, oldest first, replacing what was noted before; `now` tells which hold. */
export function learnNameBooks(books: readonly DatedNameBook[], now: Date): void {
  later = books;
  current = nameBookAt(now);
}

/** The names in force at a moment; left out: at the moment the books were last noted. */
export function nameBookAt(at?: Date): NameBook {
  if (!at) return current;
  return later.findLast(({ from }) => from <= at.getTime())?.book ?? base.book;
}
