/** The words of a message with where they stand, so that place words can be cut out of the text as typed. */
import { canonical, plain } from '../language/normalise.ts';

export interface PlaceToken {
  /** Offsets in the tidy text; `end` is exclusive. */
  start: number;
  end: number;
  canonical: string;
  plain: string;
  /** Typed without any mark, so it may stand for several words. */
  bare: boolean;
  capital: boolean;
  digits: boolean;
  /** Only spaces or a hyphen lie between the word before and this one. */
  joined: boolean;
}

/** Words of a tidy text. In text typed all in capitals no word counts as a capital: they say nothing there. */
export function placeTokens(text: string): PlaceToken[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const shouting = letters > 6 && upper > letters * 0.6;
  let previousEnd = 0;
  return [...text.matchAll(/[\p{L}\d]+/gu)].map((match) => {
    const word = match[0];
    const start = match.index;
    const joined = start > 0 && /^[\s\-–]*$/u.test(text.slice(previousEnd, start));
    previousEnd = start + word.length;
    const [marked, unmarked] = [canonical(word), plain(word)];
    return {
      start,
      end: previousEnd,
      canonical: marked,
      plain: unmarked,
      bare: marked === unmarked,
      capital: !shouting && /^\p{Lu}/u.test(word),
      digits: /^\d+[a-z]?$/iu.test(word),
      joined,
    };
  });
}

/** True when the token is this word, typed with its marks or with none at all. */
export function isWord(token: PlaceToken | undefined, word: string): boolean {
  return token !== undefined && (token.canonical === word || (token.bare && token.plain === unmarkedForm(word)));
}

/** The words of our lists without marks, made once: stripping marks for every comparison was half the cost of a message. */
const unmarked = new Map<string, string>();
function unmarkedForm(word: string): string {
  let form = unmarked.get(word);
  if (form === undefined) {
    form = plain(word);
    unmarked.set(word, form);
  }
  return form;
}

const phraseWords = new Map<string, string[]>();
function wordsOf(phrase: string): string[] {
  let split = phraseWords.get(phrase);
  if (!split) {
    split = phrase.split(' ');
    phraseWords.set(phrase, split);
  }
  return split;
}

/** Number of tokens from `index` on that spell the phrase, 0 when they do not. */
export function phraseLength(tokens: readonly PlaceToken[], index: number, phrase: string): number {
  const wanted = wordsOf(phrase);
  return wanted.every((word, offset) => isWord(tokens[index + offset], word)) ? wanted.length : 0;
}

/** Tokens taken by the longest phrase of the list at `index`, with that phrase. */
export function longestPhrase(
  tokens: readonly PlaceToken[],
  index: number,
  phrases: readonly string[],
): { phrase: string; length: number } | null {
  let best: { phrase: string; length: number } | null = null;
  for (const phrase of phrases) {
    const length = phraseLength(tokens, index, phrase);
    if (length > (best?.length ?? 0)) best = { phrase, length };
  }
  return best;
}
