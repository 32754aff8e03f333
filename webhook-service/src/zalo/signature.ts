import { hash, timingSafeEqual } from 'node:crypto';

/** Everything the OA webhook signature covers. */
export interface OaSignatureInput {
  /** The body as it came over the wire; parsed and re-serialised JSON hashes differently. */
  rawBody: Buffer;
  /** The body's own `timestamp`, see {@link signedTimestamp}; it is not a header. */
  timestamp: string;
  /** `X-ZEvent-Signature`; Node gives an array when a header is sent twice. */
  header: string | string[] | undefined;
  appId: string;
  /** The OA Secret Key from the webhook page, which is not the App Secret Key. */
  oaSecret: string;
}

/**
 * True when Zalo signed this body: plain SHA-256 over appId + body + timestamp + OA secret, not an HMAC (§1.3).
 * Never throws. The scheme has no replay protection, and a redelivery may be two hours old (§1.4): deduplicate instead.
 */
export function verifyOaSignature(input: OaSignatureInput): boolean {
  const claimed = claimedDigest(input.header);
  if (claimed === null) return false;
  const { appId, rawBody, timestamp, oaSecret } = input;
  // One call of `hash` costs half of four `update`s, and this is on the way of every event.
  const signed = Buffer.concat([Buffer.from(appId), rawBody, Buffer.from(timestamp + oaSecret)]);
  return timingSafeEqual(Buffer.from(hash('sha256', signed), 'latin1'), Buffer.from(claimed, 'latin1'));
}

/** The text form of the body's `timestamp` that was signed; some events carry a number (§1.6). Empty when there is none. */
export function signedTimestamp(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('timestamp' in body)) return '';
  const { timestamp } = body;
  return typeof timestamp === 'string' || typeof timestamp === 'number' ? String(timestamp) : '';
}

/** `mac=<hex>`, `mac = <hex>` as the documentation prints it, or the bare hex. */
const SIGNATURE_HEADER = /^(?:mac ?= ?)?([0-9a-f]{64})$/i;
const LONGEST_HEADER = 'mac = '.length + 64;

/** 64 lower-case hex digits. */
function claimedDigest(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string' || header.length > LONGEST_HEADER) return null;
  return SIGNATURE_HEADER.exec(header)?.[1]?.toLowerCase() ?? null;
}
