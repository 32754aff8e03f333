import type { FastifyReply } from 'fastify';
import type { attachments } from '../../../db/schema/index.ts';
import type { MediaStore } from '../media/store.ts';

type Attachment = typeof attachments.$inferSelect;

/**
 * Sends a voice message, video or file as it came. Sound and video may play where they are; everything else is somebody else's
 * program: it is saved, never opened under our address. @returns false when there is nothing to send.
 */
export async function sendAttachment(reply: FastifyReply, piece: Attachment, media: MediaStore): Promise<boolean> {
  const { state, storageKey, mediaType, bytes } = piece;
  const stream = state === 'stored' && storageKey && mediaType ? await media.get(storageKey) : null;
  if (!stream || !mediaType) return false;
  const plays = /^(?:audio|video)\//.test(mediaType);
  await reply
    .type(mediaType)
    .header('content-disposition', `${plays ? 'inline' : 'attachment'}; ${fileNameOf(piece)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, max-age=3600')
    .headers(bytes === null ? {} : { 'content-length': bytes })
    .send(stream);
  return true;
}

const OWN_NAMES = { voice: 'tin-thoai', video: 'video', file: 'tep' } as const;

/** The sender's name for it under the ending its content has (RFC 6266); a plain one for clients that read no other. */
function fileNameOf({ id, kind, name, storageKey }: Attachment): string {
  const ending = storageKey?.replace(/^.*\./, '.') ?? '';
  const plain = `${OWN_NAMES[kind]}-${id}${ending}`;
  if (name === null) return `filename="${plain}"`;
  const shown = name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(shown).replace(/['()*]/g, escaped)}`;
}

/** What `encodeURIComponent` leaves and RFC 5987 does not. */
function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
