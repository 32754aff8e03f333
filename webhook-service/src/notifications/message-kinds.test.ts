import { expect, test } from 'vitest';
import { isMessageKind, priorityOf, weightOf } from './message-kinds.ts';

test.each([
  ['answered', 'answer'],
  ['citizen_asked', 'question'],
  ['dispatched', 'news'],
  ['digest', 'news'],
  ['closed_silent', 'minor'],
  ['staff_note', 'staff'],
  ['received', 'reply'],
  ['emergency', 'reply'],
  // A name every object has is no kind of ours.
  ['constructor', 'reply'],
])('%s weighs as much as %s', (kind, weight) => {
  expect(weightOf(kind)).toBe(weight);
  expect(isMessageKind(kind)).toBe(weight !== 'reply');
});

test('who has just written hears before any news leaves', () => {
  const order = ['received', 'answered', 'dispatched', 'closed_silent'].map(priorityOf);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(priorityOf('received')).toBeLessThan(priorityOf('answered'));
});
