import type { DraftContent, DraftQuestion } from '../../../../db/schema/draft-content.ts';
import { needsNoAnswer } from '../words/small-talk.ts';
import { isOnlySwearing } from '../words/swearing.ts';
import type { DraftReading } from './read-draft.ts';

export type NextStep =
  | { step: 'report' }
  | { step: 'ask'; question: DraftQuestion }
  /** Everything missing has been asked for; the citizen is at it, or never answers (`intake.giveUpWaiting`). */
  | { step: 'wait' }
  /** A greeting, or too few words to tell what for: say what this channel does. */
  | { step: 'greet' }
  /** Only curses: one calm sentence about what can be sent here. */
  | { step: 'calm' }
  /** Nothing to report and nothing to answer: thanks (which get a heart), a thumb. */
  | { step: 'drop' };

/**
 * What the chat does when the quiet window of a draft is over. It asks for what is missing, each thing once; a reply that
 * does not help is not asked about again but goes to a person with what there is, because a person can read and ask better,
 * look at a photo and listen to a voice message.
 */
export function nextStep(reading: DraftReading, content: DraftContent): NextStep {
  const { what, place, newMatter } = reading;
  const shown = reading.photos + reading.attachments > 0;
  const asked = content.asked.map(({ question }) => question);
  if (!what && !place && !shown) {
    if (newMatter) return askedOnce(asked, 'both');
    if (asked.length > 0) return { step: 'wait' };
    return nothingSaid(content);
  }
  if (what && place) return { step: 'report' };
  // Someone may be in danger: take what there is, a person will ask for the rest (domain-hanoi §2.4).
  if (what && content.emergencyNumbers) return { step: 'report' };
  const replied = reading.replied && !newMatter;
  if (what) {
    // "Việc mới", and so far only what was there before the question: now the place is all that is missing.
    if (newMatter)
      return asked.at(-1) === 'place' && asked.length > 1 ? { step: 'wait' } : { step: 'ask', question: 'place' };
    if (!asked.some(asksForPlace)) return { step: 'ask', question: 'place' };
    // The acknowledgement itself asks for the ward, and the code is safe in the citizen's hands.
    return replied ? { step: 'report' } : { step: 'wait' };
  }
  if (asked.includes('what')) return replied && shown ? { step: 'report' } : { step: 'wait' };
  if (!place) {
    if (!asked.includes('both')) return { step: 'ask', question: 'both' };
    // "Không biết", and there is a photo or a voice message: a person can see or hear what it is.
    return replied ? { step: 'report' } : { step: 'wait' };
  }
  // Also after 'both': of the two the place was given, and words usually follow a pin.
  return { step: 'ask', question: 'what' };
}

function nothingSaid({ texts }: DraftContent): NextStep {
  if (texts.some(({ text }) => isOnlySwearing(text))) return { step: 'calm' };
  return texts.some(({ text }) => !needsNoAnswer(text)) ? { step: 'greet' } : { step: 'drop' };
}

function askedOnce(asked: readonly DraftQuestion[], question: DraftQuestion): NextStep {
  return asked.includes(question) ? { step: 'wait' } : { step: 'ask', question };
}

function asksForPlace(question: DraftQuestion): boolean {
  return question !== 'what';
}
