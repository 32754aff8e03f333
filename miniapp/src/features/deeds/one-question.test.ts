import { expect, it } from 'vitest';
import type { KeptDeed } from './deed.ts';
import { oneQuestion } from './one-question.ts';

const kept = (state: KeptDeed['state']): KeptDeed => ({
  ...{ key: 'k', code: 'HN-7K3MR4T5', deed: { type: 'confirm' }, madeAt: 0, problem: null },
  state,
});

it('asks one thing: a reply before the result, whether it is done before how good it was', () => {
  const question = { text: 'Bên chẵn hay bên lẻ?' };
  expect(oneQuestion({ actions: ['reply', 'rating'], question }, [])).toBe('reply');
  expect(oneQuestion({ actions: ['reject', 'confirm', 'rating'], question: null }, [])).toBe('confirm');
  expect(oneQuestion({ actions: ['reject', 'rating'], question: null }, [])).toBe('rating');
  expect(oneQuestion({ actions: ['withdraw', 'follow'], question: null }, [])).toBe('offer');
  expect(oneQuestion({ actions: ['withdraw', 'objection', 'unfollow'], question: null }, [])).toBeNull();
});

it('asks nothing the service would not take: a question without the right to reply, a right without a question', () => {
  expect(oneQuestion({ actions: [], question: { text: 'Ở đâu?' } }, [])).toBeNull();
  expect(oneQuestion({ actions: ['reply'], question: null }, [])).toBeNull();
});

it('asks nothing while the last word is on its way, and again once that was refused', () => {
  const report = { actions: ['confirm'] as const, question: null };
  expect(oneQuestion({ ...report, actions: [...report.actions] }, [kept('waiting')])).toBeNull();
  expect(oneQuestion({ ...report, actions: [...report.actions] }, [kept('refused')])).toBe('confirm');
});
