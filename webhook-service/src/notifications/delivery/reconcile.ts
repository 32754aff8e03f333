import { inArray } from 'drizzle-orm';
import { consoleMessages, outboxMessages } from '../../../../db/schema/index.ts';
import { raiseIncident } from '../../incidents/incidents.ts';
import type { CallFailure } from '../../zalo/call-failure.ts';
import type { ConversationMessage } from '../../zalo/conversation-page.ts';
import { weightOf } from '../message-kinds.ts';
import { markAccepted } from '../outbox.ts';
import type { Citizen, DeliveryDeps, Message } from './deps.ts';
import { holdOrKeep, moveFrom } from './rows.ts';

/** For so long an echo (anonymous) or a receipt (phone) may still come and tell that Zalo has the message. */
const PATIENCE_MS = { anonymous: 2 * 60_000, zns: 10 * 60_000 };

/**
 * A message whose answer was lost: Zalo has it or not, and nobody may send it again before that is known.
 *
 * - In the chat and by template to the account, Zalo's own conversation tells (§5), once its echo had time to come.
 * - To an anonymous person there is no conversation to ask; only the echo can tell.
 * - By phone, Zalo can be asked by a message id alone (§4.1), which the lost answer would have held; only the receipt with
 *   our tracking id can tell. Repeating would cost money and trouble a person twice: it is held instead, with an incident.
 * - A Mini App notification leaves no trace at all (§7.4): never repeated.
 *
 * What cannot be told is held: the citizen's next word brings it in the chat. A thing told twice then does less harm
 * than an answer they have paid a trip to ask for; and a late receipt still settles it.
 */
export async function reconcile(message: Message, citizen: Citizen, deps: DeliveryDeps): Promise<void> {
  const age = deps.now().getTime() - (message.claimedAt?.getTime() ?? 0);
  switch (message.channel) {
    case 'miniapp':
      return giveUp(message, citizen, deps);
    case 'zns':
    case 'anonymous': {
      const patience = PATIENCE_MS[message.channel];
      return age < patience ? lookAgain(message, patience - age, deps) : giveUp(message, citizen, deps);
    }
    default:
      return askConversation(message, citizen, deps);
  }
}

async function lookAgain(message: Message, ms: number, { db, now }: DeliveryDeps): Promise<void> {
  await moveFrom(db, message, 'unsure', { nextAttemptAt: new Date(now().getTime() + ms) });
}

async function giveUp(message: Message, citizen: Citizen, deps: DeliveryDeps): Promise<void> {
  const errorCode = 'fate_unknown';
  const now = deps.now();
  await deps.db.transaction(async (tx) => {
    await holdOrKeep(tx, message, citizen, { errorCode, now });
    // Zalo may have charged it, and nothing will ever say so: the message may need its money for another way.
    await deps.planner.settle(tx, message.id, 'released');
    if (message.channel === 'miniapp') return;
    const data = { channel: message.channel, kind: message.kind };
    await raiseIncident(tx, { kind: 'zalo_fate_unknown', key: `message ${message.id}`, data, now });
  });
  deps.observe('held', errorCode);
}

async function askConversation(message: Message, citizen: Citizen, deps: DeliveryDeps): Promise<void> {
  const { db, budget, planner, now } = deps;
  const wait = await budget.take(weightOf(message.kind));
  if (wait > 0) return lookAgain(message, wait, deps);
  const found = await findInConversation(message, citizen, deps);
  if (typeof found === 'object' && found !== null) {
    return lookAgain(message, Math.max(deps.echoWaitMs, pauseAfter(found)), deps);
  }
  await db.transaction(async (tx) => {
    if (found === null) {
      await moveFrom(tx, message, 'unsure', { state: 'queued', nextAttemptAt: now() });
      return planner.settle(tx, message.id, 'released');
    }
    await markAccepted(tx, message.id, found, now());
    return planner.settle(tx, message.id, 'spent');
  });
  deps.observe(found === null ? 'retry' : 'reconciled');
}

/** Zalo says no to everybody then, and will for a while; an answer that was lost is asked for again soon. */
function pauseAfter(failure: CallFailure): number {
  return failure.outcome === 'refused' ? 30_000 : 1_000;
}

/** Pages to read back: ten messages each (§5). Fifty messages between a lost answer and this look are not to be expected. */
const CONVERSATION_PAGES = 5;

/** Id of the message in Zalo's conversation that can only be ours, newest first; null when there is none. */
async function findInConversation(
  message: Message,
  { oaUserId }: Citizen,
  { zalo, db, claimTimeoutMs }: DeliveryDeps,
): Promise<string | null | CallFailure> {
  for (let page = 0; page < CONVERSATION_PAGES; page++) {
    const answer = await zalo.getConversation(oaUserId, { offset: page * 10, count: 10 });
    if (!answer.ok) return answer;
    const candidates = answer.messages
      .filter((item) => couldBe(message, item, claimTimeoutMs))
      .map((item) => item.messageId);
    if (candidates.length > 0) {
      const ours = await db
        .select({ id: outboxMessages.zaloMessageId })
        .from(outboxMessages)
        .where(inArray(outboxMessages.zaloMessageId, candidates));
      const officials = await db
        .select({ id: consoleMessages.zaloMessageId })
        .from(consoleMessages)
        .where(inArray(consoleMessages.zaloMessageId, candidates));
      const taken = new Set([...ours, ...officials].map(({ id }) => id));
      const free = candidates.find((candidate) => !taken.has(candidate));
      if (free) return free;
    }
    if (answer.messages.length < 10) return null;
  }
  return null;
}

/** Zalo's clock and ours. */
const CLOCK_SLACK_MS = 60_000;

function couldBe(message: Message, item: ConversationMessage, claimTimeoutMs: number): boolean {
  if (item.from !== 'oa') return false;
  // A template's words are Zalo's, and a picture's caption may not be shown (§5: only `text` is documented): there the time decides.
  const bySight = message.channel !== 'uid' && item.text !== '';
  if (bySight) return item.text === message.text;
  if (message.channel !== 'uid' && message.extras?.imageOfEvidence === undefined) return false;
  const after = item.sentAt.getTime() - (message.claimedAt?.getTime() ?? 0);
  return after >= -CLOCK_SLACK_MS && after <= claimTimeoutMs + CLOCK_SLACK_MS;
}
