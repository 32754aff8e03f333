import { overdueFrom, warnAt } from '../deadlines/policy.ts';
import type { ReportState } from '../reports/lifecycle/states.ts';
import type { ReportView } from './report-view.ts';

/**
 * Where a report stands against its due time. `paused`: the citizen's reply is waited for; `confirming`: their word on the
 * result is; `over`: nothing is due any more, or nothing was.
 */
export type Standing = 'on_time' | 'due_soon' | 'late' | 'paused' | 'confirming' | 'over';

const standingOf: Readonly<Record<ReportState, 'running' | 'paused' | 'confirming' | 'over'>> = {
  received: 'running',
  dispatched: 'running',
  in_progress: 'running',
  awaiting_citizen: 'paused',
  answered: 'confirming',
  closed_confirmed: 'over',
  closed_unconfirmed: 'over',
  refused: 'over',
  merged: 'over',
  withdrawn: 'over',
};

/** By the clock, not by whether the timer has fired already: a page must not say "on time" a minute too long. */
export function standing({ state, dueAt, clock }: Pick<ReportView, 'state' | 'dueAt' | 'clock'>, now: Date): Standing {
  const mode = standingOf[state];
  if (mode !== 'running') return mode;
  if (dueAt === null) return 'over';
  const due = new Date(dueAt);
  if (now.getTime() >= overdueFrom(due).getTime()) return 'late';
  if (!clock) return 'on_time';
  const counted = clock.counted.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
  return now.getTime() >= warnAt({ dueAt: due, minutes: clock.minutes, counted }).getTime() ? 'due_soon' : 'on_time';
}
