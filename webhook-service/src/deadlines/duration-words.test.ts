import { describe, expect, it } from 'vitest';
import { durationWords, hoursWords } from './duration-words.ts';

describe('lengths of time in words', () => {
  it.each([
    [7 * 3_600_000, '7 giờ'],
    [40 * 3_600_000, '40 giờ'],
    [5_400_000, '1 giờ 30 phút'],
    [1_780_000, '29 phút 40 giây'],
    [3_601_999, '1 giờ 1 giây'],
    [60_000, '1 phút'],
    [1_000, '1 giây'],
    [999, 'chưa đến 1 giây'],
    [0, 'chưa đến 1 giây'],
  ])('%d ms are %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });

  it('say on which clock an allowance runs', () => {
    expect(hoursWords(2400, 'working')).toBe('40 giờ làm việc');
    expect(hoursWords(90, '24x7')).toBe('1 giờ 30 phút (tính cả đêm và ngày nghỉ)');
  });
});
