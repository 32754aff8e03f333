import { asc, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { claimDueTimers, type Timer, type TimerKind } from '../deadlines/timers.ts';
import { announceDelay, noteDueSoon, raiseFurther, raiseOverdue, raiseUnfinished } from './late/late.ts';
import { system } from './lifecycle/roles.ts';
import type { ReportState } from './lifecycle/states.ts';
import { type PerformDeps, perform } from './perform/perform.ts';
import type { Report } from './report.ts';

/** Timers of one transaction: enough to spare round trips, few enough to keep locks short. */
const BATCH = 100;

export interface FireDeps extends PerformDeps {
  db: Db;
  now: () => Date;
  observe: (kind: TimerKind) => void;
}

/** Fires every timer that is due. @returns how many fired. */
export async function fireDueTimers(deps: FireDeps): Promise<number> {
  let fired = 0;
  for (;;) {
    const batch = await deps.db.transaction((tx) => fireBatch(tx, deps.now(), deps));
    for (const timer of batch) deps.observe(timer.kind);
    fired += batch.length;
    if (batch.length < BATCH) return fired;
  }
}

async function fireBatch(tx: Tx, now: Date, deps: FireDeps): Promise<Timer[]> {
  const due = await claimDueTimers(tx, now, BATCH);
  if (due.length === 0) return [];
  const ids = [...new Set(due.map((timer) => timer.reportId))];
  const rows = await tx.select().from(reports).where(inArray(reports.id, ids)).orderBy(asc(reports.id)).for('update');
  const byId = new Map(rows.map((report) => [report.id, report]));
  // Warnings before breaches: after an outage both may be due at once, and the history shall read in order.
  for (const timer of due.toSorted((a, b) => a.runAt.getTime() - b.runAt.getTime() || a.id - b.id)) {
    const report = byId.get(timer.reportId);
    // A timer of a step the report has left is silent, even if it was not cancelled in time.
    if (!report || !actions[timer.kind].states.includes(report.state)) continue;
    byId.set(report.id, await actions[timer.kind].act({ tx, report, timer, now, deps }));
  }
  return due;
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
