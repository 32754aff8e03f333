import { expect, it } from 'vitest';
import { senseOf } from './sense.ts';

it.each([
  ['', 'empty'],
  ['  \n ', 'empty'],
  ['ổ gà', 'thin'],
  ['aaaaaaaaaaaaaaaaaaaaaa', 'thin'],
  ['hỏng hỏng hỏng hỏng hỏng', 'thin'],
  ['123456 7890 !!!!', 'thin'],
  ['Đèn đường ngõ 12 tắt hai hôm nay', 'fine'],
  ['rac dau ngo 3 ngay chua thu', 'fine'],
])('%s is %s', (text, sense) => expect(senseOf(text)).toBe(sense));
