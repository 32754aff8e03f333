import type { DraftContent, DraftQuestion } from '../../../db/schema/draft-content.ts';
import { plain, tidy } from '../language/normalise.ts';
import { words } from '../language/tokens.ts';
import { type FoundPlace, findPlace } from '../routing/place-names.ts';
import { positionInText } from './map-position.ts';
import { soundsLikePlace } from './place-answer.ts';
import { doesNotKnow, isSmallTalk, saysSame } from './small-talk.ts';

type Position = { latitude: number; longitude: number };

/** What a draft says, once everything the citizen sent is put together. */
export interface DraftReading {
  /** Everything written, in the order it was written, one line a message. */
  text: string;
  what: boolean;
  place: {
    pin: Position | null;
    address: string | null;
    ward: FoundPlace['ward'] | null;
  } | null;
  photos: number;
  /** The last question was met with words, whatever they say; a greeting or a thank-you is no reply. */
  replied: boolean;
  /** The last reply says that the matter is the one reported before. */
  sameMatter: boolean;
}

/**
 * Puts the pieces of a burst together. A pin, an address or a ward's name is a place; words beyond the place are what it is
 * about. The order in which the pieces arrived does not matter, only Zalo's clock does.
 */
export function readDraft(content: DraftContent): DraftReading {
  const texts = [...content.texts].sort((a, b) => a.at - b.at || (a.messageId < b.messageId ? -1 : 1));
  const lastQuestion = content.asked.at(-1);
  const entries = texts.map((entry) => readEntry(entry, questionBefore(entry.at, content)));
  const since = lastQuestion ? entries.filter((entry) => entry.at > lastQuestion.at) : [];

  const wards = entries.flatMap((entry) => (entry.ward ? [entry.ward] : []));
  const ward = wards.findLast(({ certainty }) => certainty === 'named') ?? wards.at(-1) ?? null;
  const pin = content.pin
    ? { latitude: content.pin.latitude, longitude: content.pin.longitude }
    : (entries.map((entry) => entry.position).findLast((position) => position !== null) ?? null);
  const address = entries.map((entry) => entry.address).findLast((typed) => typed !== null) ?? null;

  return {
    text: texts.map((entry) => entry.text).join('\n'),
    // One word is enough with a photo that shows the rest, or when somebody may be in danger ("cháy!").
    what: entries.some(({ matter }) => matter >= (content.photos > 0 || content.emergencyNumbers ? 1 : 2)),
    place: pin || address || ward ? { pin, address, ward } : null,
    photos: content.photos,
    replied: since.some(({ text }) => !isSmallTalk(text) || saysSame(text)),
    sameMatter: since.some(({ text }) => saysSame(text)),
  };
}

interface EntryReading {
  at: number;
  text: string;
  /** Words about the matter itself: none, one, or enough to go by (2). */
  matter: number;
  address: string | null;
  ward: FoundPlace['ward'] | null;
  position: Position | null;
}

function readEntry(entry: { at: number; text: string }, question: DraftQuestion | null): EntryReading {
  const found = findPlace(entry.text);
  const ward = found.ward ?? null;
  const position = positionInText(entry.text);
  const read = { at: entry.at, text: entry.text, ward, position };
  if (doesNotKnow(entry.text)) return { ...read, matter: 0, address: found.address ?? null };
  const spokenPlace =
    !ward && !found.address && question !== null && question !== 'what' && !isSmallTalk(entry.text)
      ? soundsLikePlace(entry.text, { strict: question === 'both' })
      : false;
  if (spokenPlace) return { ...read, matter: 0, address: tidy(entry.text) };
  const left = matterWords(found.residual);
  // Asked what it is about, one word is an answer.
  const matter = question === 'what' && left > 0 ? 2 : left;
  // A name that may mean several wards stays readable for the person who has to choose.
  const unclearName = ward && ward.certainty !== 'named' && found.residual === '' ? tidy(entry.text) : null;
  return { ...read, matter, address: found.address ?? unclearName };
}

/** The question an entry may answer: the last one put before it was sent. */
function questionBefore(at: number, content: DraftContent): DraftQuestion | null {
  return content.asked.findLast((asked) => asked.at < at)?.question ?? null;
}

/** Counts words beyond place and politeness, up to two: "ổ gà", "rác nhiều". One word alone is too little to route by. */
function matterWords(residual: string): number {
  const said = residual.replace(/https?:\/\/\S+/giu, ' ').replace(/\d+\.\d{4,}/gu, ' ');
  if (isSmallTalk(said)) return 0;
  const kept = words(plain(said)).filter((word) => /\p{L}/u.test(word) && !PLACE_FILLERS.has(word));
  return Math.min(2, kept.length);
}

/** What is left of an English address once the names are taken out. */
const PLACE_FILLERS = new Set(
  'street st road rd lane ward district commune city hanoi vietnam near at in on the it is here'.split(' '),
);
