import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { holidays } from '../../../db/seed/holidays.ts';
import { buildCalendar } from '../deadlines/calendar-build.ts';
import { dueWords } from '../deadlines/due-words.ts';
import { extendedDue, standingOf, startRequestClock } from './request-clock.ts';

const office = buildCalendar({ facts: holidays });
const at = (local: string) => new Date(`${local}:00+07:00`);

describe('the clock of a privacy request', () => {
  test.each([
    ['a Monday morning', '2026-10-05T10:00', '10:00 thứ Tư, 07/10/2026', '10:00 thứ Ba, 20/10/2026'],
    [
      'a Friday afternoon, over the weekend',
      '2026-10-09T16:00',
      '16:00 thứ Ba, 13/10/2026',
      '16:00 thứ Bảy, 24/10/2026',
    ],
    ['a Saturday night', '2026-10-10T23:30', '17:00 thứ Ba, 13/10/2026', '23:30 Chủ nhật, 25/10/2026'],
    ['the eve of National Day', '2026-08-31T16:00', null, '16:00 thứ Ba, 15/09/2026'],
  ])('%s', (_name, received, answerDue, doneDue) => {
    const { answerDueAt, doneDueAt } = startRequestClock(at(received), office);

    if (answerDue) expect(dueWords(answerDueAt)).toBe(answerDue);
    else expect(answerDueAt.getTime()).toBeGreaterThan(at('2026-09-03T00:00').getTime());
    expect(dueWords(doneDueAt)).toBe(doneDue);
  });

  it('is extended by whole days, fifteen at most', () => {
    const due = at('2026-10-20T10:00');

    expect(dueWords(extendedDue(due, 15))).toBe('10:00 thứ Tư, 04/11/2026');
    for (const days of [0, 16, 1.5, -1, Number.NaN]) expect(() => extendedDue(due, days)).toThrow(RangeError);
  });

  it('the answer is due before the whole, whenever it comes in an ordinary month', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-10-01T00:00'), max: at('2026-11-30T00:00'), noInvalidDate: true }),
        (received) => {
          const { answerDueAt, doneDueAt } = startRequestClock(received, office);
          expect(answerDueAt.getTime()).toBeGreaterThan(received.getTime());
          expect(answerDueAt.getTime()).toBeLessThan(doneDueAt.getTime());
        },
      ),
    );
  });

  const clock = { answerDueAt: at('2026-10-07T10:00'), doneDueAt: at('2026-10-20T10:00') };
  test.each([
    ['received', '2026-10-05T11:00', 'in_time', 'answer'],
    ['received', '2026-10-06T10:00', 'due_soon', 'answer'],
    ['received', '2026-10-07T10:00', 'due_soon', 'answer'],
    ['received', '2026-10-07T10:01', 'overdue', 'answer'],
    ['received', '2026-10-20T10:01', 'overdue', 'done'],
    ['answered', '2026-10-07T10:01', 'in_time', 'done'],
    ['answered', '2026-10-19T10:00', 'due_soon', 'done'],
    ['answered', '2026-10-21T00:00', 'overdue', 'done'],
    ['done', '2026-12-01T00:00', 'in_time', 'done'],
    ['refused', '2026-12-01T00:00', 'in_time', 'done'],
  ] as const)('%s at %s stands %s with its %s', (state, now, standing, what) => {
    expect(standingOf({ ...clock, state }, at(now))).toEqual({ standing, what });
  });
});
