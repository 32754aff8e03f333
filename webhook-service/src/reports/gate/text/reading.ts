import { canonical, hasNoDiacritics, plain } from '../../../language/normalise.ts';

/** A piece of text in both spellings it is searched in. */
export interface Passage {
  /** Lower case, with diacritics. */
  marked: string;
  plain: string;
  /** Typed without diacritics, so that only `plain` says anything. */
  unmarked: boolean;
}

export interface Reading extends Passage {
  /** As typed, NFC; for what depends on capitals. */
  typed: string;
  /** Clauses by sentence. */
  sentences: readonly (readonly Passage[])[];
  /** Words without diacritics, in order. */
  words: readonly string[];
}

/** Reads an answer: sentences, clauses and words, in NFC whatever was typed. */
export function read(text: string): Reading {
  const typed = text.normalize('NFC').trim();
  const sentences = typed
    .split(SENTENCE_END)
    .map((sentence) => sentence.split(CLAUSE_END).map(passage).filter(hasWords))
    .filter((clauses) => clauses.length > 0);
  return { ...passage(typed), typed, sentences, words: wordsOf(typed) };
}

/** Words without diacritics and punctuation. */
export function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\d]+/gu) ?? [];
}

/** Words of a passage as they were typed: with diacritics, unless it has none at all. */
export function spokenWords({ marked, plain: bare, unmarked }: Passage): string[] {
  return (unmarked ? bare : marked).match(/[\p{L}\d]+/gu) ?? [];
}

export function passage(text: string): Passage {
  return { marked: canonical(text), plain: plain(text), unmarked: hasNoDiacritics(text) };
}

/** "P. Láng", "TP. Hà Nội" and "ThS. An" are no ends of sentences. */
const SENTENCE_END = /(?<!(?:^|[\s(])(?:\p{Lu}{1,2}|Tp|ThS|tr|đ))[.!?;](?:\s+|$)|\n+/u;
/** Commas and colons of numbers and times belong to the clause. */
const CLAUSE_END = /[,:](?!\d)|(?<!\d)[,:]|[()–—;]|\s-\s|\s(?=(?:nhưng|song|tuy nhiên)\s)/u;

function hasWords(of: Passage): boolean {
  return /[\p{L}\d]/u.test(of.plain);
}
