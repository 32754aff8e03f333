/** Loading a list that rules ask, such as the city's assets: the new content takes the place of the old. */
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { assetLists } from '../../../../db/schema/index.ts';
import { CITY_ASSETS } from '../../../../db/seed/routing-rules.ts';
import { AppError } from '../../errors.ts';
import { plain, tidy } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';

/** One insert stays far below PostgreSQL's 65 535 parameters. */
const PORTION = 5_000;

/**
 * Replaces a list. Names that differ only in diacritics, case or spaces are one. Loading the same again changes nothing.
 * @returns how many names the list has now. @throws AppError 422 `asset_names_invalid` for names without letters, and for
 * emptying any list but the city's: rules that ask an absent list would fail.
 */
export async function loadAssets(
  tx: Tx,
  list: string,
  names: readonly string[],
  { source, now }: { source: string; now: Date },
): Promise<number> {
  const byPlainName = new Map<string, string>();
  for (const name of names.map(tidy)) {
    const plainName = words(plain(name)).join(' ');
    if (!plainName) throw invalid(`Tên “${name.slice(0, 80)}” không có chữ nào.`);
    if (!byPlainName.has(plainName)) byPlainName.set(plainName, name);
  }
  if (byPlainName.size === 0 && list !== CITY_ASSETS) throw invalid('Danh mục phải có ít nhất một tên.');
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`asset_list:${list}`}, 0))`);
  await tx.delete(assetLists).where(eq(assetLists.list, list));
  const rows = [...byPlainName].map(([plainName, name]) => ({ list, name, plainName, source, loadedAt: now }));
  for (let from = 0; from < rows.length; from += PORTION)
    await tx.insert(assetLists).values(rows.slice(from, from + PORTION));
  return byPlainName.size;
}

function invalid(detail: string): AppError {
  return new AppError({ code: 'asset_names_invalid', status: 422, detail });
}
