import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumberOf, localDateOf } from '../deadlines/calendar-day.ts';
import { type Period, spansOf } from './read-ranking.ts';

describe('a period as months and days', () => {
  test.each<[string, Period, { months: Period | null; days: Period[] }]>([
    [
      'a whole month',
      { from: '2026-10-01', to: '2026-10-31' },
      { months: { from: '2026-10-01', to: '2026-10-01' }, days: [] },
    ],
    [
      'a whole year',
      { from: '2026-01-01', to: '2026-12-31' },
      { months: { from: '2026-01-01', to: '2026-12-01' }, days: [] },
    ],
    [
      'days at both ends',
      { from: '2026-01-31', to: '2026-04-01' },
      {
        months: { from: '2026-02-01', to: '2026-03-01' },
        days: [
          { from: '2026-01-31', to: '2026-01-31' },
          { from: '2026-04-01', to: '2026-04-01' },
        ],
      },
    ],
    [
      'one day',
      { from: '2026-10-05', to: '2026-10-05' },
      { months: null, days: [{ from: '2026-10-05', to: '2026-10-05' }] },
    ],
    [
      'nearly two months',
      { from: '2026-10-02', to: '2026-11-29' },
      { months: null, days: [{ from: '2026-10-02', to: '2026-11-29' }] },
    ],
    [
      'across a year',
      { from: '2026-12-15', to: '2027-01-31' },
      { months: { from: '2027-01-01', to: '2027-01-01' }, days: [{ from: '2026-12-15', to: '2026-12-31' }] },
    ],
  ])('%s', (_what, period, spans) => {
    expect(spansOf(period)).toEqual(spans);
  });

  test('covers every day once and no other', () => {
    const first = dayNumberOf('2024-01-01');
    fc.assert(
      fc.property(fc.nat(1500), fc.nat(800), (start, length) => {
        const period = { from: localDateOf(first + start), to: localDateOf(first + start + length) };
        const { months, days } = spansOf(period);
        const covered = days.flatMap(daysIn);
        const monthDays = months
          ? daysIn({ from: months.from, to: `${months.to.slice(0, 8)}${lastOf(months.to)}` })
          : [];
        expect([...covered, ...monthDays].sort()).toEqual(daysIn(period));
        if (months) expect([months.from.slice(8), months.to.slice(8)]).toEqual(['01', '01']);
      }),
    );
  });
});

function daysIn({ from, to }: Period): string[] {
  const start = dayNumberOf(from);
  return Array.from({ length: dayNumberOf(to) - start + 1 }, (_, index) => localDateOf(start + index));
}

function lastOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return String(new Date(Date.UTC(year, number, 0)).getUTCDate());
}
