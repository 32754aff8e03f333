import type { KeptDeed, Standing } from './deed.ts';

/** What a report asks of the person who looks at it: one thing at a time. */
export type Question = 'reply' | 'confirm' | 'rating' | 'offer';

/**
 * The most urgent of what can be done now. Confirming comes before rating: "Đã xong" closes the matter and leads to the rating.
 * What the person has just said, and is on its way, is not asked again, nor is the next thing before the service knows it.
 */
export function oneQuestion(
  { actions, question }: Pick<Standing, 'actions'> & { question: unknown },
  kept: readonly KeptDeed[],
): Question | null {
  if (kept.some(({ state }) => state === 'waiting')) return null;
  if (question && actions.includes('reply')) return 'reply';
  if (actions.includes('confirm')) return 'confirm';
  if (actions.includes('rating')) return 'rating';
  return actions.includes('follow') ? 'offer' : null;
}
