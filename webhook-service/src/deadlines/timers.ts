import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { timers } from '../../../db/schema/index.ts';
import { wakeRelay } from '../queues/enqueue.ts';

export type TimerKind = (typeof timers.$inferSelect)['kind'];
export type Timer = typeof timers.$inferSelect;

/** Writes timers of a report in the transaction that set its due times; arming one again moves it. */
export async function armTimers(tx: Tx, reportId: number, wanted: { kind: TimerKind; runAt: Date }[]): Promise<void> {
  for (const { kind, runAt } of wanted) {
    const rearmed = {
      runAt,
      version: sql`${timers.version} + 1`,
      queuedAt: null,
      finishedAt: null,
      failedAt: null,
      outcome: null,
    };
    await tx
      .insert(timers)
      .values({ reportId, kind, runAt })
      .onConflictDoUpdate({ target: [timers.reportId, timers.kind], set: rearmed });
  }
  await wakeRelay(tx);
}

/** Silences timers whose matter is settled. A job that still rings for one finds nothing to do. */
export async function cancelTimers(tx: Tx, reportId: number, kinds: TimerKind[], now: Date): Promise<void> {
  await tx
    .update(timers)
    .set({ finishedAt: now, outcome: 'cancelled' })
    .where(and(eq(timers.reportId, reportId), inArray(timers.kind, kinds), isNull(timers.finishedAt)));
}

/** Reports that have a timer due, the most overdue first. Locks nothing: reports are locked before their timers, always. */
export async function reportsWithDueTimers(tx: Tx, now: Date, limit: number): Promise<number[]> {
  const due = await tx
    .select({ reportId: timers.reportId })
    .from(timers)
    .where(and(lte(timers.runAt, now), isNull(timers.finishedAt), isNull(timers.failedAt)))
    .orderBy(timers.runAt)
    .limit(limit);
  return [...new Set(due.map(({ reportId }) => reportId))];
}

/**
 * Claims the due timers of reports whose rows are locked: compare-and-set on the row, so that an alarm that rings twice, or
 * on two workers, acts once. Whatever is due fires with the first alarm, in batches, which is what keeps a hundred
 * thousand of one minute affordable.
 */
export async function claimDueTimers(tx: Tx, now: Date, reportIds: readonly number[]): Promise<Timer[]> {
  if (reportIds.length === 0) return [];
  return tx
    .update(timers)
    .set({ finishedAt: now, outcome: 'fired' })
    .where(
      and(
        inArray(timers.reportId, [...reportIds]),
        lte(timers.runAt, now),
        isNull(timers.finishedAt),
        isNull(timers.failedAt),
      ),
    )
    .returning();
}

/**
 * Moves timers, many at once, after due times were counted again. One that waits moves; one that has rung rings again only
 * for a time still to come, so that nobody is warned twice of the same; one that was silenced, or never armed, stays so.
 */
export async function moveTimers(
  tx: Tx,
  moves: readonly { reportId: number; kind: TimerKind; runAt: Date }[],
  now: Date,
): Promise<void> {
  if (moves.length === 0) return;
  await tx.execute(sql`
    update timers set run_at = moved."runAt", version = timers.version + 1,
      queued_at = null, finished_at = null, failed_at = null, error_code = null, outcome = null
    from jsonb_to_recordset(${JSON.stringify(moves)}::text::jsonb) as moved("reportId" bigint, kind text, "runAt" timestamptz)
    where timers.report_id = moved."reportId" and timers.kind = moved.kind and timers.run_at <> moved."runAt"
      and (timers.finished_at is null or (timers.outcome = 'fired' and moved."runAt" > ${now.toISOString()}::timestamptz))`);
  await wakeRelay(tx);
}
