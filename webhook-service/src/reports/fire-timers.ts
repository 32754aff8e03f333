import { asc, inArray } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { claimDueTimers, reportsWithDueTimers, type Timer, type TimerKind } from '../deadlines/timers.ts';
import { TryAgainIn } from '../queues/handlers.ts';
import { announceDelay, noteDueSoon, raiseFurther, raiseOverdue, raiseUnfinished } from './late/late.ts';
import { system } from './lifecycle/roles.ts';
import type { ReportState } from './lifecycle/states.ts';
import { type PerformDeps, perform } from './perform/perform.ts';
import type { Report } from './report.ts';

/** Timers of one transaction: enough to spare round trips, few enough to keep locks short. */
const BATCH = 100;
/** A command takes some tens of milliseconds. */
const BUSY_MS = 200;

export interface FireDeps extends PerformDeps {
  db: Db;
  now: () => Date;
  observe: (kind: TimerKind) => void;
}

/**
 * Fires every timer that is due, in batches of reports nobody else has in hand. @returns how many fired.
 * @throws TryAgainIn when some belong to reports that are locked: whoever holds them will be done in a moment.
 */
export async function fireDueTimers(deps: FireDeps): Promise<number> {
  let fired = 0;
  for (;;) {
    const batch = await deps.db.transaction((tx) => fireBatch(tx, deps.now(), deps));
    for (const timer of batch.fired) deps.observe(timer.kind);
    fired += batch.fired.length;
    if (batch.fired.length > 0) continue;
    if (batch.locked > 0) throw new TryAgainIn(BUSY_MS);
    return fired;
  }
}

async function fireBatch(tx: Tx, now: Date, deps: FireDeps): Promise<{ fired: Timer[]; locked: number }> {
  const ids = await reportsWithDueTimers(tx, now, BATCH);
  if (ids.length === 0) return { fired: [], locked: 0 };
  // Reports before timers, as every command locks them: two of us never wait for each other.
  const rows = await tx
    .select()
    .from(reports)
    .where(inArray(reports.id, ids))
    .orderBy(asc(reports.id))
    .for('update', { skipLocked: true });
  const byId = new Map(rows.map((report) => [report.id, report]));
  const due = await claimDueTimers(tx, now, [...byId.keys()]);
  // Warnings before breaches: after an outage both may be due at once, and the history shall read in order.
  for (const timer of due.toSorted((a, b) => a.runAt.getTime() - b.runAt.getTime() || a.id - b.id)) {
    const report = byId.get(timer.reportId);
    // A timer of a step the report has left is silent, even if it was not cancelled in time.
    if (!report || !actions[timer.kind].states.includes(report.state)) continue;
    byId.set(report.id, await actions[timer.kind].act({ tx, report, timer, now, deps }));
  }
  return { fired: due, locked: ids.length - byId.size };
}

export interface Ringing {
  tx: Tx;
  report: Report;
  timer: Timer;
  now: Date;
  deps: PerformDeps;
}

const HELD: readonly ReportState[] = ['dispatched', 'in_progress'];

/** What each kind of timer does, and in which states it means anything. */
const actions: Readonly<
  Record<TimerKind, { states: readonly ReportState[]; act: (ringing: Ringing) => Promise<Report> }>
> = {
  accept_warn: { states: ['received'], act: noteDueSoon },
  accept_breach: { states: ['received'], act: raiseOverdue },
  answer_warn: { states: HELD, act: noteDueSoon },
  answer_delay: { states: HELD, act: announceDelay },
  answer_breach: { states: HELD, act: raiseOverdue },
  escalation_due: { states: HELD, act: raiseFurther },
  finish_breach: { states: HELD, act: raiseUnfinished },
  wait_timeout: {
    states: ['awaiting_citizen'],
    act: ({ tx, report, now, deps }) => perform(tx, report, { command: { type: 'timeOut' }, actor: system }, now, deps),
  },
  confirm_timeout: {
    states: ['answered'],
    act: ({ tx, report, now, deps }) => perform(tx, report, { command: { type: 'close' }, actor: system }, now, deps),
  },
};
