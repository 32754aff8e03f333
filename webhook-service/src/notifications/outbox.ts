import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { earlyReceipts, type MessageExtras, outboxMessages } from '../../../db/schema/index.ts';
import { enqueue, enqueueAll } from '../queues/enqueue.ts';
import { priorityOf } from './message-kinds.ts';
import { settleCost } from './planner/costs.ts';

interface NewMessage {
  citizenId: number;
  reportId?: number;
  kind: string;
  text: string;
  extras?: MessageExtras;
  idempotencyKey: string;
  now: Date;
}

/**
 * Writes a message to a citizen in the caller's transaction. `idempotencyKey` names the piece of news: written twice, it
 * is sent once.
 */
export async function putMessage(tx: Tx, message: NewMessage): Promise<void> {
  const [written] = await tx
    .insert(outboxMessages)
    .values(rowOf(message))
    .onConflictDoNothing({ target: outboxMessages.idempotencyKey })
    .returning({ id: outboxMessages.id });
  // Written before: whoever did so has ordered its delivery, too.
  if (written) await deliverSoon(tx, message.citizenId, message.now, priorityOf(message.kind));
}

/** The same for many people in three statements. Nothing is done about those who were written to before. */
export async function putMessages(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const written = await tx
    .insert(outboxMessages)
    .values(messages.map(rowOf))
    .onConflictDoNothing({ target: outboxMessages.idempotencyKey })
    .returning({ citizenId: outboxMessages.citizenId, kind: outboxMessages.kind, now: outboxMessages.createdAt });
  const orders = written.map(({ citizenId, kind, now }) => ({
    payload: { citizenId },
    ...{ key: `citizen-${citizenId}`, runAt: now, priority: priorityOf(kind) },
  }));
  await enqueueAll(tx, 'outbox.deliver', orders);
}

function rowOf(message: NewMessage): typeof outboxMessages.$inferInsert {
  const { citizenId, reportId = null, kind, text, extras = null, idempotencyKey, now } = message;
  return {
    ...{ citizenId, reportId, kind, extras, idempotencyKey },
    text: text.normalize('NFC'),
    nextAttemptAt: now,
    createdAt: now,
  };
}

export async function deliverSoon(tx: Tx, citizenId: number, runAt: Date, priority = 0): Promise<void> {
  await enqueue(tx, 'outbox.deliver', { citizenId }, { key: `citizen-${citizenId}`, runAt, priority });
}

/**
 * Zalo has the message: by its answer, by the echo, or by the conversation, whichever comes first. Only forward; a
 * receipt that overtook this news is applied now. Some ways give no id (§7.4): then null.
 */
export async function markAccepted(tx: Tx, outboxId: number, zaloMessageId: string | null, now: Date): Promise<void> {
  await tx
    .update(outboxMessages)
    .set({
      ...(zaloMessageId !== null && { zaloMessageId }),
      acceptedAt: sql`coalesce(${outboxMessages.acceptedAt}, ${now.toISOString()}::timestamptz)`,
      state: sql`case when ${outboxMessages.state} in ('queued', 'sending', 'unsure', 'held') then 'accepted' else ${outboxMessages.state} end`,
      errorCode: null,
    })
    .where(
      and(
        eq(outboxMessages.id, outboxId),
        sql`(${outboxMessages.zaloMessageId} is null or ${outboxMessages.zaloMessageId} = ${zaloMessageId})`,
      ),
    );
  if (zaloMessageId === null) return;
  const [early] = await tx.delete(earlyReceipts).where(eq(earlyReceipts.zaloMessageId, zaloMessageId)).returning();
  if (early?.receivedAt) await applyReceipt(tx, zaloMessageId, 'received', early.receivedAt);
  if (early?.seenAt) await applyReceipt(tx, zaloMessageId, 'seen', early.seenAt);
}

/** Delivered or seen (§1.7). A receipt for an id not known yet is kept: it may have overtaken the answer to our call. */
export async function recordReceipt(tx: Tx, zaloMessageId: string, kind: 'received' | 'seen', at: Date): Promise<void> {
  if (await applyReceipt(tx, zaloMessageId, kind, at)) return;
  const column = kind === 'received' ? { receivedAt: at } : { seenAt: at };
  await tx
    .insert(earlyReceipts)
    .values({ zaloMessageId, ...column })
    .onConflictDoUpdate({ target: earlyReceipts.zaloMessageId, set: column });
}

/**
 * A template by phone arrived (§1.11). Its tracking id is ours (`trackingIdOf`), so that it is known also when the answer
 * to our call was lost; one that is not ours belongs to another app of the OA.
 */
export async function recordZnsReceipt(
  tx: Tx,
  receipt: { messageId: string; trackingId: string | null; deliveredAt: Date; now: Date },
): Promise<'receipt' | 'foreign'> {
  const { messageId, trackingId, deliveredAt, now } = receipt;
  const outboxId = TRACKING_ID.exec(trackingId ?? '')?.[1];
  if (outboxId === undefined)
    return (await applyReceipt(tx, messageId, 'received', deliveredAt)) ? 'receipt' : 'foreign';
  const [message] = await tx
    .select({ id: outboxMessages.id, zaloMessageId: outboxMessages.zaloMessageId })
    .from(outboxMessages)
    .where(and(eq(outboxMessages.id, Number(outboxId)), eq(outboxMessages.channel, 'zns')))
    .for('update');
  if (!message || (message.zaloMessageId ?? messageId) !== messageId) return 'foreign';
  await markAccepted(tx, message.id, messageId, now);
  await settleCost(tx, message.id, 'spent', now);
  await applyReceipt(tx, messageId, 'received', deliveredAt);
  return 'receipt';
}

const TRACKING_ID = /^m(\d{1,15})$/;

async function applyReceipt(tx: Tx, zaloMessageId: string, kind: 'received' | 'seen', at: Date): Promise<boolean> {
  const lower =
    kind === 'received'
      ? (['sending', 'unsure', 'accepted'] as const)
      : (['sending', 'unsure', 'accepted', 'received'] as const);
  const time = kind === 'received' ? outboxMessages.receivedAt : outboxMessages.seenAt;
  const rows = await tx
    .update(outboxMessages)
    .set({
      ...(kind === 'received'
        ? { receivedAt: sql`coalesce(${time}, ${at.toISOString()}::timestamptz)` }
        : { seenAt: sql`coalesce(${time}, ${at.toISOString()}::timestamptz)` }),
      state: sql`case when ${inArray(outboxMessages.state, [...lower])} then ${kind} else ${outboxMessages.state} end`,
    })
    .where(eq(outboxMessages.zaloMessageId, zaloMessageId))
    .returning({ id: outboxMessages.id });
  return rows.length > 0;
}

/**
 * An echo without an official behind it (§1.9). Ours when its id or, if our call has not returned yet, its recipient and
 * text are in the outbox.
 * @returns what it was, for the inbox: `known`, `matched` (it settled a message whose answer was not in yet), `foreign`.
 */
export async function matchEcho(
  tx: Tx,
  echo: { citizenId: number; messageId: string; text: string; now: Date },
): Promise<'known' | 'matched' | 'foreign'> {
  if (await isOurs(tx, echo.messageId)) return 'known';
  const [waiting] = await tx
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(
      and(
        eq(outboxMessages.citizenId, echo.citizenId),
        eq(outboxMessages.text, echo.text),
        isNull(outboxMessages.zaloMessageId),
        // A message queued again after a lost answer may still be echoed late: then it must not go out a second time.
        sql`(${outboxMessages.state} in ('sending', 'unsure') or (${outboxMessages.state} in ('queued', 'held') and ${outboxMessages.attempts} > 0))`,
      ),
    )
    .orderBy(outboxMessages.id)
    .limit(1)
    .for('update');
  // The answer to our call may have been written down between the two looks.
  if (!waiting) return (await isOurs(tx, echo.messageId)) ? 'known' : 'foreign';
  await markAccepted(tx, waiting.id, echo.messageId, echo.now);
  await settleCost(tx, waiting.id, 'spent', echo.now);
  await deliverSoon(tx, echo.citizenId, echo.now);
  return 'matched';
}

async function isOurs(tx: Tx, zaloMessageId: string): Promise<boolean> {
  const [known] = await tx
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(eq(outboxMessages.zaloMessageId, zaloMessageId));
  return known !== undefined;
}
