import type { ConversationMessage } from '../../zalo/conversation-page.ts';

/** The time a check is about. Before it all is known; what is younger may still be on its way. */
export interface CheckedTime {
  from: Date;
  until: Date;
}

export interface Suspicion {
  /** Chats that must be read back. */
  chats: string[];
  /** The latest messages that are certainly missing: a person's, old enough, and in no inbox. */
  missing: ConversationMessage[];
}

/**
 * Which chats to read back, judged by the latest message of each, all that `listrecentchat` shows (§5). A person's message
 * that we do not have is certain. An unknown message of the OA may hide one: somebody answered what we never saw. Once one is
 * certain, or when nobody looked for a while (`thorough`), every chat of that time may hide one under a later message.
 */
export function suspectChats(
  latest: readonly ConversationMessage[],
  known: ReadonlySet<string>,
  time: CheckedTime,
  thorough: boolean,
): Suspicion {
  const inTime = latest.filter(({ sentAt }) => sentAt >= time.from);
  const unknown = inTime.filter(({ messageId, sentAt }) => sentAt <= time.until && !known.has(messageId));
  const missing = unknown.filter(({ from }) => from === 'user');
  const suspected = thorough || missing.length > 0 ? inTime : unknown;
  return { chats: [...new Set(suspected.map(({ userId }) => userId))], missing };
}

/** Of one chat: what the person wrote in that time and we do not have, oldest first. */
export function missingMessages(
  chat: readonly ConversationMessage[],
  known: ReadonlySet<string>,
  time: CheckedTime,
): ConversationMessage[] {
  const seen = new Set(known);
  const missing = chat.filter(({ messageId, from, sentAt }) => {
    if (from !== 'user' || sentAt < time.from || sentAt > time.until || seen.has(messageId)) return false;
    // A page moves on while it is read: the same message may stand on two.
    seen.add(messageId);
    return true;
  });
  return missing.sort((one, other) => one.sentAt.getTime() - other.sentAt.getTime());
}

/** Longer between two messages than a person takes for one report with some thinking. */
const APART_MS = 5 * 60_000;

/** Messages in order, cut where the person paused: two reports of one morning are not made one by coming late together. */
export function burstsOf(messages: readonly ConversationMessage[]): ConversationMessage[][] {
  const bursts: ConversationMessage[][] = [];
  for (const message of messages) {
    const last = bursts.at(-1)?.at(-1);
    if (last && message.sentAt.getTime() - last.sentAt.getTime() <= APART_MS) bursts.at(-1)?.push(message);
    else bursts.push([message]);
  }
  return bursts;
}
