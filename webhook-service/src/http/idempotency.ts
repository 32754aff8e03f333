/**
 * `Idempotency-Key`: a command that was repeated because its answer was lost is done once and answered twice. The key is
 * kept in the transaction of the command itself, so that both are there or neither is. Only what was done is remembered: a
 * refused request has changed nothing and is judged anew.
 */
import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '../../../db/client.ts';
import { idempotencyKeys } from '../../../db/schema/index.ts';
import { errorCodeOf } from '../error-codes.ts';
import { AppError } from '../errors.ts';

/** What a request was answered with. */
export interface Answered {
  status: number;
  body: unknown;
}

export interface Keyed {
  /** Who asks and the key they chose: two people may choose the same one. */
  key: string;
  /** Of method, path and body. */
  requestHash: string;
}

/** How long a second request waits for the first to end. */
const WAIT_MS = 5_000;
const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * The key of a request, or null when it has none and needs none.
 * @throws AppError 400 `idempotency_key_required` or `idempotency_key_invalid`
 */
export function idempotencyKeyOf(
  request: FastifyRequest,
  { who, required = false }: { who: string; required?: boolean },
): Keyed | null {
  const given = request.headers['idempotency-key'];
  if (given === undefined) {
    if (!required) return null;
    throw new AppError({
      code: 'idempotency_key_required',
      status: 400,
      detail: 'Thao tác này cần tiêu đề Idempotency-Key để không bị thực hiện hai lần.',
    });
  }
  if (typeof given !== 'string' || !KEY.test(given)) {
    throw new AppError({
      code: 'idempotency_key_invalid',
      status: 400,
      detail: 'Idempotency-Key phải gồm 1 đến 200 ký tự không dấu, không có khoảng trắng.',
    });
  }
  const path = request.url.split('?')[0] ?? '';
  const content = JSON.stringify([request.method, path, sorted(request.body ?? null)]);
  return { key: `${who}:${given}`, requestHash: createHash('sha256').update(content).digest('hex') };
}

/**
 * Does the work once per key; a repeat gets the same answer. Of two at once the second waits for the first, and does the
 * work itself when that failed. Must come first in the transaction; without a key the work is simply done.
 * @throws AppError 422 `idempotency_key_reused` for another request, 409 `idempotency_in_progress` when the first takes long.
 */
export async function once(tx: Tx, keyed: Keyed | null, now: Date, work: () => Promise<Answered>): Promise<Answered> {
  if (!keyed) return work();
  const earlier = await claim(tx, keyed, now);
  if (earlier) return earlier;
  const answered = await work();
  await tx
    .update(idempotencyKeys)
    .set({ status: answered.status, response: answered.body })
    .where(eq(idempotencyKeys.key, keyed.key));
  return answered;
}

/** Forgets keys nobody will repeat any more, in one short statement. @returns how many; call again while it is `limit`. */
export async function removeOldKeys(
  db: Db,
  { olderThan, limit = 1_000 }: { olderThan: Date; limit?: number },
): Promise<number> {
  const removed = await db
    .delete(idempotencyKeys)
    .where(
      sql`${idempotencyKeys.key} in (select key from idempotency_keys where ${lt(idempotencyKeys.at, olderThan)} limit ${limit})`,
    )
    .returning({ key: idempotencyKeys.key });
  return removed.length;
}

/** Takes the key for this transaction; whoever has it already is waited for. @returns the answer given before, if any. */
async function claim(tx: Tx, { key, requestHash }: Keyed, now: Date): Promise<Answered | null> {
  await tx.execute(sql`select set_config('lock_timeout', ${`${WAIT_MS}ms`}, true)`);
  const taken = await tx
    .insert(idempotencyKeys)
    // Nobody sees this status: the transaction ends with the real one or leaves nothing.
    .values({ key, requestHash, status: 0, at: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
    .catch(inProgress);
  await tx.execute(sql`select set_config('lock_timeout', '0', true)`);
  if (taken.length > 0) return null;
  const [row] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.key, key)));
  if (row?.requestHash !== requestHash) {
    throw new AppError({
      code: 'idempotency_key_reused',
      status: 422,
      detail: 'Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng mã mới.',
    });
  }
  return { status: row.status, body: row.response };
}

function inProgress(error: unknown): never {
  // 55P03: the first request with this key still holds it.
  if (errorCodeOf(error) !== '55P03') throw error;
  throw new AppError({
    code: 'idempotency_in_progress',
    status: 409,
    detail: 'Yêu cầu trước với cùng Idempotency-Key đang được xử lý. Xin thử lại sau giây lát.',
  });
}

/** The same content is the same request, in whatever order a client writes its fields. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
