import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { type DraftContent, drafts } from '../../../db/schema/index.ts';
import { enqueue } from '../queues/enqueue.ts';

export type Draft = typeof drafts.$inferSelect;

/** How long a draft waits for an answer to our question before what there is goes to a person. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

export async function openDraft(tx: Tx, citizenId: number): Promise<Draft | undefined> {
  const [draft] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.citizenId, citizenId), eq(drafts.state, 'open')));
  return draft;
}

/** The citizen's draft to write into: the open one, or the one a straggler belongs to, or a new one. */
export async function draftFor(tx: Tx, citizenId: number, eventAt: Date, now: Date): Promise<Draft> {
  const open = await openDraft(tx, citizenId);
  if (open) return open;
  const [latest] = await tx
    .select()
    .from(drafts)
    .where(eq(drafts.citizenId, citizenId))
    .orderBy(desc(drafts.id))
    .limit(1);
  // Sent before the burst ended but delivered after it: redeliveries come up to two hours late (§1.4).
  if (latest?.state === 'reported' && eventAt.getTime() <= latest.lastEventAt.getTime()) return latest;
  const [made] = await tx
    .insert(drafts)
    .values({
      citizenId,
      content: { texts: [], photos: 0, asked: [] },
      openedAt: now,
      lastEventAt: eventAt,
      quietUntil: now,
    })
    .returning();
  if (!made) throw new Error('insert of a draft returned no row');
  return made;
}

/** Stores the grown draft and moves its quiet window. */
export async function saveDraft(
  tx: Tx,
  draft: Draft,
  content: DraftContent,
  times: { eventAt: Date; now: Date; quietMs: number },
): Promise<void> {
  const quietUntil = new Date(times.now.getTime() + times.quietMs);
  const lastEventAt = new Date(Math.max(draft.lastEventAt.getTime(), times.eventAt.getTime()));
  await tx.update(drafts).set({ content, quietUntil, lastEventAt }).where(eq(drafts.id, draft.id));
  await enqueue(tx, 'intake.settle', { draftId: draft.id }, { key: `draft-${draft.id}`, runAt: quietUntil });
}

/** Remembers a question that was put, and when to stop waiting for its answer. */
export async function saveQuestion(tx: Tx, draft: Draft, content: DraftContent, now: Date): Promise<void> {
  await tx.update(drafts).set({ content }).where(eq(drafts.id, draft.id));
  const runAt = new Date(now.getTime() + GIVE_UP_AFTER_MS);
  await enqueue(tx, 'intake.giveUpWaiting', { draftId: draft.id }, { key: `draft-${draft.id}`, runAt });
}

export async function closeDraft(
  tx: Tx,
  draftId: number,
  state: 'reported' | 'cancelled' | 'discarded',
  now: Date,
): Promise<void> {
  await tx
    .update(drafts)
    .set({ state, closedAt: now })
    .where(and(eq(drafts.id, draftId), eq(drafts.state, 'open')));
}
