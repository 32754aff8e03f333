/**
 * Due times by priority class (domain-hanoi §2.2). The figures and how sure we are of each stand in
 * `db/seed/priority-policy.ts`; what is in force is a row of `due_policies` (see `policy-store.ts`).
 */
import {
  type ClockMode,
  CONFIRM_DAYS,
  PRIORITY_POLICY_VERSION,
  type PriorityClass,
  priorityPolicy,
} from '../../../db/seed/priority-policy.ts';
import { addWorkingTime, type Calendar, type Interval } from './calendar.ts';
import { WALL_CLOCK } from './calendar-build.ts';
import { DAY_MINUTES, MINUTE_MS } from './calendar-day.ts';
import type { Calendars } from './clock-types.ts';
import type { ClassPolicy, DuePolicy } from './policy-schema.ts';

export { extensionAllowed } from './extension.ts';
export type { ClassPolicy, ClockMode, DuePolicy, PriorityClass };

/** A due time with all that is needed to explain it later, even when policy or calendar have changed since. */
export interface DueTime {
  dueAt: Date;
  startedAt: Date;
  /** Minutes allowed, on the clock below. */
  minutes: number;
  clock: ClockMode;
  counted: Interval[];
  priorityClass: PriorityClass;
  policyVersion: string;
}

/** The policy this build brings along: what counts until staff put another into the table. */
export const currentDuePolicy: DuePolicy = {
  version: PRIORITY_POLICY_VERSION,
  classes: {
    emergency: figuresOf('emergency'),
    urgent: figuresOf('urgent'),
    normal: figuresOf('normal'),
    complex: figuresOf('complex'),
    none: figuresOf('none'),
  },
  confirmDays: CONFIRM_DAYS,
};

/** The figures of a class, with those of the category where the policy has some of its own (category × class). */
export function figuresFor(policy: DuePolicy, priorityClass: PriorityClass, categoryCode: string | null): ClassPolicy {
  const figures = policy.classes[priorityClass];
  const override = priorityClass === 'none' ? null : policy.categories?.[categoryCode ?? '']?.[priorityClass];
  if (!override) return figures;
  const { source, ...hours } = override;
  const sources = { ...figures.sources };
  if (hours.acceptHours !== undefined) sources.accept = source;
  if (hours.answerHours !== undefined) sources.answer = source;
  if (hours.reopenHours !== undefined) sources.reopen = source;
  return { ...figures, ...hours, sources };
}

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

/** Until when a question to the citizen waits: a day for urgent classes, five working days of the city otherwise (A). */
export function waitDue(policy: DuePolicy, priorityClass: PriorityClass, askedAt: Date, calendars: Calendars): Date {
  const { hours, clock } = policy.classes[priorityClass].waitHours;
  return addWorkingTime(clock === '24x7' ? WALL_CLOCK : calendars.of(null), askedAt, hours * 60).dueAt;
}

/** Until when the citizen may confirm or reopen after the answer: whole days of 24 hours, days off included (A). */
export function confirmDue(policy: DuePolicy, answeredAt: Date): Date {
  return new Date(answeredAt.getTime() + policy.confirmDays * DAY_MINUTES * MINUTE_MS);
}

/** Until when the superior must have acted on an escalation, in the hours of that agency (null = the office week). A. */
export function escalationDue(
  policy: DuePolicy,
  priorityClass: PriorityClass,
  raisedAt: Date,
  calendars: Calendars,
  agency: string | null,
): Date {
  const { escalationHours, clock } = policy.classes[priorityClass];
  return addWorkingTime(clock === '24x7' ? WALL_CLOCK : calendars.of(agency), raisedAt, escalationHours * 60).dueAt;
}

/**
 * When to warn before a due time: once 75 % of the time is used, at least one counted hour before the end, but never
 * before half of it is used (a warning that comes with the task is noise). On our assumptions (A): 1 h → 30 min before,
 * 2 and 4 h → 1 h, 8 h → 2 h, 40 h → 10 h, 120 h → 30 h before. Counted backwards through the counted intervals, so a
 * warning falls into working time; where it would ring as people leave, it rings when they come back.
 */
export function warnAt({ dueAt, minutes, counted }: Pick<DueTime, 'dueAt' | 'minutes' | 'counted'>): Date {
  return momentBeforeEnd(counted, warnLead(minutes)) ?? dueAt;
}

/** Counted minutes between the warning and the due time of an allowance. */
export function warnLead(minutes: number): number {
  return Math.min(Math.max(minutes / 4, 60), minutes / 2);
}

/** The last moment at which so many counted minutes are left; the start when there are fewer, null when there are none. */
export function momentBeforeEnd(counted: readonly Interval[], minutes: number): Date | null {
  let lead = minutes * MINUTE_MS;
  for (const { from, to } of counted.toReversed()) {
    const length = to.getTime() - from.getTime();
    if (lead <= length) return new Date(to.getTime() - lead);
    lead -= length;
  }
  const [first] = counted;
  return first ? new Date(first.from) : null;
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

function figuresOf(priorityClass: PriorityClass): ClassPolicy {
  const { nameVi: _, ...figures } = priorityPolicy[priorityClass];
  return figures;
}
