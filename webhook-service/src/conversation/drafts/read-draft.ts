import type { DraftContent, DraftQuestion } from '../../../../db/schema/draft-content.ts';
import { plain, tidy } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';
import { type FoundPlace, findPlace } from '../../routing/place-names.ts';
import { doesNotKnow, isSmallTalk, saysOnlyNewMatter, saysSame } from '../words/small-talk.ts';
import { isOnlySwearing } from '../words/swearing.ts';
import { correctedAddress, correctionIn, houseNumberIn, isHouseNumber } from './corrections.ts';
import { positionInText } from './map-position.ts';
import { soundsLikePlace } from './place-answer.ts';

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
  /** Voice messages, videos and files: nobody reads them but the people who will work on it. */
  attachments: number;
  /** The last question was met with words, whatever they say; a greeting or a thank-you is no reply. */
  replied: boolean;
  /** The last reply says that the matter is the one reported before. */
  sameMatter: boolean;
  /** The last reply says that it is something new, and no more than that. */
  newMatter: boolean;
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

  const place = placeOf(entries, content.pin);
  const attachments = content.attachments ?? 0;
  const shown = content.photos + attachments > 0;

  return {
    text: texts.map((entry) => entry.text).join('\n'),
    // One word is enough with a photo that shows the rest, or when somebody may be in danger ("cháy!").
    what: entries.some(({ matter }) => matter >= (shown || content.emergencyNumbers ? 1 : 2)),
    place,
    photos: content.photos,
    attachments,
    replied: since.some(({ text }) => saysSame(text) || !(isSmallTalk(text) || isOnlySwearing(text))),
    sameMatter: since.some(({ text }) => saysSame(text)),
    newMatter:
      since.length > 0 &&
      since.every(({ text }) => saysOnlyNewMatter(text) || isSmallTalk(text)) &&
      since.some(({ text }) => saysOnlyNewMatter(text)),
  };
}

type Pin = NonNullable<DraftContent['pin']>;

/** The last place said is the place; a correction ("không phải, ở số 15") also takes away what it corrects. */
function placeOf(entries: readonly EntryReading[], pin: Pin | undefined): DraftReading['place'] {
  const corrected = entries.findLastIndex((entry) => entry.corrects && (entry.address !== null || entry.ward !== null));
  const since = corrected > 0 ? entries.slice(corrected) : entries;
  const addresses = entries.flatMap((entry) => entry.address ?? []);
  const address = addresses.reduce<string | null>(
    (before, typed) => (corrected >= 0 && before ? correctedAddress(before, typed) : typed),
    null,
  );
  const wards = since.flatMap((entry) => entry.ward ?? []);
  const everyWard = entries.flatMap((entry) => entry.ward ?? []);
  const ward = lastNamed(wards) ?? lastNamed(everyWard);
  const from = entries[corrected];
  const pinIsWrong = pin && from && from.at > pin.at && !(from.address && isHouseNumber(from.address));
  const sent = pin && !pinIsWrong ? { latitude: pin.latitude, longitude: pin.longitude } : null;
  const position = sent ?? since.map((entry) => entry.position).findLast((found) => found !== null) ?? null;
  return position || address || ward ? { pin: position, address, ward } : null;
}

function lastNamed(wards: readonly Ward[]): Ward | null {
  return wards.findLast(({ certainty }) => certainty === 'named') ?? wards.at(-1) ?? null;
}

type Ward = NonNullable<FoundPlace['ward']>;

interface EntryReading {
  at: number;
  text: string;
  /** It takes back what was said before. */
  corrects: boolean;
  /** Words about the matter itself: none, one, or enough to go by (2). */
  matter: number;
  address: string | null;
  ward: FoundPlace['ward'] | null;
  position: Position | null;
}

function readEntry(entry: { at: number; text: string }, question: DraftQuestion | null): EntryReading {
  const correction = correctionIn(entry.text);
  const said = correction ?? entry.text;
  const found = findPlace(said);
  const ward = found.ward ?? null;
  const position = positionInText(said);
  const read = { at: entry.at, text: entry.text, corrects: correction !== null, ward, position };
  const houseNumber = houseNumberIn(correction);
  if (houseNumber) return { ...read, matter: 0, address: houseNumber };
  if (doesNotKnow(entry.text)) return { ...read, matter: 0, address: found.address ?? null };
  const spokenPlace =
    !ward &&
    !found.address &&
    question !== null &&
    question !== 'what' &&
    !isSmallTalk(entry.text) &&
    !saysNothing(said)
      ? soundsLikePlace(said, { strict: question === 'both' })
      : false;
  if (spokenPlace) return { ...read, matter: 0, address: tidy(said) };
  const left = matterWords(found.residual);
  // Asked what it is about, one word is an answer.
  const matter = question === 'what' && left > 0 ? 2 : left;
  // A name that may mean several wards stays readable for the person who has to choose.
  const unclearName = ward && ward.certainty !== 'named' && found.residual === '' ? tidy(said) : null;
  return { ...read, matter, address: found.address ?? unclearName };
}

/** The question an entry may answer: the last one put before it was sent. */
function questionBefore(at: number, content: DraftContent): DraftQuestion | null {
  return content.asked.findLast((asked) => asked.at < at)?.question ?? null;
}

/** Neither matter nor place: a curse, or "việc mới" before the matter itself. */
function saysNothing(text: string): boolean {
  return isOnlySwearing(text) || saysOnlyNewMatter(text);
}

/** Counts words beyond place and politeness, up to two: "ổ gà", "rác nhiều". One word alone is too little to route by. */
function matterWords(residual: string): number {
  const said = residual.replace(/https?:\/\/\S+/giu, ' ').replace(/\d+\.\d{4,}/gu, ' ');
  if (isSmallTalk(said) || saysNothing(said)) return 0;
  const kept = words(plain(said)).filter((word) => /\p{L}/u.test(word) && !PLACE_FILLERS.has(word));
  return Math.min(2, kept.length);
}

/** What is left of an English address once the names are taken out. */
const PLACE_FILLERS = new Set(
  'street st road rd lane ward district commune city hanoi vietnam near at in on the it is here'.split(' '),
);
