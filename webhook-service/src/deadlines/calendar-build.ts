/** Builds calendars from facts about days (`db/seed/holidays.ts`, later the table `calendar_days`) and an agency's hours. */
import type { HolidayFact } from '../../../db/seed/holidays.ts';
import type { Calendar, DaySpan, SpecialDay } from './calendar.ts';
import { DAY_MINUTES, dayNumberOf, type LocalDate } from './calendar-day.ts';

/** What the calendar needs to know of a day; rows of `calendar_days` fit. */
export type DayFact = Pick<HolidayFact, 'date' | 'name' | 'kind'>;

export interface CalendarSource {
  /** Spans of each weekday, index 0 = Sunday. Left out: the office week. */
  week?: readonly (readonly DaySpan[])[];
  facts?: readonly DayFact[];
  /** Hours of a make-up workday (làm bù). Left out: those of a Monday, for the day given back was a full one. */
  makeupSpans?: readonly DaySpan[];
}

/** Reads `'08:00'`, `'17:30'`; `'24:00'` ends a day. @throws RangeError for anything else. */
export function daySpan(from: string, to: string): DaySpan {
  const span = { from: minuteOfDay(from), to: minuteOfDay(to) };
  if (span.from >= span.to) throw new RangeError(`A span must end after it starts: ${from}–${to}`);
  return span;
}

/**
 * Monday–Friday, 08:00–12:00 and 13:00–17:00. Eight hours and five days are the frame for civil servants; the exact
 * spans differ by unit (certainty low, domain-hanoi §2.6), so every agency may bring its own week.
 */
const OFFICE_DAY: readonly DaySpan[] = [daySpan('08:00', '12:00'), daySpan('13:00', '17:00')];
export const OFFICE_WEEK: Calendar['week'] = [[], OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, []];

/** The wall clock, for emergency classes: every minute of every day counts. */
export const WALL_CLOCK: Calendar = { week: Array(7).fill([daySpan('00:00', '24:00')]), specialDays: {} };

/**
 * A calendar from a week and the facts about single days.
 * @throws RangeError when spans overlap or leave the day, a day does not exist, or two facts claim one day.
 */
export function buildCalendar({
  week = OFFICE_WEEK,
  facts = [],
  makeupSpans = week[1] ?? [],
}: CalendarSource = {}): Calendar {
  if (week.length !== 7) throw new RangeError(`A week has 7 days, not ${week.length}`);
  const makeupDay = checkedSpans(makeupSpans);
  const specialDays: Record<LocalDate, SpecialDay> = {};
  for (const { date, name, kind } of facts) {
    dayNumberOf(date);
    if (specialDays[date]) throw new RangeError(`Two facts about ${date}: ${specialDays[date].name}; ${name}`);
    specialDays[date] = { name, spans: kind === 'makeup_workday' ? makeupDay : [] };
  }
  return { week: week.map(checkedSpans), specialDays };
}

function checkedSpans(spans: readonly DaySpan[]): DaySpan[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  sorted.forEach((span, index) => {
    const whole = Number.isInteger(span.from) && Number.isInteger(span.to);
    if (!whole || span.from < 0 || span.to > DAY_MINUTES || span.from >= span.to) {
      throw new RangeError(`Not a span of a day: ${span.from}–${span.to}`);
    }
    const before = sorted[index - 1];
    if (before && before.to > span.from) throw new RangeError(`Spans overlap at minute ${span.from}`);
  });
  return sorted;
}

function minuteOfDay(clock: string): number {
  const match = /^(\d{2}):([0-5]\d)$/.exec(clock);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minute <= DAY_MINUTES)) throw new RangeError(`Not a time of day: ${clock}`);
  return minute;
}
