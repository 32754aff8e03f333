import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillStandardText, unfilledPlaceholders } from './fill.ts';

describe('filling a standard text', () => {
  test('puts the facts into the braces', () => {
    expect(
      fillStandardText('{agency} đã kiểm tra {code}.', { agency: 'UBND phường Láng', code: 'HN-7K3MR4T5' }),
    ).toEqual({
      text: 'UBND phường Láng đã kiểm tra HN-7K3MR4T5.',
      missing: [],
    });
  });

  test('lists what is missing once, in order, and leaves it visible', () => {
    expect(fillStandardText('{found}, {done}, {found}, {code}', { code: ' ', done: null })).toEqual({
      text: '{found}, {done}, {found}, {code}',
      missing: ['found', 'done', 'code'],
    });
  });

  test.each([
    ['đã lấp ổ gà.', 'Đã làm: đã lấp ổ gà.'],
    ['đã lấp ổ gà;', 'Đã làm: đã lấp ổ gà.'],
    [' đã lấp ổ gà ', 'Đã làm: đã lấp ổ gà.'],
  ])('does not double the full stop of %j', (done, text) => {
    expect(fillStandardText('Đã làm: {done}.', { done }).text).toBe(text);
  });

  test('keeps the full stop where the text has none', () => {
    expect(fillStandardText('{done} Trân trọng', { done: 'Xong.' }).text).toBe('Xong. Trân trọng');
  });

  test('does not fill braces that come with a fact, nor from the prototype', () => {
    expect(fillStandardText('{done}', { done: '{code}', code: 'X' }).text).toBe('{code}');
    expect(fillStandardText('{constructor}', {}).missing).toEqual(['constructor']);
  });

  test('leaves nothing to fill exactly when nothing is missing', () => {
    const names = ['code', 'found', 'done'];
    const facts = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', ' ', 'một', 'hai.'));
    const body = fc.array(fc.constantFrom(...names.map((name) => `{${name}}`), 'chữ', '.'), { maxLength: 8 });
    fc.assert(
      fc.property(body, facts, (pieces, given) => {
        const { text, missing } = fillStandardText(pieces.join(' '), given);
        expect(unfilledPlaceholders(text)).toEqual(missing);
      }),
    );
  });
});
