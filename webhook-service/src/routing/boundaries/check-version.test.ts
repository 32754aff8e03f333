import { describe, expect, it } from 'vitest';
import { adminUnits } from '../../../../db/seed/admin-units.ts';
import { checkWardMap, type WardMapInput } from './check-version.ts';
import { erasFrom } from './era.ts';
import {
  box,
  CUA_NAM,
  centreOf,
  collection,
  HALF,
  HO_GUOM,
  HOAN_KIEM,
  LANG,
  outlineOf,
  reorganisation,
  reorganisationOutlines,
} from './testing/square-wards.ts';
import type { WardMapUnit } from './ward-map-unit.ts';

const base = { units: adminUnits, boundaries: null };
const [before] = erasFrom(base, []);
const input = (change: Partial<WardMapInput> = {}): WardMapInput => ({
  validFrom: '2027-01-01',
  label: 'Nghị quyết thử',
  units: reorganisation(),
  outlines: reorganisationOutlines(),
  ...change,
});
const faults = (change: Partial<WardMapInput>) => {
  const checked = checkWardMap(input(change), before);
  return checked.ok ? [] : checked.faults;
};
const merger = (change: Partial<Record<keyof WardMapUnit, unknown>> = {}) => ({
  code: HO_GUOM,
  name: 'Hồ Gươm',
  kind: 'phuong',
  centre: centreOf(HOAN_KIEM),
  from: [HOAN_KIEM, CUA_NAM],
  ...change,
});
const unitFaults = (...units: unknown[]) => faults({ units, outlines: null });

describe('a ward map that is right', () => {
  it('is taken with its outlines', () => {
    expect(checkWardMap(input(), before)).toEqual({
      ok: true,
      version: {
        validFrom: '2027-01-01',
        label: 'Nghị quyết thử',
        units: reorganisation(),
        outlines: reorganisationOutlines(),
      },
    });
  });

  it('is taken without', () => {
    const { outlines: _, ...without } = input();
    expect(checkWardMap(without, before)).toMatchObject({ ok: true, version: { outlines: null } });
  });

  it('is kept in one spelling, without what nobody asked for', () => {
    const unit = merger({ name: ` ${'Hồ Gươm'.normalize('NFD')} `, ...{ note: 'x' } });
    const checked = checkWardMap(
      input({ label: ` ${'Nghị quyết'.normalize('NFD')} `, units: [unit], outlines: null }),
      before,
    );
    expect(checked).toEqual({
      ok: true,
      version: { validFrom: '2027-01-01', label: 'Nghị quyết', units: [merger()], outlines: null },
    });
  });

  it('may begin the day after the one before it', () => {
    expect(faults({ validFrom: '2025-07-02' })).toEqual([]);
  });
});

describe('a ward map with a fault is refused with the fault', () => {
  it.each<[string, Partial<WardMapInput>, string]>([
    ['no day', { validFrom: '2027-02-30' }, 'Ngày hiệu lực “2027-02-30” không phải một ngày viết dạng NNNN-TT-NN.'],
    ['a day in words', { validFrom: 'mai' }, 'Ngày hiệu lực “mai” không phải một ngày viết dạng NNNN-TT-NN.'],
    [
      'the day of the map before',
      { validFrom: '2025-07-01' },
      'Ngày hiệu lực 2025-07-01 phải sau ngày 2025-07-01 của bản đồ mới nhất đang có.',
    ],
    ['no label', { label: ' ' }, 'Thiếu tên gọi của bản đồ.'],
    ['no wards', { units: [] }, 'Danh sách phường, xã trống.'],
    ['no list', { units: 'phường Láng' }, 'Danh sách phường, xã trống.'],
  ])('%s', (_, change, fault) => expect(faults(change)).toEqual([fault]));

  const line = 'Dòng 1: cần code (5 chữ số), name, kind (phuong hoặc xa), centre [kinh độ, vĩ độ], from.';
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'phường Láng'],
    ['a short code', merger({ code: '9901' })],
    ['a long code', merger({ code: '990012' })],
    ['a number as code', merger({ code: 99001 })],
    ['no name', merger({ name: ' ' })],
    ['a name that is none', merger({ name: 7 })],
    ['another kind', merger({ kind: 'quan' })],
    ['half a centre', merger({ centre: [105.8] })],
    ['three coordinates', merger({ centre: [105.8, 21, 0] })],
    ['a centre of texts', merger({ centre: ['105.8', '21'] })],
    ['no centre', merger({ centre: null })],
    ['no from', merger({ from: undefined })],
    ['a from of numbers', merger({ from: [70] })],
    ['an odd ends', merger({ ends: 'all' })],
  ])('a line with %s', (_, unit) => expect(unitFaults(unit)).toEqual([line]));

  it('of two wrong lines both', () => {
    expect(unitFaults(null, merger(), null)).toEqual([line, line.replace('1', '3')]);
  });

  const which = '99001 (phường Hồ Gươm)';
  it.each<[string, unknown[], string]>([
    [
      'a kind word in the name',
      [merger({ name: 'Phường Hồ' })],
      'Tên của 99001 (phường Phường Hồ) phải viết không kèm chữ phường, xã.',
    ],
    [
      'swapped axes',
      [merger({ centre: [21, 105.8] })],
      `Tâm của ${which} nằm ngoài Hà Nội; centre là [kinh độ, vĩ độ].`,
    ],
    ['land from nowhere', [merger({ from: [] })], `${which} không ghi lấy từ phường, xã nào.`],
    [
      'land from a ward that is not',
      [merger({ from: [HOAN_KIEM, '00001'] })],
      `${which} lấy từ mã 00001, không phải phường, xã đang có.`,
    ],
    [
      'an end of what it does not take over',
      [merger({ from: [HOAN_KIEM], ends: [HOAN_KIEM, CUA_NAM] })],
      `${which} chấm dứt mã 00082 mà không lấy từ mã đó.`,
    ],
    [
      'a ward that ends and goes on',
      [merger({ code: HOAN_KIEM, ends: [HOAN_KIEM, CUA_NAM] })],
      'Mã 00070 (phường Hồ Gươm) vừa được lập vừa bị chấm dứt.',
    ],
    ['the code of another ward', [merger({ code: LANG })], 'Mã 00199 (phường Hồ Gươm) đang là mã của phường Láng.'],
    ['a name twice', [merger({ name: 'Láng' })], 'Tên phường Láng trùng nhau: mã 00199, 99001.'],
  ])('%s', (_, units, fault) => expect(unitFaults(...units)).toEqual([fault]));

  it('a code twice', () => {
    const fault = `Mã ${which} có hai lần trong danh sách.`;
    expect(unitFaults(merger({ from: [HOAN_KIEM] }), merger({ from: [CUA_NAM] }))).toEqual([fault, fault]);
  });

  it('a code that an earlier map ended', () => {
    const [, era] = erasFrom(base, [{ validFrom: '2027-01-01', units: [merger() as WardMapUnit], outlines: null }]);
    const again = input({
      validFrom: '2028-01-01',
      units: [{ ...merger(), code: CUA_NAM, name: 'Cửa Nam', from: [HO_GUOM], ends: [] }],
      outlines: null,
    });
    const checked = checkWardMap(again, era ?? before);
    expect(checked).toEqual({ ok: false, faults: ['Mã 00082 (phường Cửa Nam) đã dùng cho một phường, xã trước đây.'] });
  });

  it('every fault is told at once', () => {
    expect(faults({ validFrom: 'x', label: '', units: [null, merger({ from: [] })] })).toHaveLength(4);
  });

  it('a name may pass to a ward that takes over from its bearer', () => {
    expect(unitFaults(merger({ name: 'Cửa Nam' }))).toEqual([]);
    expect(unitFaults(merger({ name: 'Láng', kind: 'xa' }))).toEqual([]);
  });
});

describe('outlines with a fault are refused with the fault', () => {
  const features = reorganisationOutlines().features;
  const rest = features.slice(1);
  const merged = outlineOf(HO_GUOM, box(centreOf(HOAN_KIEM)), box(centreOf(CUA_NAM)));
  const missing = 'Thiếu ranh giới của mã 99001 (phường Hồ Gươm).';

  it.each<[string, unknown, string[]]>([
    ['no collection', { type: 'Point' }, ['Ranh giới không phải GeoJSON FeatureCollection.']],
    ['a ward missing', collection(...rest), [missing]],
    [
      'a ward that is no more',
      collection(...rest, merged, outlineOf(CUA_NAM, box(centreOf(CUA_NAM)))),
      ['Ranh giới thứ 7: mã không thuộc bản đồ này.'],
    ],
    [
      'no code',
      collection<unknown>(...rest, merged, { geometry: {} }),
      ['Ranh giới thứ 7: mã không thuộc bản đồ này.'],
    ],
    [
      'an open ring',
      collection(...rest, outlineOf(HO_GUOM, box(centreOf(HOAN_KIEM)).slice(0, 4))),
      ['Ranh giới của mã 99001 không phải đa giác khép kín theo [kinh độ, vĩ độ].', missing],
    ],
    ['a ward twice', collection(...rest, merged, merged), ['Ranh giới của mã 99001 có hai lần.']],
    [
      'a centre outside',
      collection(...rest, outlineOf(HO_GUOM, box(centreOf(CUA_NAM)))),
      ['Ranh giới của mã 99001 không chứa tâm của nó.'],
    ],
    [
      'the centre of another ward inside',
      collection(...rest, outlineOf(HO_GUOM, box(centreOf(HOAN_KIEM)), box(centreOf(LANG), { east: 0 }))),
      ['Ranh giới của mã 99001 chứa tâm của phường Láng.'],
    ],
  ])('%s', (_, outlines, expected) => expect(faults({ outlines })).toEqual(expected));

  it('a ward that gives land away and goes on needs its new outline, too', () => {
    const units = [merger({ ends: [HOAN_KIEM] })];
    expect(faults({ units, outlines: collection(outlineOf(HO_GUOM, box(centreOf(HOAN_KIEM)))) })).toEqual([
      'Thiếu ranh giới của mã 00082 (phường Cửa Nam).',
    ]);
  });

  it('outlines of wards that are not touched may come along', () => {
    const outlines = collection(...features, outlineOf('00025', box(centreOf('00025'))));
    expect(faults({ outlines })).toEqual([]);
  });

  it('are judged only when the wards are right', () => {
    expect(faults({ units: [merger({ from: [] })], outlines: { type: 'Point' } })).toEqual([
      `99001 (phường Hồ Gươm) không ghi lấy từ phường, xã nào.`,
    ]);
  });
});

it('the invented squares hold no centre of another ward', () => {
  for (const one of adminUnits) {
    for (const other of adminUnits) {
      if (one === other) continue;
      const apart = Math.max(...one.centre.map((value, axis) => Math.abs(value - (other.centre[axis] ?? 0))));
      expect(apart, `${one.name}–${other.name}`).toBeGreaterThan(HALF);
    }
  }
});
