/** An invented map: every ward is a square of about 200 m around its real centre. Enough for versions and moves, no file needed. */
import { adminUnit, adminUnits } from '../../../../../db/seed/admin-units.ts';
import type { Position } from '../../geo.ts';
import { parseWardBoundaries } from '../../ward-boundaries.ts';
import type { WardMap } from '../../ward-map.ts';
import type { WardMapUnit } from '../ward-map-unit.ts';

/** Half the side of a square, degrees. */
export const HALF = 0.001;

export function squareWards(): WardMap {
  const features = adminUnits.map(({ code, centre }) => outlineOf(code, box(centre)));
  return { units: adminUnits, boundaries: parseWardBoundaries({ type: 'FeatureCollection', features }) };
}

export function outlineOf(code: string, ...rings: Position[][]) {
  return {
    type: 'Feature',
    properties: { code },
    geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) },
  };
}

export function collection<Feature>(...features: Feature[]) {
  return { type: 'FeatureCollection', features };
}

/** A box around a position, moved and stretched in degrees. */
export function box([longitude, latitude]: Position, { west = HALF, east = HALF } = {}): Position[] {
  return [
    [longitude - west, latitude - HALF],
    [longitude + east, latitude - HALF],
    [longitude + east, latitude + HALF],
    [longitude - west, latitude + HALF],
    [longitude - west, latitude - HALF],
  ];
}

export function centreOf(code: string): [number, number] {
  const unit = adminUnit(code);
  if (!unit) throw new Error(`no ward ${code}`);
  return unit.centre;
}

/** A point in a ward's square, `east` degrees from its centre. */
export function pointIn(code: string, east = 0): { latitude: number; longitude: number } {
  const [longitude, latitude] = centreOf(code);
  return { latitude, longitude: longitude + east };
}

export const HOAN_KIEM = '00070';
export const CUA_NAM = '00082';
export const LANG = '00199';
export const DONG_DA = '00235';
export const BAT_TRANG = '00577';

/** A reorganisation that never was: a merger, a ward that gives half away, one divided and ended, one renamed. */
export const HO_GUOM = '99001';
export const LANG_TRUNG = '99002';
export const DONG_DA_TAY = '99003';
export const DONG_DA_DONG = '99004';

export function reorganisation(): WardMapUnit[] {
  const half = (code: string, east: number): [number, number] => {
    const [longitude, latitude] = centreOf(code);
    return [longitude + east, latitude];
  };
  return [
    { code: HO_GUOM, name: 'Hồ Gươm', kind: 'phuong', centre: centreOf(HOAN_KIEM), from: [HOAN_KIEM, CUA_NAM] },
    { code: LANG, name: 'Láng', kind: 'phuong', centre: half(LANG, -HALF / 2), from: [LANG] },
    { code: LANG_TRUNG, name: 'Láng Trung', kind: 'phuong', centre: half(LANG, HALF / 2), from: [LANG], ends: [] },
    { code: DONG_DA_TAY, name: 'Đống Đa Tây', kind: 'phuong', centre: half(DONG_DA, -HALF / 2), from: [DONG_DA] },
    { code: DONG_DA_DONG, name: 'Đống Đa Đông', kind: 'phuong', centre: half(DONG_DA, HALF / 2), from: [DONG_DA] },
    { code: BAT_TRANG, name: 'Gốm Bát Tràng', kind: 'phuong', centre: centreOf(BAT_TRANG), from: [BAT_TRANG] },
  ];
}

export function reorganisationOutlines() {
  const west = { east: 0 };
  const east = { west: 0 };
  return collection(
    outlineOf(HO_GUOM, box(centreOf(HOAN_KIEM)), box(centreOf(CUA_NAM))),
    outlineOf(LANG, box(centreOf(LANG), west)),
    outlineOf(LANG_TRUNG, box(centreOf(LANG), east)),
    outlineOf(DONG_DA_TAY, box(centreOf(DONG_DA), west)),
    outlineOf(DONG_DA_DONG, box(centreOf(DONG_DA), east)),
    outlineOf(BAT_TRANG, box(centreOf(BAT_TRANG))),
  );
}
