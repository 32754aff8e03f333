import { canonical, plain } from '../../../language/normalise.ts';
import type { Passage } from './reading.ts';

/** Phrases to look for, as whole words, with their diacritics; in a passage typed without any also without. */
export interface Phrases {
  marked: RegExp;
  plain: RegExp;
}

/** One phrase a line or between commas. */
export function phrases(list: string): Phrases {
  const all = list
    .split(/[\n,]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length);
  return { marked: oneOf(all.map(canonical)), plain: oneOf(all.map(plain)) };
}

/** The first phrase found, as it stands in the passage; null when there is none. */
export function firstOf(wanted: Phrases, { marked, plain: bare, unmarked }: Passage): string | null {
  return (unmarked ? wanted.plain.exec(bare) : wanted.marked.exec(marked))?.[0] ?? null;
}

export function has(wanted: Phrases, passage: Passage): boolean {
  return firstOf(wanted, passage) !== null;
}

/** The passage without any of them. */
export function withoutPhrases(wanted: Phrases, { marked, plain: bare, unmarked }: Passage): string {
  const global = ({ source, flags }: RegExp) => new RegExp(source, `${flags}g`);
  return unmarked ? bare.replace(global(wanted.plain), ' ') : marked.replace(global(wanted.marked), ' ');
}

function oneOf(all: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${all.map(escaped).join('|')})(?![\\p{L}\\d])`, 'u');
}

/** Only what occurs in phrases; a space stands for any white space. */
function escaped(phrase: string): string {
  return phrase.replace(/[./()+?*]/gu, '\\$&').replaceAll(' ', '\\s+');
}
