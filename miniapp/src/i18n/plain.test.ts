import { expect, it } from 'vitest';
import { hasNoDiacritics, plain } from './plain.ts';

it('words are the same with and without diacritics, however the phone spells them', () => {
  expect(plain('  Đường   HOÀ Bình ')).toBe('duong hoa binh');
  expect(plain('Ổ gà'.normalize('NFD'))).toBe('o ga');
});

it('a text with one mark is not one without', () => {
  expect(hasNoDiacritics('chay nha')).toBe(true);
  expect(hasNoDiacritics('chay nhà')).toBe(false);
  expect(hasNoDiacritics('Đ')).toBe(false);
});
