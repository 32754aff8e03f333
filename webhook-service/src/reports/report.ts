import { inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';

/** A report as it is stored. */
export type Report = typeof reports.$inferSelect;

/** Locks reports for the transaction, always in the order of their ids, so that two of us cannot wait for each other. */
export async function lockReports(tx: Tx, ids: readonly number[]): Promise<Map<number, Report>> {
  const rows = await tx
    .select()
    .from(reports)
    .where(inArray(reports.id, [...ids]))
    .orderBy(reports.id)
    .for('update');
  return new Map(rows.map((report) => [report.id, report]));
}
