import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { jobs } from '../../../db/schema/index.ts';
import type { JobName, JobPayload } from './catalog.ts';

/** The channel on which a committing transaction tells the relays that there is something to hand over. */
export const RELAY_CHANNEL = 'relay';

/**
 * Says in the caller's transaction that a job must run. `key` names the thing to do: asking again re-arms the same row
 * (a new `runAt`, even after it finished), so that ten messages of one burst leave one job, not ten.
 */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayload<Name>,
  options: { key: string; runAt: Date; priority?: number },
): Promise<void> {
  const rearmed = {
    runAt: options.runAt,
    // What waits already keeps the better place: news written right after a reply must not hold the reply up.
    priority: sql`case when ${jobs.finishedAt} is null and ${jobs.failedAt} is null then least(${jobs.priority}, excluded.priority) else excluded.priority end`,
    version: sql`${jobs.version} + 1`,
    queuedAt: null,
    finishedAt: null,
    failedAt: null,
    errorCode: null,
  };
  await tx
    .insert(jobs)
    .values({ name, payload, key: `${name}:${options.key}`, runAt: options.runAt, priority: options.priority ?? 0 })
    .onConflictDoUpdate({ target: jobs.key, set: rearmed });
  await wakeRelay(tx);
}

/** Tells the relays, when the transaction commits, that rows are waiting. */
export async function wakeRelay(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${RELAY_CHANNEL}, '')`);
}
