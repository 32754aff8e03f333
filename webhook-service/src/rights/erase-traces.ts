/** Everything else that is kept of a person, table by table: statements that may be repeated, in the caller's transaction. */
import { randomBytes } from 'node:crypto';
import { and, count, eq, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import {
  chatTags,
  citizenSessions,
  citizens,
  consoleFiles,
  consoleMessages,
  type DraftContent,
  drafts,
  follows,
  gapChats,
  idempotencyKeys,
  inboxEvents,
  outboxMessages,
  privacyRequests,
  reports,
  staffChats,
} from '../../../db/schema/index.ts';

type Citizen = typeof citizens.$inferSelect;

/** Drafts: what is open will be no report, and what was written in any is gone. */
export async function emptyDrafts(tx: Tx, citizenId: number, now: Date): Promise<void> {
  const own = eq(drafts.citizenId, citizenId);
  await tx
    .update(drafts)
    .set({ state: 'cancelled', closedAt: now })
    .where(and(own, eq(drafts.state, 'open')));
  const content: DraftContent = { texts: [], photos: 0, asked: [] };
  await tx.update(drafts).set({ content }).where(own);
}

/** What has not been sent will never be. */
export async function refuseUnsent(tx: Tx, citizenId: number): Promise<void> {
  await tx
    .update(outboxMessages)
    .set({ state: 'refused', errorCode: 'erased', text: '', extras: null, plan: null })
    .where(
      and(
        eq(outboxMessages.citizenId, citizenId),
        inArray(outboxMessages.state, ['queued', 'sending', 'unsure', 'held', 'folded']),
      ),
    );
}

/** The chat as it was kept: events as they came, our messages, what officials typed. `until`: events sent later are new. */
export async function emptyChat(tx: Tx, citizen: Citizen, until: Date, now: Date): Promise<void> {
  await refuseUnsent(tx, citizen.id);
  await tx
    .update(outboxMessages)
    .set({ text: '', extras: null, plan: null })
    .where(eq(outboxMessages.citizenId, citizen.id));
  await emptyInbox(tx, citizen, { until, now });
  const ofChat = tx
    .select({ id: consoleMessages.id })
    .from(consoleMessages)
    .where(eq(consoleMessages.citizenId, citizen.id));
  await tx.update(consoleFiles).set({ name: null, sourceUrl: '' }).where(inArray(consoleFiles.messageId, ofChat));
  await tx.update(consoleMessages).set({ text: '', finding: null }).where(eq(consoleMessages.citizenId, citizen.id));
}

/**
 * Bodies go, keys stay, so that a redelivery is still a duplicate; a key that names the person is kept as its hash. What
 * has not been applied of the time before the request never will be; what came later belongs to whoever they are then.
 */
export async function emptyInbox(
  tx: Tx,
  citizen: Pick<Citizen, 'oaUserId' | 'userIdByApp'>,
  { until, now }: { until: Date; now: Date },
): Promise<void> {
  const ids = [citizen.oaUserId, citizen.userIdByApp].filter((id) => id !== null);
  const own = inArray(inboxEvents.zaloUserId, ids);
  const settled = or(
    isNotNull(inboxEvents.finishedAt),
    isNotNull(inboxEvents.failedAt),
    lte(inboxEvents.eventAt, until),
  );
  await tx
    .update(inboxEvents)
    .set({
      body: '',
      zaloUserId: null,
      dedupeKey: sql`case when strpos(${inboxEvents.dedupeKey}, ${citizen.oaUserId}) > 0
          or strpos(${inboxEvents.dedupeKey}, ${citizen.userIdByApp ?? citizen.oaUserId}) > 0
        then 'erased|' || encode(sha256(convert_to(${inboxEvents.dedupeKey}, 'UTF8')), 'hex') else ${inboxEvents.dedupeKey} end`,
      outcome: sql`case when ${inboxEvents.finishedAt} is null then 'erased' else ${inboxEvents.outcome} end`,
      finishedAt: sql`coalesce(${inboxEvents.finishedAt}, ${now.toISOString()}::timestamptz)`,
      failedAt: null,
    })
    .where(and(own, settled));
}

/** What ties the person to the service: follows, sessions, repeated requests, tags, and their own words in requests. */
export async function cutTies(tx: Tx, citizen: Citizen): Promise<void> {
  const { id } = citizen;
  await tx.delete(follows).where(eq(follows.citizenId, id));
  await tx.delete(citizenSessions).where(eq(citizenSessions.citizenId, id));
  await tx.delete(idempotencyKeys).where(sql`starts_with(${idempotencyKeys.key}, ${`citizen:${id}:`})`);
  await tx.delete(chatTags).where(eq(chatTags.citizenId, id));
  await tx.delete(staffChats).where(eq(staffChats.citizenId, id));
  await tx.update(privacyRequests).set({ note: null }).where(eq(privacyRequests.citizenId, id));
}

/** The row itself: it only keeps together what is left. Who writes again is somebody new. */
export async function forgetIdentity(tx: Tx, citizen: Citizen, now: Date): Promise<void> {
  const pseudonym = `erased:${randomBytes(12).toString('hex')}`;
  await tx
    .update(gapChats)
    .set({ oaUserId: pseudonym, doneAt: sql`coalesce(${gapChats.doneAt}, ${now.toISOString()}::timestamptz)` })
    .where(eq(gapChats.oaUserId, citizen.oaUserId));
  await tx
    .update(citizens)
    .set({
      oaUserId: pseudonym,
      userIdByApp: null,
      anonymousConversationId: null,
      followed: false,
      lastInteractionAt: null,
      blockedAt: null,
      unreachableUntil: null,
      notifyAllowed: false,
      miniappOpenedAt: null,
      phoneEnc: null,
      nameEnc: null,
      isSensitive: false,
      erasedAt: now,
    })
    .where(eq(citizens.id, citizen.id));
}

/** What was erased, as counts: the outcome that is kept of the request. */
export async function countTraces(tx: Tx, citizenId: number): Promise<Record<string, number>> {
  const of = async (table: typeof reports | typeof drafts | typeof outboxMessages) => {
    const [row] = await tx.select({ n: count() }).from(table).where(eq(table.citizenId, citizenId));
    return row?.n ?? 0;
  };
  return { reports: await of(reports), drafts: await of(drafts), messages: await of(outboxMessages) };
}
