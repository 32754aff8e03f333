/** Readers for fields nobody vouches for. They never throw and give null (or empty) for what is not there. */

export type Fields = Readonly<Record<string, unknown>>;

/** The object's fields; an empty object for anything that is not one. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : NOTHING;
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An id as text. A JSON number beyond 2^53 has already lost digits when it gets here and would name another person or
 * message, so it is refused rather than used (§0.3).
 */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
  return typeof value === 'string' && ID.test(value) ? value : null;
}

/** True for a number that was an id before it was parsed. */
export function isDamagedId(value: unknown): boolean {
  return typeof value === 'number' && idOf(value) === null;
}

/** Text as it may be stored: NFC (§0.3), no NUL and no half of a surrogate pair, which PostgreSQL refuses. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value.replaceAll('\0', '').toWellFormed().normalize('NFC');
}

/** An http(s) address, or null: what a person sent may end as a link on an official's screen. */
export function urlOf(value: unknown): string | null {
  return typeof value === 'string' && HTTP_URL.test(value) ? value : null;
}

/** Epoch milliseconds, as string or number (§1.6). */
export function timeOf(value: unknown): Date | null {
  const ms = typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;
  return typeof ms === 'number' && Number.isSafeInteger(ms) && ms > 0 && ms <= LAST_DATE_MS ? new Date(ms) : null;
}

/** A decimal number, as string or number (§1.8); an empty string is not zero. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && DECIMAL.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

const NOTHING: Fields = Object.freeze({});
/** Printable and short: ids become keys in the database. */
const ID = /^[\x21-\x7e]{1,128}$/;
const HTTP_URL = /^https?:\/\/[^\s\p{Cc}]{1,2000}$/iu;
const DIGITS = /^\d{1,16}$/;
const DECIMAL = /^[+-]?\d{1,10}(?:\.\d{1,20})?$/;
/** Latest time a `Date` can hold. */
const LAST_DATE_MS = 8.64e15;
