import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { follows, reports } from '../../../../db/schema/index.ts';

/** How many people each report concerns besides its reporter: those whose own was merged into it, and those who follow it. */
export async function followersOf(tx: Tx, reportIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  if (reportIds.length === 0) return counts;
  const count = sql<number>`count(*)::int`;
  const merged = await tx
    .select({ id: reports.mergedIntoId, count })
    .from(reports)
    .where(inArray(reports.mergedIntoId, [...reportIds]))
    .groupBy(reports.mergedIntoId);
  const following = await tx
    .select({ id: follows.reportId, count })
    .from(follows)
    .where(inArray(follows.reportId, [...reportIds]))
    .groupBy(follows.reportId);
  for (const { id, count: more } of [...merged, ...following])
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + more);
  return counts;
}
