/** What the suggester sees of a text: words without marks, words with marks, runs of characters. */
import { expandAbbreviations } from '../language/abbreviations.ts';
import { plain } from '../language/normalise.ts';
import { charGrams, wordGrams, words } from '../language/tokens.ts';

export interface TextFeatures {
  /** Words and pairs without diacritics: half of the reports are typed so, in part or whole. */
  plain: string[];
  /** Words and pairs with diacritics: tell đá from đã when the citizen typed them. */
  marked: string[];
  /** Runs of 4 characters: survive typing errors and compounds cut differently. */
  chars: string[];
  /** Runs of 1 to 5 words without diacritics, to find phrases whole. */
  runs: string[];
  /** All words in one run. */
  whole: string;
}

/** Teencode is written out first (domain-hanoi §3, language traps). */
export function textFeatures(text: string): TextFeatures {
  const full = expandAbbreviations(text);
  const marked = words(full);
  const bare = words(plain(full));
  const pairs = wordGrams(bare, 2);
  return {
    plain: [...bare, ...pairs],
    marked: [...marked, ...wordGrams(marked, 2)],
    chars: charGrams(bare, 4),
    runs: [...bare, ...pairs, ...wordGrams(bare, 3), ...wordGrams(bare, 4), ...wordGrams(bare, 5)],
    whole: bare.join(' '),
  };
}
