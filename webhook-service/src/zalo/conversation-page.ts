import { coordinatesOf } from './attachments.ts';
import { type Fields, fieldsOf, idOf, isObject, numberOf, textOf, timeOf, urlOf } from './event-fields.ts';

/** One message of a conversation page (§5): the only way to learn of events lost while the webhook was down. */
export interface ConversationMessage {
  messageId: string;
  from: 'oa' | 'user';
  /** OA-scoped id of the person. */
  userId: string;
  sentAt: Date;
  /** Zalo's word: `text`, `photo` … Only `text` is documented. */
  type: string;
  text: string;
  url: string | null;
  thumbnailUrl: string | null;
  /** Caption, file name or what a link is about; empty when there is none. */
  description: string;
  /** How a place is shown is not documented; read from `location`, as an object or as JSON. */
  location: { latitude: number; longitude: number } | null;
}

/** Reads `data`, a bare array; what cannot be told apart from other messages is left out. */
export function conversationMessagesOf(data: unknown): ConversationMessage[] {
  if (!Array.isArray(data)) return [];
  return data.filter(isObject).flatMap((item) => messageOf(item) ?? []);
}

function messageOf(item: Fields): ConversationMessage | null {
  const source = numberOf(item.src);
  const from = source === 0 ? 'oa' : source === 1 ? 'user' : null;
  const messageId = idOf(item.message_id);
  const userId = idOf(from === 'oa' ? item.to_id : item.from_id);
  const sentAt = timeOf(item.time);
  if (from === null || messageId === null || userId === null || sentAt === null) return null;
  const links = Array.isArray(item.links) ? item.links.map(fieldsOf) : [];
  return {
    messageId,
    from,
    userId,
    sentAt,
    type: textOf(item.type),
    text: textOf(item.message),
    url: urlOf(item.url) ?? urlOf(links[0]?.url),
    thumbnailUrl: urlOf(item.thumb) ?? urlOf(links[0]?.thumb),
    description: textOf(item.description) || textOf(links[0]?.description),
    location: coordinatesOf(typeof item.location === 'string' ? parsed(item.location) : item.location),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
