import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import type { Clock } from '../deadlines/clock.ts';
import { enqueue } from '../queues/enqueue.ts';
import { system } from './lifecycle/roles.ts';
import { openStates } from './lifecycle/states.ts';
import { loadClocks, saveClocks } from './perform/clock-store.ts';
import { type ClockSetting, clocksAfter, firstClocks } from './perform/clocks-after.ts';
import { dueColumns } from './perform/columns-after.ts';
import { timerFacts } from './perform/perform.ts';
import { setTimers } from './perform/set-timers.ts';
import { dueNow, timersFor } from './perform/timers-for.ts';
import { lockReports, type Report } from './report.ts';

const BATCH = 500;

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
    .limit(BATCH);
  for (const { id } of forgotten) {
    await db.transaction((tx) => enqueue(tx, 'routing.route', { reportId: id }, { key: `report-${id}`, runAt: now }));
  }
  return forgotten.length;
}

/**
 * Arms what is missing (DESIGN §7): a report that waits for a time and has no timer for it. Also gives reports of before
 * the clocks their clocks, counted from what their rows say. @returns how many reports were mended
 */
export async function sweepTimers(
  db: Db,
  deps: { now: Date; setting: (tx: Tx) => Promise<ClockSetting> },
): Promise<number> {
  const unarmed = await db
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        inArray(reports.state, [...openStates, 'answered']),
        sql`${reports.dueAt} is not null`,
        sql`not exists (select 1 from timers where timers.report_id = ${reports.id} and timers.kind = ${TIMER_OF_STATE}
              and (timers.finished_at is null or timers.outcome = 'fired'))`,
      ),
    )
    .orderBy(asc(reports.id))
    .limit(BATCH);
  for (const { id } of unarmed) {
    await db.transaction(async (tx) => {
      const report = (await lockReports(tx, [id])).get(id);
      if (report) await mend(tx, report, deps.now, await deps.setting(tx));
    });
  }
  return unarmed.length;
}

/** The timer without which a report in this state could wait for ever. */
const TIMER_OF_STATE = sql`case ${reports.state} when 'received' then 'accept_breach' when 'awaiting_citizen' then 'wait_timeout'
  when 'answered' then 'confirm_timeout' else 'answer_breach' end`;

async function mend(tx: Tx, report: Report, now: Date, setting: ClockSetting): Promise<void> {
  const stored = await loadClocks(tx, report.id);
  const clocks = stored.length > 0 ? stored : clocksOfRow(report, setting);
  const due = stored.length > 0 ? {} : dueColumns(report, clocks);
  if (stored.length === 0) await saveClocks(tx, report.id, clocks);
  const facts = await timerFacts(tx, { ...report, ...due }, clocks, setting);
  await tx
    .update(reports)
    .set({ ...due, dueAt: dueNow(facts) })
    .where(eq(reports.id, report.id));
  await setTimers(tx, report.id, timersFor(facts), now);
}

/** The clocks a report would have, had it been received with clocks. */
function clocksOfRow(report: Report, setting: ClockSetting): readonly Clock[] {
  const first = firstClocks({ at: report.receivedAt, facts: report }, setting);
  const { dispatchedAt, agencyCode } = report;
  if (!dispatchedAt || !agencyCode) return first;
  const event = {
    type: 'dispatched',
    at: dispatchedAt,
    actor: system,
    isPublic: true,
    reason: null,
    data: { agencyCode },
  };
  return clocksAfter(first, { ...event, type: 'dispatched' }, report, setting);
}
