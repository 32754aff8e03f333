import { inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { inboxEvents, outboxMessages } from '../../../../db/schema/index.ts';
import type { ConversationMessage } from '../../zalo/conversation-page.ts';
import { ANONYMOUS_KINDS, ECHO_KINDS, USER_MESSAGE_NAMES } from '../../zalo/event-catalog.ts';

/** Names under which the webhook may have brought a message: what a conversation calls it does not always tell (§5). */
const NAMES = {
  user: [...USER_MESSAGE_NAMES, ...ANONYMOUS_KINDS.keys()],
  oa: [...ECHO_KINDS.keys()],
};

/** Every key of the inbox under which a message of a person or of the OA may be stored. */
export function possibleKeys({ from, messageId }: Pick<ConversationMessage, 'from' | 'messageId'>): string[] {
  return NAMES[from].map((name) => `${name}|${messageId}`);
}

/** Ids of those messages that came by webhook, were recovered before, or were sent by us. For a page or a few. */
export async function knownMessages(tx: Tx, messages: readonly ConversationMessage[]): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const ids = messages.map(({ messageId }) => messageId);
  const stored = await tx
    .select({ key: inboxEvents.dedupeKey })
    .from(inboxEvents)
    .where(inArray(inboxEvents.dedupeKey, messages.flatMap(possibleKeys)));
  const sent = await tx
    .select({ id: outboxMessages.zaloMessageId })
    .from(outboxMessages)
    .where(inArray(outboxMessages.zaloMessageId, ids));
  // `<event name>|<message id>`: no name contains a bar.
  const received = stored.map(({ key }) => key.slice(key.indexOf('|') + 1));
  return new Set([...received, ...sent.flatMap(({ id }) => id ?? [])]);
}
