import type { Redis } from 'ioredis';
import type { Sql } from '../../../db/client.ts';
import { RELAY_CHANNEL } from './enqueue.ts';
import { sources } from './sources.ts';

/**
 * Finds work that was never handed over or never finished and gives it to the relay again.
 * 1. Redis has lost our marker → it was wiped or is new: every open row is queued again.
 * 2. A row is due and has been in a queue for too long without an end: the job may be gone; adding it again is ignored
 *    when it is not.
 * @returns number of rows given back, for the metric; more than a few outside of an outage deserves a look.
 */
export async function sweepQueues(options: {
  sql: Sql;
  redis: Redis;
  prefix: string;
  staleAfterMs: number;
}): Promise<{ wiped: boolean; requeued: number }> {
  const { sql } = options;
  const wiped = (await options.redis.set(`${options.prefix}:alive`, '1', 'NX')) === 'OK';
  let requeued = 0;
  for (const source of sources) {
    const stale =
      source.name === 'inbox' ? sql`` : sql`and run_at < now() - ${options.staleAfterMs} * interval '1 millisecond'`;
    const rows = wiped
      ? await sql`update ${sql(source.table)} set queued_at = null
                  where queued_at is not null and finished_at is null and failed_at is null`
      : await sql`update ${sql(source.table)} set queued_at = null
                  where queued_at < now() - ${options.staleAfterMs} * interval '1 millisecond'
                    and finished_at is null and failed_at is null ${stale}`;
    requeued += rows.count;
  }
  if (requeued > 0) await sql`select pg_notify(${RELAY_CHANNEL}, '')`;
  return { wiped, requeued };
}

/** Forgets finished jobs after a week; inbox events and timers are kept, they are history. */
export async function forgetFinishedJobs(sql: Sql): Promise<void> {
  await sql`delete from jobs where finished_at < now() - interval '7 days'`;
}
