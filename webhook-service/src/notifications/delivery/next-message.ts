import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { outboxMessages } from '../../../../db/schema/index.ts';
import { priorityOf } from '../message-kinds.ts';
import type { Message } from './deps.ts';

interface Open {
  id: number;
  kind: string;
  state: Message['state'];
  nextAttemptAt: Date;
  claimedAt: Date | null;
}

interface Waits {
  echoWaitMs: number;
  claimTimeoutMs: number;
}

export type Next = { id: number } | { dueAt: Date };

/**
 * Which of one citizen's open messages is next. What answers them now may go before old news, but nothing goes before an
 * older message that is as urgent or more: a story is told in its order, also while its first part is held up. When none is
 * due, the moment the first will be. Null: nothing is open.
 */
export function nextOf(open: readonly Open[], now: Date, waits: Waits): Next | null {
  const inOrder: Open[] = [];
  for (const message of [...open].sort((a, b) => a.id - b.id)) {
    const before = inOrder.at(-1);
    if (!before || priorityOf(message.kind) < priorityOf(before.kind)) inOrder.push(message);
  }
  // The last one is the most urgent.
  const due = inOrder.findLast((message) => dueAt(message, waits) <= now.getTime());
  if (due) return { id: due.id };
  const soonest = Math.min(...inOrder.map((message) => lookAgainAt(message, now, waits)));
  return Number.isFinite(soonest) ? { dueAt: new Date(soonest) } : null;
}

function dueAt({ state, nextAttemptAt, claimedAt }: Open, { echoWaitMs, claimTimeoutMs }: Waits): number {
  const claimed = claimedAt?.getTime() ?? 0;
  if (state === 'sending') return claimed + claimTimeoutMs;
  if (state === 'unsure') return Math.max(claimed + echoWaitMs, nextAttemptAt.getTime());
  return nextAttemptAt.getTime();
}

/** Another process is sending it: usually for less than a second. */
const PEEK_MS = 1_000;

function lookAgainAt(message: Open, now: Date, waits: Waits): number {
  const due = dueAt(message, waits);
  return message.state === 'sending' ? Math.min(due, now.getTime() + PEEK_MS) : due;
}

/** More than one person is ever told at once; the rest is looked at when these are gone. */
const MOST_OPEN = 500;

export async function nextMessage(tx: Tx, citizenId: number, now: Date, waits: Waits): Promise<Next | null> {
  const open = await tx
    .select({
      id: outboxMessages.id,
      kind: outboxMessages.kind,
      state: outboxMessages.state,
      nextAttemptAt: outboxMessages.nextAttemptAt,
      claimedAt: outboxMessages.claimedAt,
    })
    .from(outboxMessages)
    .where(and(eq(outboxMessages.citizenId, citizenId), inArray(outboxMessages.state, ['queued', 'sending', 'unsure'])))
    .orderBy(asc(outboxMessages.id))
    .limit(MOST_OPEN);
  return nextOf(open, now, waits);
}
