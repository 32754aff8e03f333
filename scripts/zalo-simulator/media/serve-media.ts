import sharp from 'sharp';
import type { Sim } from '../context.ts';
import type { StoredMedia } from './media-store.ts';

const THUMBNAIL_EDGE = 240;

/** `/media/<id>` and `/media/thumbnail/<id>`; like Zalo's own media hosts it asks for no token (§1.8). */
export async function serveMedia(sim: Sim, pathname: string): Promise<StoredMedia | undefined> {
  const [, , first = '', second] = pathname.split('/');
  if (second === undefined) return sim.media.get(first);
  if (first !== 'thumbnail') return undefined;
  const full = sim.media.get(second);
  return full && (await thumbnailOf(full));
}

async function thumbnailOf(full: StoredMedia): Promise<StoredMedia | undefined> {
  if (!full.contentType.startsWith('image/')) return undefined;
  const small = sharp(full.bytes)
    .rotate()
    .resize(THUMBNAIL_EDGE, THUMBNAIL_EDGE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 });
  try {
    return { bytes: await small.toBuffer(), contentType: 'image/jpeg' };
  } catch {
    // An upload is checked by its first bytes only; a picture that cannot be read has no thumbnail.
    return undefined;
  }
}
