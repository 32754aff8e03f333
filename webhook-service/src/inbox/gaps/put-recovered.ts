import type { Tx } from '../../../../db/client.ts';
import { inboxEvents } from '../../../../db/schema/index.ts';
import { wakeRelay } from '../../queues/enqueue.ts';
import type { ConversationMessage } from '../../zalo/conversation-page.ts';
import { recoveredEvent } from './recovered-event.ts';

/**
 * Puts messages into the inbox as if the webhook had brought them, marked `recovered`; one that has come meanwhile is left as
 * it is. @returns how many were new.
 */
export async function putRecovered(
  tx: Tx,
  messages: readonly ConversationMessage[],
  ids: { appId: string; oaId: string },
): Promise<number> {
  const events = messages.flatMap((message) => recoveredEvent(message, ids) ?? []);
  if (events.length === 0) return 0;
  const stored = await tx
    .insert(inboxEvents)
    .values(events.map((event) => ({ ...event, eventAt: new Date(event.eventAt), source: 'recovered' as const })))
    .onConflictDoNothing({ target: inboxEvents.dedupeKey })
    .returning({ id: inboxEvents.id });
  await wakeRelay(tx);
  return stored.length;
}
