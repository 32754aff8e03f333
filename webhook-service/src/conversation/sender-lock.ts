import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { citizens } from '../../../db/schema/index.ts';
import { isMiniAppOnly } from '../people/oa-user-id.ts';
import { TryAgainIn } from '../queues/handlers.ts';

/**
 * Runs `work` in a transaction that nobody else runs for this citizen, across all workers. The lock ends with the
 * transaction, that is after the commit: the next one sees everything this one wrote. Whoever finds it taken comes back
 * a little later instead of holding a connection while waiting.
 */
export async function withSenderLock<Result>(
  db: Db,
  oaUserId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ locked: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`chat:${oaUserId}`}, 0)) as locked`,
    );
    if (!row?.locked) throw new TryAgainIn(40 + Math.floor(Math.random() * 80));
    // Whoever wrote in the chat meanwhile has another name now, and their chat another lock: look again.
    if (isMiniAppOnly(oaUserId) && !(await isNamed(tx, oaUserId))) throw new TryAgainIn(1);
    return work(tx);
  });
}

async function isNamed(tx: Tx, oaUserId: string): Promise<boolean> {
  const rows = await tx.select({ id: citizens.id }).from(citizens).where(eq(citizens.oaUserId, oaUserId));
  return rows.length > 0;
}
