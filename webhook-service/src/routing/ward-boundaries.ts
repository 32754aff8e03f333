/** Reads ward outlines from a GeoJSON file. Which file is the operator's choice (WARD_BOUNDARIES): its rights are not ours. */
import { readFileSync } from 'node:fs';
import { adminUnit, adminUnits } from '../../../db/seed/admin-units.ts';
import { type Box, boxAround, type Position } from './geo.ts';

export interface WardBoundary {
  wardCode: string;
  /** Polygons of [outer ring, ...holes]. */
  polygons: Position[][][];
  box: Box;
}

/** All 126 outlines, sorted by ward code. Throws with the file's name and what is wrong with it. */
export function readWardBoundaries(file: string): WardBoundary[] {
  try {
    return parseWardBoundaries(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`WARD_BOUNDARIES: cannot use ${file}: ${reason}`, { cause });
  }
}

/** A GeoJSON FeatureCollection with one (Multi)Polygon per ward of NQ 1656 and the ward's code in `properties.code`. */
export function parseWardBoundaries(geojson: unknown): WardBoundary[] {
  const features = featuresOf(geojson);
  if (!features) throw new Error('it is not a GeoJSON FeatureCollection');
  const boundaries = features.map((feature, index) => {
    const code = wardCodeOf(feature);
    if (code === null || !adminUnit(code)) throw new Error(`feature ${index} has no known ward code`);
    const boundary = boundaryOf(feature);
    if (!boundary) throw new Error(`ward ${code} is not a closed polygon with longitude and latitude`);
    return boundary;
  });
  const present = new Set(boundaries.map((boundary) => boundary.wardCode));
  if (present.size < boundaries.length) throw new Error('a ward occurs twice');
  const missing = adminUnits.filter((unit) => !present.has(unit.code));
  if (missing.length > 0) {
    const names = missing.slice(0, 5).map((unit) => `${unit.code} ${unit.name}`);
    throw new Error(`${missing.length} of ${adminUnits.length} wards have no outline: ${names.join(', ')}`);
  }
  return inCodeOrder(boundaries);
}

/** The features of a GeoJSON FeatureCollection, or null when it is none. */
export function featuresOf(geojson: unknown): unknown[] | null {
  const { type, features } = record(geojson);
  return type === 'FeatureCollection' && Array.isArray(features) ? features : null;
}

/** `properties.code` of a feature, or null. */
export function wardCodeOf(feature: unknown): string | null {
  const { code } = record(record(feature).properties);
  return typeof code === 'string' ? code : null;
}

/** The outline a feature draws, or null when it has no code or is not made of closed rings of longitude and latitude. */
export function boundaryOf(feature: unknown): WardBoundary | null {
  const wardCode = wardCodeOf(feature);
  const { type, coordinates } = record(record(feature).geometry);
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (wardCode === null || !isPolygons(polygons)) return null;
  return boundaryAround(wardCode, polygons);
}

/** An outline of polygons, with the box around their outer rings. */
export function boundaryAround(wardCode: string, polygons: Position[][][]): WardBoundary {
  return { wardCode, polygons, box: boxAround(polygons.flatMap(([outer]) => outer ?? [])) };
}

/** The order `wardAt` relies on: a point on a shared edge belongs to the lower code. */
export function inCodeOrder(boundaries: readonly WardBoundary[]): WardBoundary[] {
  return boundaries.toSorted((a, b) => a.wardCode.localeCompare(b.wardCode));
}

function isPolygons(value: unknown): value is Position[][][] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((polygon) => Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing))
  );
}

function isRing(value: unknown): value is Position[] {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return false;
  const [first, last] = [value[0], value.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value)) return false;
  const [longitude, latitude] = value;
  return (
    Number.isFinite(longitude) && Number.isFinite(latitude) && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
  );
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
