import type { Language } from '../../notifications/message-texts.ts';
import type { MoveName } from '../../notifications/move-texts.ts';
import type { Move } from './moves.ts';

/** A move in one word, so that "which report do you mean?" can be answered with a bare code. Words said along are not kept. */
export function moveKey(move: Move): string {
  return move.type === 'rate' ? `rate:${move.level}` : move.type;
}

/** The move of a key; null for anything else. */
export function moveOfKey(key: string): Move | null {
  return keys.get(key) ?? null;
}

/** What to type for a move, as the messages teach it. */
export function phraseOf(move: Move, language: Language): string {
  return PHRASES[moveKey(move)]?.[language] ?? '';
}

export function nameOf(move: Move): MoveName {
  return move.type === 'unfollow' || move.type === 'askStatus' ? 'join' : move.type;
}

const keys = new Map<string, Move>(
  (
    [
      { type: 'confirm' },
      { type: 'reject', words: null },
      { type: 'rate', level: 'satisfied', reasons: [] },
      { type: 'rate', level: 'accepted', reasons: [] },
      { type: 'rate', level: 'unsatisfied', reasons: [] },
      { type: 'withdraw' },
      { type: 'object', ifRefused: false },
      { type: 'join' },
    ] satisfies Move[]
  ).map((move) => [moveKey(move), move]),
);

const PHRASES: Readonly<Record<string, Record<Language, string>>> = {
  confirm: { vi: 'đã xong', en: 'done' },
  reject: { vi: 'chưa xong', en: 'not done' },
  'rate:satisfied': { vi: 'hài lòng', en: 'satisfied' },
  'rate:accepted': { vi: 'chấp nhận', en: 'acceptable' },
  'rate:unsatisfied': { vi: 'chưa hài lòng', en: 'not satisfied' },
  withdraw: { vi: 'rút', en: 'withdraw' },
  object: { vi: 'xem lại', en: 'review' },
  join: { vi: 'cùng phản ánh', en: 'same' },
};
