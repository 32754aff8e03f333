import { expect, test } from 'vitest';
import { mattersIn } from './several-matters.ts';

const count = (...texts: string[]) =>
  mattersIn({ texts: texts.map((text, index) => ({ messageId: `m${index}`, at: index, text })), photos: 0, asked: [] });

test.each<[number, ...string[]]>([
  [1, 'ổ gà to giữa đường, phường Láng'],
  [1, 'ổ gà to', 'ở số 5 phố Huế', 'nguy hiểm lắm ạ'],
  [1, 'ổ gà to ở số 5 phố Huế', 'không phải, ổ gà to ở số 15 phố Huế'],
  [1, 'rác 3 ngày 2 đêm chưa thu, số 1. phố Huế'],
  [1],
  [2, '1) ổ gà to giữa đường 2) rác chất đống, phường Láng'],
  [2, '1. ổ gà to số 5 phố Huế\n2. đèn đường hỏng phố Láng Hạ'],
  [2, 'ổ gà to ở số 5 phố Láng Hạ', 'rác chất đống ở ngõ 106 Hoàng Quốc Việt'],
  [3, 'ổ gà to ở số 5 phố Láng Hạ', 'rác chất đống ở ngõ 106 Hoàng Quốc Việt', 'đèn hỏng tối om ở số 3 phố Tràng Tiền'],
])('%i: %s', (matters, ...texts) => {
  expect(count(...texts)).toBe(matters);
});
