/** What an answer says beyond the words of offices: what was done, what was found, what is promised. */

import { has } from './phrases.ts';
import { type Passage, type Reading, wordsOf } from './reading.ts';
import { deeds, emptyWords, findings, future, past, promises } from './vocabulary.ts';

export interface Substance {
  /** Somebody did something one could see, read or hear. */
  done: boolean;
  /** An inspection showed something. */
  found: boolean;
  /** Something is still to come. */
  promised: boolean;
  /** Words that say something and that the citizen had not said. */
  news: ReadonlySet<string>;
}

interface Known {
  reportText: string;
  agencyName: string;
}

/** Reads off what an answer says, clause by clause: what stands after "sẽ" is to come until an "đã" turns it back. */
export function substanceOf(reading: Reading, known: Known): Substance {
  const old = new Set([...wordsOf(known.reportText), ...wordsOf(known.agencyName)]);
  const news = new Set<string>();
  let [done, found, promised] = [false, false, false];
  for (const clauses of reading.sentences) {
    let toCome = false;
    for (const clause of clauses) {
      toCome = isToCome(clause, toCome);
      promised ||= has(promises, clause);
      const said = wordsOf(clause.plain).filter(saysSomething);
      const isNews = said.some((word) => !old.has(word));
      const hasDeed = has(deeds, clause) && said.length > 0;
      if (!toCome && hasDeed) done = true;
      if (!toCome && has(findings, clause) && isNews) found = true;
      for (const word of said) if (!old.has(word) || hasDeed) news.add(word);
    }
  }
  return { done, found, promised, news };
}

function isToCome(clause: Passage, before: boolean): boolean {
  if (has(future, clause)) return !has(past, clause) || has(promises, clause);
  return before && !has(past, clause);
}

/** Neither of the words of offices nor a bare number: dates and addresses are asked for by other rules. */
function saysSomething(word: string): boolean {
  return !emptyWords.has(word) && !/^\d+$/u.test(word);
}
