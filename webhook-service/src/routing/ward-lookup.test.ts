import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adminUnit, adminUnits } from '../../../db/seed/admin-units.ts';
import { metresBetween, metresToLine } from './geo.ts';
import { parseWardBoundaries } from './ward-boundaries.ts';
import { BORDER_METRES, loadWardMap, type WardMap, wardAt } from './ward-lookup.ts';

const boundariesFile = process.env.WARD_BOUNDARIES;
const name = (code: string) => adminUnit(code)?.name;

describe('without outlines', () => {
  const map = loadWardMap();

  it('guesses, and says that it is a guess', () => {
    expect(wardAt(map, { latitude: 20.9763, longitude: 105.9146 })).toMatchObject({ kind: 'guess', wardCode: '00577' });
  });

  it('is clear at the centre of every large ward', () => {
    for (const { centre, code, areaKm2 } of adminUnits) {
      if (areaKm2 < 20) continue;
      const found = wardAt(map, { longitude: centre[0], latitude: centre[1] });
      expect(found.kind === 'guess' && found.wardCode, code).toBe(code);
    }
  });

  it('places points far away outside, beyond doubt', () => {
    expect(wardAt(map, { latitude: 10.77, longitude: 106.7 })).toEqual({ kind: 'outside', sure: true });
  });

  it.each([
    [0, 0],
    [Number.NaN, 105.8],
    [21.0, Number.POSITIVE_INFINITY],
    [21.42, 105.8],
  ])('places %d, %d outside, but is not sure', (latitude, longitude) => {
    expect(wardAt(map, { latitude, longitude })).toEqual({ kind: 'outside' });
  });

  it('never fails, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (latitude, longitude) => {
        expect(['guess', 'outside']).toContain(wardAt(map, { latitude, longitude }).kind);
      }),
    );
  });
});

/** Two squares of 0.01° side by side; the other 124 wards are far away. */
function twoSquares(): WardMap {
  const square = (west: number, south: number) => [
    [west, south],
    [west + 0.01, south],
    [west + 0.01, south + 0.01],
    [west, south + 0.01],
    [west, south],
  ];
  const corner = (code: string, index: number) => {
    if (code === '00070') return [square(105.8, 21)];
    if (code === '00082') return [square(105.81, 21)];
    return [square(110 + index * 0.02, 10)];
  };
  const features = adminUnits.map(({ code }, index) => ({
    properties: { code },
    geometry: { type: 'Polygon', coordinates: corner(code, index) },
  }));
  return { units: adminUnits, boundaries: parseWardBoundaries({ type: 'FeatureCollection', features }) };
}

describe('with outlines', () => {
  const map = twoSquares();

  it('knows the ward of a point well inside', () => {
    expect(wardAt(map, { latitude: 21.005, longitude: 105.805 })).toEqual({
      kind: 'inside',
      wardCode: '00070',
      nearBorder: [],
    });
  });

  it('names the neighbour within 50 m of the border, not beyond', () => {
    const metres = (distance: number) => 105.81 - distance / (111_195 * Math.cos((21.005 * Math.PI) / 180));
    expect(wardAt(map, { latitude: 21.005, longitude: metres(BORDER_METRES - 1) })).toMatchObject({
      nearBorder: ['00082'],
    });
    expect(wardAt(map, { latitude: 21.005, longitude: metres(BORDER_METRES + 1) })).toMatchObject({ nearBorder: [] });
  });

  it('gives a point on the shared edge to the lower code, and names the other', () => {
    expect(wardAt(map, { latitude: 21.005, longitude: 105.81 })).toEqual({
      kind: 'inside',
      wardCode: '00070',
      nearBorder: ['00082'],
    });
  });

  it('places a point outside, and says when it is just outside', () => {
    expect(wardAt(map, { latitude: 21.05, longitude: 105.805 })).toEqual({ kind: 'outside', sure: true });
    expect(wardAt(map, { latitude: 0, longitude: 0 })).toEqual({ kind: 'outside' });
    expect(wardAt(map, { latitude: 21.0101, longitude: 105.805 })).toEqual({ kind: 'outside', nearBorder: ['00070'] });
  });

  it('measures the distance to a line in metres', () => {
    const point = { latitude: 21, longitude: 105.8 };
    expect(metresBetween(point, [105.8, 21.001])[1]).toBeCloseTo(111.2, 1);
    expect(
      metresToLine(point, [
        [105.79, 21.001],
        [105.81, 21.001],
      ]),
    ).toBeCloseTo(111.2, 1);
    expect(metresToLine(point, [[105.8, 21.002]])).toBeCloseTo(222.4, 1);
  });
});

describe('a file of outlines that is wrong', () => {
  const write = (text: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'wards-')), 'wards.geojson');
    writeFileSync(file, text);
    return file;
  };
  const feature = (code: string, coordinates: unknown) => ({
    properties: { code },
    geometry: { type: 'Polygon', coordinates },
  });
  const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

  it.each([
    ['not JSON', '{', 'WARD_BOUNDARIES: cannot use'],
    ['another GeoJSON type', '{"type":"Point"}', 'not a GeoJSON FeatureCollection'],
    ['an unknown code', collection(feature('99999', [])), 'feature 0 has no known ward code'],
    [
      'an open ring',
      collection(
        feature('00070', [
          [
            [105, 21],
            [106, 21],
            [106, 22],
            [105, 22],
          ],
        ]),
      ),
      'ward 00070 is not a closed polygon',
    ],
    [
      'swapped axes',
      collection(
        feature('00070', [
          [
            [21, 105],
            [22, 105],
            [22, 106],
            [21, 105],
          ],
        ]),
      ),
      'ward 00070 is not a closed polygon',
    ],
    [
      'wards missing',
      collection(
        feature('00070', [
          [
            [105, 21],
            [106, 21],
            [106, 22],
            [105, 21],
          ],
        ]),
      ),
      '125 of 126 wards have no outline',
    ],
  ])('with %s is refused with the reason', (_, text, reason) => {
    expect(() => loadWardMap({ boundariesFile: write(text) })).toThrow(reason);
  });

  it('that does not exist is named', () => {
    expect(() => loadWardMap({ boundariesFile: '/nowhere/wards.geojson' })).toThrow('/nowhere/wards.geojson');
  });
});

describe.skipIf(!boundariesFile)('with the real outlines (set WARD_BOUNDARIES to a GeoJSON file to run)', () => {
  const map = boundariesFile ? loadWardMap({ boundariesFile }) : loadWardMap();

  /** Known places of domain-hanoi §4.3; coordinates from general maps. */
  it.each([
    ['Hồ Gươm', 21.0287, 105.8523, 'Hoàn Kiếm'],
    ['Lăng Bác', 21.0368, 105.8346, 'Ba Đình'],
    ['Nội Bài T1', 21.2187, 105.8042, 'Nội Bài'],
    ['Keangnam', 21.0168, 105.7837, 'Yên Hòa'],
    ['Bát Tràng', 20.9763, 105.9146, 'Bát Tràng'],
    ['Văn Miếu', 21.0287, 105.8357, 'Văn Miếu - Quốc Tử Giám'],
    ['Ga Hà Nội', 21.0245, 105.8412, 'Văn Miếu - Quốc Tử Giám'],
    ['SVĐ Mỹ Đình', 21.0205, 105.7639, 'Từ Liêm'],
    ['Bến xe Mỹ Đình', 21.0285, 105.7783, 'Từ Liêm'],
    ['BV Bạch Mai', 21.0003, 105.8405, 'Kim Liên'],
    ['Royal City', 21.0031, 105.8153, 'Thanh Xuân'],
    ['Aeon Long Biên', 21.0268, 105.8991, 'Long Biên'],
    ['Chùa Hương', 20.6183, 105.7467, 'Hương Sơn'],
    ['Thành cổ Sơn Tây', 21.1385, 105.5039, 'Sơn Tây'],
    ['Cổ Loa', 21.1133, 105.8731, 'Đông Anh'],
    ['ĐHQG Hòa Lạc', 21.0089, 105.5262, 'Hòa Lạc'],
    ['Hồ Tây', 21.0536, 105.8219, 'Tây Hồ'],
    ['Bưu điện Hà Đông', 20.9716, 105.7766, 'Hà Đông'],
  ])('%s lies in %s, %s: %s', (_, latitude, longitude, expected) => {
    const found = wardAt(map, { latitude, longitude });
    expect(found.kind === 'inside' && name(found.wardCode)).toBe(expected);
  });

  it('finds every official centre in its own ward', () => {
    for (const { centre, code } of adminUnits) {
      expect(wardAt(map, { longitude: centre[0], latitude: centre[1] }), code).toMatchObject({
        kind: 'inside',
        wardCode: code,
      });
    }
  });

  it('is fast enough for every pin: under a millisecond', () => {
    const points = randomPoints(2000);
    const start = performance.now();
    for (const point of points) wardAt(map, point);
    expect((performance.now() - start) / points.length).toBeLessThan(1);
  });

  it('shows how far the guess without outlines can be trusted', () => {
    const guessing = loadWardMap();
    const count = { all: 0, right: 0, second: 0, clear: 0, clearRight: 0, border: 0, outside: 0, outsideSeen: 0 };
    for (const point of randomPoints(20_000)) {
      const truth = wardAt(map, point);
      const guess = wardAt(guessing, point);
      if (truth.kind !== 'inside') {
        count.outside += 1;
        if (guess.kind === 'outside') count.outsideSeen += 1;
        continue;
      }
      count.all += 1;
      if (truth.nearBorder.length > 0) count.border += 1;
      if (guess.kind !== 'guess') continue;
      const right = guess.wardCode === truth.wardCode;
      if (right) count.right += 1;
      if (right || guess.alternatives[0] === truth.wardCode) count.second += 1;
      if (guess.clear) count.clear += 1;
      if (guess.clear && right) count.clearRight += 1;
    }
    const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
    process.stdout.write(
      `ward guess on ${count.all} random points: right ${percent(count.right, count.all)}, first two ${percent(count.second, count.all)}, ` +
        `clear ${percent(count.clear, count.all)} of which right ${percent(count.clearRight, count.clear)}; ` +
        `within ${BORDER_METRES} m of a border ${percent(count.border, count.all)}; ` +
        `outside seen ${percent(count.outsideSeen, count.outside)}\n`,
    );
    expect(count.right / count.all).toBeGreaterThan(0.8);
    expect(count.clearRight / count.clear).toBeGreaterThan(0.95);
  });
});

/** The same points every time, spread over the city's box. */
function randomPoints(count: number) {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  return Array.from({ length: count }, () => ({
    latitude: 20.56 + random() * 0.83,
    longitude: 105.28 + random() * 0.75,
  }));
}
