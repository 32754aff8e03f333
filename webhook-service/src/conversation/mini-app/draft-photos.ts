import { and, count, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { photos, reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import type { Photo } from '../../media/photo.ts';
import { markStored, putPhoto, removePhotoFiles } from '../../media/photo-files.ts';
import { erasePhoto, removeErased } from '../../media/remove-draft-media.ts';
import type { MediaStore } from '../../media/store.ts';
import type { Citizen } from '../citizens.ts';
import { openDraft } from '../drafts/drafts.ts';
import { draftClosed, draftToWrite, holdingDraft, ownDraft, saveWritten } from './own-draft.ts';

export type DraftPhoto = typeof photos.$inferSelect;

export interface DraftPhotoDeps {
  db: Db;
  media: MediaStore;
  now: () => Date;
}

export const MOST_PHOTOS = 10;

/**
 * Names an upload, so that one that is repeated is one photo: by a key of the client's, or, where the client cannot say, by
 * the hash of its content, once in a draft.
 */
export type UploadKey = string | { content: string };

/**
 * Adds a photo to the citizen's draft, or begins one with it. The row comes first and is part of the draft only when its files
 * lie there; the same `uploadKey` again is the same photo, ended if it broke off.
 * @throws AppError 409 `too_many_photos`, or `draft_closed` when the draft was cancelled meanwhile
 */
export async function addDraftPhoto(
  citizen: Citizen,
  upload: { photo: Photo; uploadKey: UploadKey },
  deps: DraftPhotoDeps,
): Promise<DraftPhoto> {
  const { db, media } = deps;
  const { photo, uploadKey } = upload;
  const row = await holdingDraft(db, citizen, (tx) => claim(tx, citizen, uploadKey, deps.now()));
  if (row.state === 'stored') return row;
  await putPhoto(media, row.id, photo);
  const stored = await holdingDraft(db, citizen, (tx) => join(tx, citizen, row, photo, deps.now()));
  if (stored) return stored;
  await removePhotoFiles(media, row.id);
  throw draftClosed();
}

/** Takes a photo out of the citizen's draft, also one that came by chat; files and row are gone afterwards. @throws AppError 404 */
export async function removeDraftPhoto(citizen: Citizen, photoId: number, deps: DraftPhotoDeps): Promise<void> {
  await holdingDraft(deps.db, citizen, async (tx) => {
    const draft = await ownDraft(tx, citizen);
    const [row] = await tx
      .select()
      .from(photos)
      .where(and(eq(photos.id, photoId), eq(photos.draftId, draft.id)));
    if (!row || !(await erasePhoto(tx, row.id)))
      throw new AppError({ code: 'photo_not_found', status: 404, detail: 'Không có ảnh này trong bản nháp.' });
    const counted = row.sourceUrl !== null || row.state === 'stored' ? 1 : 0;
    const left = Math.max(0, draft.content.photos - counted);
    await saveWritten(tx, draft, { ...draft.content, photos: left }, deps.now());
  });
  await removeErased(deps.db, deps.media);
}

/** The row of this upload: the one it had before, or a new one in the open draft. */
async function claim(tx: Tx, citizen: Citizen, key: UploadKey, now: Date): Promise<DraftPhoto> {
  const open = await openDraft(tx, citizen.id);
  const [before] = await tx
    .select()
    .from(photos)
    .where(eq(photos.uploadKey, keyIn(open, key)));
  if (before?.state === 'refused') throw draftClosed();
  if (before) return before;
  const draft = await draftToWrite(tx, citizen, undefined, now);
  const [held] = await tx
    .select({ count: count() })
    .from(photos)
    .where(and(eq(photos.draftId, draft.id), ne(photos.state, 'refused')));
  if ((held?.count ?? 0) >= MOST_PHOTOS) throw tooManyPhotos();
  await saveWritten(tx, draft, draft.content, now);
  const [row] = await tx
    .insert(photos)
    .values({ uploadKey: keyIn(draft, key), position: 0, draftId: draft.id, sentAt: now })
    .returning();
  if (!row) throw new Error('insert of a photo returned no row');
  return row;
}

function keyIn(draft: { id: number } | undefined, key: UploadKey): string {
  return typeof key === 'string' ? key : `draft:${draft?.id ?? 'none'}:${key.content}`;
}

export function tooManyPhotos(): AppError {
  const detail = `Mỗi phản ánh có tối đa ${MOST_PHOTOS} ảnh.`;
  return new AppError({ code: 'too_many_photos', status: 409, detail });
}

/** Its files are there: part of the draft, or of the report the draft has become meanwhile. Null when it was erased. */
async function join(tx: Tx, citizen: Citizen, row: DraftPhoto, photo: Photo, now: Date): Promise<DraftPhoto | null> {
  const outcome = await markStored(tx, row.id, photo, now);
  if (outcome === 'gone') return null;
  if (outcome === 'stored') {
    const draft = await openDraft(tx, citizen.id);
    if (draft?.id === row.draftId)
      await saveWritten(tx, draft, { ...draft.content, photos: draft.content.photos + 1 }, now);
    else await joinReport(tx, row);
  }
  const [stored] = await tx.select().from(photos).where(eq(photos.id, row.id));
  return stored ?? null;
}

async function joinReport(tx: Tx, { id, draftId }: DraftPhoto): Promise<void> {
  const [report] = await tx.select({ id: reports.id }).from(reports).where(eq(reports.draftId, draftId));
  if (report) await tx.update(photos).set({ reportId: report.id }).where(eq(photos.id, id));
}
