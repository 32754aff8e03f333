import { hasNoDiacritics, plain } from '../../i18n/plain.ts';
import { type Danger, dangers, type EmergencyNumber, harmless, stillGoingOn } from './danger-words.ts';

/** Whom to call, most fitting first; empty when nothing speaks of danger. Prefers a false alarm to a miss. */
export function dangerIn(text: string): EmergencyNumber[] {
  const reading = hasNoDiacritics(text) ? bare : marked;
  const words = harmless.reduce((rest, phrase) => rest.split(reading.spell(phrase)).join(' … '), reading.read(text));
  const says = (phrase: string) => words.includes(reading.spell(phrase));
  const goesOn = stillGoingOn.some(says);
  const found = dangers.filter(
    (danger) => reading.phrasesOf(danger).some(says) && (goesOn || !danger.unless?.some(says)),
  );
  return [...new Set(found.flatMap(({ numbers }) => numbers))];
}

interface Reading {
  read(text: string): string;
  spell(phrase: string): string;
  phrasesOf(danger: Danger): readonly string[];
}

const marked: Reading = {
  read: (text) => spaced(text.normalize('NFC').toLowerCase()),
  spell: (phrase) => ` ${phrase} `,
  phrasesOf: ({ words }) => words,
};

const bare: Reading = {
  read: (text) => spaced(plain(text)),
  spell: (phrase) => ` ${plain(phrase)} `,
  phrasesOf: ({ words, bare: clear = words, english }) => [...clear, ...english],
};

/** Words between single spaces, a full stop as a word of its own: a phrase never reaches over the end of a clause. */
function spaced(text: string): string {
  return ` ${text
    .replace(/[.,;:!?\n]+/gu, ' . ')
    .replace(/[^\p{L}\p{M}\d.]+/gu, ' ')
    .trim()} `;
}
