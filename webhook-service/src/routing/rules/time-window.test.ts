import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weekday } from '../../deadlines/calendar-day.ts';
import { clockAt, clockWords, inWindow, minuteOf, type TimeWindow, weekdayCodes, windowWords } from './time-window.ts';

const at = (weekday: Weekday | null, time: string) => ({ weekday, minute: minuteOf(time) });

describe('a window of the day', () => {
  it.each<[string, string, string, boolean]>([
    ['08:00', '17:30', '07:59', false],
    ['08:00', '17:30', '08:00', true],
    ['08:00', '17:30', '17:29', true],
    ['08:00', '17:30', '17:30', false],
    ['22:00', '06:00', '21:59', false],
    ['22:00', '06:00', '22:00', true],
    ['22:00', '06:00', '23:59', true],
    ['22:00', '06:00', '00:00', true],
    ['22:00', '06:00', '05:59', true],
    ['22:00', '06:00', '06:00', false],
    ['08:00', '08:00', '07:59', true],
    ['08:00', '08:00', '08:00', true],
    ['00:00', '00:00', '12:00', true],
  ])('from %s to %s at %s: %s', (from, to, time, inside) => {
    expect(inWindow({ from, to }, at(3, time))).toBe(inside);
  });

  it.each<[Weekday | null, string, boolean]>([
    [5, '21:59', false],
    [5, '22:00', true],
    [6, '05:59', true],
    [6, '06:00', false],
    [6, '22:00', false],
    [5, '03:00', false],
    [null, '23:00', false],
    [null, '03:00', false],
  ])('over midnight belongs to the day on which it begins: weekday %s, %s: %s', (weekday, time, inside) => {
    expect(inWindow({ days: ['fri'], from: '22:00', to: '06:00' }, at(weekday, time))).toBe(inside);
  });

  it('from Saturday night reaches into Sunday, from Sunday into Monday', () => {
    const night = { from: '22:00', to: '06:00' };
    expect(inWindow({ ...night, days: ['sat'] }, at(0, '01:00'))).toBe(true);
    expect(inWindow({ ...night, days: ['sun'] }, at(1, '01:00'))).toBe(true);
    expect(inWindow({ ...night, days: ['sun'] }, at(0, '01:00'))).toBe(false);
  });

  it('by day asks for the day itself', () => {
    const office = { days: ['mon', 'tue'] as TimeWindow['days'] & {}, from: '08:00', to: '17:00' };
    expect(inWindow(office, at(1, '09:00'))).toBe(true);
    expect(inWindow(office, at(2, '09:00'))).toBe(true);
    expect(inWindow(office, at(3, '09:00'))).toBe(false);
    expect(inWindow(office, at(null, '09:00'))).toBe(false);
    expect(inWindow({ from: '08:00', to: '17:00' }, at(null, '09:00'))).toBe(true);
  });

  it('agrees with walking minute by minute from its beginning', () => {
    const time = fc.nat({ max: 1439 }).map((minute) => clockWords({ weekday: null, minute }));
    const window = fc.record({ from: time, to: time, days: fc.subarray([...weekdayCodes], { minLength: 1 }) });
    fc.assert(
      fc.property(window, fc.nat({ max: 6 }), fc.nat({ max: 1439 }), (given, weekday, minute) => {
        const length = (minuteOf(given.to) - minuteOf(given.from) + 1440) % 1440 || 1440;
        const inside = given.days.some((day) => {
          const begins = weekdayCodes.indexOf(day) * 1440 + minuteOf(given.from);
          const since = (weekday * 1440 + minute - begins + 10_080) % 10_080;
          return since < length;
        });
        expect(inWindow(given, { weekday: weekday as Weekday, minute })).toBe(inside);
      }),
    );
  });
});

describe('the clock on the wall', () => {
  it('is that of Hà Nội, day and minute', () => {
    expect(clockAt(new Date('2026-10-04T18:05:59Z'))).toEqual({ weekday: 1, minute: 65 });
    expect(clockAt(new Date('2026-10-04T16:59:00Z'))).toEqual({ weekday: 0, minute: 23 * 60 + 59 });
  });

  it('is told in words', () => {
    expect(clockWords({ weekday: 0, minute: 65 })).toBe('01:05 chủ nhật');
    expect(clockWords({ weekday: null, minute: 0 })).toBe('00:00');
    expect(windowWords({ from: '22:00', to: '06:00' })).toBe('22:00–06:00');
    expect(windowWords({ from: '07:30', to: '11:00', days: [...weekdayCodes] })).toBe(
      '07:30–11:00 chủ nhật, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy',
    );
  });
});
