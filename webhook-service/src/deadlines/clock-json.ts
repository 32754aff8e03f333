/** A clock as `report_clocks.clock` keeps it: times as ISO strings. */
import type { Clock } from './clock-types.ts';

/** As `JSON` writes a `Date`; no other text of a clock looks like it. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const NEEDED = ['kind', 'round', 'startedAt', 'minutes', 'mode', 'policyVersion', 'pauses', 'extensions', 'counted'];

export function encodeClock(clock: Clock): Record<string, unknown> {
  return JSON.parse(JSON.stringify(clock)) as Record<string, unknown>;
}

/** @throws RangeError for anything `encodeClock` has not written. */
export function decodeClock(json: Record<string, unknown>): Clock {
  const missing = NEEDED.filter((name) => json[name] === undefined || json[name] === null);
  if (missing.length > 0) throw new RangeError(`Not a stored clock: ${missing.join(', ')} missing`);
  return revived(json) as Clock;
}

function revived(value: unknown): unknown {
  if (typeof value === 'string') return ISO_TIME.test(value) ? new Date(value) : value;
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revived(item)]));
}
