import type { FastifyReply } from 'fastify';
import type { MediaStore } from '../media/store.ts';
import type { Piece } from './answers-view.ts';

/**
 * Sends a piece of proof, or its small picture. A photo was re-encoded by us; a document is somebody else's program, so it is
 * saved and never opened under our address. @returns false when there is nothing to send.
 */
export async function sendProof(
  reply: FastifyReply,
  piece: Piece,
  { media, small, kept }: { media: MediaStore; small: boolean; kept: 'private' | 'public' },
): Promise<boolean> {
  const key = small ? piece.thumbnailKey : piece.storageKey;
  const stream = key ? await media.get(key) : null;
  if (!stream) return false;
  reply
    .header('cache-control', `${kept}, max-age=3600`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox");
  if (piece.kind === 'photo') await reply.type('image/jpeg').send(stream);
  else
    await reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="minh-chung-${piece.id}.pdf"`)
      .send(stream);
  return true;
}
