import { expect, test } from 'vitest';
import { plainWords, searchTextOf } from './search-text.ts';

test('what is searched in is plain words with a space around each', () => {
  expect(searchTextOf('Ổ gà to, trước số 12A!', 'phố Láng Hạ')).toBe(' o ga to truoc so 12a pho lang ha ');
});

test('is the same however the diacritics are composed', () => {
  const text = 'Đường Hoà ngập';
  expect(searchTextOf(text.normalize('NFD'), null)).toBe(searchTextOf(text.normalize('NFC'), null));
});

test('is never empty: an empty column is a report of before it was kept', () => {
  expect(searchTextOf('', null)).toBe(' ');
  expect(searchTextOf('…!', '?')).toBe(' ');
});

test('keeps whole words up to 2 000 characters', () => {
  const text = searchTextOf('ngập nước '.repeat(1_000), null);
  // " ngap nuoc" is ten characters, so 199 pairs and one more word fit.
  expect(text.length).toBe(1_996);
  expect(text.endsWith(' ngap ')).toBe(true);
  expect(searchTextOf('a'.repeat(1_998), null).length).toBe(2_000);
  expect(searchTextOf('a'.repeat(1_999), null)).toBe(' ');
});

test('words are letters and digits, nothing else', () => {
  expect(plainWords('50% {a,b} "c" \\d _e_')).toEqual(['50', 'a', 'b', 'c', 'd', 'e']);
});
