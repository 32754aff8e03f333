/**
 * Whether the words say something an official could act on. Only a hint is made of it: somebody who writes two words with three
 * photos may have said everything.
 */
export type Sense = 'empty' | 'thin' | 'fine';

const ENOUGH_WORDS = 4;
const ENOUGH_LETTERS = 12;

export function senseOf(text: string): Sense {
  const words = text.match(/\p{L}+/gu) ?? [];
  if (text.trim() === '') return 'empty';
  // "aaaaaaaaaaaa" is one word of one letter.
  const different = new Set(words.map((word) => word.toLowerCase()));
  const letters = words.join('').replace(/(\p{L})\1{2,}/gu, '$1').length;
  return different.size < ENOUGH_WORDS || letters < ENOUGH_LETTERS ? 'thin' : 'fine';
}
