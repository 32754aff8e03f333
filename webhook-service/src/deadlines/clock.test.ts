import { describe, expect, it } from 'vitest';
import { buildCalendar } from './calendar-build.ts';
import {
  type ClockKind,
  endClock,
  extendClock,
  isLate,
  pauseClock,
  reclassClock,
  recountClock,
  resumeClock,
  reviveClock,
} from './clock.ts';
import { currentDuePolicy, type DuePolicy, type PriorityClass } from './policy.ts';
import { answer, at, calendars, maybeStarted, type Start, shortDays, started } from './testing/started-clock.ts';

describe('a clock starts', () => {
  it.each<[ClockKind, PriorityClass, string]>([
    ['accept', 'emergency', '2026-10-09 17:30'],
    ['accept', 'urgent', '2026-10-12 09:30'],
    ['accept', 'normal', '2026-10-12 16:30'],
    ['accept', 'complex', '2026-10-12 16:30'],
    ['accept', 'none', '2026-10-12 16:30'],
    ['answer', 'emergency', '2026-10-09 20:30'],
    ['answer', 'urgent', '2026-10-12 11:30'],
    ['answer', 'normal', '2026-10-16 16:30'],
    ['answer', 'complex', '2026-10-30 16:30'],
    ['finish', 'emergency', '2026-10-09 21:30'],
    ['finish', 'urgent', '2026-10-12 14:30'],
    ['finish', 'normal', '2026-10-19 16:30'],
    ['finish', 'complex', '2026-11-02 16:30'],
  ])('%s, %s: on Friday 16:30, due %s', (kind, priorityClass, due) => {
    expect(started(kind, '2026-10-09 16:30', { priorityClass }).dueAt).toEqual(at(due));
  });

  it.each<[PriorityClass, string]>([
    ['emergency', '2026-10-09 20:30'],
    ['urgent', '2026-10-12 11:30'],
    ['normal', '2026-10-14 16:30'],
    ['complex', '2026-10-16 16:30'],
  ])('again for a reopened report with the hours of a reopening: %s, due %s', (priorityClass, due) => {
    const clock = started('answer', '2026-10-09 16:30', { priorityClass, reopened: true, round: 2 });

    expect(clock).toMatchObject({ dueAt: at(due), round: 2, reopened: true });
  });

  it('only as an answer clock with the hours of a reopening', () => {
    for (const kind of ['accept', 'finish'] as const)
      expect(started(kind, '2026-10-09 16:30', { reopened: true })).toEqual(started(kind, '2026-10-09 16:30'));
    expect(answer({ reopened: false })).not.toHaveProperty('reopened');
  });

  it('not at all where nobody has to answer', () => {
    expect(maybeStarted('answer', '2026-10-05 08:00', { priorityClass: 'none' })).toBeNull();
    expect(maybeStarted('finish', '2026-10-05 08:00', { priorityClass: 'none' })).toBeNull();
    expect(maybeStarted('answer', '2026-10-05 08:00', { priorityClass: 'none', reopened: true })).toBeNull();
  });

  it('in the hours of its agency', () => {
    expect(started('answer', '2026-10-05 08:00', { priorityClass: 'urgent', agencyCode: 'so-xay-dung' })).toMatchObject(
      {
        dueAt: at('2026-10-06 10:00'),
        calendarAgency: 'so-xay-dung',
      },
    );
  });

  it('with every fact that counts it again', () => {
    expect(started('accept', '2026-02-13 16:00', { priorityClass: 'urgent', categoryCode: 'GT-02' })).toEqual({
      kind: 'accept',
      round: 1,
      startedAt: at('2026-02-13 16:00'),
      minutes: 120,
      mode: 'working',
      calendarAgency: null,
      priorityClass: 'urgent',
      categoryCode: 'GT-02',
      policyVersion: currentDuePolicy.version,
      pauses: [],
      extensions: [],
      dueAt: at('2026-02-23 09:00'),
      counted: [
        { from: at('2026-02-13 16:00'), to: at('2026-02-13 17:00') },
        { from: at('2026-02-23 08:00'), to: at('2026-02-23 09:00') },
      ],
      metAt: null,
      outcome: null,
    });
  });

  it('with the figures of its category and class, where the policy has some', () => {
    const source = { certainty: 'H', source: 'Quyết định 13/2023/QĐ-UBND' } as const;
    const policy: DuePolicy = {
      ...currentDuePolicy,
      categories: { 'DV-01': { normal: { acceptHours: 1, answerHours: 2, reopenHours: 3, source } } },
    };
    const minutes = (kind: ClockKind, start: Start) => started(kind, '2026-10-05 08:00', { policy, ...start }).minutes;

    expect(minutes('accept', { categoryCode: 'DV-01' })).toBe(60);
    expect(minutes('answer', { categoryCode: 'DV-01' })).toBe(120);
    expect(minutes('answer', { categoryCode: 'DV-01', reopened: true })).toBe(180);
    expect(minutes('finish', { categoryCode: 'DV-01' })).toBe(180);
    expect(minutes('answer', { categoryCode: 'DV-01', priorityClass: 'urgent' })).toBe(240);
    expect(minutes('answer', { categoryCode: 'DV-02' })).toBe(2400);
    expect(minutes('answer', { categoryCode: null })).toBe(2400);
  });
});

describe('a pause', () => {
  const paused = pauseClock(answer(), at('2026-10-06 10:00'));

  it('takes the due time away and keeps what was counted so far', () => {
    expect(paused).toEqual({
      ...answer(),
      pauses: [{ from: at('2026-10-06 10:00'), to: null }],
      dueAt: null,
      counted: [
        { from: at('2026-10-05 08:00'), to: at('2026-10-05 12:00') },
        { from: at('2026-10-05 13:00'), to: at('2026-10-05 17:00') },
        { from: at('2026-10-06 08:00'), to: at('2026-10-06 10:00') },
      ],
    });
  });

  it('between two stretches cuts neither', () => {
    expect(pauseClock(answer(), at('2026-10-05 12:00')).counted).toEqual([
      { from: at('2026-10-05 08:00'), to: at('2026-10-05 12:00') },
    ]);
    expect(pauseClock(answer(), at('2026-10-05 13:00')).counted).toHaveLength(1);
    expect(pauseClock(answer(), at('2026-10-05 13:01')).counted).toHaveLength(2);
  });

  it('moves the due time by the working time it took', () => {
    const resumed = resumeClock(paused, at('2026-10-08 11:00'), calendars);

    expect(resumed.dueAt).toEqual(at('2026-10-14 09:00'));
    expect(resumed.pauses).toEqual([{ from: at('2026-10-06 10:00'), to: at('2026-10-08 11:00') }]);
    expect(resumed.counted).toContainEqual({ from: at('2026-10-08 11:00'), to: at('2026-10-08 12:00') });
  });

  it('outside working hours moves nothing', () => {
    const night = pauseClock(answer(), at('2026-10-05 17:00'));

    expect(resumeClock(night, at('2026-10-06 08:00'), calendars)).toEqual({
      ...answer(),
      pauses: [{ from: at('2026-10-05 17:00'), to: at('2026-10-06 08:00') }],
    });
  });

  it('of no length parts no stretch', () => {
    const moment = resumeClock(pauseClock(answer(), at('2026-10-05 09:00')), at('2026-10-05 09:00'), calendars);

    expect(moment.counted).toEqual(answer().counted);
  });

  it('can be followed by another', () => {
    const first = resumeClock(paused, at('2026-10-06 11:00'), calendars);
    const second = resumeClock(pauseClock(first, at('2026-10-07 08:00')), at('2026-10-07 09:00'), calendars);

    expect(second.pauses).toHaveLength(2);
    expect(second.dueAt).toEqual(at('2026-10-12 10:00'));
  });

  it('asked for twice is one, and ends once', () => {
    expect(pauseClock(paused, at('2026-10-07 10:00'))).toBe(paused);
    const resumed = resumeClock(paused, at('2026-10-08 11:00'), calendars);
    expect(resumeClock(resumed, at('2026-10-09 11:00'), calendars)).toBe(resumed);
    expect(resumeClock(answer(), at('2026-10-09 11:00'), calendars)).toEqual(answer());
  });

  it('does not begin before the start or the end of the last one, nor end before it began', () => {
    expect(pauseClock(answer(), at('2026-10-05 07:59')).pauses).toEqual([{ from: at('2026-10-05 08:00'), to: null }]);
    expect(resumeClock(paused, at('2026-10-06 09:59'), calendars).pauses).toEqual([
      { from: at('2026-10-06 10:00'), to: at('2026-10-06 10:00') },
    ]);
    const resumed = resumeClock(paused, at('2026-10-08 11:00'), calendars);
    expect(pauseClock(resumed, at('2026-10-08 10:59')).pauses.at(-1)).toEqual({
      from: at('2026-10-08 11:00'),
      to: null,
    });
  });

  it('stops the wall clock of an emergency too', () => {
    const emergency = started('answer', '2026-10-05 22:00', { priorityClass: 'emergency' });
    const resumed = resumeClock(pauseClock(emergency, at('2026-10-05 23:00')), at('2026-10-06 01:30'), calendars);

    expect(resumed.dueAt).toEqual(at('2026-10-06 04:30'));
  });

  it('after the time is used up cures nothing', () => {
    const late = pauseClock(answer(), at('2026-10-12 09:00'));

    expect(late).toMatchObject({ dueAt: null, counted: answer().counted });
    expect(resumeClock(late, at('2026-10-13 09:00'), calendars).dueAt).toEqual(at('2026-10-09 17:00'));
    const twice = pauseClock(resumeClock(late, at('2026-10-13 09:00'), calendars), at('2026-10-13 10:00'));
    expect(recountClock(twice, calendars)).toEqual(twice);
  });
});

describe('an extension', () => {
  const extension = { at: at('2026-10-09 10:00'), minutes: 480 };

  it('adds working time to the end', () => {
    const extended = extendClock(answer(), extension, calendars);

    expect(extended).toMatchObject({ dueAt: at('2026-10-12 17:00'), minutes: 2400, extensions: [extension] });
    expect(extendClock(extended, extension, calendars).dueAt).toEqual(at('2026-10-13 17:00'));
  });

  it('of a paused clock counts when it goes on', () => {
    const paused = extendClock(pauseClock(answer(), at('2026-10-09 09:00')), extension, calendars);

    expect(paused.dueAt).toBeNull();
    expect(resumeClock(paused, at('2026-10-12 09:00'), calendars).dueAt).toEqual(at('2026-10-13 17:00'));
  });

  it.each([0, -60, Number.NaN, Number.POSITIVE_INFINITY])('of %d minutes is none', (minutes) => {
    expect(() => extendClock(answer(), { at: at('2026-10-05 08:00'), minutes }, calendars)).toThrow(
      new RangeError(`Not an extension: ${minutes} minutes`),
    );
  });
});

describe('the end of a clock', () => {
  const met = endClock(answer(), { at: at('2026-10-08 10:00'), outcome: 'met' });

  it('keeps the due time it is judged by', () => {
    expect(met).toEqual({ ...answer(), metAt: at('2026-10-08 10:00'), outcome: 'met' });
  });

  it('comes once', () => {
    expect(endClock(met, { at: at('2026-10-09 10:00'), outcome: 'needless' })).toBe(met);
  });

  it('leaves nothing to pause, resume, extend, count or raise', () => {
    expect(pauseClock(met, at('2026-10-08 11:00'))).toBe(met);
    expect(extendClock(met, { at: at('2026-10-08 11:00'), minutes: 60 }, calendars)).toBe(met);
    expect(recountClock(met, { of: () => shortDays })).toBe(met);
    const urgent = { policy: currentDuePolicy, priorityClass: 'urgent', categoryCode: null } as const;
    expect(reclassClock(met, urgent, calendars)).toBe(met);
    const inPause = endClock(pauseClock(answer(), at('2026-10-06 10:00')), {
      at: at('2026-10-07 10:00'),
      outcome: 'needless',
    });
    expect(resumeClock(inPause, at('2026-10-08 11:00'), calendars)).toBe(inPause);
  });
});

describe('a clock that is revived', () => {
  it('does not count the time since it ended', () => {
    const met = endClock(answer(), { at: at('2026-10-08 15:00'), outcome: 'met' });

    expect(reviveClock(met, at('2026-10-14 10:00'), calendars)).toMatchObject({
      dueAt: at('2026-10-15 12:00'),
      metAt: null,
      outcome: null,
      pauses: [{ from: at('2026-10-08 15:00'), to: at('2026-10-14 10:00') }],
    });
  });

  it('stays late when it was met late', () => {
    const met = endClock(answer(), { at: at('2026-10-12 15:00'), outcome: 'met' });
    const revived = reviveClock(met, at('2026-10-14 10:00'), calendars);

    expect(revived.dueAt).toEqual(at('2026-10-09 17:00'));
    expect(isLate(revived, at('2026-10-14 10:00'))).toBe(true);
  });

  it('keeps the pauses of before', () => {
    const resumed = resumeClock(pauseClock(answer(), at('2026-10-05 09:00')), at('2026-10-05 10:00'), calendars);
    const met = endClock(resumed, { at: at('2026-10-08 15:00'), outcome: 'met' });

    expect(reviveClock(met, at('2026-10-08 16:00'), calendars).pauses).toEqual([
      { from: at('2026-10-05 09:00'), to: at('2026-10-05 10:00') },
      { from: at('2026-10-08 15:00'), to: at('2026-10-08 16:00') },
    ]);
  });

  it('goes on from a pause it ended in', () => {
    const paused = pauseClock(answer(), at('2026-10-06 10:00'));
    const ended = endClock(paused, { at: at('2026-10-07 10:00'), outcome: 'needless' });

    expect(reviveClock(ended, at('2026-10-08 10:00'), calendars).pauses).toEqual([
      { from: at('2026-10-06 10:00'), to: at('2026-10-08 10:00') },
    ]);
  });

  it('was one that had ended', () => {
    const running = answer();

    expect(reviveClock(running, at('2026-10-14 10:00'), calendars)).toBe(running);
  });
});

describe('a changed calendar', () => {
  it('moves the due time of a clock, from its own facts', () => {
    const dayOff = buildCalendar({ facts: [{ date: '2026-10-07', name: 'Nghỉ', kind: 'holiday' }] });
    const clock = resumeClock(pauseClock(answer(), at('2026-10-06 10:00')), at('2026-10-08 11:00'), calendars);

    expect(recountClock(answer(), { of: () => dayOff }).dueAt).toEqual(at('2026-10-12 17:00'));
    expect(recountClock(clock, { of: () => dayOff }).dueAt).toEqual(clock.dueAt);
  });

  it('leaves an emergency alone', () => {
    const emergency = started('answer', '2026-10-05 08:00', { priorityClass: 'emergency' });

    expect(recountClock(emergency, { of: () => shortDays })).toEqual(emergency);
  });
});
