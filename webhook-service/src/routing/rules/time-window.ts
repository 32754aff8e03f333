/** Times of day and days of the week as rules state them, in Hà Nội's local time. */
import { localTimeOf, type Weekday } from '../../deadlines/calendar-day.ts';

/** In the order of `Weekday`. */
export const weekdayCodes = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type WeekdayCode = (typeof weekdayCodes)[number];

/** From `from` until just before `to`; over midnight when `to` is not later. It belongs to the day on which it begins. */
export interface TimeWindow {
  days?: WeekdayCode[];
  from: string;
  to: string;
}

/** What the clock on the wall shows; the weekday is null when only day or night is known. */
export interface LocalClock {
  weekday: Weekday | null;
  /** Since midnight. */
  minute: number;
}

/** The wall clock in Hà Nội at an instant. */
export function clockAt(at: Date): LocalClock {
  const { weekday, hour, minute } = localTimeOf(at);
  return { weekday, minute: hour * 60 + minute };
}

/** True when the clock shows a time of the window. `from` equal to `to` means 24 hours. */
export function inWindow({ days, from, to }: TimeWindow, { weekday, minute }: LocalClock): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  const onDay = (day: number | null) => !days || (day !== null && days.some((code) => weekdayCodes[day] === code));
  if (start < end) return minute >= start && minute < end && onDay(weekday);
  if (minute >= start) return onDay(weekday);
  return minute < end && onDay(weekday === null ? null : (weekday + 6) % 7);
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** "22:00–06:00 thứ sáu, thứ bảy". */
export function windowWords({ days, from, to }: TimeWindow): string {
  return days ? `${from}–${to} ${days.map((day) => dayNames[day]).join(', ')}` : `${from}–${to}`;
}

/** "23:05 thứ sáu". */
export function clockWords({ weekday, minute }: LocalClock): string {
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return weekday === null ? time : `${time} ${dayNames[weekdayCodes[weekday]]}`;
}

const dayNames: Readonly<Record<WeekdayCode, string>> = {
  sun: 'chủ nhật',
  mon: 'thứ hai',
  tue: 'thứ ba',
  wed: 'thứ tư',
  thu: 'thứ năm',
  fri: 'thứ sáu',
  sat: 'thứ bảy',
};
