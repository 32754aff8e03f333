import { refused } from '../answers.ts';
import { isNight } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';
import { asObject, isFilled, type JsonObject, newMessageId } from '../values.ts';
import { fromOa, toAnonymous } from '../webhook/events.ts';
import { checkTier } from './gate.ts';
import { readContent } from './message-content.ts';
import type { ApiResult } from './openapi.ts';
import { REACTION_ICONS, REMOVE_ICON } from './reaction-icons.ts';
import { daggerRefusal, recipientOf, requireBody } from './request.ts';

const MAX_REACTIONS = 50;

/** `POST /v2.0/oa/message`: anonymous users, reactions, broadcast; closed for ordinary messages (§3.1, §3.8). */
export function sendLegacy(sim: Sim, call: Call): ApiResult {
  checkTier(sim);
  const body = requireBody(call);
  const recipient = asObject(body.recipient);
  if (recipient.target !== undefined) return broadcast(sim);
  if (recipient.anonymous_id !== undefined || recipient.conversation_id !== undefined)
    return toAnonymousUser(sim, recipient, body);
  if (body.sender_action !== undefined) return react(sim, body);
  throw refused(
    -240,
    'MessageV2 API has been shut down, please switch to MessageV3',
    'Gửi tin cho người dùng qua v2 đã đóng; dùng /v3.0/oa/message/cs (§3.1, §11.2).',
  );
}

function react(sim: Sim, body: JsonObject): ApiResult {
  const citizen = recipientOf(sim, body);
  const { react_icon, react_message_id } = asObject(body.sender_action);
  const icon = String(react_icon);
  if (icon !== REMOVE_ICON && !REACTION_ICONS.includes(icon)) {
    throw daggerRefusal(sim, 'reactionInvalid', `Biểu tượng “${icon}” không có trong danh sách (§3.8)`);
  }
  const message = typeof react_message_id === 'string' ? sim.store.message(react_message_id) : undefined;
  if (message?.citizenId !== citizen.id) {
    throw daggerRefusal(sim, 'reactionTarget', 'react_message_id không phải tin nhắn trong cuộc trò chuyện này (§3.8)');
  }
  const reactions = message.oaReactions ?? [];
  if (icon !== REMOVE_ICON && reactions.length >= MAX_REACTIONS) {
    throw daggerRefusal(sim, 'tooManyReactions', `Tin này đã có ${MAX_REACTIONS} biểu tượng (§3.8, §11.2)`);
  }
  message.oaReactions = icon === REMOVE_ICON ? [] : [...reactions, icon];
  sim.messageChanged(message);
  const event = fromOa(sim, citizen, 'oa_reacted_message', { msg_id: message.id, react_icon: icon });
  return {
    data: { message_id: message.id, user_id: citizen.id },
    citizenId: citizen.id,
    announce: { echo: () => sim.webhook.emit(event, citizen.id), receipts: () => undefined },
  };
}

function toAnonymousUser(sim: Sim, recipient: JsonObject, body: JsonObject): ApiResult {
  const { anonymous_id, conversation_id } = recipient;
  if (!isFilled(conversation_id)) {
    throw daggerRefusal(sim, 'conversationInvalid', 'Gửi cho người ẩn danh phải có conversation_id (§3.8, §11.2)');
  }
  const known = sim.store.data.anonymous.some(
    (chat) => chat.anonymousId === anonymous_id && chat.conversationId === conversation_id,
  );
  if (!known || typeof anonymous_id !== 'string') {
    throw daggerRefusal(sim, 'anonymousInvalid', 'Không có cuộc trò chuyện ẩn danh này (§3.8)');
  }
  const { echo } = readContent(sim, body.message);
  const id = newMessageId();
  const message = {
    msg_id: id,
    ...(echo.text === undefined ? {} : { text: echo.text }),
    ...(echo.attachments ? { attachments: echo.attachments } : {}),
    conversation_id,
  };
  const event = toAnonymous(sim, anonymous_id, echo.name.replace('oa_send_', 'oa_send_anonymous_'), message);
  return {
    data: { message_id: id, anonymous_id, conversation_id },
    announce: { echo: () => sim.webhook.emit(event), receipts: () => undefined },
  };
}

/** Broadcasts carry articles only, which the simulator does not have; the night rule of §3.10 comes first. */
function broadcast(sim: Sim): ApiResult {
  if (isNight(sim.clock.now())) {
    throw refused(
      -234,
      'This message cannot be sent at night (10:00PM - 6:00AM)',
      'Tin truyền thông không được gửi từ 22:00 đến 05:59 (§3.10, §11.2).',
    );
  }
  throw daggerRefusal(
    sim,
    'attachmentInvalid',
    'Tin truyền thông chỉ gửi bài viết, mà OA giả lập không có bài viết nào (§3.8)',
  );
}
