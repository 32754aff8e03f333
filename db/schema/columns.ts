import { bigint, integer, text, timestamp } from 'drizzle-orm/pg-core';

/** A moment in UTC with millisecond precision: what a JS `Date` holds, so that comparing and paging by it is exact. */
export const instant = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: 'date' });

/** Surrogate key. Identity columns stay far below 2^53, so a JS number is safe here (Zalo's ids are always text). */
export const identity = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

export const reference = (name: string) => bigint(name, { mode: 'number' });

/**
 * The columns every row carries that stands for work to be done by a queue (DESIGN rule 2): the relay hands it over when
 * `queued_at` is null, the handler sets `finished_at`, exhausted retries set `failed_at`. `version` goes up when the same
 * row is armed anew, so that an alarm of the past cannot be mistaken for the present one.
 */
export const handOver = () => ({
  version: integer('version').notNull().default(0),
  queuedAt: instant('queued_at'),
  finishedAt: instant('finished_at'),
  failedAt: instant('failed_at'),
  errorCode: text('error_code'),
});
