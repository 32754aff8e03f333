import { describe, expect, it } from 'vitest';
import {
  type ClockKind,
  clockTimers,
  clockWarnAt,
  delayNoticeAt,
  endClock,
  extendClock,
  isLate,
  pauseClock,
} from './clock.ts';
import type { PriorityClass } from './policy.ts';
import { answer, at, calendars, started } from './testing/started-clock.ts';

describe('late', () => {
  it.each([
    ['2026-10-09 17:00:00', false],
    ['2026-10-09 17:00:59.999', false],
    ['2026-10-09 17:01:00', true],
  ])('at %s: %s', (moment, late) => {
    expect(isLate(answer(), at(moment))).toBe(late);
    expect(isLate(endClock(answer(), { at: at(moment), outcome: 'met' }), at('2026-12-01 08:00'))).toBe(late);
  });

  it('is judged at the moment asked for when that is before the end', () => {
    const met = endClock(answer(), { at: at('2026-10-12 10:00'), outcome: 'met' });

    expect(isLate(met, at('2026-10-09 16:00'))).toBe(false);
  });

  it('is nobody when the clock is needless', () => {
    expect(
      isLate(endClock(answer(), { at: at('2026-10-12 10:00'), outcome: 'needless' }), at('2026-10-13 08:00')),
    ).toBe(false);
  });

  it('is not a clock that is paused with time left, but one that had none is', () => {
    expect(isLate(pauseClock(answer(), at('2026-10-09 16:59')), at('2026-12-01 08:00'))).toBe(false);
    expect(isLate(pauseClock(answer(), at('2026-10-09 17:00')), at('2026-12-01 08:00'))).toBe(true);
    expect(isLate(pauseClock(answer(), at('2026-10-09 17:00')), at('2026-10-09 17:00:30'))).toBe(false);
  });
});

describe('warnings', () => {
  it.each<[ClockKind, PriorityClass, string, string]>([
    ['accept', 'emergency', '2026-10-05 08:30', '2026-10-05 08:30'],
    ['accept', 'urgent', '2026-10-05 09:00', '2026-10-05 09:30'],
    ['answer', 'urgent', '2026-10-05 11:00', '2026-10-05 11:30'],
    ['accept', 'normal', '2026-10-05 15:00', '2026-10-05 16:12'],
    ['answer', 'normal', '2026-10-08 15:00', '2026-10-09 13:00'],
    ['answer', 'complex', '2026-10-20 10:00', '2026-10-22 13:00'],
  ])('%s, %s, from Monday 08:00: the agency at %s, the citizen at %s', (kind, priorityClass, warn, delay) => {
    const clock = started(kind, '2026-10-05 08:00', { priorityClass });

    expect(clockWarnAt(clock)).toEqual(at(warn));
    expect(delayNoticeAt(clock)).toEqual(at(delay));
  });

  it('are measured on what was given last', () => {
    const extended = extendClock(answer(), { at: at('2026-10-09 16:00'), minutes: 60 }, calendars);

    expect(clockWarnAt(extended)).toEqual(at('2026-10-12 08:30'));
    expect(delayNoticeAt(extended)).toEqual(at('2026-10-12 08:30'));
    const week = extendClock(answer(), { at: at('2026-10-09 16:00'), minutes: 2400 }, calendars);
    expect(clockWarnAt(week)).toEqual(at('2026-10-15 15:00'));
    expect(delayNoticeAt(week)).toEqual(at('2026-10-16 13:00'));
  });

  it('do not ring while the clock is paused or has ended', () => {
    for (const clock of [
      pauseClock(answer(), at('2026-10-06 10:00')),
      endClock(answer(), { at: at('2026-10-06 10:00'), outcome: 'met' }),
    ]) {
      expect([clockWarnAt(clock), delayNoticeAt(clock), clockTimers(clock)]).toEqual([null, null, []]);
    }
  });

  it('become timers of the kinds the clock has', () => {
    expect(clockTimers(started('accept', '2026-10-05 08:00'))).toEqual([
      { kind: 'accept_warn', runAt: at('2026-10-05 15:00') },
      { kind: 'accept_breach', runAt: at('2026-10-05 17:01') },
    ]);
    expect(clockTimers(answer())).toEqual([
      { kind: 'answer_warn', runAt: at('2026-10-08 15:00') },
      { kind: 'answer_delay', runAt: at('2026-10-09 13:00') },
      { kind: 'answer_breach', runAt: at('2026-10-09 17:01') },
    ]);
    expect(clockTimers(started('finish', '2026-10-05 08:00'))).toEqual([
      { kind: 'finish_breach', runAt: at('2026-10-12 17:01') },
    ]);
  });
});
