/** Which ward a point lies in (domain-hanoi §4.3). With outlines it knows; without them it guesses and says so. */
import pointInPolygon from 'point-in-polygon-hao';
import { inBox, metresToLine, type Point } from './geo.ts';
import { readWardBoundaries, type WardBoundary } from './ward-boundaries.ts';
import { guessWard } from './ward-guess.ts';

export interface WardMap {
  /** Null when the operator gave no outlines. */
  boundaries: readonly WardBoundary[] | null;
}

export type WardLookup =
  /** `nearBorder`: other wards within 50 m, nearest first. */
  | { kind: 'inside'; wardCode: string; nearBorder: string[] }
  /** From centres and sizes only; `clear` when the runner-up is well behind. */
  | { kind: 'guess'; wardCode: string; alternatives: string[]; clear: boolean }
  /** Not in Hà Nội; `nearBorder` names wards within 50 m, because a pin is not exact. */
  | { kind: 'outside'; nearBorder?: string[] };

/** Polygon areas differ from the official ones by up to 5 % (20 % in Hòa Lạc): near a border offer both (§4.3). */
export const BORDER_METRES = 50;

/** Reads the outlines once, at start. Throws a clear error for a file that is missing or wrong. */
export function loadWardMap({ boundariesFile }: { boundariesFile?: string | undefined } = {}): WardMap {
  return { boundaries: boundariesFile ? readWardBoundaries(boundariesFile) : null };
}

/** The ward of a point. A point on a shared edge belongs to the ward with the lower code, always. */
export function wardAt(map: WardMap, point: Point): WardLookup {
  if (!Number.isFinite(point.latitude) || !Number.isFinite(point.longitude)) return { kind: 'outside' };
  if (!map.boundaries) return guessWard(point);
  const near = map.boundaries.filter((boundary) => inBox(point, boundary.box, BORDER_METRES));
  const home = near.find((boundary) => contains(boundary, point));
  const nearBorder = near
    .filter((boundary) => boundary !== home)
    .map((boundary) => ({ wardCode: boundary.wardCode, metres: metresToBorder(boundary, point) }))
    .filter(({ metres }) => metres <= BORDER_METRES)
    .sort((a, b) => a.metres - b.metres || a.wardCode.localeCompare(b.wardCode))
    .map(({ wardCode }) => wardCode);
  if (home) return { kind: 'inside', wardCode: home.wardCode, nearBorder };
  return nearBorder.length > 0 ? { kind: 'outside', nearBorder } : { kind: 'outside' };
}

/** The edge counts as inside; boundaries come sorted by code, so the first hit is the same one every time. */
function contains(boundary: WardBoundary, { longitude, latitude }: Point): boolean {
  return boundary.polygons.some((polygon) => pointInPolygon([longitude, latitude], polygon) !== false);
}

function metresToBorder(boundary: WardBoundary, point: Point): number {
  return Math.min(...boundary.polygons.flat().map((ring) => metresToLine(point, ring)));
}
