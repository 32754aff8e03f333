/**
 * Working time (giờ làm việc) in Hà Nội: domain-hanoi §2.6.
 *
 * Counting rules:
 * - The clock starts at the moment of receipt; outside working hours, at the next working moment (§2.2).
 * - Spans are half open: 12:00 is no longer working time when the lunch break starts at 12:00. Time used up exactly at
 *   the end of a span is due there, not after the break.
 * - Milliseconds are kept: a report received at 16:30:20 uses 29 min 40 s of a span ending at 17:00. Nothing is rounded,
 *   so adding in parts gives the same due time as adding at once. People are shown minutes, and are judged by minutes:
 *   see `overdueFrom` in `policy.ts`.
 */
import {
  DAY_MINUTES,
  dayNumberAt,
  type LocalDate,
  localDateOf,
  MINUTE_MS,
  startOfDay,
  weekdayOf,
} from './calendar-day.ts';

/** Part of a day in minutes after local midnight, `from` included, `to` excluded; `to` may be 1440. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** A day that differs from its weekday: no spans = off. `name` is Vietnamese, for `explain`. */
export interface SpecialDay {
  readonly name: string;
  readonly spans: readonly DaySpan[];
}

/** Plain data (JSON). Spans are sorted and do not overlap: `buildCalendar` checks it. */
export interface Calendar {
  /** Spans of each weekday, index 0 = Sunday … 6 = Saturday. */
  readonly week: readonly (readonly DaySpan[])[];
  readonly specialDays: Readonly<Record<LocalDate, SpecialDay>>;
}

/** A stretch of time, `from` included, `to` excluded. */
export interface Interval {
  from: Date;
  to: Date;
}

export interface WorkingTime {
  dueAt: Date;
  /** What was counted, in order; stretches that touch (24×7 at midnight) are one. */
  counted: Interval[];
}

/** No real calendar is closed so long; a longer search is a mistake in the data, not a holiday. */
export const MAX_CLOSED_DAYS = 400;

export class NoWorkingTimeError extends Error {
  readonly code = 'calendar_no_working_time';

  constructor(from: LocalDate) {
    super(`The calendar has no working time in the ${MAX_CLOSED_DAYS} days from ${from}`);
    this.name = 'NoWorkingTimeError';
  }
}

/** Spans in which this local day is worked. */
export function spansOfDay(calendar: Calendar, dayNumber: number): readonly DaySpan[] {
  const special = calendar.specialDays[localDateOf(dayNumber)];
  return special?.spans ?? calendar.week[weekdayOf(dayNumber)] ?? [];
}

/**
 * The instant at which `minutes` of working time have passed since `start`. Nought minutes are due at `start` itself.
 * Costs one step per day.
 * @throws RangeError when `minutes` is negative or not finite, or `start` is no date.
 * @throws NoWorkingTimeError when the calendar is closed for 400 days on end.
 */
export function addWorkingTime(calendar: Calendar, start: Date, minutes: number): WorkingTime {
  if (!(minutes >= 0 && minutes < Number.POSITIVE_INFINITY))
    throw new RangeError(`Not a length of time: ${minutes} minutes`);
  let left = Math.round(minutes * MINUTE_MS);
  const counted: Interval[] = [];
  if (left === 0) return { dueAt: new Date(assertTime(start)), counted };

  for (const [from, to] of workingIntervals(calendar, assertTime(start))) {
    const end = Math.min(to, from + left);
    append(counted, from, end);
    left -= end - from;
    if (left === 0) return { dueAt: new Date(end), counted };
  }
  throw new Error('unreachable: working intervals have no end');
}

/** Working time inside `[from, to)`, stretch by stretch; empty when `to` is not after `from`. */
export function workingIntervalsBetween(calendar: Calendar, from: Date, to: Date): Interval[] {
  const end = assertTime(to);
  const counted: Interval[] = [];
  for (let day = dayNumberAt(assertTime(from)); startOfDay(day) < end; day++) {
    for (const [open, close] of intervalsOfDay(calendar, day)) {
      const start = Math.max(open, from.getTime());
      const stop = Math.min(close, end);
      if (start < stop) append(counted, start, stop);
    }
  }
  return counted;
}

/** Working minutes from `from` to `to`, with fractions; negative when `to` is before `from` (how late something is). */
export function workingMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  if (to.getTime() < from.getTime()) return 0 - workingMinutesBetween(calendar, to, from);
  const total = workingIntervalsBetween(calendar, from, to).reduce(
    (sum, interval) => sum + interval.to.getTime() - interval.from.getTime(),
    0,
  );
  return total / MINUTE_MS;
}

export function isWorkingTime(calendar: Calendar, at: Date): boolean {
  const epochMs = assertTime(at);
  return intervalsOfDay(calendar, dayNumberAt(epochMs)).some(([open, close]) => open <= epochMs && epochMs < close);
}

/**
 * `at` itself when it is working time, otherwise the start of the next span.
 * @throws NoWorkingTimeError when the calendar is closed for 400 days on end.
 */
export function nextWorkingMoment(calendar: Calendar, at: Date): Date {
  for (const [from] of workingIntervals(calendar, assertTime(at))) return new Date(from);
  throw new Error('unreachable: working intervals have no end');
}

/** Working intervals from an instant on, without end; epoch ms. */
function* workingIntervals(calendar: Calendar, startMs: number): Generator<[number, number], void> {
  let closedDays = 0;
  for (let day = dayNumberAt(startMs); closedDays <= MAX_CLOSED_DAYS; day++) {
    closedDays++;
    for (const [open, close] of intervalsOfDay(calendar, day)) {
      if (close <= startMs) continue;
      closedDays = 0;
      yield [Math.max(open, startMs), close];
    }
  }
  throw new NoWorkingTimeError(localDateOf(dayNumberAt(startMs)));
}

function intervalsOfDay(calendar: Calendar, dayNumber: number): [number, number][] {
  const midnight = startOfDay(dayNumber);
  return spansOfDay(calendar, dayNumber).map((span) => [
    midnight + span.from * MINUTE_MS,
    midnight + Math.min(span.to, DAY_MINUTES) * MINUTE_MS,
  ]);
}

function append(counted: Interval[], from: number, to: number): void {
  const last = counted.at(-1);
  if (last && last.to.getTime() === from) last.to = new Date(to);
  else counted.push({ from: new Date(from), to: new Date(to) });
}

function assertTime(at: Date): number {
  const epochMs = at.getTime();
  if (Number.isNaN(epochMs)) throw new RangeError('Not a date');
  return epochMs;
}
