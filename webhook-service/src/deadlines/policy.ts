/**
 * Due times by priority class (domain-hanoi §2.2). The figures and how sure we are of each stand in
 * `db/seed/priority-policy.ts`: accept ≤ 8 working hours and urgent ≤ 4 working hours come from QĐ 1207/QĐ-UBND
 * 28/02/2025; the shorter acceptance, the 24×7 clock, 40 and 120 working hours are our assumptions (A).
 */
import {
  PRIORITY_POLICY_VERSION,
  type PriorityClass,
  type PriorityPolicy,
  priorityPolicy,
} from '../../../db/seed/priority-policy.ts';
import { addWorkingTime, type Calendar, type Interval } from './calendar.ts';
import { WALL_CLOCK } from './calendar-build.ts';
import { MINUTE_MS } from './calendar-day.ts';

export type { PriorityClass };

export interface DuePolicy {
  readonly version: string;
  readonly classes: Readonly<Record<PriorityClass, Pick<PriorityPolicy, 'acceptHours' | 'answerHours' | 'clock'>>>;
}

/** A due time with all that is needed to explain it later, even when policy or calendar have changed since. */
export interface DueTime {
  dueAt: Date;
  startedAt: Date;
  /** Minutes allowed, on the clock below. */
  minutes: number;
  clock: PriorityPolicy['clock'];
  counted: Interval[];
  priorityClass: PriorityClass;
  policyVersion: string;
}

export const currentDuePolicy: DuePolicy = { version: PRIORITY_POLICY_VERSION, classes: priorityPolicy };

/** When the report must be accepted: read, verified, classified, dispatched. Counts from receipt. */
export function acceptDue(
  policy: DuePolicy,
  priorityClass: PriorityClass,
  receivedAt: Date,
  calendar: Calendar,
): DueTime {
  return due(policy, priorityClass, policy.classes[priorityClass].acceptHours, receivedAt, calendar);
}

/**
 * When the agency must answer. Counts from dispatch, so that an agency cannot gain time by accepting late.
 * Null when the class has no answer clock (`none`: outside our scope, redirected only).
 */
export function answerDue(
  policy: DuePolicy,
  priorityClass: PriorityClass,
  dispatchedAt: Date,
  calendar: Calendar,
): DueTime | null {
  const hours = policy.classes[priorityClass].answerHours;
  return hours === null ? null : due(policy, priorityClass, hours, dispatchedAt, calendar);
}

/**
 * When to warn before a due time: once 75 % of the time is used, at least one counted hour before the end, but never
 * before half of it is used (a warning that comes with the task is noise). On our assumptions (A): 1 h → 30 min before,
 * 2 and 4 h → 1 h, 8 h → 2 h, 40 h → 10 h, 120 h → 30 h before. Counted backwards through the counted intervals, so a
 * warning falls into working time; where it would ring as people leave, it rings when they come back.
 */
export function warnAt({ dueAt, minutes, counted }: Pick<DueTime, 'dueAt' | 'minutes' | 'counted'>): Date {
  let lead = Math.min(Math.max(minutes / 4, 60), minutes / 2) * MINUTE_MS;
  for (const { from, to } of counted.toReversed()) {
    const length = to.getTime() - from.getTime();
    if (lead <= length) return new Date(to.getTime() - lead);
    lead -= length;
  }
  return new Date(counted[0]?.from ?? dueAt);
}

/**
 * The first instant that is late. People see and promise minutes, and an answer at exactly the due minute is on time
 * (§2.2), so the whole due minute is still on time: due 16:30:20 or 16:30:00 → late from 16:31:00.
 */
export function overdueFrom(dueAt: Date): Date {
  return new Date((Math.floor(dueAt.getTime() / MINUTE_MS) + 1) * MINUTE_MS);
}

export function isOnTime(dueAt: Date, doneAt: Date): boolean {
  return doneAt.getTime() < overdueFrom(dueAt).getTime();
}

function due(
  policy: DuePolicy,
  priorityClass: PriorityClass,
  hours: number,
  startedAt: Date,
  calendar: Calendar,
): DueTime {
  const { clock } = policy.classes[priorityClass];
  const minutes = hours * 60;
  return {
    ...addWorkingTime(clock === '24x7' ? WALL_CLOCK : calendar, startedAt, minutes),
    startedAt,
    minutes,
    clock,
    priorityClass,
    policyVersion: policy.version,
  };
}
