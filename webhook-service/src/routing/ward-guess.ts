/** Ward of a point without outlines: the nearest centre, larger wards reaching further. A guess, and marked as one. */
import { isFarFrom } from './boundaries/out-of-area.ts';
import { inBox, metresBetween, type Point } from './geo.ts';
import type { MapUnit, WardLookup } from './ward-map.ts';

/**
 * Measured against the outlines (ward-lookup.test.ts prints it): right for about 8 points in 10, and the right ward
 * is first or second for 98 in 100.
 */
export function guessWard(point: Point, units: readonly MapUnit[]): WardLookup {
  const candidates = units
    .filter((unit) => inBox(point, unit.bbox, 1))
    .map((unit) => {
      const [east, north] = metresBetween(point, unit.centre);
      const radius = Math.sqrt((unit.areaKm2 * 1e6) / Math.PI);
      return { code: unit.code, east, north, radius, power: east ** 2 + north ** 2 - SIZE_WEIGHT * radius ** 2 };
    })
    .sort((a, b) => a.power - b.power || a.code.localeCompare(b.code));
  const [best, ...others] = candidates;
  if (!best) return isFarFrom(units, point) ? { kind: 'outside', sure: true } : { kind: 'outside' };
  // Metres to the line that divides the two wards, in radii of the smaller one.
  const clear = others.every((other) => {
    const apart = Math.hypot(other.east - best.east, other.north - best.north);
    return (other.power - best.power) / (2 * apart) >= CLEAR_MARGIN * Math.min(best.radius, other.radius);
  });
  return { kind: 'guess', wardCode: best.code, alternatives: others.map((other) => other.code), clear };
}

const SIZE_WEIGHT = 0.4;
const CLEAR_MARGIN = 0.4;
