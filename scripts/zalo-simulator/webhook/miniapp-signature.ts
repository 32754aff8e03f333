import { createHash } from 'node:crypto';
import { asObject, tryParseJson } from '../values.ts';

/**
 * `X-ZEvent-Signature` of a Mini App webhook (§7.5): hex SHA-256 over the values of the top-level keys sorted A to Z, then
 * the Open API key. Another scheme and another key than the OA's, and no `mac=` in front.
 */
export function signMiniappEvent(raw: string, openApiKey: string): string {
  const body = asObject(tryParseJson(raw));
  const values = Object.keys(body)
    .sort()
    .map((key) => textOf(body[key]));
  return createHash('sha256')
    .update(`${values.join('')}${openApiKey}`, 'utf8')
    .digest('hex');
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
