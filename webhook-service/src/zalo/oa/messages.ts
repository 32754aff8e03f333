import type { CallFailure } from '../call-failure.ts';
import { fieldsOf, idOf, timeOf } from '../event-fields.ts';
import type { OaCall } from './call.ts';
import { isRefusal, messageBody, type TextOptions } from './message-body.ts';

/** `quotaType`: `reply` is free, anything else is paid for; the field may be missing (§3.4). */
export type SendResult = { ok: true; messageId: string; sentAt: Date; quotaType: string | null } | CallFailure;
export type DoneResult = { ok: true } | CallFailure;

/** Icons of §3.8 that the OA uses; `/-remove` takes its own away. */
export type ReactionIcon = '/-strong' | '/-heart' | '/-remove';

export interface OaMessages {
  /** Consultation message ("tin tư vấn", §3.2) of at most 2000 characters. Sent at most once per call. */
  sendText(userId: string, text: string, options?: TextOptions): Promise<SendResult>;
  /** To somebody without a Zalo identity; both ids are needed (§3.8). Sent at most once per call. */
  sendAnonymous(to: { anonymousId: string; conversationId: string }, text: string): Promise<SendResult>;
  /** An icon on a message of theirs (§3.8): free, needs no window. */
  react(userId: string, reaction: { messageId: string; icon: ReactionIcon }): Promise<DoneResult>;
  /** An approved template to a person by their id (§3.9): paid, bound to no window, no `tracking_id`. */
  sendTemplate(userId: string, template: { templateId: string; data: Record<string, string> }): Promise<SendResult>;
}

export function createOaMessages(call: OaCall): OaMessages {
  const send = async (path: string, body: Record<string, unknown>): Promise<SendResult> => {
    const answer = await call.post(path, body);
    if (!answer.ok) return answer;
    const data = fieldsOf(answer.body.data);
    const messageId = idOf(data.message_id);
    // Accepted, but the echo could not be told from another app's message: as if the answer were lost.
    if (messageId === null) return { ok: false, outcome: 'unknown', why: 'http', status: answer.status };
    const sentAt = timeOf(data.sent_time) ?? new Date();
    return { ok: true, messageId, sentAt, quotaType: idOf(fieldsOf(data.quota).quota_type) };
  };

  return {
    async sendText(userId, text, options) {
      const message = messageBody(text, options);
      if (isRefusal(message)) return message;
      return send('/v3.0/oa/message/cs', { recipient: { user_id: userId }, message });
    },

    async sendAnonymous({ anonymousId, conversationId }, text) {
      const message = messageBody(text);
      if (isRefusal(message)) return message;
      const recipient = { anonymous_id: anonymousId, conversation_id: conversationId };
      return send('/v2.0/oa/message', { recipient, message });
    },

    async react(userId, { messageId, icon }) {
      const action = { react_icon: icon, react_message_id: messageId };
      const answer = await call.post('/v2.0/oa/message', { recipient: { user_id: userId }, sender_action: action });
      return answer.ok ? { ok: true } : answer;
    },

    sendTemplate(userId, { templateId, data }) {
      const body = { user_id: userId, template_id: templateId, template_data: data };
      return send('/v3.0/oa/message/template', body);
    },
  };
}
