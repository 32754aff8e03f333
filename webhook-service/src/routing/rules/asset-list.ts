/** Lists a rule can ask: streets and assets of the city by name. Thousands of names, one pass over the words of a text. */
import { CITY_ASSETS } from '../../../../db/seed/routing-rules.ts';
import { plain } from '../../language/normalise.ts';
import { wordGrams, words } from '../../language/tokens.ts';

export interface AssetList {
  size: number;
  /** The longest name on the list that the words of a plain text contain, as it is written in the list; null when none. */
  find(plainText: string): string | null;
}

/** By the name of the list. A list that is not in here does not exist; one without entries exists and is empty. */
export type AssetLists = ReadonlyMap<string, AssetList>;

/** A list that can be searched. Names match without diacritics, on word boundaries. */
export function assetList(names: readonly string[]): AssetList {
  const byWords = new Map<string, string>();
  for (const name of names) {
    const key = words(plain(name)).join(' ');
    if (key && !byWords.has(key)) byWords.set(key, name);
  }
  const longest = Math.max(0, ...[...byWords.keys()].map((key) => key.split(' ').length));
  return {
    size: byWords.size,
    find: (plainText) => {
      const tokens = words(plainText);
      for (let size = Math.min(longest, tokens.length); size > 0; size--) {
        const hit = wordGrams(tokens, size).find((gram) => byWords.has(gram));
        if (hit !== undefined) return byWords.get(hit) ?? null;
      }
      return null;
    },
  };
}

/** Lists by name; the city's own always exists, empty until it is loaded. */
export function assetLists(namesOf: Readonly<Record<string, readonly string[]>>): AssetLists {
  return new Map(Object.entries({ [CITY_ASSETS]: [], ...namesOf }).map(([list, names]) => [list, assetList(names)]));
}

/** No list loaded. */
export const noAssets: AssetLists = assetLists({});

/** What a list is called in a sentence: "danh mục …". */
export function listName(list: string): string {
  return list === CITY_ASSETS ? 'danh mục thành phố quản lý (QĐ 5904/QĐ-UBND)' : `danh mục “${list}”`;
}
