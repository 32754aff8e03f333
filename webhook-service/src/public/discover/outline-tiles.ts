/** Ward outlines for a screen, simplified to what its zoom can show and packed once (per zoom and rectangle). */
import { gzipSync } from 'node:zlib';
import { wardTitle } from '../../../../db/seed/admin-units.ts';
import { simplifyOutlines } from '../../routing/boundaries/simplify.ts';
import type { Box, Position } from '../../routing/geo.ts';
import type { WardBoundary } from '../../routing/ward-boundaries.ts';
import type { WardMap } from '../../routing/ward-map.ts';
import { etagOf } from './cacheable.ts';

export interface Packed {
  json: Buffer;
  gzipped: Buffer;
  etag: string;
}

const MOST_KEPT = 300;
/** Whose lines these are; the file is the operator's, and so are its rights. */
const ATTRIBUTION = 'Địa giới theo Nghị quyết 1656/NQ-UBTVQH15; đường ranh do đơn vị vận hành cung cấp';

/** Outlines of one ward map. Another map is another one of these. */
export function createOutlineTiles(map: WardMap): (box: Box, zoom: number) => Packed {
  const byZoom = new Map<number, WardBoundary[]>();
  const packed = new Map<string, Packed>();
  return (box, zoom) => {
    const wide = wholeTiles(box, zoom);
    const key = `${zoom} ${wide.join(' ')}`;
    const known = packed.get(key);
    if (known) return known;
    const outlines = byZoom.get(zoom) ?? simplifyOutlines(map.boundaries ?? [], metresPerPixel(zoom));
    byZoom.set(zoom, outlines);
    const made = pack(map.boundaries ? collectionOf(map, outlines, wide) : withoutOutlines(map));
    if (packed.size >= MOST_KEPT) packed.delete(packed.keys().next().value ?? '');
    packed.set(key, made);
    return made;
  };
}

function collectionOf(map: WardMap, outlines: readonly WardBoundary[], box: Box) {
  const titles = new Map(map.units.map((unit) => [unit.code, wardTitle(unit)]));
  return {
    type: 'FeatureCollection',
    attribution: ATTRIBUTION,
    features: outlines
      .filter((outline) => overlap(outline.box, box))
      .map(({ wardCode, polygons }) => ({
        type: 'Feature',
        properties: { code: wardCode, name: titles.get(wardCode) ?? wardCode },
        geometry: {
          type: 'MultiPolygon',
          coordinates: polygons.map((rings) => rings.map((ring) => ring.map(rounded))),
        },
      })),
  };
}

/** Without a file of outlines a map can still write the names where the wards are. */
function withoutOutlines({ units }: WardMap) {
  return {
    type: 'FeatureCollection',
    attribution: ATTRIBUTION,
    features: [],
    centres: units.map(({ code, name, kind, centre: [longitude, latitude] }) => {
      return { code, name: wardTitle({ kind, name }), latitude, longitude };
    }),
    why: 'Đơn vị vận hành chưa cung cấp đường ranh giới phường, xã; chỉ có điểm giữa của từng địa bàn.',
  };
}

function pack(collection: object): Packed {
  const json = Buffer.from(JSON.stringify(collection));
  return { json, gzipped: gzipSync(json), etag: etagOf(json) };
}

/** Web Mercator at 21° north, tiles of 256 px: what is nearer than a pixel looks the same. */
function metresPerPixel(zoom: number): number {
  return (156_543 * Math.cos((21 * Math.PI) / 180)) / 2 ** zoom;
}

/** Grown to the tiles of a map, so that a hand that moves it a little asks for the same. */
function wholeTiles([west, south, east, north]: Box, zoom: number): Box {
  const size = 360 / 2 ** zoom;
  const down = (degrees: number) => Math.floor(degrees / size) * size;
  const up = (degrees: number) => Math.ceil(degrees / size) * size;
  return [down(west), down(south), up(east), up(north)];
}

function overlap(one: Box, other: Box): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}

/** To a metre. */
function rounded([longitude, latitude]: Position): Position {
  return [Math.round(longitude * 1e5) / 1e5, Math.round(latitude * 1e5) / 1e5];
}
