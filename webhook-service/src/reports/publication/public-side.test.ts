import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN } from './mask.ts';
import { isPrivateHome } from './private-home.ts';
import { publicPlaceWords, publicPoint, publicTextOf } from './public-side.ts';

const street = { text: 'Ổ gà to', placeText: 'trước số 12 phố Láng Hạ', categoryCode: 'GT-01' };
const home = { text: 'Nhà tôi ngập', placeText: 'số 7 ngõ 80 Chùa Láng', categoryCode: 'TN-01' };

describe('a private home', () => {
  test('is one by its category, or by the words', () => {
    expect(isPrivateHome({ ...street, categoryCode: 'MT-06' })).toBe(true);
    for (const text of ['rác trước nhà số 5', 'ngay cửa nhà em', 'nha toi mat nuoc', 'our house is flooded'])
      expect(isPrivateHome({ ...street, text })).toBe(true);
    for (const text of ['nhà hàng xả rác', 'trước số 12 phố Láng Hạ', 'nhà văn hóa hỏng cửa', 'nhà thờ'])
      expect(isPrivateHome({ ...street, text }), text).toBe(false);
  });

  test('loses its door in text and place, and keeps its street', () => {
    expect(publicTextOf({ ...home, text: 'Nhà em số 7 ngõ 80 Chùa Láng mất điện, căn hộ A1203' })).toBe(
      `Nhà em số ${HIDDEN} ngõ 80 Chùa Láng mất điện, căn hộ ${HIDDEN}`,
    );
    expect(publicPlaceWords(home)).toBe('Chùa Láng');
    expect(publicPlaceWords({ ...home, placeText: 'số 7 xóm Đình' })).toBeNull();
  });

  test('is shown in the middle of its square, at most 80 m away and the same for all homes in it', () => {
    const where = fc.record({
      latitude: fc.double({ min: 20.6, max: 21.4, noNaN: true }),
      longitude: fc.double({ min: 105.3, max: 106, noNaN: true }),
    });
    fc.assert(
      fc.property(where, (pin) => {
        const shown = publicPoint({ ...home, ...pin });
        if (!shown) throw new Error('a pin is shown');
        expect(shown.rounded).toBe(true);
        expect(Math.abs(shown.latitude - pin.latitude)).toBeLessThanOrEqual(0.00051);
        expect(publicPoint({ ...home, ...shown })).toEqual(shown);
      }),
    );
  });
});

describe('a place in the street', () => {
  test('is shown where it is', () => {
    expect(publicPoint({ ...street, latitude: 21.0245, longitude: 105.8012 })).toEqual({
      latitude: 21.0245,
      longitude: 105.8012,
      rounded: false,
    });
    expect(publicPlaceWords(street)).toBe('trước số 12 phố Láng Hạ');
    expect(publicPoint({ ...street, latitude: null, longitude: null })).toBeNull();
  });
});
