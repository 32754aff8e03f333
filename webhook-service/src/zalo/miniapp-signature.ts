import { hash, timingSafeEqual } from 'node:crypto';

/**
 * True when Zalo signed this Mini App event (§7.5): plain SHA-256 over the values of all top-level keys in the order of
 * the keys, objects as JSON, and the Open API key at the end. Another scheme and another key than the OA's webhook (§1.3);
 * no prefix in the header. Never throws.
 */
export function verifyMiniappSignature({
  body,
  header,
  apiKey,
}: {
  /** The body as parsed: the scheme signs values, not bytes. */
  body: unknown;
  /** `X-ZEvent-Signature`; Node gives an array when a header is sent twice. */
  header: string | string[] | undefined;
  apiKey: string;
}): boolean {
  if (typeof header !== 'string' || !/^[0-9a-f]{64}$/i.test(header)) return false;
  const content = signedContent(body);
  if (content === null) return false;
  const expected = hash('sha256', content + apiKey);
  return timingSafeEqual(Buffer.from(expected, 'latin1'), Buffer.from(header.toLowerCase(), 'latin1'));
}

/** What the signature covers, without the key; null for what is no JSON object. */
export function signedContent(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  return Object.entries(body)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
    .join('');
}
