import type { IntakeTexts, KeptKind } from './intake-texts.ts';
import { fitted, shorten } from './message-length.ts';
import { listedEn, sentences } from './sentences.ts';

export const intakeTextsEn: IntakeTexts = {
  askWhichMeant: ({ codes }) => `Which report do you mean: ${listedEn(codes.slice(0, 3))}? Please send its code.`,
  kept: ({ kinds }) =>
    `Your ${what(kinds)} ${kinds.length > 1 ? 'are' : 'is'} kept with the report; people will ${reads(kinds)} ${kinds.length > 1 ? 'them' : 'it'}.`,
  keptWith: ({ code, kinds, askWords }) =>
    sentences(
      `Your ${what(kinds)} ${kinds.length > 1 ? 'are' : 'is'} kept with report ${code}; people will ${reads(kinds)} ${kinds.length > 1 ? 'them' : 'it'}.`,
      askWords && 'If you can, please write one sentence about it with this code.',
    ),
  cardNotNeeded: () =>
    'No business card is needed; the number on it is not kept. Please write what it is about, with a photo and the location.',
  callNotAnswered: () =>
    'Calls are not answered here. Please write what it is about, with a photo and the location. In an emergency call 113, 114 or 115.',
  signIn: ({ numbers }) =>
    numbers.length > 0
      ? `If anybody is in danger, call ${listedEn(numbers)} now. This message is kept and passed on. To add to it and hear the result, please sign in to Zalo and write again.`
      : 'To send a report, please sign in to Zalo and write again; you will hear the result there, too. In an emergency call 113, 114 or 115.',
  calm: () =>
    'Whatever troubles you, please write one sentence with a photo and the location. Every report gets a code, a unit in charge and a due time.',
  severalMatters: ({ code, count, place }) =>
    fitted((room) =>
      sentences(
        `${code} holds the ${count} matters you wrote of${place ? `, handled by this place: ${shorten(place, room)}` : ''}.`,
        'For each to reach its unit, please send the others one by one, beginning with "new problem".',
      ),
    ),
};

const NAMES: Readonly<Record<KeptKind, string>> = { voice: 'voice message', video: 'video', file: 'file' };
const READS: Readonly<Record<KeptKind, string>> = { voice: 'listen to', video: 'watch', file: 'read' };

function what(kinds: readonly KeptKind[]): string {
  return listedEn(
    kinds.map((kind) => NAMES[kind]),
    'and',
  );
}

function reads(kinds: readonly KeptKind[]): string {
  return listedEn(
    kinds.map((kind) => READS[kind]),
    'and',
  );
}
