import { describe, expect, test } from 'vitest';
import { nothingCounted, type PlaceCounts, placeFigures } from './place-figures.ts';

const counted: PlaceCounts = {
  received: 40,
  byCategory: new Map([
    ['GT-01', 12],
    ['MT-01', 12],
    ['AN-09', 30],
    ['KH-01', 9],
    ['TN-02', 3],
    ['CX-04', 2],
    ['CS-01', 5],
    ['DT-01', 1],
  ]),
  events: {
    answered: 20,
    answered_on_time: 15,
    answered_late: 3,
    rated: 8,
    rated_satisfied: 4,
    rated_accepted: 2,
    rated_unsatisfied: 2,
  },
  medianMs: 2.26 * 86_400_000,
  medianOf: 19,
  openNow: 7,
  overdueNow: 2,
};

describe('figures of a place', () => {
  test('are shares with what they are shares of', () => {
    expect(placeFigures(counted)).toMatchObject({
      received: 40,
      // Two answers had no due time: they are neither in time nor late.
      answeredOnTime: { numerator: 15, denominator: 18 },
      rated: { numerator: 8, denominator: 20 },
      satisfied: { numerator: 4, denominator: 8 },
      satisfiedOrAccepted: { numerator: 6, denominator: 8 },
      medianDays: { days: 2.3, of: 19 },
      overdueNow: { numerator: 2, denominator: 7 },
    });
  });

  test('name five public categories at most, most first, and never one that is not public', () => {
    expect(placeFigures(counted).topCategories).toEqual([
      { code: 'GT-01', count: 12 },
      { code: 'MT-01', count: 12 },
      { code: 'CS-01', count: 5 },
      { code: 'TN-02', count: 3 },
      { code: 'CX-04', count: 2 },
    ]);
  });

  test('of a place where nothing happened are noughts, and no median', () => {
    expect(placeFigures(nothingCounted)).toMatchObject({
      received: 0,
      answeredOnTime: { numerator: 0, denominator: 0 },
      medianDays: { days: null, of: 0 },
      topCategories: [],
    });
  });
});
