import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgencyDay, type AgencyEvent, totalsAfter } from './agency-totals.ts';

const answered = (day: string, count = 1): AgencyEvent => ({ day, measure: 'answered', count });

describe('the running totals of an agency', () => {
  test('begin with what has happened on the first day', () => {
    expect(totalsAfter([], [answered('2026-10-02'), answered('2026-10-02', 2)])).toEqual([
      { day: '2026-10-02', totals: { answered: 3 } },
    ]);
  });

  test('go on from the last day there was, of every measure', () => {
    const known = [{ day: '2026-10-01', totals: { answered: 5, overdue: 1 } }];
    expect(totalsAfter(known, [answered('2026-10-03')])).toEqual([
      { day: '2026-10-03', totals: { answered: 6, overdue: 1 } },
    ]);
  });

  test('change on the day itself', () => {
    expect(totalsAfter([{ day: '2026-10-03', totals: { answered: 5 } }], [answered('2026-10-03')])).toEqual([
      { day: '2026-10-03', totals: { answered: 6 } },
    ]);
  });

  test('change on every later day when something is told late, and on no earlier one', () => {
    const known = [
      { day: '2026-10-01', totals: { answered: 1 } },
      { day: '2026-10-03', totals: { answered: 2, refused: 1 } },
      { day: '2026-10-04', totals: { answered: 3, refused: 1 } },
    ];
    expect(totalsAfter(known, [answered('2026-10-02', 10)])).toEqual([
      { day: '2026-10-02', totals: { answered: 11 } },
      { day: '2026-10-03', totals: { answered: 12, refused: 1 } },
      { day: '2026-10-04', totals: { answered: 13, refused: 1 } },
    ]);
  });

  test('are the plain sums, in whatever portions things are told', () => {
    const event = fc.record({
      day: fc.integer({ min: 1, max: 9 }).map((day) => `2026-10-0${day}`),
      measure: fc.constantFrom('answered', 'overdue', 'rated'),
      count: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(event, { minLength: 1, maxLength: 6 }), { maxLength: 6 }), (portions) => {
        const stored = new Map<string, AgencyDay>();
        for (const portion of portions) {
          for (const row of totalsAfter([...stored.values()], portion)) stored.set(row.day, row);
        }
        const all = portions.flat();
        expect([...stored.keys()].sort()).toEqual([...new Set(all.map(({ day }) => day))].sort());
        for (const { day, totals } of stored.values()) {
          const upTo = (measure: string) =>
            all.filter((one) => one.measure === measure && one.day <= day).reduce((sum, { count }) => sum + count, 0);
          for (const measure of ['answered', 'overdue', 'rated']) expect(totals[measure] ?? 0).toBe(upTo(measure));
        }
      }),
    );
  });
});
