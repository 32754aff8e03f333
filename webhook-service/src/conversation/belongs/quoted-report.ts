import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { consoleMessages, outboxMessages } from '../../../../db/schema/index.ts';

/**
 * Reports that the quoted messages were about: ours by the outbox, an official's by the console messages (zalo-platform
 * §1.10). Only messages of this person's own chat count; a message about no report points at none.
 */
export async function reportsQuoted(tx: Tx, citizenId: number, messageIds: readonly string[]): Promise<number[]> {
  if (messageIds.length === 0) return [];
  const ours = await tx
    .select({ reportId: outboxMessages.reportId })
    .from(outboxMessages)
    .where(and(inArray(outboxMessages.zaloMessageId, [...messageIds]), eq(outboxMessages.citizenId, citizenId)));
  const officials = await tx
    .select({ reportId: consoleMessages.reportId })
    .from(consoleMessages)
    .where(and(inArray(consoleMessages.zaloMessageId, [...messageIds]), eq(consoleMessages.citizenId, citizenId)));
  return [...new Set([...ours, ...officials].flatMap(({ reportId }) => reportId ?? []))];
}
