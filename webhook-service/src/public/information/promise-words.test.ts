import { describe, expect, test } from 'vitest';
import { promiseWords } from './promise-words.ts';

describe('an allowance in words', () => {
  test('is told in working days where it is whole days', () => {
    expect(promiseWords(8, 'working', 'vi')).toBe('1 ngày làm việc');
    expect(promiseWords(40, 'working', 'vi')).toBe('5 ngày làm việc');
    expect(promiseWords(8, 'working', 'en')).toBe('1 working day');
    expect(promiseWords(120, 'working', 'en')).toBe('15 working days');
  });

  test('is told in hours where it is less, or runs through the night', () => {
    expect(promiseWords(4, 'working', 'vi')).toBe('4 giờ làm việc');
    expect(promiseWords(2.5, 'working', 'vi')).toBe('2,5 giờ làm việc');
    expect(promiseWords(8, '24x7', 'vi')).toBe('8 giờ, cả đêm và ngày nghỉ');
    expect(promiseWords(1, '24x7', 'en')).toBe('1 hour, day and night');
  });
});
