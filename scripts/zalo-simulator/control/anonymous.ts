import { randomBytes } from 'node:crypto';
import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import { isFilled, type JsonObject, newMessageId } from '../values.ts';
import { fromAnonymous } from '../webhook/events.ts';

/** Somebody without a Zalo identity writes to the OA (§1.7, §3.8); the ids are needed to answer. */
export function anonymousText(sim: Sim, { text, anonymousId, conversationId }: JsonObject) {
  if (!isFilled(text)) throw new ControlFault(400, 'Nội dung không được trống');
  const chat = {
    anonymousId: isFilled(anonymousId) ? anonymousId : randomBytes(6).toString('hex'),
    conversationId: isFilled(conversationId) ? conversationId : randomBytes(8).toString('hex'),
  };
  const { anonymous } = sim.store.data;
  const known = anonymous.some(
    (other) => other.anonymousId === chat.anonymousId && other.conversationId === chat.conversationId,
  );
  if (!known) anonymous.push(chat);
  const messageId = newMessageId();
  const message = { msg_id: messageId, text, conversation_id: chat.conversationId };
  void sim.webhook.emit(fromAnonymous(sim, chat.anonymousId, 'anonymous_send_text', message));
  sim.changed();
  return { ...chat, messageId };
}
