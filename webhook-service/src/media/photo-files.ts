import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { photos } from '../../../db/schema/index.ts';
import type { Photo } from './photo.ts';
import type { MediaStore } from './store.ts';

/** Where a photo lies: named by its row, so that it can be removed even when nobody lived to write the name down. */
export function photoKeys(photoId: number): { whole: string; thumbnail: string } {
  return { whole: `photo-${photoId}.jpg`, thumbnail: `photo-${photoId}-thumb.jpg` };
}

/** Puts both sizes into the store; the row says `stored` only afterwards ({@link markStored}). */
export async function putPhoto(store: MediaStore, photoId: number, photo: Photo): Promise<void> {
  const keys = photoKeys(photoId);
  await store.put(keys.thumbnail, photo.thumbnail);
  await store.put(keys.whole, photo.jpeg);
}

/**
 * Says that a photo is there. @returns `already` when somebody else was as quick (the same bytes under the same keys), `gone` when it
 * was decided otherwise meanwhile: its files are then to be removed.
 */
export async function markStored(
  tx: Tx,
  photoId: number,
  photo: Photo,
  now: Date,
): Promise<'stored' | 'already' | 'gone'> {
  const keys = photoKeys(photoId);
  const { width, height, sha256, fingerprint } = photo;
  const changed = await tx
    .update(photos)
    .set({
      state: 'stored',
      storageKey: keys.whole,
      thumbnailKey: keys.thumbnail,
      ...{ width, height, sha256, fingerprint },
      bytes: photo.jpeg.length,
      storedAt: now,
    })
    .where(and(eq(photos.id, photoId), eq(photos.state, 'pending')))
    .returning({ id: photos.id });
  if (changed.length > 0) return 'stored';
  const [row] = await tx.select({ state: photos.state }).from(photos).where(eq(photos.id, photoId));
  return row?.state === 'stored' ? 'already' : 'gone';
}

export async function removePhotoFiles(store: MediaStore, photoId: number): Promise<void> {
  const keys = photoKeys(photoId);
  await store.remove(keys.whole);
  await store.remove(keys.thumbnail);
}
