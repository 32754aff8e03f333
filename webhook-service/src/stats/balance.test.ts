import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportStates } from '../../../db/schema/reports.ts';
import { addCounts, type BalanceCounts, balanceOf, differenceOf } from './balance.ts';

const oneOfEach: BalanceCounts = {
  received: 10,
  states: Object.fromEntries(reportStates.map((state) => [state, 1])),
};

describe('the daily balance', () => {
  test('puts every state into one of five, closed reports with the answered', () => {
    expect(balanceOf(oneOfEach)).toEqual({
      received: 10,
      open: 4,
      answered: 3,
      refused: 1,
      merged: 1,
      withdrawn: 1,
      holds: true,
    });
  });

  test.each(reportStates)('a report in the state %s is counted exactly once', (state) => {
    expect(balanceOf({ received: 1, states: { [state]: 1 } }).holds).toBe(true);
    expect(balanceOf({ received: 0, states: { [state]: 1 } }).holds).toBe(false);
    expect(balanceOf({ received: 2, states: { [state]: 1 } }).holds).toBe(false);
  });

  test.each([
    ['received', 'open'],
    ['dispatched', 'open'],
    ['in_progress', 'open'],
    ['awaiting_citizen', 'open'],
    ['answered', 'answered'],
    ['closed_confirmed', 'answered'],
    ['closed_unconfirmed', 'answered'],
    ['refused', 'refused'],
    ['merged', 'merged'],
    ['withdrawn', 'withdrawn'],
  ] as const)('%s counts as %s', (state, part) => {
    expect(balanceOf({ received: 3, states: { [state]: 3 } })[part]).toBe(3);
  });

  test('of a day without reports holds', () => {
    expect(balanceOf({ received: 0, states: {} })).toEqual({
      received: 0,
      open: 0,
      answered: 0,
      refused: 0,
      merged: 0,
      withdrawn: 0,
      holds: true,
    });
  });

  test('does not hold when a count is below nothing, though the sum is right', () => {
    expect(balanceOf({ received: 1, states: { received: -1, answered: 2 } }).holds).toBe(false);
    expect(balanceOf({ received: -1, states: { received: -1 } }).holds).toBe(false);
  });

  test('holds for any counts that add up and for no others', () => {
    const counts = fc.array(fc.nat(50), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(counts, fc.integer({ min: -3, max: 3 }), (each, off) => {
        const states = Object.fromEntries(reportStates.map((state, index) => [state, each[index] ?? 0]));
        const sum = each.reduce((total, count) => total + count, 0);
        expect(balanceOf({ received: sum + off, states }).holds).toBe(off === 0);
      }),
    );
  });

  test('of several days adds line by line', () => {
    const sum = addCounts([oneOfEach, { received: 2, states: { merged: 2 } }]);
    expect(sum.received).toBe(12);
    expect(sum.states).toMatchObject({ merged: 3, refused: 1 });
    expect(addCounts([]).received).toBe(0);
  });
});

describe('three counts of one day', () => {
  test('that agree and balance differ in nothing', () => {
    expect(differenceOf({ reports: oneOfEach, tallies: oneOfEach, history: oneOfEach })).toBeNull();
    const empty = { received: 0, states: {} };
    expect(
      differenceOf({ reports: empty, tallies: empty, history: { received: 0, states: { merged: 0 } } }),
    ).toBeNull();
  });

  const other: BalanceCounts = { received: 10, states: { ...oneOfEach.states, answered: 0, refused: 2 } };

  test.each(['reports', 'tallies', 'history'] as const)(
    'show where %s say something else, and only there',
    (source) => {
      const counts = { reports: oneOfEach, tallies: oneOfEach, history: oneOfEach, [source]: other };
      const by = (here: number, there: number) => ({ reports: here, tallies: here, history: here, [source]: there });
      expect(differenceOf(counts)).toEqual({ 'state:answered': by(1, 0), 'state:refused': by(1, 2) });
    },
  );

  test('show that a report is missing in one', () => {
    const less = { received: 9, states: { ...oneOfEach.states, received: 0 } };
    expect(differenceOf({ reports: oneOfEach, tallies: less, history: oneOfEach })).toEqual({
      received: { reports: 10, tallies: 9, history: 10 },
      'state:received': { reports: 1, tallies: 0, history: 1 },
    });
  });

  test('that agree on something that does not balance show every line', () => {
    const wrong = { received: 2, states: { merged: 1 } };
    const difference = differenceOf({ reports: wrong, tallies: wrong, history: wrong });
    expect(Object.keys(difference ?? {})).toEqual(['received', ...reportStates.map((state) => `state:${state}`)]);
    expect(difference?.['state:merged']).toEqual({ reports: 1, tallies: 1, history: 1 });
  });
});
