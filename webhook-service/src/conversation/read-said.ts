import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { outboxMessages, reports } from '../../../db/schema/index.ts';
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

/** The move in a message, read together with what this person was asked last; null when there is none. */
export async function readSaid(tx: Tx, said: Said, citizenId: number, now: Date): Promise<ChatMove | null> {
  return (await answerToQuestion(tx, said.words, citizenId, now)) ?? (await readWithContext(tx, said, citizenId, now));
}

/** "3" or "quá chậm" after "what was not good enough?", a bare code after "which report?". */
async function answerToQuestion(tx: Tx, words: string, citizenId: number, now: Date): Promise<ChatMove | null> {
  const reasons = reasonsIn(words);
  const command = chatCommand(words);
  const code = command?.type === 'lookUp' && command.bare ? command.code : null;
  if (reasons.length === 0 && !code) return null;
  const asked = await lastAsked(tx, citizenId, now);
  if (asked?.question === 'reason' && reasons.length > 0) {
    const [question] = await openQuestionsTo(tx, citizenId);
    // Of two questions people answer the one they read last.
    if (question && question.askedAt > asked.at) return null;
    return { move: { type: 'rate', level: 'unsatisfied', reasons }, code: asked.code };
  }
  const move = asked?.question === 'which' && code ? moveOfKey(asked.say) : null;
  return move && { move, code };
}

async function readWithContext(
  tx: Tx,
  { words, quotedMessageId }: Said,
  citizenId: number,
  now: Date,
): Promise<ChatMove | null> {
  const chat = readMove(words);
  if (!chat || chat.code) return chat;
  const quoted = quotedMessageId && (await codeOfMessage(tx, citizenId, quotedMessageId));
  if (quoted) return { ...chat, code: quoted };
  if (chat.move.type !== 'rate') return chat;
  const asked = await lastAsked(tx, citizenId, now);
  return asked?.question === 'rating' || asked?.question === 'reason' ? { ...chat, code: asked.code } : chat;
}

/** The report a message of ours was about; null for any other message. */
async function codeOfMessage(tx: Tx, citizenId: number, zaloMessageId: string): Promise<string | null> {
  const [found] = await tx
    .select({ code: reports.code, citizenId: outboxMessages.citizenId })
    .from(outboxMessages)
    .innerJoin(reports, eq(reports.id, outboxMessages.reportId))
    .where(eq(outboxMessages.zaloMessageId, zaloMessageId));
  return found && found.citizenId === citizenId ? found.code : null;
}
