import { and, asc, eq, like, or } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { type citizens, inboxEvents } from '../../../../db/schema/index.ts';

/** What the person wrote in the chat, as it came; events that carry no words are left out. */
export async function saidInChat(
  tx: Tx,
  { oaUserId }: typeof citizens.$inferSelect,
): Promise<{ at: Date; text: string }[]> {
  const rows = await tx
    .select({ at: inboxEvents.eventAt, body: inboxEvents.body })
    .from(inboxEvents)
    .where(
      and(
        eq(inboxEvents.zaloUserId, oaUserId),
        or(like(inboxEvents.eventName, 'user\\_send\\_%'), like(inboxEvents.eventName, 'anonymous\\_send\\_%')),
      ),
    )
    .orderBy(asc(inboxEvents.eventAt), asc(inboxEvents.id));
  return rows.flatMap(({ at, body }) => {
    const text = textOf(body);
    return text ? [{ at, text }] : [];
  });
}

function textOf(body: string): string | null {
  try {
    const { message } = JSON.parse(body) as { message?: { text?: unknown } };
    return typeof message?.text === 'string' ? message.text.normalize('NFC') : null;
  } catch {
    return null;
  }
}
