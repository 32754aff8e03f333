import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingTime,
  type Calendar,
  isWorkingTime,
  nextWorkingMoment,
  workingIntervalsBetween,
  workingMinutesBetween,
} from './calendar.ts';
import { buildCalendar, WALL_CLOCK } from './calendar-build.ts';
import { localDateOf } from './calendar-day.ts';
import { calendars, exactLengths, lengths, minutes, moments } from './testing/arbitrary-calendar.ts';
import { naiveAdd, naiveIsWorkingTime, naiveMinutesBetween, naiveNextWorkingMoment } from './testing/naive-calendar.ts';

/** Minutes are stored in floating point; the truth is in milliseconds. */
const ms = (workingMinutes: number) => Math.round(workingMinutes * 60_000);
const due = (calendar: Calendar, start: Date, length: number) => addWorkingTime(calendar, start, length).dueAt;
const total = (intervals: { from: Date; to: Date }[]) =>
  intervals.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);

describe('agrees with a calendar that walks minute by minute', () => {
  it('on due times and counted stretches', () => {
    fc.assert(
      fc.property(calendars, minutes, lengths, (calendar, start, length) => {
        expect(addWorkingTime(calendar, start, length)).toEqual(naiveAdd(calendar, start, length));
      }),
      { numRuns: 150 },
    );
  });

  it('on due times to the second', () => {
    const seconds = moments.map((moment) => new Date(Math.floor(moment.getTime() / 1000) * 1000));
    fc.assert(
      fc.property(calendars, seconds, fc.integer({ min: 0, max: 4000 }), (calendar, start, length) => {
        expect(addWorkingTime(calendar, start, length / 60)).toEqual(naiveAdd(calendar, start, length, 1000));
      }),
      { numRuns: 15 },
    );
  });

  it('on the minutes between two moments', () => {
    fc.assert(
      fc.property(calendars, minutes, fc.integer({ min: 0, max: 20_000 }), (calendar, from, span) => {
        const to = new Date(from.getTime() + span * 60_000);
        expect(workingMinutesBetween(calendar, from, to)).toBe(naiveMinutesBetween(calendar, from, to));
      }),
    );
  });

  it('on what is working time, and when it is next', () => {
    fc.assert(
      fc.property(calendars, minutes, (calendar, at) => {
        expect(isWorkingTime(calendar, at)).toBe(naiveIsWorkingTime(calendar, at.getTime()));
        expect(nextWorkingMoment(calendar, at)).toEqual(naiveNextWorkingMoment(calendar, at));
      }),
      { numRuns: 200 },
    );
  });
});

describe('working time obeys its own arithmetic', () => {
  it('in two parts comes out where it does in one', () => {
    fc.assert(
      fc.property(calendars, moments, exactLengths, exactLengths, (calendar, start, first, second) => {
        expect(due(calendar, due(calendar, start, first), second)).toEqual(due(calendar, start, first + second));
      }),
    );
  });

  it('more of it is due later, and a later start is never due earlier', () => {
    fc.assert(
      fc.property(calendars, moments, moments, exactLengths, exactLengths, (calendar, a, b, first, second) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(due(calendar, early, first) <= due(calendar, late, first)).toBe(true);
        const [short, long] = first <= second ? [first, second] : [second, first];
        expect(Math.sign(due(calendar, a, long).getTime() - due(calendar, a, short).getTime())).toBe(
          Math.sign(ms(long) - ms(short)),
        );
      }),
    );
  });

  it('between start and due is exactly what was asked for', () => {
    fc.assert(
      fc.property(calendars, moments, exactLengths, (calendar, start, length) => {
        const { dueAt, counted } = addWorkingTime(calendar, start, length);
        expect(ms(workingMinutesBetween(calendar, start, dueAt))).toBe(ms(length));
        expect(total(counted)).toBe(ms(length));
        expect(workingIntervalsBetween(calendar, start, dueAt)).toEqual(counted);
      }),
    );
  });

  it('is counted in order, apart, only while open, and up to the due time', () => {
    fc.assert(
      fc.property(calendars, moments, exactLengths, (calendar, start, length) => {
        const { dueAt, counted } = addWorkingTime(calendar, start, length);
        counted.forEach(({ from, to }, index) => {
          expect(from < to).toBe(true);
          expect(isWorkingTime(calendar, from) && isWorkingTime(calendar, new Date(to.getTime() - 1))).toBe(true);
          expect(index === 0 || (counted[index - 1]?.to ?? from) < from).toBe(true);
        });
        expect(counted.at(-1)?.to ?? start).toEqual(dueAt);
      }),
    );
  });

  it('from a closed moment counts as from the next open one', () => {
    fc.assert(
      fc.property(calendars, moments, exactLengths, (calendar, start, length) => {
        const open = nextWorkingMoment(calendar, start);
        expect(open >= start && isWorkingTime(calendar, open)).toBe(true);
        expect(workingMinutesBetween(calendar, start, open)).toBe(0);
        if (length > 0) expect(due(calendar, open, length)).toEqual(due(calendar, start, length));
      }),
    );
  });

  it('between moments adds up and changes sign with direction', () => {
    fc.assert(
      fc.property(calendars, moments, moments, moments, (calendar, a, b, c) => {
        const between = (from: Date, to: Date) => ms(workingMinutesBetween(calendar, from, to));
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(a, b) + between(b, a)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('on the wall clock is plain time', () => {
    fc.assert(
      fc.property(moments, exactLengths, (start, length) => {
        expect(due(WALL_CLOCK, start, length)).toEqual(new Date(start.getTime() + ms(length)));
      }),
    );
  });

  it('is never due earlier for one more day off', () => {
    const days = fc.integer({ min: 20_440, max: 21_180 }).map(localDateOf);
    fc.assert(
      fc.property(calendars, days, moments, exactLengths, (calendar, date, start, length) => {
        const dayOff = buildCalendar({ facts: [{ date, name: 'Nghỉ', kind: 'holiday' }] }).specialDays;
        const withDayOff = { ...calendar, specialDays: { ...calendar.specialDays, ...dayOff } };
        expect(due(withDayOff, start, length) >= due(calendar, start, length)).toBe(true);
      }),
    );
  });
});
