/** Cursors of keyset lists: opaque to the caller, bound to the order they were made for. */
import { AppError } from '../errors.ts';

type Part = string | number | null;

/** The place after an item: the values its order compares, the unique one last. */
export function encodeCursor(order: string, values: readonly Part[]): string {
  return Buffer.from(JSON.stringify([order, ...values])).toString('base64url');
}

/**
 * The values of a cursor made by `encodeCursor` for the same order.
 * @throws AppError 422 `cursor_invalid` for anything else, such as a cursor of another order.
 */
export function decodeCursor(cursor: string, order: string, length: number): Part[] {
  const [madeFor, ...values] = parsed(cursor);
  const isPart = (value: unknown): value is Part =>
    value === null || typeof value === 'string' || Number.isSafeInteger(value);
  if (madeFor !== order || values.length !== length || !values.every(isPart)) throw cursorInvalid();
  return values;
}

/** For a cursor whose values are of the wrong kind. */
export function cursorInvalid(): AppError {
  return new AppError({
    code: 'cursor_invalid',
    status: 422,
    detail: 'Mốc trang không dùng được cho danh sách này. Hãy tải lại từ trang đầu.',
  });
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
