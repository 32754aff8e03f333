/** The wards of Hà Nội from one reorganisation to the next: each era is made from the one before (DESIGN rule 1: data in, data out). */
import type { LocalDate } from '../../deadlines/calendar-day.ts';
import { boundaryAround, boundaryOf, featuresOf, inCodeOrder, type WardBoundary } from '../ward-boundaries.ts';
import type { MapUnit, WardMap } from '../ward-map.ts';
import { cedingBy, endedBy, successorsBy, type WardMapUnit } from './ward-map-unit.ts';

/** A loaded version of the ward map. */
export interface WardVersion {
  validFrom: LocalDate;
  units: readonly WardMapUnit[];
  /** GeoJSON, or null when the operator has none. */
  outlines: unknown;
}

/** A name that no ward bears any longer. */
export type FormerWard = Pick<MapUnit, 'code' | 'name' | 'kind' | 'oldDistricts'>;

export interface WardEra {
  validFrom: LocalDate;
  map: WardMap;
  /** Names that ended since NQ 1656, by end or renaming, oldest first. */
  former: readonly FormerWard[];
  /** For every code that ended since NQ 1656: the wards of this era that hold its land. */
  heirs: ReadonlyMap<string, readonly string[]>;
}

/** NQ 1656/NQ-UBTVQH15: in force since this day. */
export const BASE_DAY: LocalDate = '2025-07-01';

/** The era of NQ 1656 and those of the versions after it, oldest first. */
export function erasFrom(base: WardMap, versions: readonly WardVersion[]): [WardEra, ...WardEra[]] {
  const eras: [WardEra, ...WardEra[]] = [{ validFrom: BASE_DAY, map: base, former: [], heirs: new Map() }];
  let era = eras[0];
  for (const version of versions) {
    era = nextEra(era, version);
    eras.push(era);
  }
  return eras;
}

/** The wards of `era` that hold the land of a ward: itself while it is in force. Empty for a code nobody ever had. */
export function heirsOf(era: WardEra, code: string): readonly string[] {
  if (era.map.units.some((unit) => unit.code === code)) return [code];
  return era.heirs.get(code) ?? [];
}

function nextEra(before: WardEra, version: WardVersion): WardEra {
  const ended = endedBy(version.units);
  const boundaries = nextBoundaries(before.map, version);
  const units = nextUnits(before.map.units, version, boundaries);
  const heirs = new Map<string, readonly string[]>();
  for (const [code, wards] of before.heirs) {
    heirs.set(code, [...new Set(wards.flatMap((ward) => successorsBy(version.units, ward)))]);
  }
  for (const code of ended) heirs.set(code, successorsBy(version.units, code));
  const former = before.map.units
    .filter(({ code, name, kind }) => {
      const now = units.find((unit) => unit.code === code);
      return !now || now.name !== name || now.kind !== kind;
    })
    .map(({ code, name, kind, oldDistricts }) => ({ code, name, kind, oldDistricts }));
  return { validFrom: version.validFrom, map: { units, boundaries }, former: [...before.former, ...former], heirs };
}

/** Wards in force, with what the guess without outlines needs: a box and an area, shared out among successors. */
function nextUnits(
  before: readonly MapUnit[],
  version: WardVersion,
  boundaries: readonly WardBoundary[] | null,
): MapUnit[] {
  const ended = endedBy(version.units);
  const listed = new Map(version.units.map((unit) => [unit.code, unit]));
  const staying = before.filter((unit) => !ended.has(unit.code) && !listed.has(unit.code));
  const share = (unit: MapUnit) => unit.areaKm2 / Math.max(1, successorsBy(version.units, unit.code).length);
  const boxOf = (code: string) => boundaries?.find((boundary) => boundary.wardCode === code)?.box;
  const made = version.units.map((unit): MapUnit => {
    const from = before.filter((old) => unit.from.includes(old.code));
    const [west, south, east, north] = boxOf(unit.code) ?? boxAroundAll(from);
    return {
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      centre: unit.centre,
      bbox: [west, south, east, north],
      areaKm2: from.reduce((sum, old) => sum + share(old), 0),
      oldDistricts: [...new Set(from.flatMap((old) => old.oldDistricts))],
    };
  });
  return [...staying.map((unit) => ({ ...unit, areaKm2: share(unit) })), ...made];
}

function boxAroundAll(units: readonly MapUnit[]): readonly [number, number, number, number] {
  return [
    Math.min(...units.map(({ bbox }) => bbox[0])),
    Math.min(...units.map(({ bbox }) => bbox[1])),
    Math.max(...units.map(({ bbox }) => bbox[2])),
    Math.max(...units.map(({ bbox }) => bbox[3])),
  ];
}

/** Null when not every ward has an outline: half a map would place a point in a ward that only looks nearest. */
function nextBoundaries(before: WardMap, version: WardVersion): WardBoundary[] | null {
  const kept = keptBoundaries(before, version.units);
  const added = version.outlines === null ? merged(before, version.units) : drawn(version.outlines);
  if (!added) return null;
  const byCode = new Map([...kept, ...added].map((boundary) => [boundary.wardCode, boundary]));
  const ended = endedBy(version.units);
  const codes = new Set(
    [...before.units, ...version.units].map((unit) => unit.code).filter((code) => !ended.has(code)),
  );
  const found = [...codes].map((code) => byCode.get(code)).filter((boundary) => boundary !== undefined);
  return found.length === codes.size ? inCodeOrder(found) : null;
}

/** Outlines that the version does not touch. */
function keptBoundaries(before: WardMap, units: readonly WardMapUnit[]): readonly WardBoundary[] {
  const touched = new Set(units.flatMap((unit) => [unit.code, ...unit.from]));
  return (before.boundaries ?? []).filter((boundary) => !touched.has(boundary.wardCode));
}

function drawn(outlines: unknown): WardBoundary[] {
  return (featuresOf(outlines) ?? []).map(boundaryOf).filter((boundary) => boundary !== null);
}

/**
 * Without a file, whole wards put together still have outlines: those of their parts, the lines between them being inside.
 * Null when a ward was divided, for nobody told us where.
 */
function merged(before: WardMap, units: readonly WardMapUnit[]): WardBoundary[] | null {
  const whole = units.every((unit) => unit.from.every((code) => successorsBy(units, code).length === 1));
  if (!before.boundaries || !whole || cedingBy(units).size > 0) return null;
  const old = new Map(before.boundaries.map((boundary) => [boundary.wardCode, boundary]));
  return units.map((unit) =>
    boundaryAround(
      unit.code,
      unit.from.flatMap((code) => old.get(code)?.polygons ?? []),
    ),
  );
}
