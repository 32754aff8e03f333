import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgencyFigures, DEFAULT_MINIMUM, rankAgencies } from './ranking.ts';

function rank(figures: Record<string, AgencyFigures>, minimum?: number) {
  return rankAgencies(new Map(Object.entries(figures)), minimum === undefined ? {} : { minimum });
}

const progress = (onTime: number, late: number): AgencyFigures => ({
  answered: onTime + late,
  answered_on_time: onTime,
  answered_late: late,
});
const quality = (confirmed: number, silent: number, reopened: number): AgencyFigures => ({
  confirmed,
  closed_silent: silent,
  reopened,
});

describe('the figures of an agency', () => {
  test('are shares with numerator and denominator, each of what it is a share of', () => {
    const [row] = rank({
      láng: {
        answered: 20,
        answered_on_time: 14,
        answered_late: 4,
        overdue: 6,
        extended: 3,
        handed_over: 2,
        rated: 9,
        rated_satisfied: 4,
        rated_accepted: 2,
        rated_unsatisfied: 3,
        reopened: 5,
        confirmed: 7,
        closed_silent: 8,
        gate_refused: 1,
      },
    });
    expect(row).toEqual({
      agencyCode: 'láng',
      progress: { rank: 1, share: { numerator: 14, denominator: 18 } },
      quality: { rank: 1, share: { numerator: 7, denominator: 20 } },
      answered: 20,
      late: 4,
      overdue: 6,
      extended: 3,
      handedOver: 2,
      satisfied: { numerator: 4, denominator: 9 },
      satisfiedOrAccepted: { numerator: 6, denominator: 9 },
      rated: { numerator: 9, denominator: 20 },
      reopened: { numerator: 5, denominator: 20 },
      confirmed: { numerator: 7, denominator: 15 },
      unconfirmed: 8,
      gateRefused: { numerator: 1, denominator: 21 },
    });
  });

  test('are noughts where nothing was counted', () => {
    const [row] = rank({ láng: { handed_over: 1 } });
    expect(row).toMatchObject({ answered: 0, late: 0, overdue: 0, extended: 0, handedOver: 1, unconfirmed: 0 });
    expect(row?.satisfied).toEqual({ numerator: 0, denominator: 0 });
  });
});

describe('ranks', () => {
  const ranks = (figures: Record<string, AgencyFigures>, minimum?: number) =>
    rank(figures, minimum).map((row) => [row.agencyCode, row.progress.rank, row.quality.rank]);

  test('go by the share on time, best first', () => {
    expect(ranks({ a: progress(10, 10), b: progress(19, 1), c: progress(12, 8) })).toEqual([
      ['b', 1, null],
      ['c', 2, null],
      ['a', 3, null],
    ]);
  });

  test('are equal for equal shares, whatever their size, and the next one counts all before it', () => {
    expect(ranks({ d: progress(10, 90), c: progress(20, 10), b: progress(20, 20), a: progress(10, 5) })).toEqual([
      ['a', 1, null],
      ['c', 1, null],
      ['b', 3, null],
      ['d', 4, null],
    ]);
  });

  test('compare in whole numbers: a third is a third', () => {
    expect(
      ranks({ a: progress(10, 20), b: progress(1000, 2000), c: progress(1001, 2000) }).map(([, rank]) => rank),
    ).toEqual([1, 2, 2]);
  });

  test('need a minimum of cases on their own axis, ten unless told', () => {
    expect(DEFAULT_MINIMUM).toBe(10);
    expect(ranks({ a: progress(9, 0), b: progress(1, 9) })).toEqual([
      ['b', 1, null],
      ['a', null, null],
    ]);
    expect(ranks({ a: { ...progress(10, 0), ...quality(9, 0, 0) } })).toEqual([['a', 1, null]]);
    expect(ranks({ a: { ...progress(9, 0), ...quality(8, 1, 1) } })).toEqual([['a', null, 1]]);
    expect(ranks({ a: progress(2, 1) }, 3)).toEqual([['a', 1, null]]);
  });

  test('are never given for nothing', () => {
    expect(ranks({ a: { handed_over: 5 } }, 0)).toEqual([['a', null, null]]);
  });

  test('answers without a due time are neither on time nor late', () => {
    expect(ranks({ a: { answered: 100, answered_on_time: 5, answered_late: 4 } })).toEqual([['a', null, null]]);
  });

  test('put those without a rank last, then by quality, then by code', () => {
    const same = progress(10, 0);
    expect(
      ranks({
        e: {},
        d: quality(1, 9, 0),
        c: same,
        b: { ...same, ...quality(5, 5, 0) },
        a: { ...same, ...quality(4, 6, 0) },
      }),
    ).toEqual([
      ['b', 1, 1],
      ['a', 1, 2],
      ['c', 1, null],
      ['d', null, 3],
      ['e', null, null],
    ]);
  });

  test('do not depend on the order in which agencies are given', () => {
    const count = fc.nat(30);
    const agency = fc.record({
      answered_on_time: count,
      answered_late: count,
      confirmed: count,
      closed_silent: count,
      reopened: count,
    });
    const entries = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), agency), { selector: ([code]) => code });
    fc.assert(
      fc.property(entries, (given) => {
        expect(rankAgencies(new Map(given.toReversed()))).toEqual(rankAgencies(new Map(given)));
      }),
    );
  });
});

describe('what the ranking rewards (G15)', () => {
  const qualityOf = (figures: AgencyFigures) => {
    const [row] = rank({ a: figures });
    const { numerator = 0, denominator = 1 } = row?.quality.share ?? {};
    return numerator / denominator;
  };

  test('closing in silence never counts as solved', () => {
    const [row] = rank({ a: quality(0, 50, 0) });
    expect(row?.quality).toEqual({ rank: 1, share: { numerator: 0, denominator: 50 } });
    expect(row?.confirmed).toEqual({ numerator: 0, denominator: 50 });
    expect(row?.unconfirmed).toBe(50);
  });

  test('more silence, or more reopened, is never better; more confirmed is never worse', () => {
    const count = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(count, count, count, (confirmed, silent, reopened) => {
        const now = qualityOf(quality(confirmed, silent, reopened));
        expect(qualityOf(quality(confirmed, silent + 1, reopened))).toBeLessThan(now);
        expect(qualityOf(quality(confirmed, silent, reopened + 1))).toBeLessThan(now);
        expect(qualityOf(quality(confirmed + 1, silent, reopened))).toBeGreaterThan(now);
      }),
    );
  });

  test('answers alone, however many, do nothing for quality', () => {
    const [row] = rank({ a: progress(500, 0) });
    expect(row?.quality).toEqual({ rank: null, share: { numerator: 0, denominator: 0 } });
  });
});
