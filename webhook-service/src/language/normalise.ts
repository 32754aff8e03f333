/**
 * One spelling for Vietnamese text. Phones send NFC and NFD, tones in both places (hoà, hòa), and a quarter of the
 * reports carry no diacritics at all (domain-hanoi §3, language traps).
 */

/** NFC with runs of white space as one space, trimmed. Case and diacritics stay. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** For matching with diacritics: lower-case, tidy, tone on one place (hoà → hòa, thuý → thúy; quý stays). */
export function canonical(text: string): string {
  return tidy(text)
    .toLowerCase()
    .normalize('NFC')
    .replace(/([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?!\p{L})/gu, moveTone);
}

/** For matching without diacritics: "Đường Hoà" and "duong hoa" are the same. Only marks and case go, punctuation stays. */
export function plain(text: string): string {
  return tidy(
    text
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/đ/gu, 'd')
      .normalize('NFC'),
  );
}

/** True when the text carries no Vietnamese mark, so that its words are ambiguous (da = đá, đã, da). */
export function hasNoDiacritics(text: string): boolean {
  return !/[\u0300-\u036fđĐ]/u.test(text.normalize('NFD'));
}

const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** Moves a tone from the second vowel of oa, oe, uy to the first; `qu` keeps it, there u is part of the consonant. */
function moveTone(pair: string, first: string, second: string, offset: number, whole: string): string {
  const [base = '', ...marks] = second.normalize('NFD');
  const tone = marks.find((mark) => TONES.includes(mark));
  const movable = (first === 'o' && /[ae]/u.test(base)) || (first === 'u' && base === 'y' && whole[offset - 1] !== 'q');
  return tone && movable ? `${first}${tone}${base}`.normalize('NFC') : pair;
}
