import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { jobs } from '../../../db/schema/index.ts';
import type { JobName, JobPayload } from './catalog.ts';

/** The channel on which a committing transaction tells the relays that there is something to hand over. */
export const RELAY_CHANNEL = 'relay';

interface Order<Name extends JobName> {
  payload: JobPayload<Name>;
  key: string;
  runAt: Date;
  priority?: number;
}

/**
 * Says in the caller's transaction that a job must run. `key` names the thing to do: asking again re-arms the same row
 * (a new `runAt`, even after it finished), so that ten messages of one burst leave one job, not ten.
 */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayload<Name>,
  options: Omit<Order<Name>, 'payload'>,
): Promise<void> {
  await enqueueAll(tx, name, [{ payload, ...options }]);
}

/** The same for many in one statement; of two with one key the last counts. */
export async function enqueueAll<Name extends JobName>(
  tx: Tx,
  name: Name,
  orders: readonly Order<Name>[],
): Promise<void> {
  if (orders.length === 0) return;
  const rows = new Map<string, typeof jobs.$inferInsert>();
  for (const { payload, key, runAt, priority = 0 } of orders) {
    rows.set(key, { name, payload, key: `${name}:${key}`, runAt, priority });
  }
  const rearmed = {
    runAt: sql`excluded.run_at`,
    // What waits already keeps the better place: news written right after a reply must not hold the reply up.
    priority: sql`case when ${jobs.finishedAt} is null and ${jobs.failedAt} is null then least(${jobs.priority}, excluded.priority) else excluded.priority end`,
    version: sql`${jobs.version} + 1`,
    queuedAt: null,
    finishedAt: null,
    failedAt: null,
    errorCode: null,
  };
  // In one order everywhere, so that two who ask for the same jobs wait for each other instead of failing.
  const inOrder = [...rows.values()].sort((one, two) => (one.key < two.key ? -1 : 1));
  await tx.insert(jobs).values(inOrder).onConflictDoUpdate({ target: jobs.key, set: rearmed });
  await wakeRelay(tx);
}

/** Tells the relays, when the transaction commits, that rows are waiting. */
export async function wakeRelay(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${RELAY_CHANNEL}, '')`);
}
