/** What staff search in: the words of a report without diacritics, so that "ngap nuoc" finds "ngập nước". */
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Db } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { plain } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';

/** Longer reports are rare, and their first page says what they are about. */
const MOST_CHARACTERS = 2_000;

/**
 * Text and place as plain words with a space around each, at most 2 000 characters: ` o ga to 12 lang ha `. The spaces make
 * whole words findable: Vietnamese syllables are short, and `ga` must not find `ngang`. Never empty: an empty column is a
 * report of before it was kept.
 */
export function searchTextOf(text: string, placeText: string | null): string {
  const all = plainWords(`${text} ${placeText ?? ''}`);
  let joined = ' ';
  for (const word of all) {
    if (joined.length + word.length + 1 > MOST_CHARACTERS) break;
    joined += `${word} `;
  }
  return joined;
}

/** The words of a text as they are compared. */
export function plainWords(text: string): string[] {
  return words(plain(text));
}

/**
 * Fills the search text of reports of before it was kept, a chunk per statement. May run anywhere, any number of times.
 * @returns how many were filled; 0 when nothing is left to do.
 */
export async function fillSearchText(db: Db, { chunk = 500 }: { chunk?: number } = {}): Promise<number> {
  let filled = 0;
  for (let after = 0; ; ) {
    const rows = await db
      .select({ id: reports.id, text: reports.text, placeText: reports.placeText })
      .from(reports)
      .where(and(eq(reports.searchText, ''), gt(reports.id, after)))
      .orderBy(asc(reports.id))
      .limit(chunk);
    for (const { id, text, placeText } of rows) {
      await db
        .update(reports)
        .set({ searchText: searchTextOf(text, placeText) })
        .where(and(eq(reports.id, id), eq(reports.searchText, '')));
      filled += 1;
    }
    if (rows.length < chunk) return filled;
    after = rows.at(-1)?.id ?? after;
  }
}
