import { plain } from '../../../language/normalise.ts';
import { passage, spokenWords, wordsOf } from './reading.ts';
import { saysSomething } from './vocabulary.ts';

/** Braces, brackets, dotted lines and "dd/mm" that were to be filled; null when there are none. */
export function placeholderLeft(typed: string): string | null {
  for (const pattern of PLACEHOLDERS) {
    const found = pattern.exec(typed)?.[0];
    if (found !== undefined) return found.trim();
  }
  return null;
}

/**
 * True when the text is a standard text and nothing else: its words are those of the template, and what stands in the places of the
 * placeholders are at most a date, the agency's name or the words of offices (domain-hanoi §9 of the issue: a text alone is no answer).
 */
export function isTemplateOnly(text: string, template: string, agencyName: string): boolean {
  const fixed = wordsOf(template.replace(/\{[^{}]*\}/gu, ' '));
  if (fixed.length < FEWEST_FIXED) return false;
  const left = new Map<string, number>();
  for (const word of fixed) left.set(word, (left.get(word) ?? 0) + 1);
  let covered = 0;
  const agency = new Set(wordsOf(agencyName));
  const added = new Set<string>();
  const filled = passage(text.replace(/\{[^{}]*\}/gu, ' '));
  for (const spoken of spokenWords(filled)) {
    const word = plain(spoken);
    const times = left.get(word) ?? 0;
    left.set(word, times - 1);
    if (times > 0) covered++;
    else if (saysSomething(spoken, filled.unmarked) && !agency.has(word)) added.add(word);
  }
  return covered >= fixed.length * NEARLY && added.size < FEWEST_OWN_WORDS;
}

const PLACEHOLDERS = [
  /\{[^{}]*\}/u,
  /\[[^[\]]{2,60}\]/u,
  /<\p{L}[^<>]{1,40}>/u,
  /_{3,}|\.{4,}|…{2,}/u,
  /(?:…|\.{2,})\s*\/|\/\s*(?:…|\.{2,})/u,
  /(?<!\p{L})(?:ngày|tháng|số|lúc|tại|do|ông|bà)\s+(?:…|\.{2,3})/iu,
  /(?<![\p{L}\d])(?:dd\/mm(?:\/yyyy)?|xx\/xx(?:\/\d{4})?|hh:mm|xxx+)(?![\p{L}\d])/iu,
];
/** A template shorter than this is a phrase anybody may write. */
const FEWEST_FIXED = 6;
const NEARLY = 0.85;
/** What a filled template adds at least: the place and the deed. */
const FEWEST_OWN_WORDS = 4;
