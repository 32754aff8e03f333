import { randomBytes, randomInt } from 'node:crypto';

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** §0.3: length is measured after NFC; code points, because Zalo does not say which unit it counts. */
export function codePoints(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** 20 hex characters, the shape of `msg_id` in every sample. */
export function newMessageId(): string {
  return randomBytes(10).toString('hex');
}

/** A 19-digit id, always beyond 2^53 so that a receiver that parses it as a number fails at once (§0.3, §11.7). */
export function newNumericId(): string {
  const head = String(randomInt(1_000_000, 9_000_000));
  const middle = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const tail = String(randomInt(0, 1_000_000)).padStart(6, '0');
  return head + middle + tail;
}

/**
 * Opaque secrets carry a prefix only so that the wire log can recognise and hide them wherever they turn up; nothing may
 * read meaning from it.
 */
export type SecretKind = 'zat' | 'zrt' | 'zut' | 'zcd' | 'zjs';
export function newSecret(kind: SecretKind): string {
  return `${kind}_${randomBytes(48).toString('base64url')}`;
}

export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isHttpsUrl(value: unknown): value is string {
  return isUrl(value, ['https:']);
}

export function isHttpUrl(value: unknown): value is string {
  return isUrl(value, ['https:', 'http:']);
}

function isUrl(value: unknown, protocols: string[]): value is string {
  return typeof value === 'string' && URL.canParse(value) && protocols.includes(new URL(value).protocol);
}
