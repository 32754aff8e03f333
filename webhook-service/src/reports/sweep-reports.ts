import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { enqueue } from '../queues/enqueue.ts';

/** Finds received reports that are neither in the tray nor about to be routed, and routes them: never nowhere. */
export async function sweepReports(
  db: Db,
  { now, staleAfterMs }: { now: Date; staleAfterMs: number },
): Promise<number> {
  const forgotten = await db
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        eq(reports.state, 'received'),
        isNull(reports.traySince),
        lt(reports.receivedAt, new Date(now.getTime() - staleAfterMs)),
        sql`not exists (select 1 from jobs where jobs.key = 'routing.route:report-' || ${reports.id} and jobs.finished_at is null and jobs.failed_at is null)`,
      ),
    )
    .limit(500);
  for (const { id } of forgotten) {
    await db.transaction((tx) => enqueue(tx, 'routing.route', { reportId: id }, { key: `report-${id}`, runAt: now }));
  }
  return forgotten.length;
}
