/** The citizen's one open draft, the same in the chat and in the Mini App, changed by one hand at a time. */
import { setTimeout as pause } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { citizens, type DraftContent, drafts, reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { enqueue } from '../../queues/enqueue.ts';
import { TryAgainIn } from '../../queues/handlers.ts';
import type { Citizen } from '../citizens.ts';
import { type Draft, openDraft } from '../drafts/drafts.ts';
import { withSenderLock } from '../sender-lock.ts';

/** A draft nobody touches for so long is looked at by `intake.giveUpWaiting`. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;
const WAIT_MS = 5_000;

/**
 * Does the work while nobody else, no chat message and no other tap, changes what this citizen is writing; waits a little for
 * whoever is at it.
 * @throws AppError 409 `draft_busy`
 */
export async function holdingDraft<Result>(
  db: Db,
  { id, oaUserId }: Citizen,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const giveUpAt = performance.now() + WAIT_MS;
  let chat = oaUserId;
  for (;;) {
    try {
      return await withSenderLock(db, chat, work);
    } catch (error) {
      if (!(error instanceof TryAgainIn)) throw error;
      if (performance.now() > giveUpAt)
        throw new AppError({ code: 'draft_busy', status: 409, detail: 'Bản nháp đang được cập nhật, xin thử lại.' });
      await pause(error.ms);
      // Their first message in the chat gives them another name, in the middle of this.
      chat = await chatOf(db, id);
    }
  }
}

async function chatOf(db: Db, citizenId: number): Promise<string> {
  const [row] = await db.select({ oaUserId: citizens.oaUserId }).from(citizens).where(eq(citizens.id, citizenId));
  return row?.oaUserId ?? '';
}

/**
 * The open draft; with `meant` that one and no other.
 * @throws AppError 404 `draft_not_found`, 409 `draft_closed`
 */
export async function ownDraft(tx: Tx, citizen: Citizen, meant?: number): Promise<Draft> {
  const draft = await openDraft(tx, citizen.id);
  if (meant !== undefined && draft?.id !== meant) throw draftClosed(await endingOf(tx, citizen, meant));
  if (draft) return draft;
  throw new AppError({ code: 'draft_not_found', status: 404, detail: 'Không có bản nháp nào đang soạn.' });
}

/**
 * The open draft, or a new one.
 * @throws AppError 409 `draft_closed` when the one that is meant has been sent or cancelled: its words must not begin another.
 */
export async function draftToWrite(tx: Tx, citizen: Citizen, meant: number | undefined, now: Date): Promise<Draft> {
  const open = await openDraft(tx, citizen.id);
  if (meant !== undefined && open?.id !== meant) throw draftClosed(await endingOf(tx, citizen, meant));
  if (open) return open;
  const content: DraftContent = { texts: [], photos: 0, asked: [], inMiniApp: true };
  const [made] = await tx
    .insert(drafts)
    .values({ citizenId: citizen.id, content, openedAt: now, lastEventAt: now, quietUntil: now })
    .returning();
  if (!made) throw new Error('insert of a draft returned no row');
  return made;
}

/** Stores what was written in the Mini App. From now on the chat's quiet window leaves the draft alone. */
export async function saveWritten(tx: Tx, draft: Draft, content: DraftContent, now: Date): Promise<Draft> {
  // A message sent before this moment and delivered after it was sent while the draft was open: it belongs to it.
  const lastEventAt = new Date(Math.max(draft.lastEventAt.getTime(), now.getTime()));
  const [saved] = await tx
    .update(drafts)
    .set({ content: { ...content, inMiniApp: true }, lastEventAt })
    .where(eq(drafts.id, draft.id))
    .returning();
  const runAt = new Date(now.getTime() + FORGOTTEN_AFTER_MS);
  await enqueue(tx, 'intake.giveUpWaiting', { draftId: draft.id }, { key: `draft-${draft.id}`, runAt });
  return saved ?? draft;
}

interface Ending {
  /** The report it has become: by "gửi", here or in the chat, or because nobody went on with it for a day. */
  report: string | null;
  /** Thrown away by the person, not only forgotten. */
  cancelled: boolean;
}

async function endingOf(tx: Tx, { id }: Citizen, draftId: number): Promise<Ending> {
  const [draft] = await tx
    .select({ state: drafts.state, code: reports.code })
    .from(drafts)
    .leftJoin(reports, eq(reports.draftId, drafts.id))
    .where(and(eq(drafts.id, draftId), eq(drafts.citizenId, id)));
  return { report: draft?.code ?? null, cancelled: draft?.state === 'cancelled' };
}

/** Says how it ended, so that a phone that lost the answer does not send it again days later. */
export function draftClosed(ending?: Ending): AppError {
  const detail = 'Bản nháp này đã được gửi hoặc đã hủy.';
  return new AppError({ code: 'draft_closed', status: 409, detail, extensions: { ...ending } });
}
