import { type Clock, type ClockKind, clockTimers } from '../../deadlines/clock.ts';
import { overdueFrom } from '../../deadlines/policy.ts';
import type { TimerKind } from '../../deadlines/timers.ts';
import type { ReportState } from '../lifecycle/states.ts';
import { clockOf } from './clocks-after.ts';

export interface TimerFacts {
  state: ReportState;
  clocks: readonly Clock[];
  /** Until when the citizen is waited for; null when nothing is asked. */
  waitDueAt: Date | null;
  /** Until when the citizen can confirm or reopen; null when there is no answer. */
  confirmDueAt: Date | null;
  /** Until when the superior who was told of a delay must act; null when nobody was. */
  escalationDueAt: Date | null;
}

/**
 * Every timer a report needs in its state, and no other: each way out that time alone opens has one (domain-hanoi G1).
 * Derived from the report, so that a sweep can tell whether what is armed is what should be.
 */
export function timersFor({
  state,
  clocks,
  waitDueAt,
  confirmDueAt,
  escalationDueAt,
}: TimerFacts): Map<TimerKind, Date> {
  const wanted = new Map<TimerKind, Date>();
  const add = (kind: TimerKind, runAt: Date | null | undefined) => {
    if (runAt) wanted.set(kind, runAt);
  };
  const ofClock = (kind: ClockKind) => {
    const clock = clockOf(clocks, kind);
    for (const timer of clock ? clockTimers(clock) : []) wanted.set(timer.kind, timer.runAt);
  };
  switch (state) {
    case 'received':
      ofClock('accept');
      break;
    case 'dispatched':
    case 'in_progress':
      ofClock('answer');
      ofClock('finish');
      add('escalation_due', escalationDueAt && overdueFrom(escalationDueAt));
      break;
    case 'awaiting_citizen':
      add('wait_timeout', waitDueAt && overdueFrom(waitDueAt));
      break;
    case 'answered':
      add('confirm_timeout', confirmDueAt && overdueFrom(confirmDueAt));
      break;
    default:
      break;
  }
  return wanted;
}

/** The due time that counts now, for lists; null when nothing is due or nobody is waited for. */
export function dueNow({ state, clocks, waitDueAt, confirmDueAt }: TimerFacts): Date | null {
  switch (state) {
    case 'received':
      return clockOf(clocks, 'accept')?.dueAt ?? null;
    case 'dispatched':
    case 'in_progress':
      return clockOf(clocks, 'answer')?.dueAt ?? null;
    case 'awaiting_citizen':
      return waitDueAt;
    case 'answered':
      return confirmDueAt;
    default:
      return null;
  }
}
