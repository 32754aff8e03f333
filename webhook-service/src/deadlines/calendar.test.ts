import { describe, expect, it } from 'vitest';
import { holidays, proposedSwaps } from '../../../db/seed/holidays.ts';
import {
  addWorkingTime,
  isWorkingTime,
  MAX_CLOSED_DAYS,
  nextWorkingMoment,
  workingIntervalsBetween,
  workingMinutesBetween,
} from './calendar.ts';
import { buildCalendar, daySpan, OFFICE_WEEK, WALL_CLOCK } from './calendar-build.ts';
import { localDateOf } from './calendar-day.ts';

const office = buildCalendar({ facts: holidays });

/** `at('2026-10-05 12:30')` on a clock in Hà Nội. */
function at(local: string): Date {
  return new Date(`${local.replace(' ', 'T')}+07:00`);
}

describe('due times of domain-hanoi §2.6', () => {
  it.each([
    ['2026-01-09 15:30', 4, '2026-01-10 10:30', 'into a make-up Saturday'],
    ['2026-02-13 16:00', 8, '2026-02-23 16:00', 'over Tết'],
    ['2026-04-24 16:00', 4, '2026-04-28 11:00', 'over Giỗ Tổ and its compensatory day'],
    ['2026-08-21 16:30', 8, '2026-08-22 16:30', 'through a make-up Saturday'],
    ['2026-08-28 16:00', 4, '2026-09-03 11:00', 'over Quốc khánh and a swapped day'],
    ['2026-10-05 12:30', 4, '2026-10-05 17:00', 'from the lunch break, to the end of the day'],
    ['2026-10-05 19:00', 40, '2026-10-12 17:00', 'from the evening, a working week'],
    ['2026-10-10 09:00', 8, '2026-10-12 17:00', 'from a Saturday'],
    ['2026-11-23 16:00', 8, '2026-11-25 16:00', 'over Ngày Văn hóa, the day before it worked'],
    ['2027-02-03 16:00', 4, '2027-02-11 11:00', 'over Tết 2027'],
    ['2027-04-30 10:00', 4, '2027-05-04 12:00', 'from a holiday, to the lunch break'],
  ])('%s + %i working hours = %s: %s', (start, hours, due) => {
    expect(addWorkingTime(office, at(start), hours * 60).dueAt).toEqual(at(due));
  });

  it('moves the due time when the proposed swap of 23/11/2026 is switched on', () => {
    const swapped = buildCalendar({ facts: [...holidays, ...proposedSwaps.flat()] });

    expect(addWorkingTime(swapped, at('2026-11-20 16:00'), 480).dueAt).toEqual(at('2026-11-25 16:00'));
    expect(isWorkingTime(swapped, at('2026-11-28 09:00'))).toBe(true);
  });
});

describe('counting', () => {
  it('tells which stretches it counted', () => {
    expect(addWorkingTime(office, at('2026-04-24 16:00'), 240).counted).toEqual([
      { from: at('2026-04-24 16:00'), to: at('2026-04-24 17:00') },
      { from: at('2026-04-28 08:00'), to: at('2026-04-28 11:00') },
    ]);
  });

  it('ends at the break when the time is used up there, and goes on after it one minute later', () => {
    expect(addWorkingTime(office, at('2026-10-05 08:00'), 240).dueAt).toEqual(at('2026-10-05 12:00'));
    expect(addWorkingTime(office, at('2026-10-05 08:00'), 241).dueAt).toEqual(at('2026-10-05 13:01'));
  });

  it('counts nothing for a start at the very end of the day', () => {
    expect(addWorkingTime(office, at('2026-10-05 17:00'), 1).dueAt).toEqual(at('2026-10-06 08:01'));
  });

  it('keeps seconds and milliseconds over a break', () => {
    expect(addWorkingTime(office, at('2026-10-05 16:30:20.250'), 30).dueAt).toEqual(at('2026-10-06 08:00:20.250'));
  });

  it('is due at the start when no time is given', () => {
    expect(addWorkingTime(office, at('2026-10-05 19:00'), 0)).toEqual({ dueAt: at('2026-10-05 19:00'), counted: [] });
  });

  it('counts every minute on the wall clock, as one stretch', () => {
    expect(addWorkingTime(WALL_CLOCK, at('2026-02-16 23:30'), 26 * 60)).toEqual({
      dueAt: at('2026-02-18 01:30'),
      counted: [{ from: at('2026-02-16 23:30'), to: at('2026-02-18 01:30') }],
    });
  });

  it('takes an agency with other hours', () => {
    const workday = [daySpan('07:30', '11:30'), daySpan('13:30', '17:30')];
    const oneStop = buildCalendar({
      week: [[], workday, workday, workday, workday, workday, [daySpan('08:00', '11:30')]],
    });

    expect(addWorkingTime(oneStop, at('2026-10-09 17:00'), 120).dueAt).toEqual(at('2026-10-10 09:30'));
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d minutes', (minutes) => {
    expect(() => addWorkingTime(office, at('2026-10-05 08:00'), minutes)).toThrow(
      new RangeError(`Not a length of time: ${minutes} minutes`),
    );
  });

  it('refuses a date that is none', () => {
    expect(() => addWorkingTime(office, new Date(Number.NaN), 60)).toThrow('Not a date');
    expect(() => workingMinutesBetween(office, at('2026-10-05 08:00'), new Date(Number.NaN))).toThrow('Not a date');
  });
});

describe('a calendar without working time', () => {
  const closed = buildCalendar({ week: Array(7).fill([]) });
  /** Open on one single day, so many days after the start. */
  const openAfter = (days: number) => ({
    ...closed,
    specialDays: { [localDateOf(20_000 + days)]: { name: 'Ngày làm việc', spans: [daySpan('08:00', '09:00')] } },
  });
  const start = at(`${localDateOf(20_000)} 10:00`);

  it('is an error, not an endless search', () => {
    expect(() => addWorkingTime(closed, start, 1)).toThrow(
      expect.objectContaining({ code: 'calendar_no_working_time', message: expect.stringContaining('400 days') }),
    );
    expect(() => nextWorkingMoment(closed, start)).toThrow(/no working time/);
  });

  it('is searched for 400 days, also in the middle of counting', () => {
    expect(nextWorkingMoment(openAfter(MAX_CLOSED_DAYS), start)).toEqual(at(`${localDateOf(20_400)} 08:00`));
    expect(() => nextWorkingMoment(openAfter(MAX_CLOSED_DAYS + 1), start)).toThrow(/no working time/);
    expect(() => addWorkingTime(openAfter(5), start, 61)).toThrow(/no working time/);
  });

  it('still answers what was worked between two moments', () => {
    expect(workingMinutesBetween(closed, start, at('2030-01-01 00:00'))).toBe(0);
  });
});

describe('working time between two moments', () => {
  it.each([
    ['2026-10-05 08:00', '2026-10-05 17:00', 480],
    ['2026-10-05 11:59:30', '2026-10-05 13:00:30', 1],
    ['2026-02-13 17:00', '2026-02-23 08:00', 0],
    ['2026-08-17 00:00', '2026-08-24 00:00', 6 * 480],
  ])('%s to %s: %d minutes', (from, to, minutes) => {
    expect(workingMinutesBetween(office, at(from), at(to))).toBe(minutes);
    expect(workingMinutesBetween(office, at(to), at(from))).toBe(0 - minutes);
  });

  it('is listed stretch by stretch', () => {
    expect(workingIntervalsBetween(office, at('2026-10-05 11:00'), at('2026-10-05 14:00'))).toEqual([
      { from: at('2026-10-05 11:00'), to: at('2026-10-05 12:00') },
      { from: at('2026-10-05 13:00'), to: at('2026-10-05 14:00') },
    ]);
  });
});

describe('is this working time', () => {
  it.each([
    ['2026-10-05 08:00', true, 'the first moment'],
    ['2026-10-05 07:59:59.999', false, 'just before'],
    ['2026-10-05 12:00', false, 'the start of lunch'],
    ['2026-10-05 12:59:59', false, 'lunch'],
    ['2026-10-05 13:00', true, 'after lunch'],
    ['2026-10-05 17:00', false, 'closing'],
    ['2026-10-10 09:00', false, 'a Saturday'],
    ['2026-08-22 09:00', true, 'a make-up Saturday'],
    ['2026-08-31 09:00', false, 'a day given for it'],
    ['2027-02-09 09:00', false, 'a compensatory day of Tết'],
  ])('%s: %s (%s)', (local, expected) => {
    expect(isWorkingTime(office, at(local))).toBe(expected);
  });

  it('finds the next moment that is', () => {
    expect(nextWorkingMoment(office, at('2026-10-05 09:17:03'))).toEqual(at('2026-10-05 09:17:03'));
    expect(nextWorkingMoment(office, at('2026-10-05 12:00'))).toEqual(at('2026-10-05 13:00'));
    expect(nextWorkingMoment(office, at('2026-02-13 17:00'))).toEqual(at('2026-02-23 08:00'));
  });

  it('takes minutes off a week without changing the shared office week', () => {
    expect(OFFICE_WEEK.flat().reduce((sum, span) => sum + span.to - span.from, 0)).toBe(40 * 60);
  });
});
