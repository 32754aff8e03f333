import { describe, expect, it } from 'vitest';
import { reportStates } from '../../../../db/schema/reports.ts';
import { buildCalendar } from '../../deadlines/calendar-build.ts';
import { clockWarnAt, delayNoticeAt, pauseClock, startClock } from '../../deadlines/clock.ts';
import { currentDuePolicy } from '../../deadlines/policy.ts';
import { dueNow, type TimerFacts, timersFor } from './timers-for.ts';

const calendars = { of: () => buildCalendar() };
const started = new Date('2026-10-05T02:00:00Z');
const start = {
  policy: currentDuePolicy,
  priorityClass: 'normal',
  categoryCode: 'GT-01',
  round: 1,
  at: started,
  agencyCode: null,
} as const;
const clocks = (['accept', 'answer', 'finish'] as const).flatMap((kind) => startClock(kind, start, calendars) ?? []);
const [accept, answer, finish] = clocks;
const times = {
  waitDueAt: new Date('2026-10-09T02:00:30Z'),
  confirmDueAt: new Date('2026-10-16T02:00:30Z'),
  escalationDueAt: new Date('2026-10-13T02:00:30Z'),
};

function armed(facts: Partial<TimerFacts>) {
  return Object.fromEntries(timersFor({ state: 'received', clocks, ...times, ...facts }));
}

const minuteAfter = (date: Date | null | undefined) =>
  date && new Date(Math.floor(date.getTime() / 60_000) * 60_000 + 60_000);

describe('the timers of a report', () => {
  it('received: a warning and the end of the accept clock', () => {
    expect(armed({})).toEqual({
      accept_warn: accept && clockWarnAt(accept),
      accept_breach: minuteAfter(accept?.dueAt),
    });
  });

  it.each(['dispatched', 'in_progress'] as const)(
    '%s: warning, word to the citizen, end, and the end of it all',
    (state) => {
      expect(armed({ state })).toEqual({
        answer_warn: answer && clockWarnAt(answer),
        answer_delay: answer && delayNoticeAt(answer),
        answer_breach: minuteAfter(answer?.dueAt),
        finish_breach: minuteAfter(finish?.dueAt),
        escalation_due: new Date('2026-10-13T02:01:00Z'),
      });
    },
  );

  it('awaiting_citizen: only how long we wait', () => {
    expect(armed({ state: 'awaiting_citizen' })).toEqual({ wait_timeout: new Date('2026-10-09T02:01:00Z') });
  });

  it('answered: only how long the citizen can confirm', () => {
    expect(armed({ state: 'answered' })).toEqual({ confirm_timeout: new Date('2026-10-16T02:01:00Z') });
  });

  it.each(['closed_confirmed', 'closed_unconfirmed', 'refused', 'merged', 'withdrawn'] as const)(
    '%s: none',
    (state) => {
      expect(armed({ state })).toEqual({});
    },
  );

  it('a clock that is paused or missing rings nothing', () => {
    const paused = clocks.map((clock) => pauseClock(clock, started));
    const nothing = { waitDueAt: null, confirmDueAt: null, escalationDueAt: null };

    for (const state of reportStates) {
      expect(armed({ state, clocks: paused, ...nothing })).toEqual({});
      expect(armed({ state, clocks: [], ...nothing })).toEqual({});
    }
  });
});

describe('the due time that counts', () => {
  const due = (facts: Partial<TimerFacts>) => dueNow({ state: 'received', clocks, ...times, ...facts });

  it('follows the state', () => {
    expect(due({ state: 'received' })).toEqual(accept?.dueAt);
    expect(due({ state: 'dispatched' })).toEqual(answer?.dueAt);
    expect(due({ state: 'in_progress' })).toEqual(answer?.dueAt);
    expect(due({ state: 'awaiting_citizen' })).toEqual(times.waitDueAt);
    expect(due({ state: 'answered' })).toEqual(times.confirmDueAt);
    expect(due({ state: 'closed_confirmed' })).toBeNull();
  });

  it('is none where no clock runs', () => {
    expect(due({ state: 'received', clocks: [] })).toBeNull();
    expect(due({ state: 'in_progress', clocks: [] })).toBeNull();
  });
});
