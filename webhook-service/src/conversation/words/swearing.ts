/**
 * Curses and nothing else. Nobody is scolded for them: a report with curses in it is a report, and curses alone are told
 * what can be sent here.
 */
import { canonical, plain } from '../../language/normalise.ts';
import { words } from '../../language/tokens.ts';

const PHRASES = list(
  'địt mẹ, đụ má, đậu má, óc chó, óc lợn, chó chết, khốn nạn, khốn kiếp, mất dạy, bố láo, vô học, con mẹ, mẹ kiếp, cút đi, vãi lồn',
);
/** With marks where the bare word is an ordinary one ("các", "lon"). */
const CURSES = new Set(
  list(
    'địt, đụ, đéo, đếch, đm, đmm, đkm, đcm, dm, dmm, dkm, dcm, vcl, vkl, vl, clgt, lồn, cặc, buồi, ngu, cút, ' +
      'fuck, fucking, fuk, wtf, shit, bullshit, bitch, asshole, idiot, idiots, stupid, bastard, bastards, dit, deo, buoi',
  ),
);
/** May stand beside a curse and mean nothing by themselves. */
const BESIDE = new Set(
  list(
    'mẹ, má, bố, mày, chúng, bọn, lũ, đồ, thằng, con, tao, chó, lợn, như, ngốc, xuẩn, quá, thế, vậy, ạ, à, nhé, nha, đi, hết, cả, các, ông, bà, ' +
      'cán, bộ, nhà, nước, chính, quyền, làm, ăn, hại, vô, dụng, thối, you, your, off, the, are, all, is, so, this, government, damn, useless',
  ).flatMap((word) => [word, plain(word)]),
);

export function isOnlySwearing(text: string): boolean {
  const said = PHRASES.reduce((rest, phrase) => rest.replaceAll(phrase, ' đm '), canonical(text));
  const spoken = words(said);
  const curses = (word: string) => CURSES.has(word);
  return spoken.length <= LONGEST && spoken.some(curses) && spoken.every((word) => curses(word) || BESIDE.has(word));
}

/** Longer ones say something, however rudely. */
const LONGEST = 12;

/** Written side by side, so that a reader sees them all. */
function list(all: string): string[] {
  return all.split(', ').map(canonical);
}
