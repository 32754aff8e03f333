import type { DraftContent, DraftQuestion } from '../../../db/schema/draft-content.ts';
import type { DraftReading } from './read-draft.ts';

export type NextStep =
  | { step: 'report' }
  | { step: 'ask'; question: DraftQuestion }
  /** Everything missing has been asked for; the citizen is at it, or never answers (`intake.giveUpWaiting`). */
  | { step: 'wait' }
  /** Only a place, a photo or nothing new: see whether it belongs to a report made before. */
  | { step: 'greet' }
  | { step: 'drop' };

/** What the chat does when the quiet window of a draft is over. Asks for what is missing, each thing once. */
export function nextStep(reading: DraftReading, content: DraftContent): NextStep {
  const empty = !reading.what && !reading.place && reading.photos === 0;
  if (empty) return content.texts.length > 0 && content.asked.length === 0 ? { step: 'greet' } : { step: 'drop' };
  if (reading.what && reading.place) return { step: 'report' };
  // Someone may be in danger: take what there is, a person will ask for the rest (domain-hanoi §2.4).
  if (reading.what && content.emergencyNumbers) return { step: 'report' };

  const question: DraftQuestion = !reading.what && !reading.place ? 'both' : reading.what ? 'place' : 'what';
  const already = content.asked.some((asked) => asked.question === question);
  return already ? { step: 'wait' } : { step: 'ask', question };
}
