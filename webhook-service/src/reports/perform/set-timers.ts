import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { timers } from '../../../../db/schema/index.ts';
import { armTimers, cancelTimers, type TimerKind } from '../../deadlines/timers.ts';

/**
 * Makes the armed timers of a report exactly the wanted ones: moves, arms, silences. One that has fired for the same time
 * stays fired, so that setting them again after an unrelated change repeats nothing.
 */
export async function setTimers(
  tx: Tx,
  reportId: number,
  wanted: ReadonlyMap<TimerKind, Date>,
  now: Date,
): Promise<void> {
  const rows = await tx.select().from(timers).where(eq(timers.reportId, reportId));
  const known = new Map(rows.map((row) => [row.kind, row]));
  const toArm = [...wanted].filter(([kind, runAt]) => {
    const row = known.get(kind);
    return row?.runAt.getTime() !== runAt.getTime() || row.outcome === 'cancelled';
  });
  const toCancel = rows.filter((row) => row.finishedAt === null && !wanted.has(row.kind)).map(({ kind }) => kind);
  if (toCancel.length > 0) await cancelTimers(tx, reportId, toCancel, now);
  if (toArm.length > 0)
    await armTimers(
      tx,
      reportId,
      toArm.map(([kind, runAt]) => ({ kind, runAt })),
    );
}
