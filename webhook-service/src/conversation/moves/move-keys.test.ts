import { expect, test } from 'vitest';
import { moveKey, moveOfKey, phraseOf } from './move-keys.ts';
import { type Move, readMove } from './moves.ts';

const moves: Move[] = [
  { type: 'confirm' },
  { type: 'reject', words: null },
  { type: 'rate', level: 'satisfied', reasons: [] },
  { type: 'rate', level: 'accepted', reasons: [] },
  { type: 'rate', level: 'unsatisfied', reasons: [] },
  { type: 'withdraw' },
  { type: 'object', ifRefused: false },
  { type: 'join' },
];

test.each(moves)('a question about $type keeps the move until the code comes', (move) => {
  expect(moveOfKey(moveKey(move))).toEqual(move);
});

test.each(moves)('what the messages teach for $type is understood, with the code before it', (move) => {
  for (const language of ['vi', 'en'] as const) {
    const text = `HN-7K3MR4T5 ${phraseOf(move, language)}`;
    expect(readMove(text)).toEqual({ move, code: 'HN-7K3MR4T5' });
  }
});

test('anything else is no key', () => {
  for (const key of ['', 'rate', 'rate:', 'reply', 'constructor']) expect(moveOfKey(key)).toBeNull();
});
