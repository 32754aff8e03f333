/** The days of a clock in Vietnamese: what counted on each, and why nothing did on the others. */
import type { Calendar, Interval } from './calendar.ts';
import { spansOfDay } from './calendar.ts';
import { WALL_CLOCK } from './calendar-build.ts';
import { dayNumberAt, localDateOf, localTimeOf, MINUTE_MS, startOfDay } from './calendar-day.ts';
import { allowanceMs, countedMs } from './clock-count.ts';
import type { Calendars, Clock } from './clock-types.ts';
import { dayWords } from './due-words.ts';
import { durationWords } from './duration-words.ts';

/** One line per day from the start to the due time, or to the pause that lasts. Days wholly paused are left out. */
export function dayLines(clock: Clock, calendars: Calendars): string[] {
  const calendar = clock.mode === '24x7' ? WALL_CLOCK : calendars.of(clock.calendarAgency);
  const start = clock.startedAt.getTime();
  const usedUp = countedMs(clock.counted) === allowanceMs(clock);
  const end = ((usedUp ? clock.counted.at(-1)?.to : clock.pauses.at(-1)?.from) ?? clock.startedAt).getTime();
  const lines: string[] = [];
  // A due time at midnight belongs to the day it ends.
  for (let day = dayNumberAt(start); day === dayNumberAt(start) || startOfDay(day) < end; day++) {
    const [opens, closes] = [Math.max(start, startOfDay(day)), Math.min(end, startOfDay(day + 1))];
    const words = wordsOfDay(clock, calendar, day, [opens, closes]);
    if (words) lines.push(capital(`${dayWords(new Date(startOfDay(day)))}${words}`));
  }
  return lines;
}

/** Null for a day that is wholly paused: the line of the pause says so. */
function wordsOfDay(clock: Clock, calendar: Calendar, day: number, [opens, closes]: [number, number]): string | null {
  const special = calendar.specialDays[localDateOf(day)];
  const pieces = clock.counted.flatMap((stretch) => within(stretch, startOfDay(day), startOfDay(day + 1)));
  if (pieces.length > 0) {
    const name = special ? ` (${special.name})` : '';
    return `${name}: ${pieces.map((piece) => spanWords(piece, day)).join(', ')}, được ${durationWords(countedMs(pieces))}.`;
  }
  const pauses = clock.pauses.flatMap(({ from, to }) => within({ from, to: to ?? new Date(closes) }, opens, closes));
  if (opens < closes && countedMs(pauses) === closes - opens) return null;
  if (spansOfDay(calendar, day).length > 0)
    return pauses.length > 0
      ? ': không tính, ngoài giờ làm việc hoặc đang tạm dừng.'
      : ': không tính, ngoài giờ làm việc.';
  return `: không tính, ${special?.name ?? 'ngày nghỉ hằng tuần'}.`;
}

/** The part of a stretch inside `[opens, closes)`, epoch ms. */
function within({ from, to }: Interval, opens: number, closes: number): Interval[] {
  const [start, end] = [Math.max(from.getTime(), opens), Math.min(to.getTime(), closes)];
  return start < end ? [{ from: new Date(start), to: new Date(end) }] : [];
}

function spanWords({ from, to }: Interval, day: number): string {
  const midnight = to.getTime() === startOfDay(day + 1);
  return `${clockWords(from)}–${midnight ? '24:00' : clockWords(to)}`;
}

/** `08:00`, and `16:30:20` where the minute is not whole, or the sum beside it would not add up. */
function clockWords(at: Date): string {
  const { hour, minute } = localTimeOf(at);
  const seconds = Math.floor((at.getTime() % MINUTE_MS) / 1000);
  const parts = seconds === 0 ? [hour, minute] : [hour, minute, seconds];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function capital(line: string): string {
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}
