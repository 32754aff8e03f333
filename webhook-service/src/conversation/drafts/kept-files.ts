import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { attachments } from '../../../../db/schema/index.ts';
import type { KeptKind } from '../../notifications/intake-texts.ts';

/** Voice messages, videos and files of a draft belong to this report from now on. */
export async function giveAttachments(tx: Tx, draftId: number, reportId: number): Promise<void> {
  await tx.update(attachments).set({ reportId }).where(eq(attachments.draftId, draftId));
}

/** Which kinds a draft holds, in the order in which they are named. */
export async function keptKinds(tx: Tx, draftId: number): Promise<KeptKind[]> {
  const rows = await tx
    .selectDistinct({ kind: attachments.kind })
    .from(attachments)
    .where(eq(attachments.draftId, draftId));
  return (['voice', 'video', 'file'] as const).filter((kind) => rows.some((row) => row.kind === kind));
}
