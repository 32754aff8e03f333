import { describe, expect, it } from 'vitest';
import { WALL_CLOCK } from '../deadlines/calendar-build.ts';
import { type Calendars, type Clock, extendClock, pauseClock, resumeClock, startClock } from '../deadlines/clock.ts';
import { currentDuePolicy } from '../deadlines/policy.ts';
import { reportClock, usedMinutes } from './report-clock.ts';
import { sampleView } from './testing/sample-view.ts';

const counted = sampleView().clock?.counted ?? [];

describe('time used', () => {
  it('is nothing before the start and all of it after the end', () => {
    expect(usedMinutes({ counted }, new Date('2026-11-01T00:00:00Z'))).toBe(0);
    expect(usedMinutes({ counted }, new Date('2026-12-01T00:00:00Z'))).toBe(2400);
  });

  it('stands still at lunch, at night and on days off', () => {
    const lunch = ['2026-11-20T05:00:00Z', '2026-11-20T06:00:00Z'];
    const weekend = ['2026-11-20T10:00:00Z', '2026-11-23T01:00:00Z'];
    for (const [from = '', to = ''] of [lunch, weekend]) {
      expect(usedMinutes({ counted }, new Date(from))).toBe(usedMinutes({ counted }, new Date(to)));
    }
  });

  it('is not all of it a second before the due time', () => {
    expect(usedMinutes({ counted }, new Date('2026-11-26T02:14:59Z'))).toBe(2399);
  });
});

describe('a clock of the lifecycle, as the pages tell it', () => {
  const calendars: Calendars = { of: () => WALL_CLOCK };
  const at = new Date('2026-11-19T02:00:00Z');
  const start = (kind: 'accept' | 'answer', more: object = {}): Clock => {
    const facts = { priorityClass: 'normal' as const, categoryCode: null, round: 1, at, agencyCode: null };
    const clock = startClock(kind, { policy: currentDuePolicy, ...facts, ...more }, calendars);
    if (!clock) throw new Error('no clock');
    return clock;
  };

  it('says what set it going and how much time it gives', () => {
    expect(reportClock(start('accept'))).toMatchObject({
      since: 'received',
      extended: 0,
      paused: false,
      hours: 'working',
    });
    expect(reportClock(start('answer'))).toMatchObject({
      since: 'dispatched',
      minutes: 2400,
      startedAt: at.toISOString(),
    });
    expect(reportClock(start('answer', { reopened: true }))).toMatchObject({ since: 'reopened', minutes: 1440 });
    const raised = { ...start('answer'), raised: { from: 'normal' as const, startedAt: at } };
    expect(reportClock(raised)?.since).toBe('raised');
  });

  it('counts extensions to the time given, from the same beginning', () => {
    const extended = extendClock(start('answer'), { at: new Date('2026-11-20T02:00:00Z'), minutes: 480 }, calendars);
    expect(reportClock(extended)).toMatchObject({ minutes: 2880, extended: 480, startedAt: at.toISOString() });
  });

  it('is none while it is paused, and remembers that it was', () => {
    const paused = pauseClock(start('answer'), new Date('2026-11-19T03:00:00Z'));
    expect(reportClock(paused)).toBeNull();
    const resumed = resumeClock(paused, new Date('2026-11-19T04:00:00Z'), calendars);
    expect(reportClock(resumed)).toMatchObject({ paused: true, minutes: 2400 });
  });
});
