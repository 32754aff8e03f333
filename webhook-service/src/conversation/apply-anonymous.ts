import { and, eq, gte, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { dateWords } from '../deadlines/due-words.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { putMessage } from '../notifications/outbox.ts';
import { detectEmergency } from '../routing/emergency.ts';
import type { AnonymousMessage, ParsedOaEvent } from '../zalo/event-types.ts';
import { meetCitizen } from './citizens.ts';
import type { ConversationDeps, EventOutcome } from './deps.ts';
import { addToDraft } from './drafts/add-to-draft.ts';
import { openDraft } from './drafts/drafts.ts';
import { languageOf } from './words/language-of.ts';

/** What follows an emergency this soon is about it ("ở số 12 phố Huế"). */
const FOLLOWS_WITHIN_MS = 60 * 60_000;

/**
 * Someone without a Zalo identity (§3.8): asked once a day to sign in, because nobody could tell them a result. Danger does not
 * wait for that: it is taken as a report like anybody's, with the numbers first.
 */
export async function applyAnonymous(
  tx: Tx,
  message: AnonymousMessage,
  parsed: ParsedOaEvent,
  inboxId: number,
  deps: ConversationDeps,
): Promise<EventOutcome> {
  const now = deps.now();
  const oaUserId = `anonymous:${message.anonymousId}`;
  // The inbox knows no sender here, so the lock of the chat is taken now; it waits for milliseconds.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`chat:${oaUserId}`}, 0))`);
  const words = message.text.trim();
  const citizen = await meetCitizen(tx, {
    oaUserId,
    userIdByApp: null,
    interactedAt: parsed.eventTime,
    language: languageOf(words) ?? undefined,
    anonymousConversationId: message.conversationId,
  });
  const numbers = detectEmergency(words)?.numbers ?? [];
  // Without the conversation's id nothing reaches them.
  if (message.conversationId !== null) {
    const danger = numbers.length > 0 ? ':danger' : '';
    await putMessage(tx, {
      citizenId: citizen.id,
      kind: 'sign_in',
      text: textsIn(citizen.language).signIn({ numbers }),
      idempotencyKey: `sign_in:${citizen.id}:${dateWords(now)}${danger}`,
      now,
    });
  }
  if (words === '' || (numbers.length === 0 && !(await tellsOfDanger(tx, citizen.id, now)))) return 'anonymous';
  const asText = { type: 'user_text' as const, messageId: message.messageId, quotedMessageId: null, text: words };
  const incoming = { message: asText, words, eventAt: parsed.eventTime, inboxId, numbersTold: true };
  return `anonymous-${await addToDraft(tx, citizen, incoming, deps)}`;
}

/** In the middle of telling, or right after. */
async function tellsOfDanger(tx: Tx, citizenId: number, now: Date): Promise<boolean> {
  if (await openDraft(tx, citizenId)) return true;
  const since = new Date(now.getTime() - FOLLOWS_WITHIN_MS);
  const [report] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.citizenId, citizenId), gte(reports.receivedAt, since)))
    .limit(1);
  return report !== undefined;
}
