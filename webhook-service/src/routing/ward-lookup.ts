/** Which ward a point lies in (domain-hanoi §4.3). With outlines it knows; without them it guesses and says so. */
import pointInPolygon from 'point-in-polygon-hao';
import { adminUnits } from '../../../db/seed/admin-units.ts';
import { isFix } from './boundaries/out-of-area.ts';
import { inBox, metresToLine, type Point } from './geo.ts';
import { readWardBoundaries, type WardBoundary } from './ward-boundaries.ts';
import { guessWard } from './ward-guess.ts';
import type { WardLookup, WardMap } from './ward-map.ts';

export type { WardLookup, WardMap } from './ward-map.ts';

/** Polygon areas differ from the official ones by up to 5 % (20 % in Hòa Lạc): near a border offer both (§4.3). */
export const BORDER_METRES = 50;

/** The 126 wards of NQ 1656, with outlines read once at start. Throws a clear error for a file that is missing or wrong. */
export function loadWardMap({ boundariesFile }: { boundariesFile?: string | undefined } = {}): WardMap {
  return { units: adminUnits, boundaries: boundariesFile ? readWardBoundaries(boundariesFile) : null };
}

/** The ward of a point. A point on a shared edge belongs to the ward with the lower code, always. */
export function wardAt(map: WardMap, point: Point): WardLookup {
  if (!Number.isFinite(point.latitude) || !Number.isFinite(point.longitude)) return { kind: 'outside' };
  if (!map.boundaries) return guessWard(point, map.units);
  const near = map.boundaries.filter((boundary) => inBox(point, boundary.box, BORDER_METRES));
  const home = near.find((boundary) => contains(boundary, point));
  const nearBorder = near
    .filter((boundary) => boundary !== home)
    .map((boundary) => ({ wardCode: boundary.wardCode, metres: metresToBorder(boundary, point) }))
    .filter(({ metres }) => metres <= BORDER_METRES)
    .sort((a, b) => a.metres - b.metres || a.wardCode.localeCompare(b.wardCode))
    .map(({ wardCode }) => wardCode);
  if (home) return { kind: 'inside', wardCode: home.wardCode, nearBorder };
  if (nearBorder.length > 0) return { kind: 'outside', nearBorder };
  return isFix(point) ? { kind: 'outside', sure: true } : { kind: 'outside' };
}

/** True when the outline holds the point; its edge counts as inside. */
export function contains(boundary: WardBoundary, { longitude, latitude }: Point): boolean {
  return boundary.polygons.some((polygon) => pointInPolygon([longitude, latitude], polygon) !== false);
}

function metresToBorder(boundary: WardBoundary, point: Point): number {
  return Math.min(...boundary.polygons.flat().map((ring) => metresToLine(point, ring)));
}
