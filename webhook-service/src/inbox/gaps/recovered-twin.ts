import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { inboxEvents } from '../../../../db/schema/index.ts';
import type { ParsedOaEvent } from '../../zalo/event-types.ts';
import { possibleKeys } from './known-messages.ts';

/** Zalo tries again after 30 s at the earliest (§1.4): only what comes that late can have been recovered before. */
const EARLIEST_REDELIVERY_MS = 20_000;

/**
 * True for a late event whose message was recovered from the conversation under another event name: the conversation does not
 * always tell what the webhook would have called it (§5), so the dedupe key alone cannot.
 */
export async function hasRecoveredTwin(
  tx: Tx,
  stored: Pick<typeof inboxEvents.$inferSelect, 'id' | 'source' | 'receivedAt' | 'eventAt'>,
  { event }: ParsedOaEvent,
): Promise<boolean> {
  if (stored.source === 'recovered' || !event.type.startsWith('user_') || !('messageId' in event)) return false;
  if (stored.receivedAt.getTime() - stored.eventAt.getTime() < EARLIEST_REDELIVERY_MS) return false;
  const keys = possibleKeys({ from: 'user', messageId: event.messageId });
  const [twin] = await tx
    .select({ id: inboxEvents.id })
    .from(inboxEvents)
    .where(
      and(inArray(inboxEvents.dedupeKey, keys), eq(inboxEvents.source, 'recovered'), ne(inboxEvents.id, stored.id)),
    )
    .limit(1);
  return twin !== undefined;
}
