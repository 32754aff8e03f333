import { type CallFailure, refusal } from '../call-failure.ts';
import { classifyZaloError } from '../error-classes.ts';
import { type Fields, numberOf, textOf } from '../event-fields.ts';
import { callZalo, type Fetch } from '../http-call.ts';

/** A usable access token, or why there is none now. */
export type AccessToken = { ok: true; token: string } | { ok: false; why: 'needs_consent' | 'try_later' };

/** The access token of the OA, the same for the OA OpenAPI and the business host (§0.1). */
export interface TokenSource {
  getAccessToken: () => Promise<AccessToken>;
  /** A token that is not `stale`, which Zalo has just refused. */
  refreshAccessToken: (stale: string) => Promise<AccessToken>;
}

export interface OaCallOptions extends TokenSource {
  openapiUrl: string;
  timeoutMs: number;
  fetch?: Fetch;
  /** What the last answer's `X-RateLimit-Remain` said (§3.11): calls left in this minute, of all replicas. */
  onRateRemain?: (remain: number) => void;
}

/** JSON goes out as text, an upload as a form. */
interface OaRequest {
  method: 'GET' | 'POST';
  path: string;
  body?: string | FormData;
}

type Answer = { ok: true; status: number; body: Fields } | CallFailure;

export interface OaCall {
  /** Parameters go into the one query parameter `data` (§3). */
  get(path: string, data?: Record<string, string | number>): Promise<Answer>;
  post(path: string, body: Record<string, unknown> | FormData): Promise<Answer>;
}

/** Calls the OA OpenAPI once; a second time only after -216 and -220, when Zalo did nothing and the token was the fault. */
export function createOaCall(options: OaCallOptions): OaCall {
  return {
    get(path, data) {
      const query = data === undefined ? '' : `?data=${encodeURIComponent(JSON.stringify(data))}`;
      return withToken(options, (token) => callOnce(options, { method: 'GET', path: path + query }, token));
    },
    post(path, body) {
      const request = { method: 'POST', path, body: body instanceof FormData ? body : JSON.stringify(body) } as const;
      return withToken(options, (token) => callOnce(options, request, token));
    },
  };
}

/** Runs a call with the access token, and once more with a fresh one when the token was the fault. */
export async function withToken<Result extends { ok: true }>(
  tokens: TokenSource,
  call: (token: string) => Promise<Result | CallFailure>,
): Promise<Result | CallFailure> {
  const first = await tokens.getAccessToken();
  if (!first.ok) return { ok: false, outcome: 'not_sent', why: first.why };
  const answer = await call(first.token);
  if (answer.ok || answer.outcome !== 'refused' || answer.errorClass !== 'refresh_token') return answer;
  const second = await tokens.refreshAccessToken(first.token);
  return second.ok ? call(second.token) : answer;
}

async function callOnce(options: OaCallOptions, request: OaRequest, token: string): Promise<Answer> {
  const { method, path, body } = request;
  const call = await callZalo(options.fetch ?? globalThis.fetch, options.openapiUrl + path, {
    method,
    // The bare token: with "Bearer" Zalo answers -216 (§11.2). A form brings its own content type, with its boundary.
    headers: { access_token: token, ...(typeof body === 'string' && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body }),
    timeoutMs: options.timeoutMs,
  });
  if (call.outcome !== 'answer') return { ok: false, ...call };
  if (call.rateRemain !== undefined) options.onRateRemain?.(call.rateRemain);
  const code = numberOf(call.body.error);
  if (code === null) return { ok: false, outcome: 'unknown', why: 'http', status: call.status };
  if (code === 0) return { ok: true, status: call.status, body: call.body };
  return refusal(classifyZaloError, code, textOf(call.body.message));
}
