import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../../../db/client.ts';
import { gapChats, webhookGaps } from '../../../../db/schema/index.ts';
import { TryAgainIn } from '../../queues/handlers.ts';
import type { ConversationMessage } from '../../zalo/conversation-page.ts';
import type { OaClient } from '../../zalo/oa-client.ts';
import { countGap } from './gap-incident.ts';
import { isStillReading } from './is-still-reading.ts';
import { knownMessages } from './known-messages.ts';
import { putRecovered } from './put-recovered.ts';
import { recoveredEvent } from './recovered-event.ts';
import { burstsOf, type CheckedTime, missingMessages } from './suspect-chats.ts';

export interface GapDeps {
  db: Db;
  zalo: Pick<OaClient, 'getConversation' | 'listRecentChats'>;
  now: () => Date;
  appId: string;
  oaId: string;
  /** A message older than this and not in the inbox was missed, ms. */
  gapAfterMs: number;
}

type Gap = typeof webhookGaps.$inferSelect;
type Chat = typeof gapChats.$inferSelect;

/** Then others get a turn, and Zalo's budget of the minute is not used up (§3.11). */
const CHATS_PER_RUN = 20;
const NEXT_RUN_MS = 1_000;

/**
 * Reads back the conversations of a gap and puts what was missed into the inbox, oldest first. Each chat is written in one
 * transaction, so a repair that is killed goes on with the next chat; two at once insert nothing twice.
 * @throws TryAgainIn while there is more to do or Zalo cannot be asked.
 */
export async function repairGap(gapId: number, deps: GapDeps): Promise<void> {
  const [gap] = await deps.db.select().from(webhookGaps).where(eq(webhookGaps.id, gapId));
  if (!gap || gap.state === 'repaired') return;
  const open = await deps.db
    .select()
    .from(gapChats)
    .where(and(eq(gapChats.gapId, gapId), isNull(gapChats.doneAt)))
    .orderBy(asc(gapChats.id));
  let read = 0;
  let left = open.length;
  for (const chat of open) {
    if (read === CHATS_PER_RUN) break;
    // A later burst waits until the chat has made of the one before what it would have made of it then.
    if (await isStillReading(deps.db, chat.oaUserId)) continue;
    read += 1;
    if (await repairChat(chat, gap, deps)) left -= 1;
  }
  if (left > 0) throw new TryAgainIn(NEXT_RUN_MS);
  await closeGap(gap, deps);
}

/** @returns whether the chat is done: it has no later burst that must wait for this one. */
async function repairChat(chat: Chat, gap: Gap, deps: GapDeps): Promise<boolean> {
  const [burst = [], ...later] = burstsOf(await missingOf(chat, gap, deps));
  const isDone = later.length === 0;
  await deps.db.transaction(async (tx) => {
    const recovered = await putRecovered(tx, burst, deps);
    await tx
      .update(gapChats)
      .set({ recovered: sql`${gapChats.recovered} + ${recovered}`, ...(isDone && { doneAt: deps.now() }) })
      .where(eq(gapChats.id, chat.id));
  });
  return isDone;
}

const PAGE = 10;
/** A thousand messages of one person within one gap are not to be expected. */
const MOST_PAGES = 100;

/** Everything the person wrote since the gap began that is not in the inbox, read page by page, newest first (§5). */
async function missingOf({ oaUserId }: Chat, gap: Gap, deps: GapDeps): Promise<ConversationMessage[]> {
  // Younger messages may still come by themselves, and the next check looks at them.
  const time: CheckedTime = { from: gap.fromAt, until: new Date(deps.now().getTime() - deps.gapAfterMs) };
  const missing: ConversationMessage[] = [];
  for (let page = 0; page < MOST_PAGES; page++) {
    const result = await deps.zalo.getConversation(oaUserId, { offset: page * PAGE, count: PAGE });
    if (!result.ok) {
      if (cannotBeRead(result)) break;
      throw new TryAgainIn(pauseAfter(result));
    }
    const { messages } = result;
    const known = await knownMessages(deps.db, messages);
    for (const message of missing) known.add(message.messageId);
    // What could not be put into the inbox would be found missing again and again.
    missing.push(...missingMessages(messages, known, time).filter((message) => recoveredEvent(message, deps) !== null));
    if (messages.length === 0 || messages.some(({ sentAt }) => sentAt < gap.fromAt)) break;
  }
  return missing.sort((one, other) => one.sentAt.getTime() - other.sentAt.getTime());
}

type Failure = Exclude<Awaited<ReturnType<GapDeps['zalo']['getConversation']>>, { ok: true }>;

/** Zalo will never show this chat (somebody who left, an id of another kind): the others must not wait for it. */
function cannotBeRead(failure: Failure): boolean {
  return (
    failure.outcome === 'refused' && ['never_for_this_person', 'our_bug', 'outside_window'].includes(failure.errorClass)
  );
}

function pauseAfter(failure: Failure): number {
  return failure.outcome === 'refused' ? 60_000 : 15_000;
}

/** What was recovered is counted and whose chats they were is forgotten; a suspicion that came to nothing leaves no trace. */
async function closeGap(gap: Gap, { db, now }: GapDeps): Promise<void> {
  await db.transaction(async (tx) => {
    const [counted] = await tx
      .select({
        messages: sql<number>`coalesce(sum(${gapChats.recovered}), 0)::int`,
        people: sql<number>`(count(*) filter (where ${gapChats.recovered} > 0))::int`,
      })
      .from(gapChats)
      .where(eq(gapChats.gapId, gap.id));
    const { messages = 0, people = 0 } = counted ?? {};
    const [closed] = await tx
      .update(webhookGaps)
      .set({ state: 'repaired', repairedAt: now(), messages, people })
      .where(and(eq(webhookGaps.id, gap.id), eq(webhookGaps.state, 'repairing')))
      .returning();
    if (!closed) return;
    await tx.delete(gapChats).where(eq(gapChats.gapId, gap.id));
    if (messages > 0) await countGap(tx, closed, now());
    else await tx.delete(webhookGaps).where(eq(webhookGaps.id, gap.id));
  });
}
