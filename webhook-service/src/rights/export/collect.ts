/** Everything that is kept of a person, as they get it (quyền xem, tải dữ liệu; domain-hanoi §2.5). */
import { asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import {
  type citizens,
  consents,
  consoleMessages,
  drafts,
  follows,
  outboxMessages,
  privacyRequests,
  reports,
} from '../../../../db/schema/index.ts';
import { unseal } from '../../crypto/sealed-box.ts';
import type { Language } from '../../deadlines/due-words.ts';
import { hasChat } from '../../people/oa-user-id.ts';
import { selvesOf } from '../../people/selves.ts';
import { consentTexts } from '../consent-texts.ts';
import { collectReports, type ExportedReport } from './collect-reports.ts';
import { saidInChat } from './said-in-chat.ts';

type Citizen = typeof citizens.$inferSelect;

export interface ExportDeps {
  /** Opens the sealed phone number and name. */
  dataKey: Buffer;
  publicUrl: string;
  now: () => Date;
  /** The public history of a report in words, as the status page tells it. */
  timelineOf: (code: string, language: Language) => Promise<{ at: string; text: string }[]>;
}

export interface PersonalData {
  madeAt: string;
  account: {
    /** Null for somebody who has only used the Mini App. */
    zaloIdForOa: string | null;
    zaloIdForApp: string | null;
    /** As they wrote it themselves. */
    name: string | null;
    phone: string | null;
    language: Language;
    followsOa: boolean;
    notificationsAllowed: boolean;
    knownSince: string;
    lastMessageAt: string | null;
  };
  reports: ExportedReport[];
  drafts: { begunAt: string; state: string; texts: string[]; place: string | null; photos: number }[];
  followedReports: { code: string; since: string }[];
  messages: { at: string; from: 'you' | 'service' | 'official'; text: string }[];
  consents: { at: string; purpose: string; given: boolean; version: string; basis: string; wording: string }[];
  requests: { receivedAt: string; kind: string; state: string; note: string | null; doneAt: string | null }[];
}

/** Reads it all in one go; photos and files as links that need the person's own session. */
export async function collectPersonalData(tx: Tx, citizen: Citizen, deps: ExportDeps): Promise<PersonalData> {
  const { id } = citizen;
  return {
    madeAt: deps.now().toISOString(),
    account: {
      zaloIdForOa: hasChat(citizen) ? citizen.oaUserId : null,
      zaloIdForApp: citizen.userIdByApp,
      name: citizen.nameEnc && unseal(deps.dataKey, 'citizen-name', String(id), citizen.nameEnc),
      phone: citizen.phoneEnc && unseal(deps.dataKey, 'citizen-phone', String(id), citizen.phoneEnc),
      language: citizen.language,
      followsOa: citizen.followed,
      notificationsAllowed: citizen.notifyAllowed,
      knownSince: citizen.createdAt.toISOString(),
      lastMessageAt: citizen.lastInteractionAt?.toISOString() ?? null,
    },
    reports: await collectReports(tx, citizen, deps),
    drafts: await draftsOf(tx, id),
    followedReports: await followedBy(tx, id),
    messages: await messagesOf(tx, citizen),
    consents: await consentsOf(tx, id),
    requests: await requestsOf(tx, id),
  };
}

async function draftsOf(tx: Tx, citizenId: number): Promise<PersonalData['drafts']> {
  const rows = await tx.select().from(drafts).where(eq(drafts.citizenId, citizenId)).orderBy(asc(drafts.id));
  return rows.map(({ openedAt, state, content }) => ({
    begunAt: openedAt.toISOString(),
    state,
    texts: content.texts.map(({ text }) => text),
    place: content.pin ? `${content.pin.latitude}, ${content.pin.longitude}` : (content.chosen?.address ?? null),
    photos: content.photos,
  }));
}

async function followedBy(tx: Tx, citizenId: number): Promise<PersonalData['followedReports']> {
  const rows = await tx
    .select({ code: reports.code, since: follows.since })
    .from(follows)
    .innerJoin(reports, eq(reports.id, follows.reportId))
    .where(eq(follows.citizenId, citizenId))
    .orderBy(asc(follows.id));
  return rows.map(({ code, since }) => ({ code, since: since.toISOString() }));
}

async function messagesOf(tx: Tx, citizen: Citizen): Promise<PersonalData['messages']> {
  const ours = await tx
    .select({ at: outboxMessages.createdAt, text: outboxMessages.text })
    .from(outboxMessages)
    .where(eq(outboxMessages.citizenId, citizen.id));
  const officials = await tx
    .select({ at: consoleMessages.sentAt, text: consoleMessages.text })
    .from(consoleMessages)
    .where(eq(consoleMessages.citizenId, citizen.id));
  const all = [
    ...(await saidInChat(tx, citizen)).map((message) => ({ ...message, from: 'you' as const })),
    ...ours.map((message) => ({ ...message, from: 'service' as const })),
    ...officials.map((message) => ({ ...message, from: 'official' as const })),
  ];
  return all
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, from, text }) => ({ at: at.toISOString(), from, text }));
}

async function consentsOf(tx: Tx, citizenId: number): Promise<PersonalData['consents']> {
  const rows = await tx
    .select()
    .from(consents)
    .where(inArray(consents.citizenId, selvesOf(tx, citizenId)))
    .orderBy(asc(consents.at), asc(consents.id));
  return rows.map(({ at, purpose, given, version, wording }) => ({
    ...{ at: at.toISOString(), purpose, given, version, wording },
    basis: consentTexts[purpose].basis,
  }));
}

async function requestsOf(tx: Tx, citizenId: number): Promise<PersonalData['requests']> {
  const rows = await tx
    .select()
    .from(privacyRequests)
    .where(eq(privacyRequests.citizenId, citizenId))
    .orderBy(asc(privacyRequests.id));
  return rows.map(({ receivedAt, kind, state, note, doneAt }) => ({
    ...{ receivedAt: receivedAt.toISOString(), kind, state, note },
    doneAt: doneAt?.toISOString() ?? null,
  }));
}
