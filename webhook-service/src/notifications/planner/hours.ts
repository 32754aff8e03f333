import {
  dayNumberAt,
  isNight,
  type LocalDate,
  localDateOf,
  localTimeOf,
  startOfDay,
} from '../../deadlines/calendar-day.ts';

const HOUR_MS = 3_600_000;
/** Nobody is told anything they did not just ask for from 21:00 to 07:00 (domain-hanoi §6.2 rule 9). */
const QUIET_FROM = 21;
const QUIET_TO = 7;
/** Templates with the night flag are refused from 22:00 to 06:00 (§3.10, -133). */
const NIGHT_TO = 6;

/** When the quiet hours that hold now are over; null outside them. */
export function quietUntil(now: Date): Date | null {
  const { hour } = localTimeOf(now);
  return hour >= QUIET_FROM || hour < QUIET_TO ? next(now, QUIET_TO) : null;
}

/** When Zalo's night is over; null by day. */
export function nightUntil(now: Date): Date | null {
  return isNight(now) ? next(now, NIGHT_TO) : null;
}

/** The morning on which a new day's budget and limits may first be used. */
export function tomorrowMorning(now: Date): Date {
  return new Date(startOfDay(dayNumberAt(now.getTime()) + 1) + QUIET_TO * HOUR_MS);
}

/** The day in Hà Nội to which a message's cost belongs. */
export function budgetDay(now: Date): LocalDate {
  return localDateOf(dayNumberAt(now.getTime()));
}

/** The next time a clock in Hà Nội shows this full hour, later than now. */
function next(now: Date, hour: number): Date {
  const today = startOfDay(dayNumberAt(now.getTime())) + hour * HOUR_MS;
  return new Date(today > now.getTime() ? today : today + 24 * HOUR_MS);
}
