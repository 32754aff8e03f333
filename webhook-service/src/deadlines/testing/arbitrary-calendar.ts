/** Random calendars and moments for property tests: hours per agency, swaps, Tết, half days, 24×7. */
import fc from 'fast-check';
import { holidays } from '../../../../db/seed/holidays.ts';
import type { Calendar, DaySpan } from '../calendar.ts';
import { buildCalendar, daySpan, OFFICE_WEEK, WALL_CLOCK } from '../calendar-build.ts';

const FIRST_MINUTE = Date.UTC(2025, 11, 20) / 60_000;
const LAST_MINUTE = Date.UTC(2027, 11, 20) / 60_000;

/** Nought to three spans on whole minutes; they may touch each other and midnight. */
const spans: fc.Arbitrary<DaySpan[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 480, 720, 780, 1020, 1440)), {
    maxLength: 6,
  })
  .map((minutes) => {
    const sorted = minutes.toSorted((a, b) => a - b);
    return sorted.flatMap((from, index) => {
      const to = sorted[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    });
  });

/** Office hours, shorter lunch, Saturday morning, four long days, nights across midnight. */
const realWeeks = fc.constantFrom<Calendar['week']>(
  OFFICE_WEEK,
  weekOf([daySpan('08:00', '12:00'), daySpan('13:30', '17:30')], []),
  weekOf([daySpan('07:30', '11:30'), daySpan('13:00', '17:00')], [daySpan('08:00', '11:30')]),
  weekOf([daySpan('00:00', '06:00'), daySpan('22:00', '24:00')], [daySpan('00:00', '06:00')]),
  WALL_CLOCK.week,
);

/** Every random week has one fixed working span, or a step-by-step walk would not end. */
const oddWeeks = fc
  .array(spans, { minLength: 6, maxLength: 6 })
  .map((days): Calendar['week'] => [...days.slice(0, 3), OFFICE_WEEK[1] ?? [], ...days.slice(3)]);

const date = fc
  .integer({ min: FIRST_MINUTE / 1440, max: LAST_MINUTE / 1440 })
  .map((day) => new Date(Math.floor(day) * 86_400_000).toISOString().slice(0, 10));

const oddDays = fc.dictionary(date, fc.record({ name: fc.constant('Ngày đặc biệt'), spans }), { maxKeys: 40 });

export const calendars: fc.Arbitrary<Calendar> = fc
  .record({ week: fc.oneof(realWeeks, oddWeeks), withHolidays: fc.boolean(), oddDays })
  .map(({ week, withHolidays, oddDays }) => {
    const built = buildCalendar({ week, facts: withHolidays ? holidays : [] });
    return { week: built.week, specialDays: { ...built.specialDays, ...oddDays } };
  });

/** Whole minutes in 2026–2027, often shortly before a break that matters (Tết, Quốc khánh, a swap). */
export const minutes: fc.Arbitrary<Date> = fc
  .oneof(
    fc.integer({ min: FIRST_MINUTE, max: LAST_MINUTE }),
    fc
      .tuple(fc.constantFrom(...holidays.map((fact) => Date.parse(`${fact.date}T00:00:00+07:00`) / 60_000)), nearBy())
      .map(([midnight, shift]) => midnight + shift),
  )
  .map((minute) => new Date(minute * 60_000));

/** Any millisecond in the same range. */
export const moments: fc.Arbitrary<Date> = fc
  .tuple(minutes, fc.integer({ min: 0, max: 59_999 }))
  .map(([minute, ms]) => new Date(minute.getTime() + ms));

/** Lengths of working time in minutes, mostly those of the policy's order. */
export const lengths = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constantFrom(60, 120, 240, 480, 2400, 7200));

/** Lengths in minutes that are whole milliseconds. */
export const exactLengths = fc.integer({ min: 0, max: 3000 * 60_000 }).map((ms) => ms / 60_000);

function nearBy(): fc.Arbitrary<number> {
  return fc.integer({ min: -3 * 1440, max: 2 * 1440 });
}

function weekOf(workday: DaySpan[], saturday: DaySpan[]): Calendar['week'] {
  return [[], workday, workday, workday, workday, workday, saturday];
}
