/**
 * The hash that chains the history of a report: every row holds the hash of the one before it in the same report, so a row
 * that is changed, removed or slipped in later shows (`npm run history:verify`).
 */
import { createHash } from 'node:crypto';

/** What a row says; everything in it is hashed. `data` is any JSON value. */
export interface HistoryRowContent {
  reportId: number;
  seq: number;
  at: Date;
  event: string;
  actorKind: string;
  actor: string | null;
  actorRole: string;
  reason: string | null;
  data: unknown;
  isPublic: boolean;
}

/** What the first row of a report holds in place of a hash before it. */
export const NO_HASH_BEFORE = '0'.repeat(64);

/**
 * SHA-256, hex, of the row and the hash before it as JSON with sorted keys, times in ISO 8601 and text in NFC: the same
 * before it is stored and after it is read back, because `storableText` and `storableJson` are applied here too.
 * @throws RangeError when `at` is no time.
 */
export function historyRowHash(row: HistoryRowContent, previousHash: string): string {
  const { reportId, seq, at, event, actorKind, actor, actorRole, reason, data, isPublic } = row;
  const hashed = { reportId, seq, at: at.toISOString(), event, actorKind, actor, actorRole, reason, data, isPublic };
  return sha256(canonicalJson(storableJson({ ...hashed, previousHash })));
}

/** SHA-256 of a text, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Text as PostgreSQL keeps it: NFC, whole characters, no NUL. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '').normalize('NFC');
}

/**
 * A value as `jsonb` gives it back: no `undefined`, dates as ISO text, every text storable. Of two keys that become the same
 * the later one stays.
 * @throws TypeError for what JSON cannot hold (a bigint, a circle).
 */
export function storableJson(value: unknown): unknown {
  return storable(JSON.parse(JSON.stringify(value) ?? 'null'));
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), storable(item)]));
}

/** `jsonb` orders keys its own way, so ours must not depend on theirs. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
