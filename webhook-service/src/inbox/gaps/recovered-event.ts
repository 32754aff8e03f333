import type { ConversationMessage } from '../../zalo/conversation-page.ts';
import { parseOaEvent } from '../../zalo/events.ts';
import type { StoredEvent } from '../event-store.ts';

/**
 * A message found in the conversation as the event the webhook would have brought (§1.6, §1.8): same envelope, same dedupe
 * key, so that Zalo's own redelivery meets it. Null for what is no person's message to this OA.
 */
export function recoveredEvent(
  message: ConversationMessage,
  { appId, oaId }: { appId: string; oaId: string },
): StoredEvent | null {
  if (message.from !== 'user') return null;
  const body = {
    app_id: appId,
    sender: { id: message.userId },
    recipient: { id: oaId },
    event_name: eventNameOf(message.type),
    message: { ...contentOf(message), msg_id: message.messageId },
    timestamp: String(message.sentAt.getTime()),
  };
  const parsed = parseOaEvent(body, oaId);
  if (parsed.kind !== 'event') return null;
  return {
    dedupeKey: parsed.dedupeKey,
    eventName: parsed.name,
    zaloUserId: parsed.userId,
    eventAt: parsed.eventTime.getTime(),
    body: JSON.stringify(body),
  };
}

/**
 * The event a type of the conversation stands for. Only `text` is documented (§5), the others are Zalo's older words. What is
 * not known becomes a text: with words it is read, without it is unreadable, and the person is answered.
 */
function eventNameOf(type: string): string {
  return NAME_OF_TYPE.get(type.toLowerCase()) ?? 'user_send_text';
}

const NAME_OF_TYPE: ReadonlyMap<string, string> = new Map([
  ['text', 'user_send_text'],
  ['photo', 'user_send_image'],
  ['image', 'user_send_image'],
  ['gif', 'user_send_gif'],
  ['location', 'user_send_location'],
  ['sticker', 'user_send_sticker'],
  ['voice', 'user_send_audio'],
  ['audio', 'user_send_audio'],
  ['video', 'user_send_video'],
  ['file', 'user_send_file'],
  ['link', 'user_send_link'],
  ['links', 'user_send_link'],
]);

/** `text` and `attachments` in the shapes of §1.8. A type without what makes it useful gets no attachment: unreadable. */
function contentOf(message: ConversationMessage): Record<string, unknown> {
  const { text, description, url, thumbnailUrl, location } = message;
  const words = text !== '' && { text };
  const attached = (type: string, payload: Record<string, unknown>) => ({ attachments: [{ type, payload }] });
  const thumbnail = thumbnailUrl !== null && { thumbnail: thumbnailUrl };
  switch (eventNameOf(message.type)) {
    case 'user_send_image':
      // The caption is in `message` or, on older pages, in `description`.
      return {
        ...((text || description) !== '' && { text: text || description }),
        ...(url !== null && attached('image', { url, ...thumbnail })),
      };
    case 'user_send_gif':
      return { ...words, ...(url !== null && attached('gif', { url, ...thumbnail })) };
    case 'user_send_location':
      return { ...words, ...(location !== null && attached('location', { coordinates: location })) };
    case 'user_send_audio':
      return { ...words, ...(url !== null && attached('audio', { url })) };
    case 'user_send_video':
      return { ...words, ...(url !== null && attached('video', { url, description, ...thumbnail })) };
    case 'user_send_file':
      return { ...words, ...(url !== null && attached('file', { url, name: description })) };
    case 'user_send_link':
      return { ...words, ...(url !== null && attached('link', { url, description, ...thumbnail })) };
    default:
      return words || {};
  }
}
