/** When a report is refused as `out_of_area` without a person looking (domain-hanoi §2.3): only when there is no doubt. */
import { type Box, inBox, metresBetween, type Point } from '../geo.ts';
import type { MapUnit, WardLookup } from '../ward-map.ts';

/**
 * True only for a point that outlines place more than 50 m outside every ward, or, without outlines, for one far from the
 * city (`isFarFrom`). Everything else is left to a person.
 */
export function isSurelyOutside(lookup: WardLookup): boolean {
  return lookup.kind === 'outside' && lookup.sure === true;
}

/**
 * Farther than any ward reaches: over 15 km from every centre and over 5 km outside the box around the city. The farthest
 * corner of a ward of today lies 9 km from its centre.
 */
export function isFarFrom(units: readonly Pick<MapUnit, 'centre' | 'bbox'>[], point: Point): boolean {
  if (!isFix(point) || inBox(point, cityBox(units), BOX_MARGIN_METRES)) return false;
  return units.every(({ centre }) => Math.hypot(...metresBetween(point, centre)) > CENTRE_METRES);
}

/** False for what a phone sends when it does not know where it is: nothing, or 0° north, 0° east. */
export function isFix({ latitude, longitude }: Point): boolean {
  return Number.isFinite(latitude) && Number.isFinite(longitude) && !(latitude === 0 && longitude === 0);
}

const CENTRE_METRES = 15_000;
const BOX_MARGIN_METRES = 5_000;

function cityBox(units: readonly Pick<MapUnit, 'bbox'>[]): Box {
  return [
    Math.min(...units.map(({ bbox }) => bbox[0])),
    Math.min(...units.map(({ bbox }) => bbox[1])),
    Math.max(...units.map(({ bbox }) => bbox[2])),
    Math.max(...units.map(({ bbox }) => bbox[3])),
  ];
}
