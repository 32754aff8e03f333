import { and, eq, isNotNull, ne, or } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { attachments, photos } from '../../../db/schema/index.ts';

/** What a draft held belongs to the report from now on: its photos, voice messages, videos and files. */
export async function giveDraftMedia(tx: Tx, draftId: number, reportId: number): Promise<void> {
  // An upload that has not ended belongs to nothing yet: it joins the report when it does, or is swept away.
  const whole = or(isNotNull(photos.sourceUrl), ne(photos.state, 'pending'));
  await tx
    .update(photos)
    .set({ reportId })
    .where(and(eq(photos.draftId, draftId), whole));
  await tx.update(attachments).set({ reportId }).where(eq(attachments.draftId, draftId));
}
