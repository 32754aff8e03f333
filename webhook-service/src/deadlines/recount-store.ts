import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { type Clock, type ClockKind, encodeClock } from './clock.ts';
import { overdueFrom } from './policy.ts';
import { moveTimers, type TimerKind } from './timers.ts';

/** A due time that moved because the calendar changed. */
export interface MovedClock {
  reportId: number;
  kind: ClockKind;
  round: number;
  from: Date | null;
  to: Date | null;
}

export interface Recounted {
  /** Row of `report_clocks`. */
  id: number;
  reportId: number;
  before: Clock;
  after: Clock;
}

/**
 * Writes clocks that were counted again: their rows, the due times on the reports and the timers, in three statements
 * however many there are. A report is no longer marked late when the due time it was late by has moved past `now`.
 */
export async function storeRecounted(
  tx: Tx,
  recounted: {
    changed: readonly Recounted[];
    reports: readonly { id: number; dueAt: Date | null }[];
    timers: readonly { reportId: number; kind: TimerKind; runAt: Date }[];
    now: Date;
  },
): Promise<MovedClock[]> {
  const { changed, now } = recounted;
  if (changed.length === 0) return [];
  const clocks = changed.map(({ id, after }) => ({ id, clock: encodeClock(after), dueAt: after.dueAt }));
  await tx.execute(sql`
    update report_clocks set clock = counted.clock, due_at = counted."dueAt"
    from jsonb_to_recordset(${JSON.stringify(clocks)}::text::jsonb) as counted(id bigint, clock jsonb, "dueAt" timestamptz)
    where report_clocks.id = counted.id`);
  await moveTimers(tx, recounted.timers, now);

  const moved = changed.filter(({ before, after }) => before.dueAt?.getTime() !== after.dueAt?.getTime());
  const dueBefore = new Map(recounted.reports.map(({ id, dueAt }) => [id, dueAt?.getTime()]));
  const columns = new Map<number, ReportColumns>();
  for (const { reportId, before, after } of moved) {
    const own = columns.get(reportId) ?? { id: reportId };
    columns.set(reportId, { ...own, ...columnsOf(before, after, dueBefore.get(reportId), now) });
  }
  if (columns.size > 0)
    await tx.execute(sql`
      update reports set
        accept_due_at = coalesce(moved.accept, accept_due_at),
        answer_due_at = coalesce(moved.answer, answer_due_at),
        finish_due_at = coalesce(moved.finish, finish_due_at),
        due_at = coalesce(moved."dueAt", due_at),
        overdue_at = case when moved."inTime" then null else overdue_at end
      from jsonb_to_recordset(${JSON.stringify([...columns.values()])}::text::jsonb)
        as moved(id bigint, accept timestamptz, answer timestamptz, finish timestamptz, "dueAt" timestamptz, "inTime" boolean)
      where reports.id = moved.id`);
  return moved.map(({ reportId, before, after }) => ({
    reportId,
    kind: after.kind,
    round: after.round,
    from: before.dueAt,
    to: after.dueAt,
  }));
}

interface ReportColumns extends Partial<Record<ClockKind, Date | null>> {
  id: number;
  dueAt?: Date | null;
  inTime?: boolean;
}

/** `dueAt` of a report is that of one of its clocks, or of something else that waits: it follows the clock it was equal to. */
function columnsOf(before: Clock, after: Clock, reportDue: number | undefined, now: Date): Omit<ReportColumns, 'id'> {
  const column = { [after.kind]: after.dueAt };
  if (!after.dueAt || before.dueAt?.getTime() !== reportDue) return column;
  return { ...column, dueAt: after.dueAt, inTime: now < overdueFrom(after.dueAt) };
}
