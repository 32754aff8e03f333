import { describe, expect, it } from 'vitest';
import { adminUnit, adminUnits } from '../../../../db/seed/admin-units.ts';
import { type WardMap, wardAt } from '../ward-lookup.ts';
import { erasFrom, heirsOf, type WardEra, type WardVersion } from './era.ts';
import {
  BAT_TRANG,
  box,
  CUA_NAM,
  centreOf,
  collection,
  DONG_DA,
  DONG_DA_DONG,
  DONG_DA_TAY,
  HALF,
  HO_GUOM,
  HOAN_KIEM,
  LANG,
  LANG_TRUNG,
  outlineOf,
  pointIn,
  reorganisation,
  reorganisationOutlines,
  squareWards,
} from './testing/square-wards.ts';

const version = (change: Partial<WardVersion> = {}): WardVersion => ({
  validFrom: '2027-01-01',
  units: reorganisation(),
  outlines: reorganisationOutlines(),
  ...change,
});
const withoutOutlines: WardMap = { units: adminUnits, boundaries: null };
const eraAfter = (base: WardMap, ...versions: WardVersion[]): WardEra => erasFrom(base, versions).at(-1) as WardEra;
const inside = (era: WardEra, point: { latitude: number; longitude: number }) => {
  const found = wardAt(era.map, point);
  return found.kind === 'inside' ? found.wardCode : found.kind;
};
const unitOf = (era: WardEra, code: string) => era.map.units.find((unit) => unit.code === code);
const merger = reorganisation().slice(0, 1);

describe('without a later version', () => {
  it('the wards are the 126 of NQ 1656, from 01/07/2025', () => {
    const [era, ...later] = erasFrom(withoutOutlines, []);
    expect(later).toEqual([]);
    expect(era).toEqual({ validFrom: '2025-07-01', map: withoutOutlines, former: [], heirs: new Map() });
  });
});

describe('a reorganisation', () => {
  const era = eraAfter(squareWards(), version());

  it('ends what it ends and begins what it begins', () => {
    const codes = new Set(era.map.units.map((unit) => unit.code));
    for (const code of [HOAN_KIEM, CUA_NAM, DONG_DA]) expect(codes).not.toContain(code);
    for (const code of [HO_GUOM, LANG, LANG_TRUNG, DONG_DA_TAY, DONG_DA_DONG, BAT_TRANG]) expect(codes).toContain(code);
    expect(codes.size).toBe(126 - 3 + 4);
    expect(era.map.units).toHaveLength(codes.size);
    expect(era.validFrom).toBe('2027-01-01');
  });

  it('gives a pin to the ward whose outline holds it', () => {
    expect(inside(era, pointIn(HOAN_KIEM))).toBe(HO_GUOM);
    expect(inside(era, pointIn(CUA_NAM))).toBe(HO_GUOM);
    expect(inside(era, pointIn(LANG, -HALF / 2))).toBe(LANG);
    expect(inside(era, pointIn(LANG, HALF / 2))).toBe(LANG_TRUNG);
    expect(inside(era, pointIn(DONG_DA, HALF / 2))).toBe(DONG_DA_DONG);
    expect(inside(era, pointIn('00025'))).toBe('00025');
  });

  it('keeps the outlines in the order of codes, on which shared edges rely', () => {
    const codes = era.map.boundaries?.map((boundary) => boundary.wardCode);
    expect(codes).toEqual(era.map.units.map((unit) => unit.code).toSorted());
    expect(wardAt(era.map, pointIn(LANG))).toMatchObject({ wardCode: LANG, nearBorder: [LANG_TRUNG] });
  });

  it('knows the heirs of every ward', () => {
    expect(heirsOf(era, HOAN_KIEM)).toEqual([HO_GUOM]);
    expect(heirsOf(era, DONG_DA)).toEqual([DONG_DA_TAY, DONG_DA_DONG]);
    expect(heirsOf(era, LANG)).toEqual([LANG]);
    expect(heirsOf(era, '99999')).toEqual([]);
  });

  it('keeps the names that ended or changed', () => {
    expect(era.former.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual(
      ['phuong Cửa Nam', 'phuong Hoàn Kiếm', 'phuong Đống Đa', 'xa Bát Tràng'].toSorted(),
    );
    expect(unitOf(era, BAT_TRANG)).toMatchObject({ kind: 'phuong', name: 'Gốm Bát Tràng' });
  });

  it('shares out areas, so that the guess goes on working, and takes boxes from outlines', () => {
    const area = (code: string) => adminUnit(code)?.areaKm2 ?? 0;
    expect(unitOf(era, HO_GUOM)?.areaKm2).toBeCloseTo(area(HOAN_KIEM) + area(CUA_NAM), 6);
    expect(unitOf(era, LANG)?.areaKm2).toBeCloseTo(area(LANG) / 2, 6);
    expect(unitOf(era, LANG_TRUNG)?.areaKm2).toBeCloseTo(area(LANG) / 2, 6);
    expect(unitOf(era, '00025')?.areaKm2).toBe(area('00025'));
    const [longitude, latitude] = centreOf(LANG);
    expect(unitOf(era, LANG_TRUNG)?.bbox).toEqual([longitude, latitude - HALF, longitude + HALF, latitude + HALF]);
    expect(unitOf(era, HO_GUOM)?.oldDistricts).toEqual(
      expect.arrayContaining([...(adminUnit(HOAN_KIEM)?.oldDistricts ?? [])]),
    );
  });

  it('leaves the era before as it was', () => {
    const [before] = erasFrom(squareWards(), [version()]);
    expect(inside(before, pointIn(HOAN_KIEM))).toBe(HOAN_KIEM);
    expect(heirsOf(before, HOAN_KIEM)).toEqual([HOAN_KIEM]);
  });
});

describe('a reorganisation after another', () => {
  const second: WardVersion = {
    validFrom: '2028-01-01',
    units: [
      { code: '99005', name: 'Hồ Gươm Bắc', kind: 'phuong', centre: centreOf(HOAN_KIEM), from: [HO_GUOM] },
      { code: '99006', name: 'Hồ Gươm Nam', kind: 'phuong', centre: centreOf(CUA_NAM), from: [HO_GUOM] },
    ],
    outlines: null,
  };
  const era = eraAfter(squareWards(), version(), second);

  it('passes the heirs on', () => {
    expect(heirsOf(era, HO_GUOM)).toEqual(['99005', '99006']);
    expect(heirsOf(era, CUA_NAM)).toEqual(['99005', '99006']);
    expect(heirsOf(era, DONG_DA)).toEqual([DONG_DA_TAY, DONG_DA_DONG]);
  });

  it('keeps the names of both', () => {
    expect(era.former.map(({ name }) => name)).toEqual(expect.arrayContaining(['Hoàn Kiếm', 'Hồ Gươm']));
  });
});

describe('outlines', () => {
  it('of whole wards put together need no file: they are those of the parts', () => {
    const era = eraAfter(squareWards(), version({ units: merger, outlines: null }));
    expect(inside(era, pointIn(HOAN_KIEM))).toBe(HO_GUOM);
    expect(inside(era, pointIn(CUA_NAM))).toBe(HO_GUOM);
    expect(inside(era, pointIn(LANG))).toBe(LANG);
    expect(era.map.boundaries).toHaveLength(125);
  });

  it('are unknown when a ward is divided and nobody says where: the map guesses', () => {
    const era = eraAfter(squareWards(), version({ outlines: null }));
    expect(era.map.boundaries).toBeNull();
    expect(wardAt(era.map, pointIn(DONG_DA, HALF / 2)).kind).toBe('guess');
  });

  it('are unknown when a ward gives land away and nobody says where', () => {
    const [unit] = merger;
    const units = unit ? [{ ...unit, ends: [HOAN_KIEM] }] : [];
    expect(eraAfter(squareWards(), version({ units, outlines: null })).map.boundaries).toBeNull();
    const onlyNew = collection(outlineOf(HO_GUOM, box(centreOf(HOAN_KIEM))));
    expect(eraAfter(squareWards(), version({ units, outlines: onlyNew })).map.boundaries).toBeNull();
    const both = collection(
      outlineOf(HO_GUOM, box(centreOf(HOAN_KIEM)), box(centreOf(CUA_NAM), { west: 0 })),
      outlineOf(CUA_NAM, box(centreOf(CUA_NAM), { east: 0 })),
    );
    const era = eraAfter(squareWards(), version({ units, outlines: both }));
    expect([pointIn(CUA_NAM, HALF / 2), pointIn(CUA_NAM, -HALF / 2)].map((point) => inside(era, point))).toEqual([
      HO_GUOM,
      CUA_NAM,
    ]);
  });

  it('of a few wards are not enough where the rest has none', () => {
    const era = eraAfter(withoutOutlines, version());
    expect(era.map.boundaries).toBeNull();
    const found = wardAt(era.map, pointIn(HOAN_KIEM));
    expect(found.kind === 'guess' && [found.wardCode, ...found.alternatives]).toContain(HO_GUOM);
  });

  it('may be given for wards that were not touched', () => {
    const moved = collection(
      ...reorganisationOutlines().features,
      outlineOf('00025', box(centreOf('00025'), { east: 0 })),
    );
    const era = eraAfter(squareWards(), version({ outlines: moved }));
    expect(wardAt(era.map, pointIn('00025', HALF * 0.9)).kind).toBe('outside');
  });
});

it('without a file a new ward is guessed within the boxes of those it came from', () => {
  const era = eraAfter(withoutOutlines, version({ units: merger, outlines: null }));
  const boxes = adminUnits.filter(({ code }) => [HOAN_KIEM, CUA_NAM].includes(code)).map(({ bbox }) => bbox);
  expect(unitOf(era, HO_GUOM)?.bbox).toEqual([
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ]);
});
