/** What an answer says beyond the words of offices: what was done, what was found, what is promised. */

import { plain } from '../../../language/normalise.ts';
import { has } from './phrases.ts';
import { type Passage, type Reading, spokenWords, wordsOf } from './reading.ts';
import { deeds, findings, future, orders, past, promises, saysSomething } from './vocabulary.ts';

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
    let [toCome, ordered] = [false, false];
    for (const clause of clauses) {
      toCome = isToCome(clause, toCome);
      promised ||= has(promises, clause);
      const said = spokenWords(clause)
        .filter((word) => saysSomething(word, clause.unmarked))
        .map(plain);
      const isNews = said.some((word) => !old.has(word));
      const hasDeed = (has(deeds, clause) || namesADeed(clause)) && said.length > 0;
      const figures = clause.plain.match(FIGURE) ?? [];
      ordered = has(orders, clause) || (ordered && !has(past, clause));
      if (!toCome && !ordered && hasDeed) done = true;
      if (!toCome && ((has(findings, clause) && isNews) || figures.length > 0)) found = true;
      for (const figure of figures) news.add(figure);
      for (const word of said) if (!old.has(word) || hasDeed) news.add(word);
    }
  }
  return { done, found, promised, news };
}

function isToCome(clause: Passage, before: boolean): boolean {
  if (has(future, clause)) return !has(past, clause) || has(promises, clause);
  return before && !has(past, clause);
}

/** "Đã" and a verb that is none of the words of offices: no list knows every craft. */
function namesADeed({ marked, unmarked }: Passage): boolean {
  if (unmarked) return false;
  return [...marked.matchAll(/(?<!\p{L})đã\s(?:được\s|cho\s|cùng\s)?(\p{L}+)/gu)].some(([, verb = '']) =>
    saysSomething(verb, false),
  );
}

/** A number of something: "12 m3", "86 hộ", "1.200.000 đồng". Hours, days and addresses are asked for by other rules. */
const FIGURE =
  /(?<![\p{L}\d/.,:-])\d+(?:[.,]\d+)*\s?(?:%|m|m2|m3|km|cm|mm|khoi|kg|tan|lit|dong|trieu|ty|nghin|kwh|mbps|dba|cay|canh|xe|bong|cot|nap|ho|nguoi|con|tam|bo|cai|chiec|may|bien|o|diem|truong hop|khach|chau|em|mau|bao|thung|to|tui|lo|met|vien|ghe|vet|goc|binh|so|phut|hoc sinh|cong nhan|can bo|camera|den|hoc vien|phieu|suat)(?![\p{L}\d])/gu;
