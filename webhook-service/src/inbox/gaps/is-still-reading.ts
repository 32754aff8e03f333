import { sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';

/** True while the chat still makes something of what this person wrote: events not applied, or a draft not settled yet. */
export async function isStillReading(tx: Tx, oaUserId: string): Promise<boolean> {
  const [row] = await tx.execute<{ reading: boolean }>(sql`
    select exists (
        select from inbox_events where zalo_user_id = ${oaUserId} and finished_at is null and failed_at is null
      ) or exists (
        select from citizens c
        join drafts d on d.citizen_id = c.id and d.state = 'open'
        join jobs j on j.key = 'intake.settle:draft-' || d.id and j.finished_at is null and j.failed_at is null
        where c.oa_user_id = ${oaUserId}
      ) as reading`);
  return row?.reading === true;
}
