import { expect, test } from 'vitest';
import { placeInWords } from './place-words.ts';

const nothing = { placeText: null, wardCode: null, wardBasis: null, latitude: null, outsideCity: false };
const lang = { ...nothing, wardCode: '00199', wardBasis: 'named' };

test.each([
  ['address and ward', { ...lang, placeText: 'số 5 ngõ 12' }, 'số 5 ngõ 12, phường Láng'],
  ['an address that names the ward already', { ...lang, placeText: 'ngõ 12, phường Láng' }, 'ngõ 12, phường Láng'],
  ['without marks', { ...lang, placeText: 'ngo 12, phuong lang' }, 'ngo 12, phuong lang'],
  [
    'an address with an old ward of nearly the same name',
    { ...lang, placeText: 'phường Láng Hạ' },
    'phường Láng Hạ, phường Láng',
  ],
  ['a ward alone', lang, 'phường Láng'],
  [
    'a ward that is an unclear guess is not claimed',
    { ...lang, wardBasis: 'unclear-guess', latitude: 21 },
    'vị trí bạn đã gửi',
  ],
  ['a pin alone', { ...nothing, latitude: 21 }, 'vị trí bạn đã gửi'],
  ['nothing', nothing, null],
])('%s', (_, report, expected) => {
  expect(placeInWords(report, 'vi')).toBe(expected);
});

test('a story instead of an address is cut', () => {
  const told = placeInWords({ ...nothing, placeText: 'gần chợ '.repeat(50) }, 'vi') ?? '';
  expect([...told].length).toBeLessThanOrEqual(90);
  expect(told.endsWith('…')).toBe(true);
});
