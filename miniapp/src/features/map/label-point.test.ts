import { expect, it } from 'vitest';
import { labelPoint } from './label-point.ts';

const square = (west: number, south: number, side: number) => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
];

it('puts the name in the middle of the ward', () => {
  const at = labelPoint([square(105.8, 21, 0.02)]);
  expect(at?.longitude).toBeCloseTo(105.81, 6);
  expect(at?.latitude).toBeCloseTo(21.01, 6);
});

it('puts the name of a ward in several parts on the largest one, whichever way round it is drawn', () => {
  const reversed = square(105.9, 21, 0.05).map((ring) => [...ring].reverse());
  expect(labelPoint([square(105.8, 21, 0.01), reversed])?.longitude).toBeCloseTo(105.925, 6);
});

it('has no place for the name of an outline of nothing', () => {
  expect(labelPoint([])).toBeNull();
  expect(labelPoint([square(105.8, 21, 0)])).toBeNull();
});
