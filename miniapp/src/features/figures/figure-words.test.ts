import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFew, numberWords, perCent } from './figure-words.ts';

describe('a share', () => {
  it('is a whole number of per cent of what it was counted from', () => {
    expect(perCent({ numerator: 41, denominator: 50 })).toBe(82);
    expect(perCent({ numerator: 1, denominator: 3 })).toBe(33);
  });

  it('is nothing at all when there was nothing to count', () => {
    expect(perCent({ numerator: 0, denominator: 0 })).toBeNull();
  });

  it('is all only when it is all, and none only when it is none', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (numerator, denominator) => {
        fc.pre(numerator <= denominator);
        const shown = perCent({ numerator, denominator });
        expect(shown === 100).toBe(numerator === denominator);
        expect(shown === 0).toBe(numerator === 0);
      }),
    );
  });

  it('of few says so', () => {
    expect(isFew({ numerator: 3, denominator: 9 })).toBe(true);
    expect(isFew({ numerator: 3, denominator: 10 })).toBe(false);
    expect(isFew({ numerator: 0, denominator: 0 })).toBe(false);
  });
});

describe('a number', () => {
  it('is written as the reader’s language writes it', () => {
    expect(numberWords(1_234_567, 'vi')).toBe('1.234.567');
    expect(numberWords(1_234_567, 'en')).toBe('1,234,567');
    expect(numberWords(2.54, 'vi')).toBe('2,5');
    expect(numberWords(2.54, 'en')).toBe('2.5');
    expect(numberWords(3, 'vi')).toBe('3');
  });
});
