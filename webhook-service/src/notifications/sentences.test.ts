import { expect, test } from 'vitest';
import { listedEn, listedVi, lowerFirst, sentences, stopped } from './sentences.ts';

test.each([
  ['Chờ vật tư', 'chờ vật tư'],
  ['Đang chờ nhà thầu', 'đang chờ nhà thầu'],
  ['Chờ, vì mưa', 'chờ, vì mưa'],
  ['  Mưa lớn ', 'mưa lớn'],
  ['mưa lớn', 'mưa lớn'],
  ['UBND phường đang họp', 'UBND phường đang họp'],
  ['Láng Hạ đang ngập', 'Láng Hạ đang ngập'],
  ['Sở Xây dựng chưa cấp phép', 'Sở Xây dựng chưa cấp phép'],
  ['Công ty thoát nước đang hút bùn', 'Công ty thoát nước đang hút bùn'],
  ['', ''],
])('a reason after "vì" loses its capital unless it begins with a name: %s', (reason, expected) => {
  expect(lowerFirst(reason)).toBe(expected);
});

test('a sentence of somebody else gets a full stop only when it has no end', () => {
  expect([' xong ', 'xong.', 'xong?', 'xong!', 'xong…'].map(stopped)).toEqual([
    'xong.',
    'xong.',
    'xong?',
    'xong!',
    'xong…',
  ]);
});

test('sentences stand one space apart, and one that begins a line follows none', () => {
  expect(sentences('Một.', null, false, undefined, '', 'Hai.', '\nBa.')).toBe('Một. Hai.\nBa.');
});

test('names in a row', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((names) => listedVi(names, 'hay'))).toEqual([
    '',
    'A',
    'A hay B',
    'A, B hay C',
  ]);
  expect(listedEn(['A', 'B', 'C'])).toBe('A, B or C');
  expect(listedEn(['A', 'B'], 'and')).toBe('A and B');
});
