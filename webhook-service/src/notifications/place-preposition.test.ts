import { expect, test } from 'vitest';
import { atPlace } from './place-preposition.ts';

test.each([
  ['số 12 phố Láng Hạ', 'tại số 12 phố Láng Hạ'],
  ['trước số 12 phố Láng Hạ', 'trước số 12 phố Láng Hạ'],
  ['ở ngõ 5', 'ở ngõ 5'],
  ['o lang ha', 'o lang ha'],
  ['truoc cong truong', 'truoc cong truong'],
  ['truoc so 12 pho Lang Ha, phường Láng', 'truoc so 12 pho Lang Ha, phường Láng'],
  ['Ô Chợ Dừa', 'tại Ô Chợ Dừa'],
  ['o cho dua', 'tại o cho dua'],
  ['chợ Đồng Xuân', 'tại chợ Đồng Xuân'],
  ['cho dong xuan', 'tại cho dong xuan'],
  ['chỗ cây xăng', 'chỗ cây xăng'],
  ['dốc Bưởi', 'tại dốc Bưởi'],
  ['Gầnđây', 'tại Gầnđây'],
])('%s → %s', (place, expected) => {
  expect(atPlace(place)).toBe(expected);
});
