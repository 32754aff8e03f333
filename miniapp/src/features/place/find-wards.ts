import { plain } from '../../i18n/plain.ts';

export interface ListedWard {
  code: string;
  /** "phường Láng". */
  name: string;
  /** Old wards and districts it was made of. */
  oldNames: readonly string[];
}

export interface FoundWard<Ward extends ListedWard> {
  ward: Ward;
  /** The old names by which it was found; empty when its own name was meant. */
  formerly: readonly string[];
}

/**
 * Wards whose name, or the old name of a part of them, has all the words; without diacritics. Those whose own name begins so come
 * first, those known by an old name last. Nothing typed: all, as they are given.
 */
export function findWards<Ward extends ListedWard>(wards: readonly Ward[], typed: string): FoundWard<Ward>[] {
  const wanted = plain(typed);
  if (!wanted) return wards.map((ward) => ({ ward, formerly: [] }));
  const words = wanted.split(' ');
  const hasAll = (name: string) => {
    const parts = plain(name).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  const ranked = wards.flatMap((ward) => {
    const formerly = ward.oldNames.filter(hasAll);
    if (hasAll(ward.name)) return [{ found: { ward, formerly: [] }, rank: bare(ward.name).startsWith(wanted) ? 0 : 1 }];
    if (formerly.length === 0) return [];
    return [{ found: { ward, formerly }, rank: formerly.some((name) => plain(name).includes(wanted)) ? 2 : 3 }];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ found }) => found);
}

/** "phường Láng" → "lang": nobody begins with the kind. */
function bare(name: string): string {
  return plain(name).replace(/^(phuong|xa) /u, '');
}
