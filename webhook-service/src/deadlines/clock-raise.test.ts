import { describe, expect, it } from 'vitest';
import { extendClock, pauseClock, reclassClock, resumeClock } from './clock.ts';
import { currentDuePolicy, type DuePolicy, type PriorityClass } from './policy.ts';
import { answer, at, calendars, started } from './testing/started-clock.ts';

describe('a raised class', () => {
  const raise = (priorityClass: PriorityClass, when?: string) => ({
    policy: currentDuePolicy,
    priorityClass,
    categoryCode: 'GT-02',
    ...(when && { at: at(when) }),
  });

  it('counts the new allowance from the moment it was raised', () => {
    expect(reclassClock(answer(), raise('urgent', '2026-10-06 14:00'), calendars)).toEqual({
      ...answer(),
      startedAt: at('2026-10-06 14:00'),
      minutes: 240,
      priorityClass: 'urgent',
      categoryCode: 'GT-02',
      dueAt: at('2026-10-07 09:00'),
      counted: [
        { from: at('2026-10-06 14:00'), to: at('2026-10-06 17:00') },
        { from: at('2026-10-07 08:00'), to: at('2026-10-07 09:00') },
      ],
      raised: { from: 'normal', startedAt: at('2026-10-05 08:00') },
    });
  });

  it('counts from the start when no moment is given', () => {
    const raised = reclassClock(answer(), raise('urgent'), calendars);

    expect(raised).toMatchObject({ startedAt: at('2026-10-05 08:00'), dueAt: at('2026-10-05 12:00') });
  });

  it('is never due later than before', () => {
    const nearlyOver = reclassClock(answer(), raise('urgent', '2026-10-09 15:00'), calendars);

    expect(nearlyOver).toEqual(answer());
    expect(reclassClock(answer(), raise('complex'), calendars)).toEqual(answer());
    expect(reclassClock(answer(), raise('none'), calendars)).toEqual(answer());
  });

  it('may be due at the same moment', () => {
    expect(reclassClock(answer(), raise('urgent', '2026-10-09 13:00'), calendars)).toMatchObject({
      dueAt: at('2026-10-09 17:00'),
      priorityClass: 'urgent',
    });
  });

  it('may run day and night', () => {
    expect(reclassClock(answer(), raise('emergency', '2026-10-06 14:00'), calendars)).toMatchObject({
      mode: '24x7',
      dueAt: at('2026-10-06 18:00'),
    });
  });

  it('takes the hours of a reopening from a reopened report', () => {
    const reopened = answer({ reopened: true });
    const shorter: DuePolicy = {
      ...currentDuePolicy,
      classes: { ...currentDuePolicy.classes, urgent: { ...currentDuePolicy.classes.urgent, reopenHours: 3 } },
    };

    expect(reclassClock(reopened, { ...raise('urgent'), policy: shorter }, calendars)).toMatchObject({
      minutes: 180,
      reopened: true,
    });
  });

  it('lets extensions of the old class lapse', () => {
    const extended = extendClock(answer(), { at: at('2026-10-05 09:00'), minutes: 480 }, calendars);

    expect(reclassClock(extended, raise('urgent', '2026-10-06 14:00'), calendars).extensions).toEqual([]);
  });

  it('of a paused clock counts when it goes on, without the pauses of before', () => {
    const resumed = resumeClock(pauseClock(answer(), at('2026-10-05 10:00')), at('2026-10-05 11:00'), calendars);
    const paused = pauseClock(resumed, at('2026-10-06 10:00'));
    const raised = reclassClock(paused, raise('urgent', '2026-10-06 14:00'), calendars);

    expect(raised).toMatchObject({ dueAt: null, counted: [], pauses: [{ from: at('2026-10-06 14:00'), to: null }] });
    expect(resumeClock(raised, at('2026-10-07 08:00'), calendars).dueAt).toEqual(at('2026-10-07 12:00'));
  });

  it('keeps the pauses that follow it', () => {
    const resumed = resumeClock(pauseClock(answer(), at('2026-10-05 09:00')), at('2026-10-05 10:00'), calendars);

    expect(reclassClock(resumed, raise('urgent', '2026-10-05 08:30'), calendars).pauses).toEqual([
      { from: at('2026-10-05 09:00'), to: at('2026-10-05 10:00') },
    ]);
    expect(reclassClock(resumed, raise('urgent', '2026-10-05 10:00'), calendars).pauses).toEqual([]);
  });

  it('with the same allowance changes only the names', () => {
    const extended = extendClock(answer(), { at: at('2026-10-05 09:00'), minutes: 480 }, calendars);
    const other = { ...currentDuePolicy, version: 'next' };

    expect(reclassClock(extended, { ...raise('normal', '2026-10-06 14:00'), policy: other }, calendars)).toEqual({
      ...extended,
      categoryCode: 'GT-02',
      policyVersion: 'next',
    });
  });

  it('with the same hours but another clock is another allowance', () => {
    const wall: DuePolicy = {
      ...currentDuePolicy,
      classes: { ...currentDuePolicy.classes, urgent: { ...currentDuePolicy.classes.urgent, clock: '24x7' } },
    };
    const urgent = started('answer', '2026-10-05 15:00', { priorityClass: 'urgent' });

    expect(reclassClock(urgent, { ...raise('urgent'), policy: wall }, calendars).dueAt).toEqual(at('2026-10-05 19:00'));
  });
});
