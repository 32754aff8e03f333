import { describe, expect, it } from 'vitest';
import { holidays, proposedSwaps } from '../../../db/seed/holidays.ts';
import { buildCalendar, type DayFact, daySpan } from './calendar-build.ts';
import { dayNumberOf, weekdayOf } from './calendar-day.ts';

const weekday = (date: string) => weekdayOf(dayNumberOf(date));
const isWeekend = (date: string) => weekday(date) === 0 || weekday(date) === 6;

describe('buildCalendar', () => {
  it('closes on every kind of day off and opens on make-up workdays with the hours of a Monday', () => {
    const facts: DayFact[] = [
      { date: '2026-08-22', name: 'Làm bù cho 31/08/2026', kind: 'makeup_workday' },
      { date: '2026-08-31', name: 'Nghỉ hoán đổi', kind: 'swapped_off' },
      { date: '2026-09-02', name: 'Quốc khánh', kind: 'holiday' },
    ];

    expect(buildCalendar({ facts }).specialDays).toEqual({
      '2026-08-22': { name: 'Làm bù cho 31/08/2026', spans: [daySpan('08:00', '12:00'), daySpan('13:00', '17:00')] },
      '2026-08-31': { name: 'Nghỉ hoán đổi', spans: [] },
      '2026-09-02': { name: 'Quốc khánh', spans: [] },
    });
  });

  it('sorts the spans it is given', () => {
    const [late, early] = [daySpan('13:00', '17:00'), daySpan('08:00', '12:00')];

    expect(buildCalendar({ week: [[], [late, early], [], [], [], [], []] }).week[1]).toEqual([early, late]);
  });

  it('gives data that survives storage as JSON', () => {
    const calendar = buildCalendar({ facts: holidays });

    expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar);
  });

  it('lets spans touch each other and midnight', () => {
    const spans = [
      { from: 0, to: 720 },
      { from: 720, to: 1440 },
    ];

    expect(buildCalendar({ week: [[], spans, [], [], [], [], []] }).week[1]).toEqual(spans);
  });

  it.each([
    ['a week of six days', { week: Array(6).fill([]) }, 'A week has 7 days, not 6'],
    [
      'overlapping spans',
      { week: [[], [daySpan('08:00', '12:00'), daySpan('11:59', '17:00')], [], [], [], [], []] },
      'Spans overlap at minute 719',
    ],
    ['a span past midnight', { makeupSpans: [{ from: 1400, to: 1441 }] }, 'Not a span of a day: 1400–1441'],
    ['a span before midnight', { makeupSpans: [{ from: -1, to: 10 }] }, 'Not a span of a day: -1–10'],
    ['a span of nothing', { makeupSpans: [{ from: 480, to: 480 }] }, 'Not a span of a day: 480–480'],
    ['a span of part minutes', { makeupSpans: [{ from: 480.5, to: 500 }] }, 'Not a span of a day: 480.5–500'],
    [
      'a day that does not exist',
      { facts: [{ date: '2026-02-30', name: 'Tết', kind: 'holiday' as const }] },
      'Not a day: 2026-02-30',
    ],
    [
      'two facts about one day',
      { facts: [...holidays, { date: '2026-09-02', name: 'Làm bù', kind: 'makeup_workday' as const }] },
      'Two facts about 2026-09-02: Quốc khánh; Làm bù',
    ],
  ])('refuses %s', (_, source, fault) => {
    expect(() => buildCalendar(source)).toThrow(new RangeError(fault));
  });
});

describe('daySpan', () => {
  it('reads the clock', () => {
    expect(daySpan('07:30', '24:00')).toEqual({ from: 450, to: 1440 });
  });

  it.each([
    ['8:00', '12:00', 'Not a time of day: 8:00'],
    ['x08:00', '12:00', 'Not a time of day: x08:00'],
    ['08:000', '12:00', 'Not a time of day: 08:000'],
    ['08:00', '24:01', 'Not a time of day: 24:01'],
    ['08:60', '12:00', 'Not a time of day: 08:60'],
    ['12:00', '12:00', 'A span must end after it starts: 12:00–12:00'],
    ['13:00', '12:00', 'A span must end after it starts: 13:00–12:00'],
  ])('refuses %s–%s', (from, to, fault) => {
    expect(() => daySpan(from, to)).toThrow(new RangeError(fault));
  });
});

describe('the known holidays', () => {
  it('are in order, one fact per day', () => {
    const dates = holidays.map((fact) => fact.date);

    expect(dates).toEqual([...new Set(dates)].toSorted());
  });

  it('swap a working day for a weekend day, as many as they give back', () => {
    for (const facts of [holidays, ...proposedSwaps]) {
      const off = facts.filter((fact) => fact.kind === 'swapped_off');
      const worked = facts.filter((fact) => fact.kind === 'makeup_workday');

      expect(off.length).toBe(worked.length);
      expect(off.some((fact) => isWeekend(fact.date))).toBe(false);
      expect(worked.every((fact) => isWeekend(fact.date))).toBe(true);
    }
  });

  it('compensate on a working day, once for every holiday on a weekend', () => {
    const compensated = holidays.filter((fact) => fact.kind === 'compensatory_off');

    expect(compensated.some((fact) => isWeekend(fact.date))).toBe(false);
    expect(compensated.length).toBe(holidays.filter((fact) => fact.kind === 'holiday' && isWeekend(fact.date)).length);
  });
});
