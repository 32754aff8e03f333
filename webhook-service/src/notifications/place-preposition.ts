import { canonical, hasNoDiacritics, plain } from '../language/normalise.ts';

/** "tại số 12 phố Láng Hạ", but "trước số 12 phố Láng Hạ": a place that brings its own preposition needs no second one. */
export function atPlace(place: string): string {
  return bringsPreposition(place) ? place : `tại ${place}`;
}

/** Without marks "o" is ở as well as Ô, so "o cho dua" must be told apart; with them nothing is in doubt. */
export function bringsPreposition(place: string): boolean {
  // What the citizen typed comes first; the ward behind the comma is ours and always has its marks.
  const typed = place.split(',', 1)[0] ?? place;
  return hasNoDiacritics(typed) ? BARE.test(plain(typed)) : MARKED.test(canonical(typed));
}

const PREPOSITIONS =
  'trước|phía trước|sau|phía sau|đằng sau|cạnh|gần|đối diện|giữa|trong|ngoài|đầu|cuối|trên|dưới|ngay|bên|dọc|ven|quanh|sát|góc|chỗ|khu vực|ở|tại';
const MARKED = new RegExp(`^(?:${PREPOSITIONS})(?=\\s)`, 'u');
const BARE = new RegExp(`^(?!o cho dua)(?:${plain(PREPOSITIONS).replace('|cho|', '|')})(?=\\s)`, 'u');
