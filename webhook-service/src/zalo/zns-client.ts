import { type CallFailure, refusal } from './call-failure.ts';
import { classifyZnsError } from './error-classes.ts';
import { type Fields, fieldsOf, idOf, numberOf, textOf, timeOf } from './event-fields.ts';
import { callZalo, type Fetch } from './http-call.ts';
import { type TokenSource, withToken } from './oa/call.ts';
import type { SendResult } from './oa/messages.ts';

/** Judgement of the people who received: `UNDEFINED` before there were enough (§4.2). */
type Quality = 'HIGH' | 'MEDIUM' | 'LOW' | 'UNDEFINED';

export interface ZnsClient {
  /**
   * An approved template to a phone number `84…` (§4.1); paid, needs consent. Accepted is not delivered: that comes as an
   * event with the same `trackingId` (at most 48 characters). Sent at most once per call.
   */
  send(message: {
    phone: string;
    templateId: string;
    data: Record<string, string>;
    trackingId: string;
  }): Promise<SendResult>;
  /** What became of a message Zalo gave this id (§4.1). */
  status(
    messageId: string,
  ): Promise<{ ok: true; status: 'unknown' | 'not_delivered' | 'delivered'; deliveredAt: Date | null } | CallFailure>;
  /** Messages a day, and what is left of them (§4.2, §4.3: the value moves by itself). */
  quota(): Promise<{ ok: true; daily: number | null; remaining: number | null } | CallFailure>;
  /** Over 48 hours and over seven days; LOW costs quota and templates (§4.3). */
  quality(): Promise<{ ok: true; now: Quality; sevenDays: Quality } | CallFailure>;
}

interface ZnsOptions extends TokenSource {
  businessUrl: string;
  timeoutMs: number;
  fetch?: Fetch;
}

/** ZNS/ZBS template messages by phone (§4). Repeats a call only after -124, when Zalo did nothing. */
export function createZnsClient(options: ZnsOptions): ZnsClient {
  return {
    async send({ phone, templateId, data, trackingId }) {
      if (!PHONE.test(phone)) return refusal(classifyZnsError, -108, 'Phone number is invalid');
      if (!TRACKING_ID.test(trackingId)) return refusal(classifyZnsError, -132, 'Parameter is invalid');
      const body = { phone, template_id: templateId, template_data: data, tracking_id: trackingId };
      const answer = await call(options, { method: 'POST', path: '/message/template', body: JSON.stringify(body) });
      if (!answer.ok) return answer;
      const { msg_id, sent_time } = answer.data;
      const messageId = idOf(msg_id);
      // Accepted, but its receipt could only be told by the tracking id: as if the answer were lost.
      if (messageId === null) return { ok: false, outcome: 'unknown', why: 'http', status: answer.status };
      return { ok: true, messageId, sentAt: timeOf(sent_time) ?? new Date(), quotaType: null };
    },

    async status(messageId) {
      // Ordinary query parameters on this host, not `data=` (§4.2).
      const path = `/message/status?message_id=${encodeURIComponent(messageId)}`;
      const answer = await call(options, { method: 'GET', path });
      if (!answer.ok) return answer;
      const status = STATUSES.get(numberOf(answer.data.status) ?? Number.NaN) ?? 'unknown';
      return { ok: true, status, deliveredAt: timeOf(answer.data.delivery_time) };
    },

    async quota() {
      const answer = await call(options, { method: 'GET', path: '/message/quota' });
      if (!answer.ok) return answer;
      return { ok: true, daily: numberOf(answer.data.dailyQuota), remaining: numberOf(answer.data.remainingQuota) };
    },

    async quality() {
      const answer = await call(options, { method: 'GET', path: '/quality' });
      if (!answer.ok) return answer;
      const { oaCurrentQuality, oa7dayQuality } = answer.data;
      return { ok: true, now: qualityOf(oaCurrentQuality), sevenDays: qualityOf(oa7dayQuality) };
    },
  };
}

const PHONE = /^84\d{8,10}$/;
/** "≤ 48 characters, plain ASCII advisable" (§4.1). */
const TRACKING_ID = /^[\x21-\x7e]{1,48}$/;

/** §4.1. */
const STATUSES: ReadonlyMap<number, 'unknown' | 'not_delivered' | 'delivered'> = new Map([
  [-1, 'unknown'],
  [0, 'not_delivered'],
  [1, 'delivered'],
]);

type Answer = { ok: true; status: number; data: Fields } | CallFailure;

function call(options: ZnsOptions, request: { method: 'GET' | 'POST'; path: string; body?: string }): Promise<Answer> {
  return withToken(options, (token) => callOnce(options, request, token));
}

async function callOnce(options: ZnsOptions, request: Parameters<typeof call>[1], token: string): Promise<Answer> {
  const { method, path, body } = request;
  const answer = await callZalo(options.fetch ?? globalThis.fetch, options.businessUrl + path, {
    method,
    headers: { access_token: token, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body }),
    timeoutMs: options.timeoutMs,
  });
  if (answer.outcome !== 'answer') return { ok: false, ...answer };
  const code = numberOf(answer.body.error);
  if (code === null) return { ok: false, outcome: 'unknown', why: 'http', status: answer.status };
  if (code !== 0) return refusal(classifyZnsError, code, textOf(answer.body.message));
  return { ok: true, status: answer.status, data: fieldsOf(answer.body.data) };
}

function qualityOf(value: unknown): Quality {
  return value === 'HIGH' || value === 'MEDIUM' || value === 'LOW' ? value : 'UNDEFINED';
}
