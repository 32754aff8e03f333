import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../deadlines/calendar-build.ts';
import { type Clock, type ClockStart, endClock, extendClock, pauseClock, startClock } from '../../deadlines/clock.ts';
import { currentDuePolicy } from '../../deadlines/policy.ts';
import { extensionMinutes, momentOf } from './extension-length.ts';

const at = (local: string) => new Date(`${local}:00+07:00`);
const NOW = at('2026-11-20T09:00');
const said = (day: number, month: number, over: object = {}) => ({
  ...{ day, month, year: null, hour: null, minute: null },
  ...over,
});

describe('the moment a typed date means', () => {
  it.each([
    ['a day is meant until its working hours end', said(25, 11, { year: 2026 }), '2026-11-25T17:00'],
    ['with its time', said(25, 11, { year: 2026, hour: 9, minute: 30 }), '2026-11-25T09:30'],
    ['without a year it is this year’s', said(25, 11), '2026-11-25T17:00'],
    ['today is no next year', said(20, 11), '2026-11-20T17:00'],
    ['a day that has passed is next year’s', said(5, 1), '2027-01-05T17:00'],
  ])('%s', (_name, date, moment) => {
    expect(momentOf(date, NOW)).toEqual(at(moment));
  });

  it('is none on a day that year does not have', () => {
    expect(momentOf(said(29, 2), NOW)).toBeNull();
  });
});

describe('how much longer the clock must be', () => {
  const calendars = { of: () => buildCalendar() };
  const start: ClockStart = {
    ...{ policy: currentDuePolicy, priorityClass: 'normal', categoryCode: 'GT-01', round: 1 },
    ...{ at: at('2026-11-16T08:00'), agencyCode: null },
  };
  const clock = startClock('answer', start, calendars) as Clock;

  it('is such that it then ends when it was promised', () => {
    const until = at('2026-11-30T15:00');
    const minutes = extensionMinutes(until, clock, calendars) ?? 0;
    expect(extendClock(clock, { at: NOW, minutes }, calendars).dueAt).toEqual(until);
  });

  it('is nothing when the promise lies within the time anyway, or no clock runs', () => {
    const until = at('2026-11-30T15:00');
    expect(extensionMinutes(clock.dueAt ?? NOW, clock, calendars)).toBeNull();
    expect(extensionMinutes(NOW, clock, calendars)).toBeNull();
    expect(extensionMinutes(until, null, calendars)).toBeNull();
    expect(extensionMinutes(until, pauseClock(clock, NOW), calendars)).toBeNull();
    expect(extensionMinutes(until, endClock(clock, { at: NOW, outcome: 'met' }), calendars)).toBeNull();
  });
});
