import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position } from '../geo.ts';
import { boundaryAround, readWardBoundaries } from '../ward-boundaries.ts';
import { simplifyOutlines } from './simplify.ts';

/** A wavy border between two squares, as both wards have it: the same points, in opposite directions. */
const wavy = (waves: readonly number[]): Position[] =>
  waves.map((shift, index) => [105.85 + shift / 10_000, 21 + ((index + 1) * 0.1) / (waves.length + 1)]);
function pair(waves: readonly number[]) {
  const border: Position[] = [[105.85, 21], ...wavy(waves), [105.85, 21.1]];
  const west: Position[] = [...border, [105.8, 21.1], [105.8, 21], [105.85, 21]];
  const east: Position[] = [...border.toReversed(), [105.9, 21], [105.9, 21.1], [105.85, 21.1]];
  return { west: boundaryAround('1', [[west]]), east: boundaryAround('2', [[east]]) };
}
const keys = (ring: readonly Position[] = []) => new Set(ring.map((position) => position.join()));

describe('simplified outlines', () => {
  test('keep a shared border the same for both wards, whatever its shape and the tolerance', () => {
    const waves = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(waves, fc.integer({ min: 1, max: 500 }), (shape, tolerance) => {
        const { west, east } = pair(shape);
        const [one, other] = simplifyOutlines([west, east], tolerance);
        const border = keys([[105.85, 21], ...wavy(shape), [105.85, 21.1]]);
        const kept = (ring: readonly Position[] = []) => [...keys(ring)].filter((key) => border.has(key)).sort();
        expect(kept(one?.polygons[0]?.[0])).toEqual(kept(other?.polygons[0]?.[0]));
      }),
    );
  });

  test('have fewer points, stay closed, and keep a corner that is farther than the tolerance', () => {
    const { west, east } = pair([1, -1, 30, 1, -1]);
    const [simple] = simplifyOutlines([west, east], 50);
    const ring = simple?.polygons[0]?.[0] ?? [];
    expect(ring.length).toBeLessThan(west.polygons[0]?.[0]?.length ?? 0);
    expect(ring[0]).toEqual(ring.at(-1));
    expect(keys(ring)).toContain([105.853, 21.05].join());
  });

  test('leave out what is too small to be seen, and lose no ward that is not', () => {
    const dot: Position[] = [
      [105, 21],
      [105.00001, 21],
      [105.00001, 21.00001],
      [105, 21],
    ];
    expect(simplifyOutlines([boundaryAround('1', [[dot]])], 100)).toEqual([]);
  });

  test.skipIf(!process.env.WARD_BOUNDARIES)('of all 126 wards fit into what a phone loads', () => {
    const boundaries = readWardBoundaries(process.env.WARD_BOUNDARIES ?? '');
    const points = (of: typeof boundaries) => of.flatMap(({ polygons }) => polygons.flat(2)).length;
    const simple = simplifyOutlines(boundaries, 100);
    expect(simple).toHaveLength(126);
    expect(points(simple)).toBeLessThan(points(boundaries) / 8);
  });
});
