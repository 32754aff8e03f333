/**
 * Local days in Hà Nội, by arithmetic alone.
 *
 * Việt Nam has kept +07:00 without daylight saving time since 13/06/1975 (IANA tz `Asia/Ho_Chi_Minh`), so a local day is
 * a whole number of days after a fixed offset. `Intl` would give the same answer a hundred times more slowly; a test
 * compares the two.
 */

export const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
const OFFSET_MS = 7 * 60 * MINUTE_MS;

/** A day in Hà Nội as `YYYY-MM-DD`. */
export type LocalDate = string;

/** 0 = Sunday … 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** What a clock on the wall in Hà Nội shows; `month` is 1–12, seconds are left out. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  weekday: Weekday;
  hour: number;
  minute: number;
}

/** Number of the local day that holds an instant (epoch ms); day 0 is 1970-01-01. */
export function dayNumberAt(epochMs: number): number {
  return Math.floor((epochMs + OFFSET_MS) / DAY_MS);
}

/** Epoch ms of local midnight at the start of a day. */
export function startOfDay(dayNumber: number): number {
  return dayNumber * DAY_MS - OFFSET_MS;
}

export function weekdayOf(dayNumber: number): Weekday {
  // 1970-01-01 was a Thursday (4).
  return ((((dayNumber + 4) % 7) + 7) % 7) as Weekday;
}

export function localDateOf(dayNumber: number): LocalDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** @throws RangeError for anything but a real day written `YYYY-MM-DD`. */
export function dayNumberOf(date: LocalDate): number {
  const epochMs = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const dayNumber = epochMs / DAY_MS;
  if (!Number.isInteger(dayNumber) || localDateOf(dayNumber) !== date) throw new RangeError(`Not a day: ${date}`);
  return dayNumber;
}

/** The wall clock in Hà Nội at an instant. */
export function localTimeOf(at: Date): LocalTime {
  const shifted = new Date(at.getTime() + OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: weekdayOf(dayNumberAt(at.getTime())),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  };
}

/** 22:00–06:00 in Hà Nội, when noise is the police's business too (routing rule `ward_police_night`). */
export function isNight(at: Date): boolean {
  const { hour } = localTimeOf(at);
  return hour >= 22 || hour < 6;
}
