import { createHash } from 'node:crypto';
import { idOf } from './event-fields.ts';
import type { Envelope } from './event-readers.ts';
import type { OaEvent } from './event-types.ts';

/**
 * The same for every redelivery of one event (§1.4): name and message id for messages, name, time and person for the
 * rest. Receipts and reactions add the messages they are about, since a phone reports several in one millisecond.
 */
export function dedupeKeyOf(event: OaEvent, envelope: Envelope): string {
  switch (event.type) {
    case 'seen':
      return momentKey(envelope, digestOf(event.messageIds));
    case 'reaction':
      return momentKey(envelope, event.messageId, digestOf([event.icon]));
    case 'call':
    case 'user_info':
    case 'other':
    case 'template_changed':
      return otherKey(envelope);
    case 'follow':
    case 'unfollow':
    case 'chatnow':
    case 'user_withdraw':
    case 'permission_revoked':
      return momentKey(envelope);
    default:
      return `${envelope.name}|${event.messageId}`;
  }
}

/** Hardly anything here reads these; still two of them in one millisecond are two (template, group, call and feedback events). */
function otherKey(envelope: Envelope): string {
  const { json, message } = envelope;
  const about = [message.msg_id, json.msg_id, json.template_id, json.group_id, json.call_id, json.token];
  return momentKey(envelope, digestOf(about.map((id) => idOf(id) ?? '')));
}

function momentKey({ name, eventTime, partyId, userIdByApp }: Envelope, ...about: string[]): string {
  return [name, eventTime.getTime(), partyId ?? userIdByApp ?? '', ...about].join('|');
}

/** Short however many ids a body lists: the key is indexed. */
function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 32);
}
