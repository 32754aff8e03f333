import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { citizens, outboxMessages } from '../../../db/schema/index.ts';
import { TryAgainIn } from '../queues/handlers.ts';
import type { OaClient, SendResult } from '../zalo/oa-client.ts';
import { markAccepted } from './outbox.ts';
import { planAfterRefusal, windowIsOpen } from './send-plan.ts';

export interface DeliveryDeps {
  db: Db;
  zalo: Pick<OaClient, 'sendText' | 'getConversation'>;
  now: () => Date;
  /** How long a message with a lost answer waits for its echo, ms. */
  echoWaitMs: number;
  /** A claim older than this belongs to a process that died, ms; longer than Zalo's time-out with a refresh in it. */
  claimTimeoutMs: number;
  observe: (outcome: 'accepted' | 'held' | 'refused' | 'unsure' | 'retry' | 'reconciled', errorCode?: string) => void;
}

type Message = typeof outboxMessages.$inferSelect;

/**
 * Sends what waits for one citizen, one message after the other, in the order it was written.
 *
 * A message is claimed by compare-and-set before Zalo is called, and never called for again while its fate is unknown:
 * first its echo is waited for, then the conversation is read, and only when Zalo does not have it is it sent again
 * (DESIGN §8, "delivery truth"). @throws TryAgainIn when it is not time yet.
 */
export async function deliverTo(citizenId: number, deps: DeliveryDeps): Promise<void> {
  for (let step = 0; step < STEPS_PER_JOB; step++) {
    const message = await oldestOpen(deps.db, citizenId);
    if (!message) return;
    if (message.state === 'sending') await takeOverDeadClaim(message, deps);
    else if (message.state === 'unsure') await reconcile(message, deps);
    else await sendQueued(message, deps);
  }
  throw new TryAgainIn(1);
}

/** Then others get a turn, and a worker that is told to stop need not wait for a long list. */
const STEPS_PER_JOB = 20;

async function oldestOpen(db: Db, citizenId: number): Promise<Message | undefined> {
  const [message] = await db
    .select()
    .from(outboxMessages)
    .where(and(eq(outboxMessages.citizenId, citizenId), inArray(outboxMessages.state, ['queued', 'sending', 'unsure'])))
    .orderBy(asc(outboxMessages.id))
    .limit(1);
  return message;
}

async function sendQueued(message: Message, deps: DeliveryDeps): Promise<void> {
  const now = deps.now();
  const wait = message.nextAttemptAt.getTime() - now.getTime();
  if (wait > 0) throw new TryAgainIn(wait);
  const [citizen] = await deps.db.select().from(citizens).where(eq(citizens.id, message.citizenId));
  if (!citizen) return;
  if (!windowIsOpen(citizen.lastInteractionAt, now)) {
    if (await move(deps.db, message, 'queued', { state: 'held', errorCode: 'window_closed' })) deps.observe('held');
    return;
  }
  const claimed = await move(deps.db, message, 'queued', {
    state: 'sending',
    claimedAt: now,
    attempts: message.attempts + 1,
  });
  if (!claimed) return;
  const result = await deps.zalo.sendText(citizen.oaUserId, message.text);
  await settle({ ...message, attempts: message.attempts + 1 }, result, deps);
}

async function settle(message: Message, result: SendResult, deps: DeliveryDeps): Promise<void> {
  const now = deps.now();
  if (result.ok) {
    await deps.db.transaction((tx) => markAccepted(tx, message.id, result.messageId, now));
    deps.observe('accepted');
    return;
  }
  if (result.outcome === 'unknown') {
    await move(deps.db, message, 'sending', { state: 'unsure', errorCode: result.why });
    deps.observe('unsure', result.why);
    throw new TryAgainIn(deps.echoWaitMs);
  }
  const plan = planAfterRefusal(result, message.attempts);
  await move(deps.db, message, 'sending', {
    state: plan.state,
    errorCode: plan.errorCode,
    ...(plan.state === 'queued' && { nextAttemptAt: new Date(now.getTime() + plan.waitMs) }),
  });
  deps.observe(plan.state === 'queued' ? 'retry' : plan.state, plan.errorCode);
}

/** Another process claimed it. If it is long gone, nobody knows whether Zalo has the message: treat it as such. */
async function takeOverDeadClaim(message: Message, deps: DeliveryDeps): Promise<void> {
  const age = deps.now().getTime() - (message.claimedAt?.getTime() ?? 0);
  if (age < deps.claimTimeoutMs) throw new TryAgainIn(Math.min(deps.claimTimeoutMs - age, 1_000));
  if (await move(deps.db, message, 'sending', { state: 'unsure', errorCode: 'sender_died' }))
    deps.observe('unsure', 'sender_died');
}

/** The answer was lost. The echo may have settled it meanwhile; otherwise the conversation tells. */
async function reconcile(message: Message, deps: DeliveryDeps): Promise<void> {
  const waited = deps.now().getTime() - (message.claimedAt?.getTime() ?? 0);
  if (waited < deps.echoWaitMs) throw new TryAgainIn(deps.echoWaitMs - waited);
  const [citizen] = await deps.db.select().from(citizens).where(eq(citizens.id, message.citizenId));
  if (!citizen) return;
  const found = await findInConversation(citizen.oaUserId, message.text, deps);
  if (found === 'unknown') throw new TryAgainIn(Math.max(deps.echoWaitMs, 1_000));
  if (found) {
    await deps.db.transaction((tx) => markAccepted(tx, message.id, found, deps.now()));
    deps.observe('reconciled');
    return;
  }
  await move(deps.db, message, 'unsure', { state: 'queued', nextAttemptAt: deps.now() });
}

/** Pages to read back: ten messages each (§5). Fifty messages between a lost answer and this look are not to be expected. */
const CONVERSATION_PAGES = 5;

/** Id of a message from the OA with this text that no other outbox message claims, newest first; null when there is none. */
async function findInConversation(
  oaUserId: string,
  text: string,
  deps: DeliveryDeps,
): Promise<string | null | 'unknown'> {
  for (let page = 0; page < CONVERSATION_PAGES; page++) {
    const answer = await deps.zalo.getConversation(oaUserId, { offset: page * 10, count: 10 });
    if (!answer.ok) return 'unknown';
    const candidates = answer.messages
      .filter((item) => item.from === 'oa' && item.text === text)
      .map((item) => item.messageId);
    if (candidates.length > 0) {
      const taken = await deps.db
        .select({ id: outboxMessages.zaloMessageId })
        .from(outboxMessages)
        .where(inArray(outboxMessages.zaloMessageId, candidates));
      const free = candidates.find((candidate) => !taken.some((row) => row.id === candidate));
      if (free) return free;
    }
    if (answer.messages.length < 10) return null;
  }
  return null;
}

/** Compare-and-set on the state: false when somebody else (an echo, another worker) was faster. */
async function move(
  db: Db,
  message: Message,
  from: Message['state'],
  to: Partial<typeof outboxMessages.$inferInsert>,
): Promise<boolean> {
  const rows = await db
    .update(outboxMessages)
    .set(to)
    .where(
      and(
        eq(outboxMessages.id, message.id),
        eq(outboxMessages.state, from),
        sql`${outboxMessages.zaloMessageId} is null`,
      ),
    )
    .returning({ id: outboxMessages.id });
  return rows.length > 0;
}
