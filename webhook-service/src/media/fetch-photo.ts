import { and, eq } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { photos } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import type { DownloadResult } from './download.ts';
import { makePhoto } from './photo.ts';
import { markStored, putPhoto, removePhotoFiles } from './photo-files.ts';
import type { MediaStore } from './store.ts';

export interface FetchPhotoDeps {
  db: Db;
  store: MediaStore;
  download: (url: string) => Promise<DownloadResult>;
  now: () => Date;
}

/**
 * Fetches one photo of the chat, makes it ours (re-encoded, upright, without metadata) and stores it with its thumbnail.
 * May run twice: the keys are the row's own, so a second run writes the same files and changes the row once.
 * @throws Error while a later try may succeed; a photo that never will is marked `refused` with the reason.
 */
export async function fetchPhoto(photoId: number, deps: FetchPhotoDeps): Promise<void> {
  const [row] = await deps.db.select().from(photos).where(eq(photos.id, photoId));
  if (row?.state !== 'pending' || row.sourceUrl === null) return;
  const result = await deps.download(row.sourceUrl);
  if (result.outcome === 'retry')
    throw new AppError({ code: `photo_${result.why}`, status: 502, detail: 'Chưa tải được ảnh, sẽ thử lại.' });
  if (result.outcome === 'refused') return refuse(deps.db, photoId, result.why);

  const photo = await makePhoto(result.bytes).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) return error.code;
    throw error;
  });
  if (typeof photo === 'string') return refuse(deps.db, photoId, photo);

  await putPhoto(deps.store, photoId, photo);
  // Erased while it was on its way: its files go as well.
  if ((await markStored(deps.db, photoId, photo, deps.now())) === 'gone') await removePhotoFiles(deps.store, photoId);
}

async function refuse(db: Db, photoId: number, refusal: string): Promise<void> {
  await db
    .update(photos)
    .set({ state: 'refused', refusal })
    .where(and(eq(photos.id, photoId), eq(photos.state, 'pending')));
}
