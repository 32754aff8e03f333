import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../../../db/client.ts';
import { duplicateSuggestions, reports } from '../../../../db/schema/index.ts';
import { joinableStates } from './candidates.ts';
import { findDuplicates } from './find-duplicates.ts';

/** Suggestions kept per search; a dispatcher looks at a handful. */
const KEPT = 5;

/**
 * Job `duplicates.find`: looks for duplicates of a report and keeps what it finds, one row per pair, the newer report
 * pointing to the older. Repeating it, also after a change of category or place, renews the open ones; what a person has
 * decided stays decided. @returns the number of duplicates found.
 */
export async function suggestDuplicates(reportId: number, { db, now }: { db: Db; now: () => Date }): Promise<number> {
  const at = now();
  return db.transaction(async (tx) => {
    const [report] = await tx.select().from(reports).where(eq(reports.id, reportId));
    if (!report || !joinableStates.some((state) => state === report.state)) return 0;
    const found = await findDuplicates(tx, report, { now: at, limit: KEPT });
    if (found.length === 0) return 0;
    // In one order everywhere, so that two searches that meet wait for each other instead of failing.
    const rows = found
      .map(({ other, score, because }) => ({ ...newerFirst(report.id, other.id), score, because, foundAt: at }))
      .sort((one, two) => one.reportId - two.reportId || one.otherId - two.otherId);
    await tx
      .insert(duplicateSuggestions)
      .values(rows)
      .onConflictDoUpdate({
        target: [duplicateSuggestions.reportId, duplicateSuggestions.otherId],
        set: { score: sql`excluded.score`, because: sql`excluded.because`, foundAt: sql`excluded.found_at` },
        setWhere: sql`${duplicateSuggestions.state} = 'open'`,
      });
    return rows.length;
  });
}

/** One row per pair: the newer report may be merged into the older one. */
export function newerFirst(one: number, two: number): { reportId: number; otherId: number } {
  return { reportId: Math.max(one, two), otherId: Math.min(one, two) };
}
