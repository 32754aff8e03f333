import { randomBytes } from 'node:crypto';
import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import { STICKER_PATH } from '../media/canned.ts';
import { mediaPath, thumbnailPath } from '../media/media-store.ts';
import { isFilled, type JsonObject, newMessageId } from '../values.ts';
import { fromAnonymous } from '../webhook/events.ts';
import { fileAttachment, fileMedia } from './files.ts';
import { photoMedia } from './photos.ts';

/** Somebody without a Zalo identity writes to the OA (§1.7, §3.8); the ids are needed to answer. */
export function anonymousMessage(sim: Sim, act: JsonObject) {
  const { kind, content } = contentOf(sim, act);
  const chat = {
    anonymousId: isFilled(act.anonymousId) ? act.anonymousId : randomBytes(6).toString('hex'),
    conversationId: isFilled(act.conversationId) ? act.conversationId : randomBytes(8).toString('hex'),
  };
  const { anonymous } = sim.store.data;
  const known = anonymous.some(
    (other) => other.anonymousId === chat.anonymousId && other.conversationId === chat.conversationId,
  );
  if (!known) anonymous.push(chat);
  const messageId = newMessageId();
  const message = { msg_id: messageId, ...content, conversation_id: chat.conversationId };
  void sim.webhook.emit(fromAnonymous(sim, chat.anonymousId, `anonymous_send_${kind}`, message));
  sim.changed();
  return { ...chat, messageId };
}

/** The four kinds there are (§1.7). */
function contentOf(sim: Sim, { text, photoId, file, sticker }: JsonObject): { kind: string; content: JsonObject } {
  if (isFilled(text)) return { kind: 'text', content: { text } };
  if (isFilled(photoId)) {
    const mediaId = photoMedia(sim, photoId);
    const payload = { thumbnail: sim.absolute(thumbnailPath(mediaId)), url: sim.absolute(mediaPath(mediaId)) };
    return { kind: 'image', content: { attachments: [{ payload, type: 'image' }] } };
  }
  if (isFilled(file)) {
    const attachments = [fileAttachment(sim, file, fileMedia(sim, undefined, 'pdf'))];
    return { kind: 'file', content: { attachments } };
  }
  if (sticker === true) {
    const payload = { id: 'c4a2f0d17e', url: sim.absolute(STICKER_PATH) };
    return { kind: 'sticker', content: { attachments: [{ payload, type: 'sticker' }] } };
  }
  throw new ControlFault(400, 'Nội dung không được trống');
}
