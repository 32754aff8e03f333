import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { adminUnits } from '../../../../db/seed/admin-units.ts';
import { loadWardMap, type WardMap, wardAt } from '../ward-lookup.ts';
import { isFarFrom, isFix, isSurelyOutside } from './out-of-area.ts';
import { squareWards } from './testing/square-wards.ts';

const guessing = loadWardMap();
const surely = (map: WardMap, latitude: number, longitude: number) =>
  isSurelyOutside(wardAt(map, { latitude, longitude }));

describe('a point is surely outside', () => {
  it.each([
    ['Đà Nẵng', 16.0544, 108.2022],
    ['TP Hồ Chí Minh', 10.7769, 106.7009],
    ['Hải Phòng', 20.8449, 106.6881],
    ['Paris', 48.8566, 2.3522],
    ['Bắc Ninh', 21.186, 106.0763],
  ])('with and without outlines: %s', (_, latitude, longitude) => {
    expect(surely(guessing, latitude, longitude)).toBe(true);
    expect(surely(squareWards(), latitude, longitude)).toBe(true);
  });

  it('with outlines from 50 m on, not at 49 m', () => {
    const north = Math.max(...adminUnits.map(({ centre }) => centre[1]));
    const unit = adminUnits.find(({ centre }) => centre[1] === north);
    const at = (metres: number) => surely(squareWards(), north + 0.001 + metres / 111_195, unit?.centre[0] ?? 0);
    expect([at(49), at(51)]).toEqual([false, true]);
  });
});

describe('a point is not surely outside', () => {
  it('inside, near a border, or guessed', () => {
    expect(isSurelyOutside({ kind: 'inside', wardCode: '00070', nearBorder: [] })).toBe(false);
    expect(isSurelyOutside({ kind: 'guess', wardCode: '00070', alternatives: [], clear: true })).toBe(false);
    expect(isSurelyOutside({ kind: 'outside', nearBorder: ['00070'] })).toBe(false);
    expect(isSurelyOutside({ kind: 'outside' })).toBe(false);
    expect(isSurelyOutside({ kind: 'outside', sure: false })).toBe(false);
  });

  it.each([
    ['Từ Sơn, in the box around the city', 21.117, 105.96],
    ['a pin that is not a number', Number.NaN, 105.8],
    ['a phone without a fix', 0, 0],
  ])('without outlines: %s', (_, latitude, longitude) => {
    expect(surely(guessing, latitude, longitude)).toBe(false);
  });
});

describe('far from the city', () => {
  const units = [
    { centre: [105.8, 21] as [number, number], bbox: [105.7, 20.9, 105.9, 21.1] as [number, number, number, number] },
  ];
  const north = (metres: number) => 21 + metres / 111_195;

  it('is over 15 km from every centre', () => {
    const wide = [
      { ...units[0], centre: [105.8, 21.1] as [number, number], bbox: [105.79, 20.99, 105.81, 21.01] as const },
    ];
    const at = (metres: number) => isFarFrom(wide as never, { latitude: 21.1 + metres / 111_195, longitude: 105.8 });
    expect([at(14_990), at(15_010)]).toEqual([false, true]);
  });

  it('is over 5 km outside the box', () => {
    const edge = (21.1 - 21) * 111_195;
    const at = (metres: number) => isFarFrom(units, { latitude: north(edge + metres), longitude: 105.8 });
    expect([at(4_990), at(5_010)]).toEqual([false, true]);
    const south = (metres: number) => isFarFrom(units, { latitude: north(-edge - metres), longitude: 105.8 });
    expect([south(4_990), south(5_010)]).toEqual([false, true]);
    const degree = 111_195 * Math.cos((21 * Math.PI) / 180);
    const east = (metres: number) => isFarFrom(units, { latitude: 21, longitude: 105.9 + metres / degree });
    expect([east(4_990), east(5_010)]).toEqual([false, true]);
    const west = (metres: number) => isFarFrom(units, { latitude: 21, longitude: 105.7 - metres / degree });
    expect([west(4_990), west(5_010)]).toEqual([false, true]);
  });

  it('is no place that a phone could not tell', () => {
    expect(isFarFrom(units, { latitude: 0, longitude: 0 })).toBe(false);
    expect(isFarFrom(units, { latitude: 0, longitude: 1 })).toBe(true);
    expect(isFarFrom(units, { latitude: 1, longitude: 0 })).toBe(true);
    expect(isFix({ latitude: Number.NaN, longitude: 1 })).toBe(false);
    expect(isFix({ latitude: 1, longitude: Number.POSITIVE_INFINITY })).toBe(false);
  });
});

it('no point within 9 km of a centre is ever far: that is as far as a ward reaches', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...adminUnits),
      fc.double({ min: -0.08, max: 0.08, noNaN: true }),
      fc.double({ min: -0.08, max: 0.08, noNaN: true }),
      ({ centre: [longitude, latitude] }, east, north) => {
        expect(surely(guessing, latitude + north, longitude + east)).toBe(false);
      },
    ),
  );
});

test.skipIf(!process.env.WARD_BOUNDARIES)(
  'with the real outlines no point of a ward is refused, with or without them',
  () => {
    const map = loadWardMap({ boundariesFile: process.env.WARD_BOUNDARIES });
    const corners = (map.boundaries ?? []).flatMap(({ polygons }) => polygons.flat(2));
    expect(corners.length).toBeGreaterThan(40_000);
    for (const [index, [longitude, latitude]] of corners.entries()) {
      if (index % 10 !== 0) continue;
      expect(surely(map, latitude, longitude)).toBe(false);
      expect(surely(guessing, latitude, longitude)).toBe(false);
    }
  },
);
