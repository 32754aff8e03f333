import type { Tx } from '../../../db/client.ts';
import { enqueue } from '../queues/enqueue.ts';

/** Several changes within this time are one round of calls, ms. */
const TOGETHER_MS = 3_000;
/** After everything a citizen waits for. */
const PRIORITY = 20;

/** Says in the caller's transaction that the tags of a citizen's chat may be out of date. */
export async function tagsMayHaveChanged(tx: Tx, citizenId: number, now: Date): Promise<void> {
  const runAt = new Date(now.getTime() + TOGETHER_MS);
  await enqueue(tx, 'tags.sync', { citizenId }, { key: `citizen-${citizenId}`, runAt, priority: PRIORITY });
}
