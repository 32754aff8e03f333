import { describe, expect, it } from 'vitest';
import { matcher } from './search.ts';

describe('searching the guide', () => {
  it('finds words with or without marks, in any order, by their beginning', () => {
    expect(matcher('rac')('Rác thải sinh hoạt')).toBe(true);
    expect(matcher('đường đèn')('Đèn đường', 'không sáng')).toBe(true);
    expect(matcher('chieu')('Đèn chiếu sáng')).toBe(true);
  });

  it('wants every word, and none in the middle of another', () => {
    expect(matcher('đèn vỡ')('Đèn đường không sáng')).toBe(false);
    expect(matcher('ac')('Rác thải')).toBe(false);
  });

  it('shows everything while nothing is typed', () => {
    expect(matcher('   ')('Rác thải')).toBe(true);
  });
});
