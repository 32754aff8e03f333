import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import {
  attachments,
  chatTags,
  citizenSessions,
  citizens,
  consoleMessages,
  type DraftContent,
  drafts,
  follows,
  messageCosts,
  outboxMessages,
  photos,
  privacyRequests,
  reports,
  staffChats,
} from '../../../../db/schema/index.ts';
import { deliverSoon } from '../../notifications/outbox.ts';
import { mergedInto } from '../../people/oa-user-id.ts';
import { type Draft, openDraft } from '../drafts/drafts.ts';

type Citizen = typeof citizens.$inferSelect;

/**
 * Two rows turn out to be one person: everything of the chat's row goes over to the Mini App's, whose sessions, open screen and
 * sealed phone number (tied to its id) so go on to work, and which gets the OA-scoped id. The chat's row stays behind empty:
 * consents and ratings are append-only and are read through `selvesOf`. In one transaction, with both rows and both chats locked.
 */
export async function becomeOne(tx: Tx, { app, chat }: { app: Citizen; chat: Citizen }, now: Date): Promise<void> {
  await joinDrafts(tx, { app, chat }, now);
  // Reports first: whoever holds one and writes to its reporter has committed before the messages are moved.
  for (const table of [
    ...[reports, drafts, outboxMessages, messageCosts, privacyRequests],
    ...[consoleMessages, staffChats, citizenSessions],
  ])
    await tx.update(table).set({ citizenId: app.id }).where(eq(table.citizenId, chat.id));
  await joinFollows(tx, { app, chat });
  await joinTags(tx, { app, chat });
  await tx.update(citizens).set(emptied(app.id, now)).where(eq(citizens.id, chat.id));
  await tx.update(citizens).set(together(app, chat)).where(eq(citizens.id, app.id));
  await deliverSoon(tx, app.id, now);
}

function together(app: Citizen, chat: Citizen): Partial<Citizen> {
  return {
    oaUserId: chat.oaUserId,
    // The chat knows these better: only its events tell them.
    followed: chat.followed,
    lastInteractionAt: chat.lastInteractionAt,
    blockedAt: chat.blockedAt,
    unreachableUntil: chat.unreachableUntil,
    language: chat.lastInteractionAt ? chat.language : app.language,
    isSensitive: app.isSensitive || chat.isSensitive,
    createdAt: chat.createdAt < app.createdAt ? chat.createdAt : app.createdAt,
  };
}

function emptied(into: number, now: Date): Partial<Citizen> {
  return {
    oaUserId: mergedInto(into),
    userIdByApp: null,
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
  };
}

/** A person has one open draft: what was begun in the chat joins the one that may be on the screen. */
async function joinDrafts(tx: Tx, { app, chat }: { app: Citizen; chat: Citizen }, now: Date): Promise<void> {
  const [screen, told] = [await openDraft(tx, app.id), await openDraft(tx, chat.id)];
  if (!screen || !told) return;
  for (const table of [photos, attachments])
    await tx.update(table).set({ draftId: screen.id }).where(eq(table.draftId, told.id));
  const content: DraftContent = { texts: [], photos: 0, asked: [] };
  await tx.update(drafts).set({ state: 'discarded', closedAt: now, content }).where(eq(drafts.id, told.id));
  await tx.update(drafts).set(joined(screen, told)).where(eq(drafts.id, screen.id));
}

function joined(screen: Draft, told: Draft): Partial<Draft> {
  const [here, there] = [screen.content, told.content];
  const pins = [here.pin, there.pin].filter((pin) => pin !== undefined).sort((a, b) => b.at - a.at);
  const numbers = here.emergencyNumbers ?? there.emergencyNumbers;
  const quoted = [...new Set([...(here.quoted ?? []), ...(there.quoted ?? [])])];
  const content: DraftContent = {
    ...there,
    ...here,
    texts: [...there.texts, ...here.texts].sort((a, b) => a.at - b.at),
    asked: [...there.asked, ...here.asked].sort((a, b) => a.at - b.at),
    photos: here.photos + there.photos,
    attachments: (here.attachments ?? 0) + (there.attachments ?? 0),
    unsupportedTold: Boolean(here.unsupportedTold || there.unsupportedTold),
    ...(pins[0] && { pin: pins[0] }),
    ...(numbers && { emergencyNumbers: numbers }),
    ...(quoted.length > 0 && { quoted }),
  };
  const times = (pick: (draft: Draft) => Date) => [pick(screen).getTime(), pick(told).getTime()];
  return {
    content,
    openedAt: new Date(Math.min(...times(({ openedAt }) => openedAt))),
    lastEventAt: new Date(Math.max(...times(({ lastEventAt }) => lastEventAt))),
    quietUntil: new Date(Math.max(...times(({ quietUntil }) => quietUntil))),
  };
}

/** Nobody follows a report twice, or their own. */
async function joinFollows(tx: Tx, { app, chat }: { app: Citizen; chat: Citizen }): Promise<void> {
  const already = tx.select({ id: follows.reportId }).from(follows).where(eq(follows.citizenId, app.id));
  await tx.delete(follows).where(and(eq(follows.citizenId, chat.id), inArray(follows.reportId, already)));
  await tx.update(follows).set({ citizenId: app.id }).where(eq(follows.citizenId, chat.id));
  const own = tx.select({ id: reports.id }).from(reports).where(eq(reports.citizenId, app.id));
  await tx.delete(follows).where(and(eq(follows.citizenId, app.id), inArray(follows.reportId, own)));
}

async function joinTags(tx: Tx, { app, chat }: { app: Citizen; chat: Citizen }): Promise<void> {
  await tx.execute(sql`insert into ${chatTags} (citizen_id, tag, set_at)
    select ${app.id}, tag, set_at from ${chatTags} where citizen_id = ${chat.id} on conflict do nothing`);
  await tx.delete(chatTags).where(eq(chatTags.citizenId, chat.id));
}
