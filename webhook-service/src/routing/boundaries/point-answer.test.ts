import { describe, expect, it, test } from 'vitest';
import { adminUnits } from '../../../../db/seed/admin-units.ts';
import { parseWardBoundaries } from '../ward-boundaries.ts';
import { loadWardMap, type WardMap } from '../ward-lookup.ts';
import { pointAnswer } from './point-answer.ts';
import { box, centreOf, HALF, outlineOf, pointIn, squareWards } from './testing/square-wards.ts';

const LANG = { code: '00199', name: 'phường Láng' };
const map = squareWards();
const degrees = (metres: number) => metres / (111_195 * Math.cos((21 * Math.PI) / 180));

/** Láng and, right against its east side, xã Bát Tràng and phường Ba Đình. */
function neighbours(): WardMap {
  const [longitude, latitude] = centreOf('00199');
  const east: [number, number] = [longitude + 2 * HALF, latitude];
  const features = adminUnits.map(({ code, centre }) =>
    outlineOf(code, box(code === '00577' ? east : code === '00004' ? east : centre)),
  );
  return { units: adminUnits, boundaries: parseWardBoundaries({ type: 'FeatureCollection', features }) };
}

describe('with outlines', () => {
  it('names the ward of a pin well inside and asks nothing', () => {
    expect(pointAnswer(map, pointIn('00199'))).toEqual({
      kind: 'inside',
      ward: LANG,
      offered: [],
      outside: false,
      by: 'outlines',
      sentence: 'Vị trí này thuộc phường Láng.',
    });
  });

  it('offers every ward within 50 m of the pin, its own first', () => {
    const answer = pointAnswer(neighbours(), pointIn('00199', HALF - degrees(40)));
    expect(answer).toMatchObject({ kind: 'inside', ward: LANG, outside: false });
    expect(answer.offered).toEqual([
      LANG,
      { code: '00004', name: 'phường Ba Đình' },
      { code: '00577', name: 'xã Bát Tràng' },
    ]);
    expect(answer.sentence).toBe(
      'Vị trí này nằm sát ranh giới giữa phường Láng, phường Ba Đình và xã Bát Tràng. Xin chọn đúng phường, xã nơi xảy ra sự việc.',
    );
    expect(pointAnswer(neighbours(), pointIn('00199', HALF - degrees(60))).offered).toEqual([]);
  });

  it('offers the ward of a pin that fell just outside the city', () => {
    expect(pointAnswer(map, pointIn('00199', HALF + degrees(30)))).toEqual({
      kind: 'outside',
      ward: null,
      offered: [LANG],
      outside: false,
      by: 'outlines',
      sentence:
        'Vị trí này nằm ngay ngoài ranh giới Hà Nội, sát phường Láng. Nếu sự việc xảy ra trong thành phố, xin chọn phường, xã.',
    });
  });

  it('says so when a pin is outside', () => {
    expect(pointAnswer(map, { latitude: 16.05, longitude: 108.2 })).toEqual({
      kind: 'outside',
      ward: null,
      offered: [],
      outside: true,
      by: 'outlines',
      sentence: 'Vị trí này nằm ngoài địa bàn thành phố Hà Nội.',
    });
  });

  it('asks to look again at a pin no phone means', () => {
    expect(pointAnswer(map, { latitude: 0, longitude: 0 })).toMatchObject({
      outside: false,
      sentence: 'Vị trí này có vẻ nằm ngoài địa bàn thành phố Hà Nội. Xin kiểm tra lại vị trí đã ghim.',
    });
  });
});

describe('without outlines', () => {
  const guessing = loadWardMap();

  it('has a clear guess confirmed', () => {
    const answer = pointAnswer(guessing, pointIn('00577'));
    expect(answer).toEqual({
      kind: 'guess',
      ward: { code: '00577', name: 'xã Bát Tràng' },
      offered: [{ code: '00577', name: 'xã Bát Tràng' }],
      outside: false,
      by: 'nearest-centre',
      sentence: 'Vị trí này có lẽ thuộc xã Bát Tràng. Xin xác nhận hoặc chọn phường, xã khác.',
    });
  });

  it('offers the three likeliest where the guess is not clear', () => {
    const answer = pointAnswer(guessing, { latitude: 21.02, longitude: 105.83 });
    expect(answer.kind).toBe('guess');
    expect(answer.offered).toHaveLength(3);
    expect(answer.offered[0]).toEqual(answer.ward);
    const [a, b, c] = answer.offered.map(({ name }) => name);
    expect(answer.sentence).toBe(
      `Vị trí này có thể thuộc ${a}, ${b} và ${c}. Xin chọn đúng phường, xã nơi xảy ra sự việc.`,
    );
  });

  it('is not sure about a point just outside', () => {
    expect(pointAnswer(guessing, { latitude: 21.42, longitude: 105.8 })).toMatchObject({
      kind: 'outside',
      outside: false,
    });
  });
});

test.skipIf(!process.env.WARD_BOUNDARIES)(
  'with the real outlines: a pin on the shared edge of two wards offers both',
  () => {
    const real = loadWardMap({ boundariesFile: process.env.WARD_BOUNDARIES });
    const edges = (real.boundaries ?? []).flatMap(({ wardCode, polygons }) =>
      polygons.flatMap(([ring]) => (ring?.[5] ? [{ wardCode, position: ring[5] }] : [])),
    );
    let shared = 0;
    for (const { wardCode, position } of edges) {
      const [longitude, latitude] = position;
      const answer = pointAnswer(real, { latitude, longitude });
      expect(answer.outside).toBe(false);
      const codes = answer.offered.map(({ code }) => code);
      // The edge of the city has one side only.
      expect(answer.ward?.code === wardCode || codes.includes(wardCode)).toBe(true);
      if (codes.length >= 2) shared += 1;
    }
    expect(shared / edges.length).toBeGreaterThan(0.7);
  },
);
