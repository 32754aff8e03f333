import type { Tx } from '../../../db/client.ts';
import { attachments } from '../../../db/schema/index.ts';
import { enqueue } from '../queues/enqueue.ts';
import { shownName } from './attachment-name.ts';

export type Attachment = typeof attachments.$inferSelect;

/** What is read here of a message of the chat (`UserMessage`): this folder knows files, not Zalo. */
export interface MessageWithFile {
  type: string;
  url?: string;
  file?: { url: string; name: string };
}

export interface AttachedAt {
  draftId: number;
  /** The report the draft has become, for what arrives late. */
  reportId: number | null;
  sentAt: Date;
  inboxEventId: number;
  now: Date;
}

/**
 * Notes the voice message, video or file of a chat message and has it fetched (`media.keep`): addresses at Zalo live for a
 * time nobody has documented (§1.8). Applied again, the same event adds nothing. @returns how many were added.
 */
export async function keepAttachments(tx: Tx, message: MessageWithFile, at: AttachedAt): Promise<number> {
  const { draftId, reportId, sentAt, inboxEventId, now } = at;
  const sent = attachedTo(message);
  if (!sent) return 0;
  const [row] = await tx
    .insert(attachments)
    .values({ ...sent, inboxEventId, position: 0, draftId, reportId, sentAt })
    .onConflictDoNothing({ target: [attachments.inboxEventId, attachments.position] })
    .returning({ id: attachments.id });
  if (!row) return 0;
  // Photos go first in their queue: they are smaller, and most reports need nothing else.
  await enqueue(tx, 'media.keep', { attachmentId: row.id }, { key: `attachment-${row.id}`, runAt: now, priority: 1 });
  return 1;
}

/** Zalo sends one an event (§1.8). A link or a card is words, not a file of the sender's. */
function attachedTo({ type, url, file }: MessageWithFile): Pick<Attachment, 'kind' | 'name' | 'sourceUrl'> | null {
  if (type === 'user_audio' && url) return { kind: 'voice', name: null, sourceUrl: url };
  if (type === 'user_video' && url) return { kind: 'video', name: null, sourceUrl: url };
  if (type === 'user_file' && file) return { kind: 'file', name: shownName(file.name), sourceUrl: file.url };
  return null;
}
