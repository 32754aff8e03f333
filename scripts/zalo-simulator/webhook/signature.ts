import { createHash } from 'node:crypto';

export interface SignatureInput {
  appId: string;
  /** The request body exactly as it goes over the wire. */
  raw: string;
  /** The body's own `timestamp`, as a string (§1.3). */
  timestamp: string;
  oaSecret: string;
}

/** `X-ZEvent-Signature` of an OA webhook: plain SHA-256 of a concatenation, not an HMAC (§1.3). */
export function signEvent({ appId, raw, timestamp, oaSecret }: SignatureInput): string {
  const digest = createHash('sha256').update(`${appId}${raw}${timestamp}${oaSecret}`, 'utf8').digest('hex');
  return `mac=${digest}`;
}
