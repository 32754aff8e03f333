import { type ConversationMessage, conversationMessagesOf } from './conversation-page.ts';
import { classifyZaloError, type ZaloErrorClass } from './error-classes.ts';
import { type Fields, fieldsOf, idOf, numberOf, textOf, timeOf } from './event-fields.ts';
import { type CallUnknown, callZalo, type Fetch } from './http-call.ts';

/** A usable access token, or why there is none now. */
export type AccessToken = { ok: true; token: string } | { ok: false; why: 'needs_consent' | 'try_later' };

export interface OaClientOptions {
  openapiUrl: string;
  timeoutMs: number;
  getAccessToken: () => Promise<AccessToken>;
  /** A token that is not `stale`, which Zalo has just refused. */
  refreshAccessToken: (stale: string) => Promise<AccessToken>;
  fetch?: Fetch;
}

type CallFailure =
  /** Zalo answered with an error and did nothing. `message` is Zalo's own English text. */
  | { ok: false; outcome: 'refused'; code: number; errorClass: ZaloErrorClass; message: string }
  /** Zalo may have done it: look for the echo or in the conversation before sending again. */
  | ({ ok: false } & CallUnknown)
  /** Zalo did nothing because nothing was sent. */
  | { ok: false; outcome: 'not_sent'; why: 'connection' | 'needs_consent' | 'try_later' };

/** `quotaType`: `reply` is free, anything else is paid for; the field may be missing (§3.4). */
export type SendResult = { ok: true; messageId: string; sentAt: Date; quotaType: string | null } | CallFailure;
type ConversationResult = { ok: true; messages: ConversationMessage[] } | CallFailure;
type OaResult = { ok: true; oa: OaProfile } | CallFailure;

interface OaProfile {
  oaId: string;
  name: string;
  verified: boolean;
  /** 2 = business, 4 = government (§3.13). */
  type: number | null;
  packageName: string;
}

export interface OaClient {
  /** Consultation message ("tin tư vấn", §3.2) of at most 2000 characters. Sent at most once per call. */
  sendText(userId: string, text: string, options?: { quoteMessageId?: string }): Promise<SendResult>;
  /** One page of what the OA and a person wrote, newest first; `count` at most 10 (§5). */
  getConversation(userId: string, page: { offset: number; count: number }): Promise<ConversationResult>;
  /** The OA itself: a good check at start-up (§3.13). */
  getOa(): Promise<OaResult>;
}

/** Zalo's OA OpenAPI. Repeats a call only after -216 and -220, when Zalo did nothing and the token was the fault. */
export function createOaClient(options: OaClientOptions): OaClient {
  const get = (path: string) => callWithToken(options, { method: 'GET', path });

  return {
    async sendText(userId, text, { quoteMessageId } = {}) {
      const wrong = faultOfText(text);
      if (wrong !== null) return wrong;
      const message = { text: text.normalize('NFC'), ...(quoteMessageId && { quote_message_id: quoteMessageId }) };
      const body = JSON.stringify({ recipient: { user_id: userId }, message });
      const answer = await callWithToken(options, { method: 'POST', path: '/v3.0/oa/message/cs', body });
      if (!answer.ok) return answer;
      const data = fieldsOf(answer.body.data);
      const messageId = idOf(data.message_id);
      // Accepted, but the echo could not be told from another app's message: as if the answer were lost.
      if (messageId === null) return { ok: false, outcome: 'unknown', why: 'http', status: answer.status };
      const sentAt = timeOf(data.sent_time) ?? new Date();
      return { ok: true, messageId, sentAt, quotaType: idOf(fieldsOf(data.quota).quota_type) };
    },

    async getConversation(userId, { offset, count }) {
      const data = encodeURIComponent(JSON.stringify({ user_id: userId, offset, count }));
      const answer = await get(`/v2.0/oa/conversation?data=${data}`);
      return answer.ok ? { ok: true, messages: conversationMessagesOf(answer.body.data) } : answer;
    },

    async getOa() {
      const answer = await get('/v2.0/oa/getoa');
      return answer.ok ? { ok: true, oa: profileOf(fieldsOf(answer.body.data)) } : answer;
    },
  };
}

/** Longest text of a consultation message, in characters (§3.2); how Zalo counts is not documented (§0.3). */
const LONGEST_TEXT = 2000;

interface Request {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
}
type Answer = { ok: true; status: number; body: Fields } | CallFailure;

async function callWithToken(options: OaClientOptions, request: Request): Promise<Answer> {
  const first = await options.getAccessToken();
  if (!first.ok) return { ok: false, outcome: 'not_sent', why: first.why };
  const answer = await callOnce(options, request, first.token);
  if (answer.ok || answer.outcome !== 'refused' || answer.errorClass !== 'refresh_token') return answer;
  const second = await options.refreshAccessToken(first.token);
  return second.ok ? callOnce(options, request, second.token) : answer;
}

async function callOnce(options: OaClientOptions, request: Request, token: string): Promise<Answer> {
  const { method, path, body } = request;
  // The bare token: with "Bearer" Zalo answers -216 (§11.2).
  const headers = { access_token: token, ...(body !== undefined && { 'content-type': 'application/json' }) };
  const call = await callZalo(options.fetch ?? globalThis.fetch, options.openapiUrl + path, {
    method,
    headers,
    ...(body !== undefined && { body }),
    timeoutMs: options.timeoutMs,
  });
  if (call.outcome !== 'answer') return { ok: false, ...call };
  const code = numberOf(call.body.error);
  if (code === null) return { ok: false, outcome: 'unknown', why: 'http', status: call.status };
  if (code === 0) return { ok: true, status: call.status, body: call.body };
  return refused(code, textOf(call.body.message));
}

function refused(code: number, message: string): CallFailure & { outcome: 'refused' } {
  return {
    ok: false,
    outcome: 'refused',
    code,
    errorClass: classifyZaloError(code, message),
    message: message.slice(0, 200),
  };
}

/** What Zalo would refuse anyway, found before it costs a call. */
function faultOfText(text: string): CallFailure | null {
  if (text.trim() === '') return refused(-201, 'message is invalid!');
  const characters = [...text.normalize('NFC')].length;
  return characters > LONGEST_TEXT ? refused(-210, 'Parameter exceeds allowable limit') : null;
}

function profileOf(data: Fields): OaProfile {
  return {
    oaId: idOf(data.oaid) ?? '',
    name: textOf(data.name),
    verified: data.is_verified === true,
    type: numberOf(data.oa_type),
    packageName: textOf(data.package_name),
  };
}
