/** A clock as `report_clocks.clock` keeps it: times as ISO strings. */
import type { Clock } from './clock-types.ts';

/** Times that may stand anywhere in a clock, by the names they have there. */
const TIMES = new Set(['startedAt', 'dueAt', 'metAt', 'from', 'to', 'at']);
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

function revived(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => revived(item));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revived(item, key)]));
  // `raised.from` is a class, not a time: only what reads as a time becomes one.
  if (typeof value !== 'string' || !TIMES.has(name) || !ISO_TIME.test(value)) return value;
  return new Date(value);
}
