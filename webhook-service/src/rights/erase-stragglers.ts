/**
 * What comes after an erasure and brings the person's id back: the echo of the last message, its receipt when it is read.
 * They name somebody we do not know any more, so for two weeks a salted hash of the id is kept to recognise them by.
 */
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { citizens, inboxEvents, privacyRequests } from '../../../db/schema/index.ts';
import { enqueue } from '../queues/enqueue.ts';
import { cutTies, emptyChat, emptyInbox, forgetIdentity } from './erase-traces.ts';
import type { PrivacyRequest } from './open-request.ts';

interface Trace {
  salt: string;
  hash: string;
  /** Events up to this one were emptied by the erasure. */
  afterInboxId: number;
  /** How often it has been looked at. */
  pass: number;
}

const HOUR_MS = 3_600_000;
/** The echo comes in seconds, a picture's fetching in minutes, "seen" when they next open Zalo. */
const LOOK_AFTER_MS = [HOUR_MS / 4, 24 * HOUR_MS, 13 * 24 * HOUR_MS] as const;

export async function traceOf(tx: Tx, oaUserId: string): Promise<Trace> {
  const salt = randomBytes(16).toString('hex');
  const [row] = await tx.select({ last: sql<string>`coalesce(max(${inboxEvents.id}), 0)` }).from(inboxEvents);
  const hash = createHash('sha256').update(`${salt}${oaUserId}`).digest('hex');
  return { salt, hash, afterInboxId: Number(row?.last ?? 0), pass: 0 };
}

/** Has the erasure looked at again; after the last time the hash goes, too. */
export async function lookAgain(tx: Tx, { id }: PrivacyRequest, pass: number, now: Date): Promise<void> {
  const wait = LOOK_AFTER_MS[pass];
  if (wait === undefined) return;
  const runAt = new Date(now.getTime() + wait);
  await enqueue(tx, 'privacy.perform', { requestId: id }, { key: `request-${id}`, runAt });
}

/** Empties what only echoes and receipts brought back. Somebody who has written again is a new person, and left alone. */
export async function forgetStragglers(tx: Tx, request: PrivacyRequest, now: Date): Promise<void> {
  const { trace, ...counts } = (request.outcome ?? {}) as { trace?: Trace };
  if (!trace) return;
  const [straggler] = await tx
    .select({ oaUserId: inboxEvents.zaloUserId })
    .from(inboxEvents)
    .where(
      and(
        gt(inboxEvents.id, trace.afterInboxId),
        sql`encode(sha256(convert_to(${trace.salt} || ${inboxEvents.zaloUserId}, 'UTF8')), 'hex') = ${trace.hash}`,
      ),
    )
    .limit(1);
  if (straggler?.oaUserId) await forgetAgain(tx, straggler.oaUserId, now);
  const pass = trace.pass + 1;
  const isOver = LOOK_AFTER_MS[pass] === undefined;
  await tx
    .update(privacyRequests)
    .set({ outcome: isOver ? counts : { ...counts, trace: { ...trace, pass } } })
    .where(eq(privacyRequests.id, request.id));
  await lookAgain(tx, request, pass, now);
}

async function forgetAgain(tx: Tx, oaUserId: string, now: Date): Promise<void> {
  const [again] = await tx.select().from(citizens).where(eq(citizens.oaUserId, oaUserId)).for('update');
  if (again?.lastInteractionAt) return;
  if (again) {
    await emptyChat(tx, again, now, now);
    await cutTies(tx, again);
    await forgetIdentity(tx, again, now);
    return;
  }
  // Nobody was made of it: only the events are there.
  await emptyInbox(tx, { oaUserId, userIdByApp: null }, { until: now, now });
}
