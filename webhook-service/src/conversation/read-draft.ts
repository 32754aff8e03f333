import type { DraftContent } from '../../../db/schema/draft-content.ts';
import { plain } from '../language/normalise.ts';
import { words } from '../language/tokens.ts';
import { type FoundPlace, findPlace } from '../routing/place-names.ts';
import { isSmallTalk } from './commands.ts';

/** What a draft says, once everything the citizen sent is put together. */
export interface DraftReading {
  /** Everything written, in the order it was written, one line a message. */
  text: string;
  what: boolean;
  place: {
    pin: { latitude: number; longitude: number } | null;
    address: string | null;
    ward: FoundPlace['ward'] | null;
  } | null;
  photos: number;
}

/**
 * Puts the pieces of a burst together. A pin, an address or a ward's name is a place; words beyond the place are what it is
 * about. After a question, an answer we cannot parse is taken at its word: the citizen was asked, and a person can read it.
 */
export function readDraft(content: DraftContent): DraftReading {
  const texts = [...content.texts].sort((a, b) => a.at - b.at);
  const found = texts.map((entry) => ({ ...entry, place: findPlace(entry.text) }));
  const lastQuestion = content.asked.at(-1);
  const answers = lastQuestion ? found.filter((entry) => entry.at > lastQuestion.at && !isSmallTalk(entry.text)) : [];

  const ward = found.map((entry) => entry.place.ward).findLast((candidate) => candidate !== undefined) ?? null;
  const typed = found.map((entry) => entry.place.address).findLast((address) => address !== undefined) ?? null;
  const answeredPlace =
    lastQuestion && lastQuestion.question !== 'what' ? answers.map((entry) => entry.text).at(-1) : undefined;
  const pin = content.pin ? { latitude: content.pin.latitude, longitude: content.pin.longitude } : null;
  const address = typed ?? (!pin && !ward ? (answeredPlace ?? null) : null);

  return {
    text: texts.map((entry) => entry.text).join('\n'),
    what:
      found.some((entry) => saysSomething(entry.place.residual)) ||
      (lastQuestion?.question === 'what' && answers.length > 0),
    place: pin || address || ward ? { pin, address, ward } : null,
    photos: content.photos,
  };
}

/** Two words that are no greeting: "ổ gà", "rác nhiều". One word alone is too little to route by. */
function saysSomething(residual: string): boolean {
  return !isSmallTalk(residual) && words(plain(residual)).length >= 2;
}
