/**
 * The three clocks of a report (DESIGN §7): pure functions from clock to clock. Nothing here asks what time it is.
 * A clock that has ended stays as it is, except by `reviveClock`: what was judged stays judged, whatever the calendar says later.
 */
import { type ClockFacts, count } from './clock-count.ts';
import type { Calendars, Clock, ClockKind, Pause } from './clock-types.ts';
import { type ClassPolicy, type DuePolicy, figuresFor, type PriorityClass } from './policy.ts';

export { explainClock } from './clock-explain.ts';
export { decodeClock, encodeClock } from './clock-json.ts';
export { clockTimers, clockWarnAt, delayNoticeAt, isLate } from './clock-late.ts';
export type { Calendars, Clock, ClockKind };

export interface ClockStart {
  policy: DuePolicy;
  priorityClass: PriorityClass;
  categoryCode: string | null;
  round: number;
  at: Date;
  /** Agency whose hours count; null = the city's office week. */
  agencyCode: string | null;
  /** Answer clock of a reopened report. */
  reopened?: boolean;
}

/** Starts a clock. Null when the class has no such clock (`none` is answered by nobody). */
export function startClock(kind: ClockKind, start: ClockStart, calendars: Calendars): Clock | null {
  const { policy, priorityClass, categoryCode } = start;
  const reopened = kind === 'answer' && start.reopened === true;
  const figures = figuresFor(policy, priorityClass, categoryCode);
  const minutes = minutesOf(kind, figures, reopened);
  if (minutes === null) return null;
  const facts = {
    startedAt: start.at,
    minutes,
    mode: figures.clock,
    calendarAgency: start.agencyCode,
    pauses: [],
    extensions: [],
  };
  return {
    kind,
    round: start.round,
    priorityClass,
    categoryCode,
    policyVersion: policy.version,
    ...facts,
    ...count(facts, calendars),
    metAt: null,
    outcome: null,
    ...(reopened && { reopened }),
  };
}

/** Stops counting while the citizen is asked. A clock that is paused already stays as it is. */
export function pauseClock(clock: Clock, at: Date): Clock {
  if (clock.metAt || openPause(clock)) return clock;
  const from = notBefore(clock, at);
  return {
    ...clock,
    pauses: [...clock.pauses, { from, to: null }],
    dueAt: null,
    counted: clock.counted
      .filter((stretch) => stretch.from < from)
      .map((stretch) => (stretch.to > from ? { from: stretch.from, to: from } : stretch)),
  };
}

/** Counts on after a pause. A clock that is not paused stays as it is. */
export function resumeClock(clock: Clock, at: Date, calendars: Calendars): Clock {
  const open = openPause(clock);
  if (clock.metAt || !open) return clock;
  return recounted({ ...clock, pauses: closed(clock.pauses, open.from, at) }, calendars);
}

/** Adds to the allowance (gia hạn). @throws RangeError unless `minutes` is a length of time. */
export function extendClock(clock: Clock, extension: { at: Date; minutes: number }, calendars: Calendars): Clock {
  const { at, minutes } = extension;
  if (!(minutes > 0 && minutes < Number.POSITIVE_INFINITY))
    throw new RangeError(`Not an extension: ${minutes} minutes`);
  if (clock.metAt) return clock;
  return recounted({ ...clock, extensions: [...clock.extensions, { at, minutes }] }, calendars);
}

/** Counts again from the clock's own facts, after the calendar changed. */
export function recountClock(clock: Clock, calendars: Calendars): Clock {
  return clock.metAt ? clock : recounted(clock, calendars);
}

/** Ends a clock: met by what it waited for, or needless. The due time it was judged by stays. The first end counts. */
export function endClock(clock: Clock, end: { at: Date; outcome: 'met' | 'needless' }): Clock {
  return clock.metAt ? clock : { ...clock, metAt: end.at, outcome: end.outcome };
}

/**
 * Sets an ended clock going again: the answer that met it was rejected or returned, a refusal or a merge was taken back.
 * The time since it ended counts as a pause, for the agency had nothing to do. A running clock stays as it is.
 */
export function reviveClock(clock: Clock, at: Date, calendars: Calendars): Clock {
  if (!clock.metAt) return clock;
  return resumeClock(pauseClock({ ...clock, metAt: null, outcome: null }, clock.metAt), at, calendars);
}

export interface Reclass {
  policy: DuePolicy;
  priorityClass: PriorityClass;
  categoryCode: string | null;
  /** When it was raised: the new allowance counts from here, so that nobody is late by a word that came later. Left out: from the start. */
  at?: Date;
}

/**
 * A raised class: the allowance of the new class, in the hours of the same agency; extensions of the old class lapse, for
 * they belonged to it. Never due later than before (a paused clock: if it went on at once); a class that would be, or that
 * has no such clock, leaves the clock as it is. Where the allowance is the same, only the names change.
 */
export function reclassClock(clock: Clock, raise: Reclass, calendars: Calendars): Clock {
  if (clock.metAt) return clock;
  const { policy, priorityClass, categoryCode } = raise;
  const figures = figuresFor(policy, priorityClass, categoryCode);
  const minutes = minutesOf(clock.kind, figures, clock.reopened === true);
  if (minutes === null) return clock;
  const named: Clock = { ...clock, priorityClass, categoryCode, policyVersion: policy.version };
  if (minutes === clock.minutes && figures.clock === clock.mode) return named;
  const at = raise.at ?? clock.startedAt;
  const raised: Clock = {
    ...named,
    startedAt: at,
    minutes,
    mode: figures.clock,
    pauses: clock.pauses.filter(({ to }) => to === null || to > at).map((pause) => beginning(pause, at)),
    extensions: [],
    raised: { from: clock.priorityClass, startedAt: clock.startedAt },
  };
  return dueIfResumed(raised, at, calendars) <= dueIfResumed(clock, at, calendars)
    ? recounted(raised, calendars)
    : clock;
}

function beginning(pause: Pause, at: Date): Pause {
  return pause.from < at ? { ...pause, from: at } : pause;
}

/** When it would be due if an open pause ended at `at`. */
function dueIfResumed(clock: Clock, at: Date, calendars: Calendars): number {
  const open = openPause(clock);
  const pauses = open ? closed(clock.pauses, open.from, at) : clock.pauses;
  return count({ ...clock, pauses }, calendars).dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
}

function recounted<T extends ClockFacts>(clock: T, calendars: Calendars): T & Pick<Clock, 'dueAt' | 'counted'> {
  return { ...clock, ...count(clock, calendars) };
}

function minutesOf(kind: ClockKind, figures: ClassPolicy, reopened: boolean): number | null {
  const { acceptHours, answerHours, reopenHours } = figures;
  if (kind === 'accept') return acceptHours * 60;
  if (kind === 'finish') return answerHours === null ? null : (acceptHours + answerHours) * 60;
  const hours = reopened ? reopenHours : answerHours;
  return hours === null ? null : hours * 60;
}

function openPause({ pauses }: Clock): Pause | null {
  const last = pauses.at(-1);
  return last?.to === null ? last : null;
}

/** The last pause, closed. It cannot end before it began, though the clocks of two machines differ. */
function closed(pauses: readonly Pause[], from: Date, at: Date): Pause[] {
  return [...pauses.slice(0, -1), { from, to: at < from ? from : at }];
}

/** Pauses follow the start and each other, though the clocks of two machines differ. */
function notBefore({ startedAt, pauses }: Clock, at: Date): Date {
  const earliest = pauses.at(-1)?.to ?? startedAt;
  return at < earliest ? earliest : at;
}
