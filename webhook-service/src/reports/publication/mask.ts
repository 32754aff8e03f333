import { findReportCode } from '../report-code.ts';
import { maskNames } from './mask-names.ts';
import { HIDDEN, maskNumbers } from './mask-numbers.ts';

export { HIDDEN };

const LINK = /(?:https?:\/\/|www\.)[^\s<>"']+/giu;
const EMAIL = /[\p{L}\d._%+-]+[ ]?(?:@|\(a\)|\[at\]|\(at\))[ ]?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
/** Without its scheme: an ending that is no word, or a path behind any ending. */
const HOST =
  /(?<![\p{L}\d@.])(?:[a-z\d-]+\.)+(?:(?:com|vn|net|org|edu|gov|info|xyz|shop|online|biz)(?![\p{L}\d])(?:\/[^\s<>"']*)?|[a-z]{2,6}\/[^\s<>"']+)/giu;

/**
 * What must come through whole, although it has as many digits as a telephone: dates ("22.11.2026"), spans of hours
 * ("7.30 - 11.30"). Not the beginning of a longer number.
 */
const DATE = String.raw`(?<![\d.\-/])\d{1,2}([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}(?![\d]|[./-]\d)`;
const HOURS = String.raw`(?<![\d.])(?:[01]?\d|2[0-3])[.:h][0-5]\d[ ]?[-–][ ]?(?:[01]?\d|2[0-3])[.:h][0-5]\d(?![\d.])`;
const CODE = String.raw`(?<![\p{L}\d])HN[-–. ]?[0-9A-Z]{4}[-. ]?[0-9A-Z]{4}(?![\p{L}\d])`;
const WHOLE = new RegExp(`${DATE}|${HOURS}|${CODE}`, 'giu');

/**
 * A text as the public may read it: telephones, e-mail and web addresses, identity cards, accounts, licence plates and names
 * behind a title are hidden (domain-hanoi §2.5). Codes of reports, dates, hours, prices and house numbers stay. Doing it
 * twice is doing it once. It is a net with holes, not a proof: officials can mend the words or take the report back.
 */
export function maskPersonal(text: string): string {
  const readable = text.normalize('NFC').replace(LINK, HIDDEN).replace(EMAIL, HIDDEN).replace(HOST, HIDDEN);
  return maskNames(betweenWhole(readable, maskNumbers));
}

/** Changes what stands between the pieces that must stay. */
function betweenWhole(text: string, change: (part: string) => string): string {
  let changed = '';
  let at = 0;
  for (const match of text.matchAll(WHOLE)) {
    const [piece] = match;
    if (/^hn/iu.test(piece) && !findReportCode(piece).ok) continue;
    changed += change(text.slice(at, match.index)) + piece;
    at = match.index + piece.length;
  }
  return changed + change(text.slice(at));
}
