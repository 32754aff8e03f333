/** When a clock warns, when the citizen is told of a delay, and when it is late. */
import { allowanceMs, countedMs } from './clock-count.ts';
import type { Clock } from './clock-types.ts';
import { isOnTime, momentBeforeEnd, overdueFrom, warnAt, warnLead } from './policy.ts';
import type { TimerKind } from './timers.ts';

/** 10 % of the time, at least half an hour: enough to write to people before it happens (A; domain-hanoi §6.2 rule 6). */
const DELAY_SHARE = 0.1;
const DELAY_MINUTES = 30;

/**
 * Was the clock late at `at`, or when it ended, if that was before? The whole due minute is on time (§2.2). A pause does
 * not cure what was late before it; a clock that became needless is late for nobody.
 */
export function isLate(clock: Clock, at: Date): boolean {
  if (clock.outcome === 'needless') return false;
  const due = clock.dueAt ?? usedUpAt(clock);
  if (!due) return false;
  return !isOnTime(due, clock.metAt && clock.metAt < at ? clock.metAt : at);
}

/** When to warn the agency (`warnAt`), measured on the time last given. Null while paused and once ended. May lie in the past. */
export function clockWarnAt(clock: Clock): Date | null {
  if (!clock.dueAt || clock.metAt) return null;
  return warnAt({ dueAt: clock.dueAt, minutes: lastAllowance(clock), counted: clock.counted });
}

/**
 * When to tell the citizen that the answer will be late, before it is: with 10 % of the time left, at least 30 counted
 * minutes where there is room for them, never before the warning. Null while paused and once ended.
 */
export function delayNoticeAt(clock: Clock): Date | null {
  if (!clock.dueAt || clock.metAt) return null;
  const minutes = lastAllowance(clock);
  const lead = Math.min(Math.max(minutes * DELAY_SHARE, DELAY_MINUTES), warnLead(minutes));
  return momentBeforeEnd(clock.counted, lead) ?? clock.dueAt;
}

/** The timers of a clock, none while it is paused or ended. Some may lie in the past: what has rung need not ring again. */
export function clockTimers(clock: Clock): { kind: TimerKind; runAt: Date }[] {
  const warn = clockWarnAt(clock);
  const delay = delayNoticeAt(clock);
  if (!clock.dueAt || !warn || !delay) return [];
  const late = overdueFrom(clock.dueAt);
  if (clock.kind === 'finish') return [{ kind: 'finish_breach', runAt: late }];
  if (clock.kind === 'accept')
    return [
      { kind: 'accept_warn', runAt: warn },
      { kind: 'accept_breach', runAt: late },
    ];
  return [
    { kind: 'answer_warn', runAt: warn },
    { kind: 'answer_delay', runAt: delay },
    { kind: 'answer_breach', runAt: late },
  ];
}

/** The last extension, or the whole allowance: a warning fits what was given last, or it would ring with the extension. */
function lastAllowance({ minutes, extensions }: Clock): number {
  return extensions.at(-1)?.minutes ?? minutes;
}

/** Where the time ran out before the pause that lasts; null when some is left. */
function usedUpAt(clock: Clock): Date | null {
  return countedMs(clock.counted) === allowanceMs(clock) ? (clock.counted.at(-1)?.to ?? null) : null;
}
