import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted, MAX_MESSAGE_LENGTH, shorten } from './message-length.ts';

test('short words stay as they are, long ones are cut at a space and say so', () => {
  expect(shorten('ổ gà to', 20)).toBe('ổ gà to');
  expect(shorten('ổ gà to giữa đường Láng', 14)).toBe('ổ gà to giữa…');
  expect(shorten('mộtchữrấtdàikhôngdấucách', 10)).toBe('mộtchữrất…');
});

test('letters are counted as people see them typed, not as bytes or decomposed marks', () => {
  const nfd = 'đường'.normalize('NFD');
  expect(shorten(nfd, 5)).toBe('đường');
});

test('never longer than asked, never half an emoji', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('ổ gà', '👍', ' ', 'a', '.', 'đường')),
      fc.integer({ min: 2, max: 40 }),
      (pieces, limit) => {
        const short = shorten(pieces.join(''), limit);
        expect([...short].length).toBeLessThanOrEqual(limit);
        expect(() => encodeURIComponent(short), 'half a surrogate pair').not.toThrow();
      },
    ),
  );
});

test('a message gives its variable words just the room there is', () => {
  const text = fitted((room) => `${shorten('chữ '.repeat(100), room)} ${'x'.repeat(430)}`);
  expect([...text].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
  expect(text.endsWith('x'.repeat(430))).toBe(true);
});
