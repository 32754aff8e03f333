import type { Tx } from '../../../../db/client.ts';
import { chatCommand } from './commands.ts';
import { lastAsked } from './last-asked.ts';
import { moveOfKey } from './move-keys.ts';
import { type ChatMove, readMove } from './moves.ts';
import { openQuestionsTo } from './open-question.ts';
import { reasonsIn } from './unsatisfied-reasons.ts';

/** One message of a citizen. */
export interface Said {
  words: string;
  /** Zalo's id of the message they replied to. */
  quotedMessageId: string | null;
  /** Photos came with the words. */
  withPhotos: boolean;
  inboxId: number;
}

export interface SaidMove extends ChatMove {
  /** The report our own last question was about, when this can be its answer; null otherwise. */
  answers: string | null;
}

/** The move in a message, read together with what this person was asked last; null when there is none. */
export async function readSaid(tx: Tx, { words }: Said, citizenId: number, now: Date): Promise<SaidMove | null> {
  const answer = await answerToQuestion(tx, words, citizenId, now);
  if (answer) return answer;
  const chat = readMove(words);
  if (chat?.move.type !== 'rate') return chat && { ...chat, answers: null };
  const asked = await lastAsked(tx, citizenId, now);
  return { ...chat, answers: asked?.question === 'rating' || asked?.question === 'reason' ? asked.code : null };
}

/** "3" or "quá chậm" after "what was not good enough?", a bare code after "which report?". */
async function answerToQuestion(tx: Tx, words: string, citizenId: number, now: Date): Promise<SaidMove | null> {
  const reasons = reasonsIn(words);
  const command = chatCommand(words);
  const code = command?.type === 'lookUp' && command.bare ? command.code : null;
  if (reasons.length === 0 && !code) return null;
  const asked = await lastAsked(tx, citizenId, now);
  if (asked?.question === 'reason' && reasons.length > 0) {
    const [question] = await openQuestionsTo(tx, citizenId);
    // Of two questions people answer the one they read last.
    if (question && question.askedAt > asked.at) return null;
    return { move: { type: 'rate', level: 'unsatisfied', reasons }, code: null, answers: asked.code };
  }
  const move = asked?.question === 'which' && code ? moveOfKey(asked.say) : null;
  return move && { move, code, answers: null };
}
