import { describe, expect, it } from 'vitest';
import { holidays } from '../../../../db/seed/holidays.ts';
import { buildCalendar } from '../../deadlines/calendar-build.ts';
import type { Clock } from '../../deadlines/clock.ts';
import { dueWords } from '../../deadlines/due-words.ts';
import { currentDuePolicy } from '../../deadlines/policy.ts';
import type { EventData, EventType, ReportEvent } from '../lifecycle/events.ts';
import { evolve } from '../lifecycle/evolve.ts';
import { actorOf, aReport } from '../lifecycle/testing/facts.ts';
import { clockOf, clocksAfter, firstClocks } from './clocks-after.ts';

const office = buildCalendar({ facts: holidays });
const setting = { policy: currentDuePolicy, calendars: { of: () => office } };

/** Local time in Hà Nội. */
const at = (local: string) => new Date(`${local}:00+07:00`);

const RECEIVED = at('2026-10-05T08:00');

/** Plays events from a report received on Monday at eight; gives its clocks and what it is then. */
function story(...events: [local: string, type: EventType, data?: object][]) {
  let facts = aReport({ state: 'received', agencyCode: null });
  let clocks: readonly Clock[] = firstClocks({ at: RECEIVED, facts }, setting);
  for (const [local, type, data = {}] of events) {
    const event = {
      type,
      at: at(local),
      actor: actorOf('system'),
      isPublic: true,
      reason: null,
      data: data as EventData<EventType>,
    } as ReportEvent;
    facts = evolve(facts, event);
    clocks = clocksAfter(clocks, event, facts, setting);
  }
  const due = (kind: Clock['kind']) => {
    const clock = clockOf(clocks, kind);
    return clock?.dueAt ? dueWords(clock.dueAt) : null;
  };
  const shown = (kind: Clock['kind']) => {
    const clock = clockOf(clocks, kind);
    if (!clock) return null;
    return clock.metAt ? `${clock.outcome} ${dueWords(clock.metAt)}` : (due(kind) ?? 'paused');
  };
  return { clocks, facts, accept: shown('accept'), answer: shown('answer'), finish: shown('finish') };
}

const dispatched = ['2026-10-05T10:00', 'dispatched', { agencyCode: 'ubnd-00199' }] as const;
const accepted = ['2026-10-05T11:00', 'accepted', {}] as const;

describe('the clocks of a report', () => {
  it('start with its receipt: eight hours to pass it on, forty-eight for all of it', () => {
    expect(story()).toMatchObject({
      accept: '17:00 thứ Hai, 05/10/2026',
      answer: null,
      finish: '17:00 thứ Hai, 12/10/2026',
    });
  });

  it('dispatch meets the first and starts the answer clock', () => {
    expect(story([...dispatched])).toMatchObject({
      accept: 'met 10:00 thứ Hai, 05/10/2026',
      answer: '10:00 thứ Hai, 12/10/2026',
      finish: '17:00 thứ Hai, 12/10/2026',
    });
  });

  it.each([
    ['accepted', { agencyCode: 'ubnd-00199' }],
    ['handed_over', { agencyCode: 'so-xay-dung', from: 'ubnd-00199', why: 'not_mine' }],
    ['sent_to_coordinator', { agencyCode: 'vp-ubnd', from: 'ubnd-00199', proposedAgency: 'pc08' }],
    ['escalated', { agencyCode: 'vp-ubnd', from: 'ubnd-00199' }],
    ['merged', {}],
    ['split', {}],
    ['rated', { level: 'accepted', reasons: [] }],
    ['confirmed', {}],
    ['closed_silent', {}],
    ['result_rejected', { by: 'reporter' }],
  ] as [EventType, object][])('%s changes none of them', (type, data) => {
    const before = story([...dispatched]);

    expect(story([...dispatched], ['2026-10-06T09:00', type, data]).clocks).toEqual(before.clocks);
  });

  it('a question pauses what runs, and the reply gives the time back', () => {
    const asked = story([...dispatched], [...accepted], ['2026-10-06T09:00', 'citizen_asked', { agencyCode: null }]);
    const replied = story(
      [...dispatched],
      [...accepted],
      ['2026-10-06T09:00', 'citizen_asked', { agencyCode: null }],
      ['2026-10-07T09:00', 'citizen_replied'],
    );

    expect(asked).toMatchObject({ accept: 'met 10:00 thứ Hai, 05/10/2026', answer: 'paused', finish: 'paused' });
    expect(replied).toMatchObject({ answer: '10:00 thứ Ba, 13/10/2026', finish: '17:00 thứ Ba, 13/10/2026' });
  });

  it('nobody’s reply does the same', () => {
    const timedOut = story(
      ['2026-10-05T09:00', 'citizen_asked', { agencyCode: null }],
      ['2026-10-06T09:00', 'wait_timed_out'],
    );

    expect(timedOut).toMatchObject({ accept: '17:00 thứ Ba, 06/10/2026', finish: '17:00 thứ Ba, 13/10/2026' });
  });

  it('an extension lengthens answer and finish alike', () => {
    const extended = story(
      [...dispatched],
      [...accepted],
      ['2026-10-06T09:00', 'extended', { minutes: 480, extension: 1 }],
    );

    expect(extended).toMatchObject({ answer: '10:00 thứ Ba, 13/10/2026', finish: '17:00 thứ Ba, 13/10/2026' });
  });

  it('an answer meets both', () => {
    expect(story([...dispatched], [...accepted], ['2026-10-08T10:00', 'answered'])).toMatchObject({
      answer: 'met 10:00 thứ Năm, 08/10/2026',
      finish: 'met 10:00 thứ Năm, 08/10/2026',
    });
  });

  it.each([
    ['reopened', { level: 1, agencyCode: 'ubnd-00199', from: 'ubnd-00199', round: 2 }],
    ['rechecked', { round: 2 }],
  ] as [EventType, object][])(
    '%s starts an answer clock of a new round; the whole goes on without the wait',
    (type, data) => {
      const again = story(
        [...dispatched],
        [...accepted],
        ['2026-10-08T10:00', 'answered'],
        ['2026-10-12T10:00', type, data],
      );

      expect(again).toMatchObject({ answer: '10:00 thứ Năm, 15/10/2026', finish: '17:00 thứ Tư, 14/10/2026' });
      expect(clockOf(again.clocks, 'answer')).toMatchObject({
        round: 2,
        minutes: 24 * 60,
        calendarAgency: 'ubnd-00199',
      });
      expect(again.clocks.filter(({ kind }) => kind === 'answer')).toHaveLength(2);
    },
  );

  it('a refusal meets what ran, an objection lets it go on without the time between', () => {
    const refused = story(['2026-10-05T10:00', 'refused', { reason: 'spam' }]);
    const objected = story(['2026-10-05T10:00', 'refused', { reason: 'spam' }], ['2026-10-06T10:00', 'objected']);

    expect(refused).toMatchObject({ accept: 'met 10:00 thứ Hai, 05/10/2026', finish: 'met 10:00 thứ Hai, 05/10/2026' });
    expect(objected).toMatchObject({ accept: '17:00 thứ Ba, 06/10/2026', finish: '17:00 thứ Ba, 13/10/2026' });
  });

  it('a second dispatch after an objection starts the answer clock then', () => {
    const again = story(
      ['2026-10-05T10:00', 'refused', { reason: 'spam' }],
      ['2026-10-06T10:00', 'objected'],
      ['2026-10-06T11:00', 'dispatched', { agencyCode: 'so-xay-dung' }],
    );

    expect(again).toMatchObject({ accept: 'met 11:00 thứ Ba, 06/10/2026', answer: '11:00 thứ Ba, 13/10/2026' });
  });

  it('withdrawing makes them needless', () => {
    expect(story(['2026-10-05T10:00', 'withdrawn'])).toMatchObject({
      accept: 'needless 10:00 thứ Hai, 05/10/2026',
      finish: 'needless 10:00 thứ Hai, 05/10/2026',
    });
  });

  it('a higher class shortens what runs, counted from when it was raised', () => {
    const to = { categoryCode: 'GT-02', priorityClass: 'urgent' };
    const from = { categoryCode: 'GT-01', priorityClass: 'normal' };

    expect(story(['2026-10-05T09:00', 'classified', { from, to }])).toMatchObject({
      accept: '11:00 thứ Hai, 05/10/2026',
      finish: '16:00 thứ Hai, 05/10/2026',
    });
  });

  it('a class nobody answers has no answer clock', () => {
    const facts = aReport({ priorityClass: 'none', state: 'dispatched' });
    const event = { type: 'dispatched', at: RECEIVED, actor: actorOf('system'), isPublic: true, reason: null } as const;
    const first = firstClocks({ at: RECEIVED, facts }, setting);

    const after = clocksAfter(first, { ...event, data: { agencyCode: 'vp-ubnd' } }, facts, setting);

    expect(clockOf(after, 'answer')).toBeNull();
  });
});

describe('the clock that counts', () => {
  it('is the latest round’s, whatever the order', () => {
    const [clock] = firstClocks({ at: RECEIVED, facts: aReport() }, setting);
    if (!clock) throw new Error('no clock');
    const rounds = [2, 3, 1].map((round): Clock => ({ ...clock, round }));

    expect(clockOf(rounds, 'accept')?.round).toBe(3);
    expect(clockOf(rounds, 'answer')).toBeNull();
  });
});
