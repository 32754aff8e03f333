import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberAt, dayNumberOf, isNight, localDateOf, localTimeOf, startOfDay } from './calendar-day.ts';

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

describe('local days', () => {
  it('are those of the time zone database for Asia/Ho_Chi_Minh', () => {
    const times = fc.date({ min: new Date('1976-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(times, (at) => {
        const { year, month, day, weekday, hour, minute } = localTimeOf(at);
        const parts = Object.fromEntries(wallClock.formatToParts(at).map(({ type, value }) => [type, value]));
        expect([year, month, day, hour, minute]).toEqual(
          [parts.year, parts.month, parts.day, parts.hour, parts.minute].map(Number),
        );
        expect(WEEKDAYS[weekday]).toBe(parts.weekday);
      }),
      { numRuns: 300 },
    );
  });

  it('begin at 17:00 UTC of the day before', () => {
    const day = dayNumberOf('2026-10-13');

    expect(new Date(startOfDay(day)).toISOString()).toBe('2026-10-12T17:00:00.000Z');
    expect(dayNumberAt(startOfDay(day))).toBe(day);
    expect(dayNumberAt(startOfDay(day) - 1)).toBe(day - 1);
  });

  it('keep their name there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (day) => {
        expect(dayNumberOf(localDateOf(day))).toBe(day);
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '13/10/2026', '', '2026-10-13T00:00'])('%j is no day', (text) => {
    expect(() => dayNumberOf(text)).toThrow(new RangeError(`Not a day: ${text}`));
  });

  it.each([
    ['21:59:59', false],
    ['22:00', true],
    ['00:00', true],
    ['05:59:59', true],
    ['06:00', false],
  ])('%s is night: %s', (clock, night) => {
    expect(isNight(new Date(`2026-10-13T${clock}+07:00`))).toBe(night);
  });
});
