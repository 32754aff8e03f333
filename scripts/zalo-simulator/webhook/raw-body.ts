import type { SimSettings } from '../control-api.ts';
import { isObject, type JsonObject } from '../values.ts';

/** The body as bytes: the documented envelope, in the spelling and with the deviations the settings ask for (§11.7). */
export function rawBody(event: JsonObject, webhook: SimSettings['webhook']): string {
  const body: JsonObject = { ...event };
  if (webhook.omitUserIdByApp) delete body.user_id_by_app;
  if (webhook.numericTimestamp && 'timestamp' in body) body.timestamp = Number(body.timestamp);
  switch (webhook.rawStyle) {
    case 'spaced':
      return JSON.stringify(body, null, 2);
    case 'escaped':
      return JSON.stringify(body).replace(/[^\x20-\x7e]/g, escapeUnit);
    case 'shuffled':
      return JSON.stringify(reversed(body));
    default:
      return JSON.stringify(body);
  }
}

/** The value Zalo signs: the body's own timestamp as a string (§1.3). */
export function timestampOf(raw: string): string {
  try {
    const body: unknown = JSON.parse(raw);
    const value = isObject(body) ? body.timestamp : undefined;
    return value === undefined ? '' : String(value);
  } catch {
    return '';
  }
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function reversed(value: unknown): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]));
}
