/** What a typed name of a place can mean, with the reason for each, so that the citizen can choose (domain-hanoi §4.2). */

import { wardTitle } from '../../../db/seed/admin-units.ts';
import { tidy } from '../language/normalise.ts';
import { type NameBook, nameBookAt, type PlaceName } from './place-dictionary.ts';
import { readMentions } from './place-names.ts';
import { placeTokens } from './place-tokens.ts';
import type { MapUnit } from './ward-map.ts';
import { type NameCertainty, wardMentions } from './ward-mentions.ts';

export interface PlaceCandidate {
  code: string;
  /** "phường Láng". */
  name: string;
  /** Vietnamese, a line to stand beside the name: "Phường Láng Hạ (cũ, quận Đống Đa) nay thuộc …". */
  why: string;
}

export interface PlaceCandidates {
  /** Likeliest first; empty when the text names no place. */
  candidates: PlaceCandidate[];
  /** Only `named` says which ward is meant, and it, too, is shown before it is used. `unknown`: names no place. */
  certainty: NameCertainty | 'unknown';
}

/** The wards a name can mean by the names in force at a moment (left out: now). Never picks: a person confirms, a pin decides. */
export function candidatesOf(name: string, at?: Date): PlaceCandidates {
  const book = nameBookAt(at);
  const answer = readMentions(wardMentions(placeTokens(tidy(name)), book));
  if (!answer) return { candidates: [], certainty: 'unknown' };
  const candidates = new Map<string, PlaceCandidate>();
  for (const meaning of answer.names) {
    for (const code of meaning.wardCodes) {
      const ward = book.wards.get(code);
      if (!ward || candidates.has(code)) continue;
      candidates.set(code, { code, name: wardTitle(ward), why: reasonFor(meaning, ward, book) });
    }
  }
  return { candidates: [...candidates.values()], certainty: answer.certainty };
}

function reasonFor(meaning: PlaceName, ward: MapUnit, book: NameBook): string {
  const title = wardTitle(ward);
  switch (meaning.level) {
    case 'ward':
      return `${capital(title)} hiện nay`;
    case 'old-district':
      return `${capital(meaning.title)} (cũ) nay gồm ${countWords(meaning.wardCodes, book)}, trong đó có ${title}`;
    case 'old-unit': {
      const old = `${meaning.title} (cũ${meaning.within ? `, ${meaning.within}` : ''})`;
      return meaning.wardCodes.length > 1 ? `Một phần ${old} nay thuộc ${title}` : `${capital(old)} nay thuộc ${title}`;
    }
  }
}

/** "5 phường", "1 phường và 4 xã". */
function countWords(codes: readonly string[], book: NameBook): string {
  const count = (kind: MapUnit['kind']) => codes.filter((code) => book.wards.get(code)?.kind === kind).length;
  return [
    [count('phuong'), 'phường'],
    [count('xa'), 'xã'],
  ]
    .filter(([number]) => number !== 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(' và ');
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
