/** Short messages as words, so that a handful of phrases covers how people really type: marks or none, teencode, politeness. */
import { expandAbbreviations } from '../../language/abbreviations.ts';
import { canonical, hasNoDiacritics, plain } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';

/** The words of a short message, abbreviations written out; signs and emoji are nothing. */
export function spokenWords(text: string): string[] {
  return words(expandAbbreviations(text)).map((word) => TEENCODE.get(word) ?? word);
}

/** True when the words say exactly this phrase. Marks count where they are typed: "chùa" is no "chưa", "chua" may be one. */
export function says(spoken: readonly string[], phrase: readonly string[]): boolean {
  return spoken.length === phrase.length && startsWith(spoken, phrase);
}

export function startsWith(spoken: readonly string[], phrase: readonly string[]): boolean {
  return phrase.length <= spoken.length && phrase.every((word, index) => sameWord(spoken[index] ?? '', word));
}

/**
 * The words, and the words without what may be only polite at both ends: "anh" ends "rút phản ánh" typed without marks, and
 * also "đã xong anh". The most said first.
 */
export function withoutPoliteness(spoken: readonly string[]): string[][] {
  return shortened(spoken, (words) => {
    const before = BEFORE.find((phrase) => startsWith(words, phrase));
    return before ? words.slice(before.length) : null;
  }).flatMap((rest) =>
    shortened(rest, (words) => {
      const after = AFTER.find((phrase) => says(words.slice(-phrase.length), phrase));
      return after ? words.slice(0, -after.length) : null;
    }),
  );
}

function shortened(words: readonly string[], cut: (words: readonly string[]) => string[] | null): string[][] {
  const found = [[...words]];
  for (let rest = cut(words); rest !== null; rest = cut(rest)) found.push(rest);
  return found;
}

/** Phrases written side by side, so that a reader sees them all. */
export function phrases(list: string): string[][] {
  return list.split(',').map((phrase) => words(canonical(phrase)));
}

function sameWord(typed: string, meant: string): boolean {
  return typed === meant || (hasNoDiacritics(typed) && typed === plain(meant));
}

/** Beyond the abbreviations of reports: how the answers below are typed. */
const TEENCODE = new Map([
  ['chx', 'chưa'],
  ['xog', 'xong'],
  ['sog', 'xong'],
  ['xg', 'xong'],
  ['roài', 'rồi'],
  ['ròy', 'rồi'],
  ['oki', 'ok'],
]);

const BEFORE = longestFirst(
  'dạ, vâng, ừ, ok, oke, okay, okie, thưa, xin, xin báo, báo, báo lại, em, tôi, mình, cháu, chúng tôi, anh, chị, bác, cô, chú, ' +
    'anh chị, các anh chị, ad, admin, bạn, ơi, alo, cho, giúp, vui lòng, muốn, tôi muốn, phản ánh, mã, mã số, số, việc, việc này, ' +
    'kết quả, về, của, này, đánh giá, xác nhận, please, i want to, i would like to, report, code, result, my, the, number, rating',
);
const AFTER = longestFirst(
  'ạ, nhé, nha, nhá, nhen, đấy, đó, luôn, em, anh, chị, bác, bạn, ad, admin, ơi, anh chị, các bạn, các anh chị, này, ' +
    'cảm ơn, cám ơn, cảm ơn nhiều, cảm ơn bạn, cảm ơn các bạn, cảm ơn anh chị, xin cảm ơn, cám ơn nhiều, ' +
    'thanks, thank you, thank you very much, thanks a lot, many thanks, please, now',
);

function longestFirst(list: string): string[][] {
  return phrases(list).sort((a, b) => b.length - a.length);
}
