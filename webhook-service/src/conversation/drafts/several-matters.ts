/** Several matters in one burst, told apart by numbers or by places of their own. Nothing is split by a machine: the person is told how to. */
import type { DraftContent } from '../../../../db/schema/draft-content.ts';
import { words } from '../../language/tokens.ts';
import { findPlace } from '../../routing/place-names.ts';
import { isSmallTalk } from '../words/small-talk.ts';
import { correctionIn } from './corrections.ts';

/** How many matters a burst seems to hold: at least 1; more only when numbers or different addresses say so. */
export function mattersIn(content: DraftContent): number {
  const texts = content.texts.map(({ text }) => text);
  return Math.max(1, ...texts.map(numbered), placesApart(texts));
}

/** "1) ổ gà … 2) rác …": items counted up from one, each with words of its own. */
function numbered(text: string): number {
  const marks = [...text.matchAll(/(?:^|[\s,.;])(\d)\s?[).:/-]\s+(?=\p{L})/gu)];
  if (marks.length < 2 || marks.some(([, digit], index) => Number(digit) !== index + 1)) return 1;
  const ends = marks.map((mark, index) => text.slice(mark.index + mark[0].length, marks[index + 1]?.index));
  return ends.every((item) => matterIn(item)) ? marks.length : 1;
}

/** Messages that each say what and where, at addresses or in wards that differ. */
function placesApart(texts: readonly string[]): number {
  const places = new Set<string>();
  for (const text of texts) {
    if (correctionIn(text) !== null) continue;
    const { address, ward, residual } = findPlace(text);
    const place = address?.toLowerCase() ?? (ward?.certainty === 'named' ? ward.code : null);
    if (place && matterIn(residual)) places.add(place);
  }
  return places.size;
}

function matterIn(text: string): boolean {
  const { residual } = findPlace(text);
  return !isSmallTalk(residual) && words(residual).filter((word) => /\p{L}/u.test(word)).length >= 2;
}
