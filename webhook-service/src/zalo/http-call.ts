import { type Fields, isObject, numberOf } from './event-fields.ts';

/** What became of one HTTP call to Zalo. */
export type CallResult =
  /**
   * A JSON object came back with a 2xx or 4xx; whether it is good news is in the body (§0.3). `rateRemain` is the header
   * `X-RateLimit-Remain`, where there is one (§3.11).
   */
  { outcome: 'answer'; status: number; body: Fields; rateRemain?: number } | CallUnknown | CallNotSent;

/** Zalo may or may not have acted: the caller must find out before it does it again. */
export interface CallUnknown {
  outcome: 'unknown';
  why: 'timeout' | 'connection' | 'http';
  /** With `http`: a 5xx, a redirect or something that is no JSON. */
  status?: number;
}

/** Zalo cannot have acted: no connection came about. */
export interface CallNotSent {
  outcome: 'not_sent';
  why: 'connection';
}

export type Fetch = typeof globalThis.fetch;

/** Makes exactly one call; never repeats it, never throws, and keeps headers and bodies out of its results. */
export async function callZalo(
  fetch: Fetch,
  url: string,
  init: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string | FormData; timeoutMs: number },
): Promise<CallResult> {
  const { timeoutMs, ...request } = init;
  try {
    // Redirects are not followed: they would carry the token to another host.
    const response = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    const body = parsed(await response.text());
    const { status } = response;
    const isAnswer = isObject(body) && (response.ok || (status >= 400 && status < 500));
    if (!isAnswer) return { outcome: 'unknown', why: 'http', status };
    const rateRemain = numberOf(response.headers.get('x-ratelimit-remain'));
    return { outcome: 'answer', status, body, ...(rateRemain !== null && { rateRemain }) };
  } catch (error) {
    if (isTimeout(error)) return { outcome: 'unknown', why: 'timeout' };
    if (neverConnected(error)) return { outcome: 'not_sent', why: 'connection' };
    return { outcome: 'unknown', why: 'connection' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** Errors that arise before the first byte of a request can leave: names, routes, connections and certificates. */
const BEFORE_SENDING =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|UNABLE_TO_\w+|\w*SELF_SIGNED_CERT\w*)$/;

function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  // Node tries IPv6 and IPv4 in turn and reports both failures together.
  const causes = cause instanceof AggregateError ? cause.errors : [cause];
  return causes.length > 0 && causes.every((one) => BEFORE_SENDING.test(codeOf(one)));
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
