import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { attachments, drafts, photos, reports } from '../../../db/schema/index.ts';
import type { MediaStore } from '../media/store.ts';

/**
 * Removes the photos and attachments of a person: first the files, then what the rows say of them, so that whoever is
 * killed in between finds the files again. The rows themselves stay, empty: a fetch that is on its way meets them.
 * @returns how many pictures and files there were
 */
export async function eraseMedia(db: Db, store: MediaStore, citizenId: number): Promise<number> {
  const pictures = await db
    .select()
    .from(photos)
    .where(notErased(db, citizenId, photos));
  for (const { id, storageKey, thumbnailKey } of pictures)
    for (const key of new Set([storageKey, thumbnailKey, ...keysOfFetched(id)])) if (key) await store.remove(key);
  const files = await db
    .select()
    .from(attachments)
    .where(notErased(db, citizenId, attachments));
  for (const { storageKey } of files) if (storageKey) await store.remove(storageKey);
  await db.transaction(async (tx) => {
    await emptyPhotos(
      tx,
      pictures.map(({ id }) => id),
    );
    await emptyAttachments(
      tx,
      files.map(({ id }) => id),
    );
  });
  return pictures.length + files.length;
}

/** Is there anything left for `eraseMedia`: something that came while it was at work? */
export async function hasMedia(tx: Tx, citizenId: number): Promise<boolean> {
  const picture = tx
    .select({ id: photos.id })
    .from(photos)
    .where(notErased(tx, citizenId, photos))
    .limit(1);
  const file = tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(notErased(tx, citizenId, attachments))
    .limit(1);
  return (await picture).length > 0 || (await file).length > 0;
}

/** A picture that was being fetched while its row was emptied may have been stored afterwards, under the key of its row. */
export async function removeLateFiles(db: Db, store: MediaStore, citizenId: number): Promise<void> {
  const rows = await db
    .select({ id: photos.id })
    .from(photos)
    .where(ownedBy(db, citizenId, photos));
  for (const { id } of rows) for (const key of keysOfFetched(id)) await store.remove(key);
}

/** Where `media/fetch-photo` puts a picture of the chat and its thumbnail. */
function keysOfFetched(photoId: number): string[] {
  return [`photo-${photoId}.jpg`, `photo-${photoId}-thumb.jpg`];
}

async function emptyPhotos(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  const nothing = { sourceUrl: null, storageKey: null, thumbnailKey: null, sha256: null, fingerprint: null };
  const sizes = { width: null, height: null, bytes: null, storedAt: null, uploadKey: null };
  await tx
    .update(photos)
    .set({ state: 'refused', refusal: 'erased', ...nothing, ...sizes })
    .where(inArray(photos.id, ids));
}

async function emptyAttachments(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  const nothing = { name: null, sourceUrl: '', storageKey: null, mediaType: null, bytes: null, sha256: null };
  await tx
    .update(attachments)
    .set({ state: 'refused', refusal: 'erased', ...nothing, storedAt: null })
    .where(inArray(attachments.id, ids));
}

function notErased(tx: Tx, citizenId: number, table: typeof photos | typeof attachments): SQL | undefined {
  return and(ownedBy(tx, citizenId, table), sql`${table.refusal} is distinct from 'erased'`);
}

function ownedBy(tx: Tx, citizenId: number, table: typeof photos | typeof attachments): SQL | undefined {
  const ownDrafts = tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.citizenId, citizenId));
  const ownReports = tx.select({ id: reports.id }).from(reports).where(eq(reports.citizenId, citizenId));
  return or(inArray(table.draftId, ownDrafts), inArray(table.reportId, ownReports));
}
