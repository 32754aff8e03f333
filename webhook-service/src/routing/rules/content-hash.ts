import { createHash } from 'node:crypto';

/** SHA-256 (hex) of rules as content: the order of keys, which PostgreSQL's jsonb does not keep, plays no part. */
export function contentHash(rules: unknown): string {
  return createHash('sha256').update(canonicalJson(rules)).digest('hex');
}

/** The short form of a content hash that names a rule set in histories and on the desk. */
export function versionOf(hash: string): string {
  return hash.slice(0, 12);
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
