import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidays } from '../../../db/seed/holidays.ts';
import { workingMinutesBetween } from './calendar.ts';
import { buildCalendar, daySpan } from './calendar-build.ts';
import {
  acceptDue,
  answerDue,
  confirmDue,
  currentDuePolicy,
  type DuePolicy,
  escalationDue,
  figuresFor,
  isOnTime,
  momentBeforeEnd,
  overdueFrom,
  type PriorityClass,
  waitDue,
  warnAt,
} from './policy.ts';
import { calendars, moments } from './testing/arbitrary-calendar.ts';

const office = buildCalendar({ facts: holidays });
const at = (local: string) => new Date(`${local.replace(' ', 'T')}+07:00`);
const classes: PriorityClass[] = ['emergency', 'urgent', 'normal', 'complex', 'none'];

describe('due times by class, for a report of Friday 13/02/2026 16:00, the eve of Tết', () => {
  it.each([
    ['emergency', '2026-02-13 17:00', '2026-02-13 20:00'],
    ['urgent', '2026-02-23 09:00', '2026-02-23 11:00'],
    ['normal', '2026-02-23 16:00', '2026-02-27 16:00'],
    ['complex', '2026-02-23 16:00', '2026-03-13 16:00'],
  ] as const)('%s: accept by %s, answer by %s', (priorityClass, accept, answer) => {
    expect(acceptDue(currentDuePolicy, priorityClass, at('2026-02-13 16:00'), office).dueAt).toEqual(at(accept));
    expect(answerDue(currentDuePolicy, priorityClass, at('2026-02-13 16:00'), office)?.dueAt).toEqual(at(answer));
  });

  it('a report outside our scope is redirected in 8 working hours and has no answer clock', () => {
    expect(acceptDue(currentDuePolicy, 'none', at('2026-02-13 16:00'), office).dueAt).toEqual(at('2026-02-23 16:00'));
    expect(answerDue(currentDuePolicy, 'none', at('2026-02-13 16:00'), office)).toBeNull();
  });

  it('carries what explains it: start, allowance, clock, class, policy version and counted stretches', () => {
    expect(acceptDue(currentDuePolicy, 'urgent', at('2026-02-13 16:00'), office)).toEqual({
      dueAt: at('2026-02-23 09:00'),
      startedAt: at('2026-02-13 16:00'),
      minutes: 120,
      clock: 'working',
      counted: [
        { from: at('2026-02-13 16:00'), to: at('2026-02-13 17:00') },
        { from: at('2026-02-23 08:00'), to: at('2026-02-23 09:00') },
      ],
      priorityClass: 'urgent',
      policyVersion: currentDuePolicy.version,
    });
  });

  it('follows another version of the policy', () => {
    const normal = { ...currentDuePolicy.classes.normal, acceptHours: 4, answerHours: 16 };
    const stricter: DuePolicy = {
      ...currentDuePolicy,
      version: 'test-2',
      classes: { ...currentDuePolicy.classes, normal },
    };

    expect(answerDue(stricter, 'normal', at('2026-10-05 08:00'), office)).toMatchObject({
      dueAt: at('2026-10-06 17:00'),
      policyVersion: 'test-2',
    });
  });
});

describe('the warning before a due time', () => {
  it.each<[PriorityClass, 'accept' | 'answer', string, string, string]>([
    ['emergency', 'accept', '2026-10-05 19:00', '2026-10-05 19:30', 'half an hour before'],
    ['emergency', 'answer', '2026-10-05 19:00', '2026-10-05 22:00', 'an hour before, at night'],
    ['urgent', 'accept', '2026-10-05 09:00', '2026-10-05 10:00', 'a working hour before'],
    ['urgent', 'answer', '2026-10-05 15:30', '2026-10-06 09:30', 'a working hour before'],
    ['normal', 'accept', '2026-10-05 11:00', '2026-10-06 09:00', 'two working hours before'],
    ['normal', 'accept', '2026-10-05 09:00', '2026-10-05 16:00', 'two working hours before, the evening before'],
    ['normal', 'answer', '2026-10-05 08:00', '2026-10-08 15:00', 'ten working hours before'],
    ['complex', 'answer', '2026-10-05 08:00', '2026-10-20 10:00', 'thirty working hours before'],
  ])('%s, %s, from %s: %s (%s)', (priorityClass, step, start, warn) => {
    const dueTime = (step === 'accept' ? acceptDue : answerDue)(currentDuePolicy, priorityClass, at(start), office);

    expect(dueTime && warnAt(dueTime)).toEqual(at(warn));
  });

  it('waits for the morning rather than ring at closing time', () => {
    const dueTime = acceptDue(currentDuePolicy, 'normal', at('2026-10-05 10:00'), office);

    expect(dueTime.dueAt).toEqual(at('2026-10-06 10:00'));
    expect(warnAt(dueTime)).toEqual(at('2026-10-06 08:00'));
  });

  it('comes after half of the time at the earliest, and before the end', () => {
    fc.assert(
      fc.property(calendars, moments, fc.constantFrom(...classes), (calendar, start, priorityClass) => {
        const dueTime = acceptDue(currentDuePolicy, priorityClass, start, calendar);
        const left = total(dueTime.counted, warnAt(dueTime));
        const lead = Math.min(Math.max(dueTime.minutes / 4, 60), dueTime.minutes / 2);
        expect(left).toBeCloseTo(lead, 6);
        if (dueTime.clock === 'working') {
          expect(workingMinutesBetween(calendar, warnAt(dueTime), dueTime.dueAt)).toBeCloseTo(lead, 6);
        }
      }),
    );
  });

  it('of an allowance of nothing is the due time itself', () => {
    expect(warnAt({ dueAt: at('2026-10-05 08:00'), minutes: 0, counted: [] })).toEqual(at('2026-10-05 08:00'));
  });
});

describe('other due times, from Friday 09/10/2026 16:00', () => {
  const agencyHours = buildCalendar({ week: [[], [], [], [], [], [], [daySpan('08:00', '12:00')]] });
  const calendars = { of: (agency: string | null) => (agency === 'so-y-te' ? agencyHours : office) };
  const friday = at('2026-10-09 16:00');

  it.each<[PriorityClass, string]>([
    ['emergency', '2026-10-10 16:00'],
    ['urgent', '2026-10-10 16:00'],
    ['normal', '2026-10-16 16:00'],
    ['complex', '2026-10-16 16:00'],
    ['none', '2026-10-16 16:00'],
  ])('a question to the citizen about a report of class %s waits until %s', (priorityClass, due) => {
    expect(waitDue(currentDuePolicy, priorityClass, friday, calendars)).toEqual(at(due));
  });

  it('the citizen has seven days of 24 hours to confirm', () => {
    expect(confirmDue(currentDuePolicy, at('2026-02-13 16:00:20.250'))).toEqual(at('2026-02-20 16:00:20.250'));
    expect(confirmDue({ ...currentDuePolicy, confirmDays: 1 }, friday)).toEqual(at('2026-10-10 16:00'));
  });

  it.each<[PriorityClass, string, string]>([
    ['emergency', '2026-10-09 20:00', '2026-10-09 20:00'],
    ['urgent', '2026-10-12 11:00', '2026-10-10 12:00'],
    ['normal', '2026-10-12 16:00', '2026-10-17 12:00'],
    ['complex', '2026-10-12 16:00', '2026-10-17 12:00'],
    ['none', '2026-10-12 16:00', '2026-10-17 12:00'],
  ])('a superior acts on a report of class %s by %s, or %s in the hours of the agency', (priorityClass, due, own) => {
    expect(escalationDue(currentDuePolicy, priorityClass, friday, calendars, null)).toEqual(at(due));
    expect(escalationDue(currentDuePolicy, priorityClass, friday, calendars, 'so-y-te')).toEqual(at(own));
  });
});

describe('figures of a category', () => {
  const source = { certainty: 'H', source: 'Quyết định 13/2023/QĐ-UBND' } as const;
  const policy: DuePolicy = {
    ...currentDuePolicy,
    categories: {
      'DV-01': { normal: { answerHours: 16, source }, urgent: { acceptHours: 1, reopenHours: 2, source } },
    },
  };
  const { normal, urgent } = currentDuePolicy.classes;

  it('replace those of its class, each with its source', () => {
    expect(figuresFor(policy, 'normal', 'DV-01')).toEqual({
      ...normal,
      answerHours: 16,
      sources: { ...normal.sources, answer: source },
    });
    expect(figuresFor(policy, 'urgent', 'DV-01')).toEqual({
      ...urgent,
      acceptHours: 1,
      reopenHours: 2,
      sources: { ...urgent.sources, accept: source, reopen: source },
    });
  });

  it('are those of the class in every other case', () => {
    expect(figuresFor(policy, 'complex', 'DV-01')).toBe(policy.classes.complex);
    expect(figuresFor(policy, 'none', 'DV-01')).toBe(policy.classes.none);
    expect(figuresFor(policy, 'normal', 'GT-01')).toBe(policy.classes.normal);
    expect(figuresFor(policy, 'normal', null)).toBe(policy.classes.normal);
    expect(figuresFor(currentDuePolicy, 'normal', 'DV-01')).toBe(normal);
  });
});

describe('the moment so many counted minutes before the end', () => {
  const counted = [
    { from: at('2026-10-05 08:00'), to: at('2026-10-05 09:00') },
    { from: at('2026-10-06 08:00'), to: at('2026-10-06 09:00') },
  ];

  it.each([
    [0, '2026-10-06 09:00'],
    [59, '2026-10-06 08:01'],
    [60, '2026-10-06 08:00'],
    [61, '2026-10-05 08:59'],
    [120, '2026-10-05 08:00'],
    [500, '2026-10-05 08:00'],
  ])('%d minutes: %s', (minutes, moment) => {
    expect(momentBeforeEnd(counted, minutes)).toEqual(at(moment));
  });

  it('is nowhere when nothing is counted', () => {
    expect(momentBeforeEnd([], 10)).toBeNull();
  });
});

describe('on time', () => {
  it.each([
    ['2026-10-05 16:30:00', '2026-10-05 16:30:00', true],
    ['2026-10-05 16:30:00', '2026-10-05 16:30:59.999', true],
    ['2026-10-05 16:30:20', '2026-10-05 16:30:45', true],
    ['2026-10-05 16:30:20', '2026-10-05 16:31:00', false],
    ['2026-10-05 16:30:00', '2026-10-05 16:29:59', true],
  ])('due %s, done %s: %s', (dueAt, doneAt, expected) => {
    expect(isOnTime(at(dueAt), at(doneAt))).toBe(expected);
    expect(at(doneAt) >= overdueFrom(at(dueAt))).toBe(!expected);
  });
});

/** Counted minutes that lie after a moment. */
function total(counted: { from: Date; to: Date }[], after: Date): number {
  const ms = counted.map(({ from, to }) => Math.max(0, to.getTime() - Math.max(from.getTime(), after.getTime())));
  return ms.reduce((sum, part) => sum + part, 0) / 60_000;
}
