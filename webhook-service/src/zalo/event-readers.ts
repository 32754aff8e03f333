import { attachmentsOf } from './attachments.ts';
import { ANONYMOUS_KINDS, ECHO_KINDS, isOtherKnownEvent, USER_MESSAGE_NAMES } from './event-catalog.ts';
import { type Fields, fieldsOf, idOf, isDamagedId, textOf, timeOf } from './event-fields.ts';
import type { OaEvent } from './event-types.ts';
import { userMessageOf } from './user-message.ts';

/** The parts of a body every event shares, already read. */
export interface Envelope {
  name: string;
  json: Fields;
  message: Fields;
  /** The other party of the OA: a person, an anonymous id or a phone number. */
  partyId: string | null;
  userIdByApp: string | null;
  eventTime: Date;
  /** `X-ZEvent-Server`. */
  server: string | undefined;
}

/** Reads one kind of event; null when what it is about is missing. */
export type EventReader = (envelope: Envelope) => OaEvent | null;

/** The reader for an event name, null for a name Zalo does not document. */
export function readerFor(name: string): EventReader | null {
  return READERS.get(name) ?? (isOtherKnownEvent(name) ? other : null);
}

const READERS: ReadonlyMap<string, EventReader> = new Map<string, EventReader>([
  ...[...USER_MESSAGE_NAMES].map((name): [string, EventReader] => [name, userMessage]),
  ...[...ECHO_KINDS.keys()].map((name): [string, EventReader] => [name, echo]),
  ...[...ANONYMOUS_KINDS.keys()].map((name): [string, EventReader] => [name, anonymousMessage]),
  ['user_received_message', received],
  ['user_seen_message', seen],
  ['user_reacted_message', reaction],
  ['oa_reacted_message', reaction],
  ['follow', follow],
  ['unfollow', follow],
  ['user_click_chatnow', ({ partyId }) => (partyId === null ? null : { type: 'chatnow' })],
  ['user_call_oa', call],
  ['oa_call_user', call],
  ['user_submit_info', ({ name, partyId }) => (partyId === null ? { type: 'other', name } : { type: 'user_info' })],
  ['user_withdraw', withdraw],
  ['permission_revoked', () => ({ type: 'permission_revoked' })],
  ['change_template_status', template],
  ['change_template_quality', template],
]);

/** Some API echoes carry an empty or short admin id: not a person (§1.9). */
const SHORTEST_ADMIN_ID = 10;

function userMessage({ name, message, partyId }: Envelope): OaEvent | null {
  return partyId === null ? null : userMessageOf(name, message);
}

function echo({ name, json, message, partyId }: Envelope): OaEvent | null {
  const kind = ECHO_KINDS.get(name);
  const messageId = idOf(message.msg_id);
  const admin = fieldsOf(json.sender).admin_id;
  // Without its digits an official's message would pass for an app's, or for another official's.
  if (kind === undefined || messageId === null || partyId === null || isDamagedId(admin)) return null;
  const adminId = idOf(admin);
  const { pictures, files } = attachmentsOf(message);
  return {
    type: 'oa_echo',
    kind,
    messageId,
    quotedMessageId: idOf(message.quote_msg_id),
    text: textOf(message.text),
    pictures,
    files,
    adminId: adminId !== null && adminId.length >= SHORTEST_ADMIN_ID ? adminId : null,
  };
}

function anonymousMessage({ name, message, partyId }: Envelope): OaEvent | null {
  const kind = ANONYMOUS_KINDS.get(name);
  const messageId = idOf(message.msg_id);
  if (kind === undefined || messageId === null || partyId === null) return null;
  return {
    type: 'anonymous_message',
    kind,
    messageId,
    anonymousId: partyId,
    conversationId: idOf(message.conversation_id),
    text: textOf(message.text),
  };
}

/** One name, two channels: the phone channel is told by its header or by `delivery_time` (§1.7). */
function received({ message, partyId, eventTime, server }: Envelope): OaEvent | null {
  const messageId = idOf(message.msg_id);
  if (messageId === null) return null;
  if (server?.toUpperCase() === 'ZNS' || message.delivery_time !== undefined) {
    const deliveredAt = timeOf(message.delivery_time) ?? eventTime;
    return { type: 'zns_received', messageId, trackingId: idOf(message.tracking_id), deliveredAt };
  }
  return partyId === null ? null : { type: 'received', messageId };
}

function seen({ message, partyId }: Envelope): OaEvent | null {
  const listed = Array.isArray(message.msg_ids) ? message.msg_ids : [message.msg_id];
  const [first, ...rest] = listed.map(idOf).filter((id) => id !== null);
  return first === undefined || partyId === null ? null : { type: 'seen', messageIds: [first, ...rest] };
}

function reaction({ name, message, partyId }: Envelope): OaEvent | null {
  const messageId = idOf(message.msg_id);
  if (messageId === null || partyId === null) return null;
  const by = name === 'oa_reacted_message' ? 'oa' : 'user';
  return { type: 'reaction', by, messageId, icon: textOf(message.react_icon).slice(0, LONGEST_ICON) };
}

/** The documented icons have two to eight characters (§3.8). */
const LONGEST_ICON = 16;

function follow({ name, json, partyId }: Envelope): OaEvent | null {
  if (partyId === null) return null;
  return { type: name === 'follow' ? 'follow' : 'unfollow', source: textOf(json.source) };
}

/** Without a person there is nobody to answer, and it is still a documented event. */
function call({ name, partyId }: Envelope): OaEvent | null {
  return partyId === null ? { type: 'other', name } : { type: 'call', by: name === 'user_call_oa' ? 'user' : 'oa' };
}

function withdraw({ partyId, userIdByApp }: Envelope): OaEvent | null {
  return partyId === null && userIdByApp === null ? null : { type: 'user_withdraw' };
}

/** A template of LOW quality is disabled by Zalo (§4.3); words nobody has written down change nothing. */
function template({ name, json }: Envelope): OaEvent {
  const templateId = idOf(json.template_id);
  const word = textOf(json.quality) || textOf(fieldsOf(json.status).new_status);
  const works = TEMPLATE_WORDS.get(word);
  if (templateId === null || works === undefined) return { type: 'other', name };
  return { type: 'template_changed', templateId, works, word };
}

const TEMPLATE_WORDS: ReadonlyMap<string, boolean> = new Map([
  ['ENABLE', true],
  ['HIGH', true],
  ['MEDIUM', true],
  ['DISABLE', false],
  ['REJECT', false],
  ['DELETE', false],
  ['LOW', false],
]);

function other({ name }: Envelope): OaEvent {
  return { type: 'other', name };
}
