import { dedupeKeyOf } from './event-dedupe.ts';
import { type Fields, fieldsOf, idOf, isObject, timeOf } from './event-fields.ts';
import { type Envelope, readerFor } from './event-readers.ts';
import type { IgnoredBody, OaEvent, ParsedEvent } from './event-types.ts';

/**
 * Any webhook body as an event of the configured OA, or the reason why it is none. Never throws.
 * `server` is the header `X-ZEvent-Server`, which marks events of the phone channel (§1.2, §1.11).
 */
export function parseOaEvent(json: unknown, oaId: string, server?: string): ParsedEvent {
  if (!isObject(json)) return ignored('not-an-event');
  const message = fieldsOf(json.message);
  if (message.msg_id === CONSOLE_MESSAGE_ID) return ignored('console-check');

  const name = json.event_name;
  if (typeof name !== 'string' || name === '') {
    return ignored(message.text === CONSOLE_TEXT ? 'console-check' : 'not-an-event');
  }
  const read = readerFor(name);
  if (read === null) return ignored('unknown-event');
  if (!concerns(json, oaId)) return ignored('foreign-oa');
  const eventTime = timeOf(json.timestamp);
  if (eventTime === null) return ignored('not-an-event');

  const partyId = partyOf(json, oaId);
  const userIdByApp = idOf(json.user_id_by_app);
  const envelope: Envelope = { name, json, message, partyId, userIdByApp, eventTime, server };
  const event = read(envelope);
  if (event === null) return ignored('not-an-event');
  return {
    kind: 'event',
    name,
    dedupeKey: dedupeKeyOf(event, envelope),
    userId: isPerson(event) ? partyId : null,
    userIdByApp,
    eventTime,
    event,
  };
}

/** What the console's "check" button sends (§1.5). A body with a name is told by the id alone: a person may type the text. */
const CONSOLE_MESSAGE_ID = 'This is message id';
const CONSOLE_TEXT = 'This is testing message';

function ignored(why: IgnoredBody['why']): IgnoredBody {
  return { kind: 'ignored', why };
}

/** One webhook URL serves all OAs of an app (§1.1); the OA is a party of the message or named beside it (§1.6, §1.11). */
function concerns(json: Fields, oaId: string): boolean {
  const named = [fieldsOf(json.recipient).id, fieldsOf(json.sender).id, json.oa_id, json.oaId];
  return named.some((id) => idOf(id) === oaId);
}

/** Whichever of sender and recipient is not the OA: position and event name do not tell (§1.6). */
function partyOf(json: Fields, oaId: string): string | null {
  const sender = idOf(fieldsOf(json.sender).id);
  const recipient = idOf(fieldsOf(json.recipient).id);
  if (sender === oaId) return recipient === oaId ? null : recipient;
  if (recipient === oaId) return sender;
  return idOf(fieldsOf(json.follower).id) ?? idOf(json.user_id) ?? idOf(fieldsOf(json.data).user_id);
}

/** False where the other party is a phone number, an anonymous id or a group (§9). */
function isPerson(event: OaEvent): boolean {
  if (event.type === 'zns_received' || event.type === 'anonymous_message') return false;
  return event.type !== 'other' || !/_group|_anonymous_/.test(event.name);
}
