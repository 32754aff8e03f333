import { and, eq } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { photos } from '../../../db/schema/index.ts';
import { AppError } from '../errors.ts';
import type { DownloadResult } from './download.ts';
import { makePhoto } from './photo.ts';
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

  const storageKey = `photo-${photoId}.jpg`;
  const thumbnailKey = `photo-${photoId}-thumb.jpg`;
  await deps.store.put(thumbnailKey, photo.thumbnail);
  await deps.store.put(storageKey, photo.jpeg);
  await deps.db
    .update(photos)
    .set({
      state: 'stored',
      storageKey,
      thumbnailKey,
      width: photo.width,
      height: photo.height,
      bytes: photo.jpeg.length,
      sha256: photo.sha256,
      fingerprint: photo.fingerprint,
      storedAt: deps.now(),
    })
    .where(and(eq(photos.id, photoId), eq(photos.state, 'pending')));
}

async function refuse(db: Db, photoId: number, refusal: string): Promise<void> {
  await db
    .update(photos)
    .set({ state: 'refused', refusal })
    .where(and(eq(photos.id, photoId), eq(photos.state, 'pending')));
}
