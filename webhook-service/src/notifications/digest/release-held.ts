import { and, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { citizens, outboxMessages } from '../../../../db/schema/index.ts';
import { enqueue } from '../../queues/enqueue.ts';
import { deliverSoon } from '../outbox.ts';
import { FOLD_FROM, mayBeFolded, RELEASED } from './fold.ts';

/**
 * The citizen has interacted (§3.5), so the chat is open: they are neither blocking us nor out of reach, what was held goes
 * out, and what waits for another hour or way is planned anew. Results and questions leave at once; three pieces of small
 * news or more become one message (`outbox.digest`). Repeating it releases nothing twice.
 */
export async function releaseHeld(tx: Tx, citizenId: number, now: Date): Promise<void> {
  await tx
    .update(citizens)
    .set({ blockedAt: null, unreachableUntil: null })
    .where(and(eq(citizens.id, citizenId), or(isNotNull(citizens.blockedAt), isNotNull(citizens.unreachableUntil))));
  const { kind, reportId, state } = outboxMessages;
  const held = await tx
    .select({ id: outboxMessages.id, kind, reportId })
    .from(outboxMessages)
    .where(and(eq(outboxMessages.citizenId, citizenId), eq(state, 'held')))
    .for('update');
  const small = held.filter(mayBeFolded);
  const folds = small.length >= FOLD_FROM;
  if (folds) await foldSoon(tx, citizenId, { ids: small.map(({ id }) => id), now });
  const leaving = folds ? held.filter((message) => !mayBeFolded(message)) : held;
  const ids = [...leaving.map(({ id }) => id), ...(await waitingFor(tx, citizenId, now))];
  if (ids.length === 0) return;
  await tx
    .update(outboxMessages)
    .set({ state: 'queued', nextAttemptAt: now, errorCode: null })
    .where(and(inArray(outboxMessages.id, ids), inArray(state, ['held', 'queued'])));
  await deliverSoon(tx, citizenId, now);
}

/** The digest is written by a job, because it looks at the reports. */
async function foldSoon(tx: Tx, citizenId: number, { ids, now }: { ids: readonly number[]; now: Date }): Promise<void> {
  await tx
    .update(outboxMessages)
    .set({ errorCode: RELEASED })
    .where(inArray(outboxMessages.id, [...ids]));
  await enqueue(tx, 'outbox.digest', { citizenId }, { key: `citizen-${citizenId}`, runAt: now });
}

/** Messages whose last plan said "later" (`outbox_messages.plan`): a night, a tomorrow, a rest that may no longer matter. */
async function waitingFor(tx: Tx, citizenId: number, now: Date): Promise<number[]> {
  const { plan, state, nextAttemptAt } = outboxMessages;
  const waiting = await tx
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(
      and(
        eq(outboxMessages.citizenId, citizenId),
        eq(state, 'queued'),
        gt(nextAttemptAt, now),
        sql`${plan} @> '[{"verdict": "later"}]' and not ${plan} @> '[{"verdict": "chosen"}]'`,
      ),
    );
  return waiting.map(({ id }) => id);
}
