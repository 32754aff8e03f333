import { wardTitle } from '../../../../db/seed/admin-units.ts';
import { boundaryOf, featuresOf, type WardBoundary, wardCodeOf } from '../ward-boundaries.ts';
import { contains } from '../ward-lookup.ts';
import type { MapUnit } from '../ward-map.ts';
import { cedingBy, endedBy, type WardMapUnit } from './ward-map-unit.ts';

/**
 * Faults of the outlines that come with a ward map: GeoJSON, one feature per ward, one for every ward that is listed or gives
 * land away, each around its own centre and around no other's.
 */
export function checkOutlines(
  outlines: unknown,
  units: readonly WardMapUnit[],
  before: readonly Pick<MapUnit, 'code' | 'name' | 'kind' | 'centre'>[],
): string[] {
  const features = featuresOf(outlines);
  if (!features) return ['Ranh giới không phải GeoJSON FeatureCollection.'];
  const ended = endedBy(units);
  const inForce = new Map(
    [...before, ...units].filter(({ code }) => !ended.has(code)).map((unit) => [unit.code, unit]),
  );
  const found = new Map<string, WardBoundary>();
  const faults: string[] = [];
  features.forEach((feature, index) => {
    const code = wardCodeOf(feature);
    const boundary = boundaryOf(feature);
    if (code === null || !inForce.has(code)) faults.push(`Ranh giới thứ ${index + 1}: mã không thuộc bản đồ này.`);
    else if (!boundary) faults.push(`Ranh giới của mã ${code} không phải đa giác khép kín theo [kinh độ, vĩ độ].`);
    else if (found.has(code)) faults.push(`Ranh giới của mã ${code} có hai lần.`);
    else found.set(code, boundary);
  });
  const changed = new Set([...units.map((unit) => unit.code), ...cedingBy(units)]);
  for (const unit of inForce.values()) {
    if (!changed.has(unit.code) || found.has(unit.code)) continue;
    faults.push(`Thiếu ranh giới của mã ${unit.code} (${wardTitle(unit)}).`);
  }
  return faults.length > 0
    ? faults
    : [...found.values()].flatMap((boundary) => centreFaults(boundary, [...inForce.values()]));
}

function centreFaults(
  boundary: WardBoundary,
  units: readonly Pick<MapUnit, 'code' | 'name' | 'kind' | 'centre'>[],
): string[] {
  return units.flatMap((unit) => {
    const [longitude, latitude] = unit.centre;
    const own = unit.code === boundary.wardCode;
    if (contains(boundary, { longitude, latitude }) === own) return [];
    const which = `Ranh giới của mã ${boundary.wardCode}`;
    return own ? [`${which} không chứa tâm của nó.`] : [`${which} chứa tâm của ${wardTitle(unit)}.`];
  });
}
