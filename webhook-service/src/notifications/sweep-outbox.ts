import { and, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { outboxMessages } from '../../../db/schema/index.ts';
import { deliverSoon } from './outbox.ts';

/**
 * Finds citizens with messages that should have left and have no job that will send them. Their jobs are rows, so this
 * finds nothing unless a bug or an operator removed one: it is the last net, not the mechanism.
 */
export async function sweepOutbox(db: Db, { now, staleAfterMs }: { now: Date; staleAfterMs: number }): Promise<number> {
  const forgotten = await db
    .selectDistinct({ citizenId: outboxMessages.citizenId })
    .from(outboxMessages)
    .where(
      and(
        inArray(outboxMessages.state, ['queued', 'sending', 'unsure']),
        lt(outboxMessages.nextAttemptAt, new Date(now.getTime() - staleAfterMs)),
        sql`not exists (select 1 from jobs where jobs.key = 'outbox.deliver:citizen-' || ${outboxMessages.citizenId} and jobs.finished_at is null and jobs.failed_at is null)`,
      ),
    )
    .limit(500);
  for (const { citizenId } of forgotten) await db.transaction((tx) => deliverSoon(tx, citizenId, now));
  return forgotten.length;
}
