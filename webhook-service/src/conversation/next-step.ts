import type { DraftContent, DraftQuestion } from '../../../db/schema/draft-content.ts';
import type { DraftReading } from './read-draft.ts';
import { needsNoAnswer } from './small-talk.ts';

export type NextStep =
  | { step: 'report' }
  | { step: 'ask'; question: DraftQuestion }
  /** Everything missing has been asked for; the citizen is at it, or never answers (`intake.giveUpWaiting`). */
  | { step: 'wait' }
  /** A greeting, or too few words to tell what for: say what this channel does. */
  | { step: 'greet' }
  /** Nothing to report and nothing to answer: thanks, a sticker, a voice message already answered. */
  | { step: 'drop' };

/**
 * What the chat does when the quiet window of a draft is over. It asks for what is missing, each thing once; a reply that
 * does not help is not asked about again but goes to a person with what there is, because a person can read and ask better.
 */
export function nextStep(reading: DraftReading, content: DraftContent): NextStep {
  const { what, place, photos, replied } = reading;
  const asked = content.asked.map(({ question }) => question);
  if (!what && !place && photos === 0) {
    if (asked.length > 0) return { step: 'wait' };
    return content.texts.some(({ text }) => !needsNoAnswer(text)) ? { step: 'greet' } : { step: 'drop' };
  }
  if (what && place) return { step: 'report' };
  // Someone may be in danger: take what there is, a person will ask for the rest (domain-hanoi §2.4).
  if (what && content.emergencyNumbers) return { step: 'report' };
  if (what) {
    if (!asked.some(asksForPlace)) return { step: 'ask', question: 'place' };
    // The acknowledgement itself asks for the ward, and the code is safe in the citizen's hands.
    return replied ? { step: 'report' } : { step: 'wait' };
  }
  if (asked.includes('what')) return replied && photos > 0 ? { step: 'report' } : { step: 'wait' };
  if (!place) {
    if (!asked.includes('both')) return { step: 'ask', question: 'both' };
    // "Không biết", and there are photos: a person can see what it is.
    return replied ? { step: 'report' } : { step: 'wait' };
  }
  // Also after 'both': of the two the place was given, and words usually follow a pin.
  return { step: 'ask', question: 'what' };
}

function asksForPlace(question: DraftQuestion): boolean {
  return question !== 'what';
}
