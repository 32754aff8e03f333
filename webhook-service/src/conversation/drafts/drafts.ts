import { and, asc, eq, gte, or } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { type DraftContent, drafts } from '../../../../db/schema/index.ts';
import { enqueue } from '../../queues/enqueue.ts';

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

/**
 * The citizen's draft to write into: the one a straggler belongs to, or the open one, or a new one. Null for a straggler
 * of a draft the citizen has cancelled: it is cancelled with it.
 */
export async function draftFor(
  tx: Tx,
  citizenId: number,
  eventAt: Date,
  times: { now: Date; quietMs: number },
): Promise<Draft | null> {
  // Sent within the burst but delivered after it: redeliveries come up to two hours late (§1.4). The earliest draft that
  // was still gathering when it was sent is the one, even when a new draft is open by now.
  const [burst] = await tx
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.citizenId, citizenId),
        or(
          and(eq(drafts.state, 'reported'), gte(drafts.lastEventAt, new Date(eventAt.getTime() - times.quietMs))),
          // After "huỷ" the citizen starts anew at once, so there only what was sent before it counts.
          and(eq(drafts.state, 'cancelled'), gte(drafts.lastEventAt, eventAt)),
        ),
      ),
    )
    .orderBy(asc(drafts.lastEventAt))
    .limit(1);
  if (burst?.state === 'cancelled') return null;
  if (burst?.state === 'reported') return burst;
  const open = await openDraft(tx, citizenId);
  if (open) return open;
  const [made] = await tx
    .insert(drafts)
    .values({
      citizenId,
      content: { texts: [], photos: 0, asked: [] },
      openedAt: times.now,
      lastEventAt: eventAt,
      quietUntil: times.now,
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
