/**
 * Erases photos and attachments that belong to no report. The row is marked first and deleted last, and names every file: whoever
 * is killed in between leaves something the sweep ends, never a file that nobody knows of.
 */
import { and, eq, inArray, isNull, lt, ne, or, type SQL } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { attachments, drafts, photos } from '../../../db/schema/index.ts';
import { removePhotoFiles } from './photo-files.ts';
import type { MediaStore } from './store.ts';

/** What a row says while its files are being removed. */
const ERASED = 'erased';
const SWEPT_AT_ONCE = 100;

/**
 * Sweep: erases what drafts held that were closed before `olderThan`, as far as it is part of no report: everything of those that
 * were cancelled or discarded, and uploads that broke off. Ends erasures that were cut off. Safe with two replicas.
 * @returns how many photos and attachments are gone; a few hundred at most.
 */
export async function removeDraftMedia(db: Db, store: MediaStore, { olderThan }: { olderThan: Date }): Promise<number> {
  const over = db
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(ne(drafts.state, 'open'), lt(drafts.closedAt, olderThan)));
  await markPhotos(db, inArray(photos.draftId, over));
  await markAttachments(db, inArray(attachments.draftId, over));
  return removeErased(db, store);
}

/** Says in the caller's transaction that a draft's photos and attachments are to be erased; {@link removeErased} does it. */
export async function eraseDraftMedia(tx: Tx, draftId: number): Promise<void> {
  await markPhotos(tx, eq(photos.draftId, draftId));
  await markAttachments(tx, eq(attachments.draftId, draftId));
}

/** The same for one photo. @returns false when it has become part of a report, or is none. */
export async function erasePhoto(tx: Tx, photoId: number): Promise<boolean> {
  return (await markPhotos(tx, eq(photos.id, photoId))) > 0;
}

/** Removes the files and rows of what is marked. May be repeated, and done by several at once. */
export async function removeErased(db: Db, store: MediaStore): Promise<number> {
  const shots = await db
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.refusal, ERASED), isNull(photos.reportId)))
    .limit(SWEPT_AT_ONCE);
  for (const { id } of shots) {
    await removePhotoFiles(store, id);
    await db.delete(photos).where(eq(photos.id, id));
  }
  const pieces = await db
    .select({ id: attachments.id, storageKey: attachments.storageKey })
    .from(attachments)
    .where(and(eq(attachments.refusal, ERASED), isNull(attachments.reportId)))
    .limit(SWEPT_AT_ONCE);
  for (const { id, storageKey } of pieces) {
    if (storageKey !== null) await store.remove(storageKey);
    await db.delete(attachments).where(eq(attachments.id, id));
  }
  return shots.length + pieces.length;
}

async function markPhotos(tx: Tx, which: SQL): Promise<number> {
  const unmarked = or(isNull(photos.refusal), ne(photos.refusal, ERASED));
  const marked = await tx
    .update(photos)
    .set({ state: 'refused', refusal: ERASED })
    .where(and(which, isNull(photos.reportId), unmarked))
    .returning({ id: photos.id });
  return marked.length;
}

async function markAttachments(tx: Tx, which: SQL): Promise<number> {
  const unmarked = or(isNull(attachments.refusal), ne(attachments.refusal, ERASED));
  const marked = await tx
    .update(attachments)
    .set({ state: 'refused', refusal: ERASED })
    .where(and(which, isNull(attachments.reportId), unmarked))
    .returning({ id: attachments.id });
  return marked.length;
}
