import { workingMinutesBetween } from '../../deadlines/calendar.ts';
import { dayNumberOf, localTimeOf, MINUTE_MS, startOfDay } from '../../deadlines/calendar-day.ts';
import type { Calendars, Clock } from '../../deadlines/clock.ts';
import type { SaidDate } from './said-date.ts';

/** The end of a working day, when only a day is promised. */
const BY_DEFAULT = { hour: 17, minute: 0 };

/** The moment a typed date means; without a year the next such day from `now`. Null for a day that does not exist that year. */
export function momentOf(said: SaidDate, now: Date): Date | null {
  const today = localTimeOf(now);
  const passed = said.month < today.month || (said.month === today.month && said.day < today.day);
  const year = said.year ?? (passed ? today.year + 1 : today.year);
  const { hour, minute } = said.hour === null ? BY_DEFAULT : { hour: said.hour, minute: said.minute ?? 0 };
  const date = `${String(year).padStart(4, '0')}-${twoDigits(said.month)}-${twoDigits(said.day)}`;
  try {
    return new Date(startOfDay(dayNumberOf(date)) + (hour * 60 + minute) * MINUTE_MS);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * How much longer the running answer clock must be to end at `until`, in whole minutes of its own hours. Null when that is no
 * extension: the clock does not run, or ends later anyway.
 */
export function extensionMinutes(until: Date, clock: Clock | null, calendars: Calendars): number | null {
  if (!clock?.dueAt || clock.metAt) return null;
  const minutes =
    clock.mode === 'working'
      ? workingMinutesBetween(calendars.of(clock.calendarAgency), clock.dueAt, until)
      : (until.getTime() - clock.dueAt.getTime()) / MINUTE_MS;
  const whole = Math.round(minutes);
  return whole > 0 ? whole : null;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
