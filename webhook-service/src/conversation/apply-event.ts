import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { inboxEvents } from '../../../db/schema/index.ts';
import { dateWords } from '../deadlines/due-words.ts';
import { releaseHeld } from '../notifications/digest/release-held.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { matchEcho, putMessage, recordReceipt, recordZnsReceipt } from '../notifications/outbox.ts';
import { giveNotice } from '../rights/notice.ts';
import { takeWithdraw } from '../rights/withdraw.ts';
import type { ParsedOaEvent, UserMessage } from '../zalo/event-types.ts';
import { applyAnonymous } from './apply-anonymous.ts';
import { applyMessage } from './apply-message.ts';
import { knownCitizen, meetCitizen } from './citizens.ts';
import { noteConsoleMessage } from './console/note-message.ts';
import type { ConversationDeps, EventOutcome } from './deps.ts';

/** Applies one event of one citizen, in the transaction that holds the citizen's lock. `inboxId` names it for idempotency. */
export async function applyEvent(
  tx: Tx,
  parsed: ParsedOaEvent,
  inboxId: number,
  deps: ConversationDeps,
): Promise<EventOutcome> {
  const { event, userId } = parsed;
  // The only two about a person whom the OA-scoped id does not name.
  if (event.type === 'anonymous_message') return applyAnonymous(tx, event, parsed, inboxId, deps);
  if (event.type === 'user_withdraw') return withdraw(tx, parsed, deps);
  // By phone there is no person's id, only the message's (§1.11).
  if (event.type === 'zns_received')
    return `zns-${await recordZnsReceipt(tx, { messageId: event.messageId, trackingId: event.trackingId, deliveredAt: event.deliveredAt, now: deps.now() })}`;
  if (!userId) return event.type === 'other' ? `unused:${event.name}` : `unused:${event.type}`;
  const now = deps.now();
  const base = { oaUserId: userId, userIdByApp: parsed.userIdByApp };
  switch (event.type) {
    case 'follow':
    case 'chatnow':
      return welcome(tx, parsed, base, deps);
    case 'unfollow':
      await meetCitizen(tx, { ...base, interactedAt: null, followed: false });
      return 'unfollowed';
    case 'received':
      await recordReceipt(tx, event.messageId, 'received', parsed.eventTime);
      return 'receipt';
    case 'seen':
      for (const messageId of event.messageIds) await recordReceipt(tx, messageId, 'seen', parsed.eventTime);
      return 'receipt';
    case 'oa_echo': {
      if (event.adminId !== null) return noteConsoleMessage(tx, parsed, inboxId, deps);
      // Somebody we have never met was written to by another app; somebody erased is not made anew by our own farewell.
      const citizen = await knownCitizen(tx, userId);
      if (!citizen) return 'echo-foreign';
      return `echo-${await matchEcho(tx, { citizenId: citizen.id, messageId: event.messageId, text: event.text, now })}`;
    }
    // No interaction (§3.5), and no words: an answer would only be one more message to read.
    case 'reaction':
      return `reaction:${event.by}`;
    case 'call':
      return event.by === 'user' ? answerCall(tx, parsed, base, deps) : 'call:oa';
    case 'user_info':
      // Nobody here asks for it: name, phone and birthday are not kept, not even in the inbox.
      await forget(tx, inboxId);
      return 'user-info:not-kept';
    case 'other':
      return `unused:${event.name}`;
    default:
      if (!isUserMessage(event)) return `unused:${event.type}`;
      // The card's phone number is a third person's.
      if (event.type === 'user_business_card') await forget(tx, inboxId);
      return applyMessage(tx, event, parsed, inboxId, deps);
  }
}

interface Who {
  oaUserId: string;
  userIdByApp: string | null;
}

async function welcome(tx: Tx, parsed: ParsedOaEvent, who: Who, deps: ConversationDeps): Promise<EventOutcome> {
  const now = deps.now();
  const followed = parsed.event.type === 'follow' && { followed: true };
  const citizen = await meetCitizen(tx, { ...who, interactedAt: parsed.eventTime, ...followed });
  await releaseHeld(tx, citizen.id, now);
  const text = textsIn(citizen.language).welcome();
  // Following and then tapping "Nhắn tin" are two events of one arrival: one welcome a day is enough.
  const idempotencyKey = `welcome:${citizen.id}:${dateWords(now)}`;
  await putMessage(tx, { citizenId: citizen.id, kind: 'welcome', text, idempotencyKey, now });
  await giveNotice(tx, citizen, { ...deps, now });
  return 'welcomed';
}

/** Nobody picks up: they are told once a day what to do instead, and whom to call when it cannot wait. */
async function answerCall(tx: Tx, parsed: ParsedOaEvent, who: Who, deps: ConversationDeps): Promise<EventOutcome> {
  const now = deps.now();
  // Tapping the call button is an interaction (§3.5).
  const citizen = await meetCitizen(tx, { ...who, interactedAt: parsed.eventTime });
  await releaseHeld(tx, citizen.id, now);
  await putMessage(tx, {
    citizenId: citizen.id,
    kind: 'call_not_answered',
    text: textsIn(citizen.language).callNotAnswered(),
    idempotencyKey: `call_not_answered:${citizen.id}:${dateWords(now)}`,
    now,
  });
  return 'call:user';
}

async function withdraw(tx: Tx, parsed: ParsedOaEvent, deps: ConversationDeps): Promise<EventOutcome> {
  const { userId, userIdByApp, eventTime, dedupeKey } = parsed;
  const withdrawal = { oaUserId: userId, userIdByApp, source: 'user_withdraw' as const, at: eventTime, key: dedupeKey };
  return (await takeWithdraw(tx, withdrawal, deps.now())) > 0 ? 'withdrawal' : 'withdrawal:nobody';
}

/** What nobody here needs is taken out of the inbox, too; that it came stays known. */
async function forget(tx: Tx, inboxId: number): Promise<void> {
  await tx.update(inboxEvents).set({ body: '{"forgotten":true}' }).where(eq(inboxEvents.id, inboxId));
}

function isUserMessage(event: ParsedOaEvent['event']): event is UserMessage {
  return event.type.startsWith('user_') && 'messageId' in event;
}
