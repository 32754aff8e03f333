import { describe, expect, test } from 'vitest';
import { namesOtherPlace, namesOtherStreet, placeKeysOf, sharedNumbers, sharedStreets } from './place-keys.ts';

const numbered = (text: string) =>
  [...placeKeysOf(text).numbered].flatMap(([head, numbers]) => [...numbers].map((number) => `${head} ${number}`));

describe('place keys', () => {
  test.each([
    ['rac dau ngo 106 hoang quoc viet', ['ngo 106']],
    ['so nha 12 ngach 12/3 ngo 5a', ['so 12', 'ngach 12/3', 'ngo 5a']],
    ['nha 7', ['so 7']],
    ['12 lang ha', ['so 12']],
    ['so 12 lang ha', ['so 12']],
    ['toa hh2', ['toa hh2']],
    ['ngo 3 thang nay khong ai don', []],
    ['so 2 lan', []],
    ['mat nuoc 2 ngay', []],
  ])('of “%s” are %j', (text, keys) => expect(numbered(text)).toEqual(keys));

  test.each([
    ['ngap o pho thai ha', ['thai ha']],
    ['hoang quoc viet va pho hue', ['hoang quoc viet', 'pho hue']],
    ['duong lang', ['lang']],
    ['lang nhang', []],
  ])('streets of “%s” are %j', (text, streets) => expect([...placeKeysOf(text).streets]).toEqual(streets));

  test('are shared or speak against one place', () => {
    const [a, b, c] = [
      placeKeysOf('so 12 ngo 5 lang ha'),
      placeKeysOf('14 lang ha'),
      placeKeysOf('so 21 ngo 6 thai ha'),
    ];
    expect(sharedStreets(a, b)).toEqual(['lang ha']);
    expect(sharedNumbers(a, placeKeysOf('ngo 5'))).toEqual(['ngõ 5']);
    expect(namesOtherPlace(a, b)).toBe(false);
    expect(namesOtherPlace(a, c)).toBe(true);
    expect(namesOtherStreet(a, c)).toBe(true);
    expect(namesOtherStreet(a, b)).toBe(false);
    expect(namesOtherStreet(a, placeKeysOf('ngo 5'))).toBe(false);
  });

  test.each([
    ['so 12', 'so 20', false],
    ['so 12', 'so 21', true],
    ['ngo 12', 'ngo 13', true],
    ['ngo 12', 'ngo 12', false],
  ])('“%s” and “%s”: another place is %j', (one, other, expected) => {
    expect(namesOtherPlace(placeKeysOf(one), placeKeysOf(other))).toBe(expected);
  });
});
