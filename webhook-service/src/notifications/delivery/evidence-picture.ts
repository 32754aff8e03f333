import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import type { Db } from '../../../../db/client.ts';
import { evidence } from '../../../../db/schema/index.ts';
import { LARGEST_IMAGE_BYTES } from '../../zalo/oa/uploads.ts';

/** Sides and qualities to try until the file is small enough for Zalo; the last always is. */
const TRIES = [
  { side: 1600, quality: 80 },
  { side: 1280, quality: 70 },
  { side: 800, quality: 60 },
];

/** Reads a stored photo of evidence as a JPEG of at most 1 MB (§3.6); null when it is no photo or not there. */
export function evidencePictures(
  db: Db,
  store: { get(key: string): Promise<Readable | null> },
): (evidenceId: number) => Promise<Buffer | null> {
  return async (evidenceId) => {
    const [piece] = await db
      .select({ storageKey: evidence.storageKey })
      .from(evidence)
      .where(and(eq(evidence.id, evidenceId), eq(evidence.kind, 'photo'), eq(evidence.state, 'stored')));
    const stream = piece && (await store.get(piece.storageKey));
    return stream ? smallEnough(await buffer(stream)) : null;
  };
}

async function smallEnough(jpeg: Buffer): Promise<Buffer | null> {
  if (jpeg.length <= LARGEST_IMAGE_BYTES) return jpeg;
  for (const { side, quality } of TRIES) {
    const size = { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const;
    const smaller = await sharp(jpeg).resize(size).jpeg({ quality }).toBuffer();
    if (smaller.length <= LARGEST_IMAGE_BYTES) return smaller;
  }
  return null;
}
