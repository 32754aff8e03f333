/** Counts a clock from its own facts: the time of its calendar since the start, less the pauses, until the allowance is used. */
import { addWorkingTime, type Calendar, type Interval, workingIntervalsBetween } from './calendar.ts';
import { WALL_CLOCK } from './calendar-build.ts';
import { MINUTE_MS } from './calendar-day.ts';
import type { Calendars, Clock } from './clock-types.ts';

export type ClockFacts = Pick<Clock, 'startedAt' | 'minutes' | 'mode' | 'calendarAgency' | 'pauses' | 'extensions'>;

/** What is allowed in all, in ms. */
export function allowanceMs({ minutes, extensions }: Pick<Clock, 'minutes' | 'extensions'>): number {
  const total = extensions.reduce((sum, extension) => sum + extension.minutes, minutes);
  return Math.round(total * MINUTE_MS);
}

/** Counted time in ms. */
export function countedMs(counted: readonly Interval[]): number {
  return counted.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
}

/**
 * Due time and counted stretches. A due time reached before a pause stays there: what is late is not made good by asking
 * the citizen. `dueAt` is null while the last pause lasts.
 * @throws NoWorkingTimeError when the calendar is closed for 400 days on end.
 */
export function count(facts: ClockFacts, calendars: Calendars): Pick<Clock, 'dueAt' | 'counted'> {
  const calendar = facts.mode === '24x7' ? WALL_CLOCK : calendars.of(facts.calendarAgency);
  const counted: Interval[] = [];
  let left = allowanceMs(facts);
  let from = facts.startedAt;
  for (const pause of facts.pauses) {
    left -= take(counted, workingIntervalsBetween(calendar, from, pause.from), left);
    if (pause.to === null) return { dueAt: null, counted };
    from = pause.to;
  }
  take(counted, countOn(calendar, from, left), left);
  return { dueAt: endOf(counted, facts.startedAt), counted };
}

function countOn(calendar: Calendar, from: Date, leftMs: number): Interval[] {
  return addWorkingTime(calendar, from, leftMs / MINUTE_MS).counted;
}

/** Moves stretches into `counted` until `left` ms are used. @returns ms used. */
function take(counted: Interval[], stretches: Interval[], left: number): number {
  let used = 0;
  for (const { from, to } of stretches) {
    if (used === left) break;
    const length = Math.min(to.getTime() - from.getTime(), left - used);
    const end = new Date(from.getTime() + length);
    const last = counted.at(-1);
    // A pause outside working hours, or of no length, parts nothing.
    if (last && last.to.getTime() === from.getTime()) last.to = end;
    else counted.push({ from, to: end });
    used += length;
  }
  return used;
}

function endOf(counted: readonly Interval[], startedAt: Date): Date {
  return new Date(counted.at(-1)?.to ?? startedAt);
}
