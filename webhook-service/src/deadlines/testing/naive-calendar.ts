/**
 * A second working calendar, as simple and slow as possible: it walks through time step by step and asks of each step
 * whether it is worked. It shares only the data type with `calendar.ts`, so that the two can check each other.
 */
import type { Calendar, Interval } from '../calendar.ts';

const MINUTE_MS = 60_000;

/** Is the step that begins here worked? Reads the clock off a date shifted by seven hours, field by field. */
export function naiveIsWorkingTime(calendar: Calendar, epochMs: number): boolean {
  const wall = new Date(epochMs + 7 * 3_600_000);
  const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
  const date = `${wall.getUTCFullYear()}-${two(wall.getUTCMonth() + 1)}-${two(wall.getUTCDate())}`;
  const spans = calendar.specialDays[date]?.spans ?? calendar.week[wall.getUTCDay()] ?? [];
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  return spans.some((span) => minute >= span.from && minute < span.to);
}

/** `start` must be a whole number of steps; `steps` of working time are counted, one at a time. */
export function naiveAdd(
  calendar: Calendar,
  start: Date,
  steps: number,
  stepMs = MINUTE_MS,
): { dueAt: Date; counted: Interval[] } {
  const counted: Interval[] = [];
  let now = start.getTime();
  for (let left = steps; left > 0; now += stepMs) {
    if (!naiveIsWorkingTime(calendar, now)) continue;
    left -= 1;
    const last = counted.at(-1);
    if (last?.to.getTime() === now) last.to = new Date(now + stepMs);
    else counted.push({ from: new Date(now), to: new Date(now + stepMs) });
  }
  return { dueAt: new Date(now), counted };
}

/** Whole working minutes in `[from, to)`; both must be whole minutes. */
export function naiveMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  let minutes = 0;
  for (let now = from.getTime(); now < to.getTime(); now += MINUTE_MS) {
    if (naiveIsWorkingTime(calendar, now)) minutes += 1;
  }
  return minutes;
}

export function naiveNextWorkingMoment(calendar: Calendar, at: Date): Date {
  let now = at.getTime();
  while (!naiveIsWorkingTime(calendar, now)) now += MINUTE_MS;
  return new Date(now);
}
