import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
  attachments,
  citizenSessions,
  citizens,
  consoleFiles,
  consoleMessages,
  drafts,
  duplicateSuggestions,
  follows,
  gapChats,
  idempotencyKeys,
  inboxEvents,
  outboxMessages,
  photos,
  privacyRequests,
  reports,
  staffChats,
  staffMembers,
  webhookGaps,
} from '../../../../db/schema/index.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { handler, seedAnswer } from '../../public/testing/seed-report.ts';
import { receiveReport } from '../../reports/intake/receive-report.ts';
import { routeReport } from '../../reports/intake/route-report.ts';
import { reporter } from '../../reports/lifecycle/roles.ts';
import { createWardMaps } from '../../routing/boundaries/ward-maps.ts';
import { loadCategorySuggester } from '../../routing/category-suggester.ts';
import { createRuleStore } from '../../routing/rules/rule-store.ts';
import { giveConsent } from '../consents.ts';
import type { RightsOffice } from './rights-office.ts';

/** Everything by which an invented person could be found again, in every spelling that is stored. */
export const marks = {
  oaUserId: '7712345678901234567',
  userIdByApp: '5036271849506172839',
  phoneBox: 'v1.phonebox77',
  nameBox: 'v1.namebox77',
  words: 'Quýtvàng77',
  plainWords: 'quytvang77',
  place: 'ngõ Hoamơ88',
  plainPlace: 'hoamo88',
  file: 'ghiâm99.pdf',
  url: 'quytvang-photo-address',
  latitude: '21.01357',
  reply: 'Chanhleo66',
} as const;

/** Slow to build, and the same for everybody. */
const suggester = loadCategorySuggester();
const wardMaps = createWardMaps({ now: () => new Date('2026-10-05T03:00:00Z') });

type Citizen = typeof citizens.$inferSelect;

/** Reports, photos, messages and all else of one person in every stage there is, made as the service makes them where it can. */
export interface WholeLife {
  citizen: Citizen;
  /** Nobody has accepted it; somebody else's report was merged into it. */
  untouched: string;
  heir: string;
  /** Accepted, and the citizen has answered a question. */
  inProgress: string;
  answered: string;
  mediaKeys: string[];
}

export async function liveWholeLife(office: RightsOffice): Promise<WholeLife> {
  const { db, store, clock } = office;
  const citizen = await meet(office, marks.oaUserId);
  await db
    .update(citizens)
    .set({
      userIdByApp: marks.userIdByApp,
      phoneEnc: marks.phoneBox,
      nameEnc: marks.nameBox,
      notifyAllowed: true,
      lastInteractionAt: clock.now,
    })
    .where(eq(citizens.id, citizen.id));
  const mediaKeys: string[] = [];
  const sends = (text: string) => send(office, citizen, { text, mediaKeys, mark: marks });

  const untouched = await sends(`Ổ gà to trước quán ${marks.words}, xe máy ngã liên tục`);
  const inProgress = await sends(`Đèn đường trước quán ${marks.words} không sáng`);
  const answered = await sends(`Rác chất đống cạnh quán ${marks.words}`);
  const other = await meet(office, '8800000000000000001');
  const heir = await send(office, other, { text: 'Ổ gà sâu giữa đường, cùng chỗ', mediaKeys: [], mark: theirs });
  for (const code of [untouched, inProgress, answered, heir]) await dispatch(office, code);
  const [main] = await reportRows(office, untouched);
  await office.order(heir, {
    command: { type: 'merge' },
    actor: { kind: 'staff', role: 'dispatcher', id: '5' },
    mergeIntoId: main?.id ?? 0,
  });
  await office.order(inProgress, { command: { type: 'accept' }, actor: handler });
  await office.order(inProgress, {
    command: { type: 'askCitizen', question: 'Đèn số mấy, xin cho biết?' },
    actor: handler,
  });
  await office.order(inProgress, {
    command: { type: 'reply' },
    actor: reporter(citizen.id),
    reply: `Đèn cạnh quán ${marks.reply}`,
  });
  await office.order(answered, { command: { type: 'accept' }, actor: handler });
  await seedAnswer(db, answered, store, 'Sáng nay tổ vệ sinh đã dọn xong, xe đã chở đi lúc 09:30.');
  await leaveTraces(office, citizen, { untouchedId: main?.id ?? 0 });
  for (const purpose of ['handle', 'contact'] as const)
    await giveConsent(db, { citizenId: citizen.id, purpose, language: 'vi', source: 'miniapp', at: clock.now });
  const [current] = await db.select().from(citizens).where(eq(citizens.id, citizen.id));
  if (!current) throw new Error('the citizen is there');
  return { citizen: current, untouched, heir, inProgress, answered, mediaKeys };
}

async function meet({ db }: RightsOffice, oaUserId: string): Promise<Citizen> {
  const [citizen] = await db.insert(citizens).values({ oaUserId }).returning();
  if (!citizen) throw new Error('not stored');
  return citizen;
}

/** Somebody else, of whom everything has to stay. */
const theirs: Record<keyof typeof marks, string> = {
  ...{ oaUserId: '8800000000000000001', userIdByApp: '8800000000000000002', phoneBox: '', nameBox: '', reply: '' },
  ...{ words: 'cùng chỗ', plainWords: 'cung cho', place: 'phố Láng Hạ', plainPlace: 'lang ha' },
  ...{ file: 'khac.pdf', url: 'another-address', latitude: '21.0136' },
};

interface Sending {
  text: string;
  mediaKeys: string[];
  mark: Record<keyof typeof marks, string>;
}

async function send(office: RightsOffice, citizen: Citizen, { text, mediaKeys, mark }: Sending): Promise<string> {
  const { db, deps, clock, store } = office;
  const messageId = randomBytes(8).toString('hex');
  const [event] = await db
    .insert(inboxEvents)
    .values({
      dedupeKey: `user_send_text|${messageId}`,
      eventName: 'user_send_text',
      zaloUserId: citizen.oaUserId,
      eventAt: clock.now,
      body: JSON.stringify({ sender: { id: citizen.oaUserId }, user_id_by_app: mark.userIdByApp, message: { text } }),
      finishedAt: clock.now,
    })
    .returning();
  const content = { texts: [{ messageId, at: clock.now.getTime(), text }], photos: 1, asked: [] };
  const [draft] = await db
    .insert(drafts)
    .values({
      citizenId: citizen.id,
      state: 'reported',
      content,
      openedAt: clock.now,
      lastEventAt: clock.now,
      quietUntil: clock.now,
    })
    .returning();
  const draftId = draft?.id ?? 0;
  const inboxEventId = event?.id ?? 0;
  const storageKey = `photo-of-${messageId}.jpg`;
  const fileKey = `attachment-of-${messageId}.pdf`;
  for (const key of [storageKey, fileKey]) await store.put(key, Buffer.from('invented'));
  mediaKeys.push(storageKey, fileKey);
  const stored = { draftId, inboxEventId, position: 0, sentAt: clock.now, state: 'stored' as const, storageKey };
  await db.insert(photos).values({
    ...stored,
    sourceUrl: `https://media.test/${mark.url}`,
    thumbnailKey: storageKey,
    sha256: mark.plainWords,
    fingerprint: mark.plainWords,
  });
  await db.insert(attachments).values({
    ...stored,
    ...{ kind: 'file' as const, storageKey: fileKey, name: mark.file, sourceUrl: `https://media.test/${mark.url}` },
  });
  const report = await db.transaction(async (tx) =>
    receiveReport(
      tx,
      {
        citizen,
        draftId,
        text,
        address: `số 3 ${mark.place}`,
        where: { pin: { latitude: Number(mark.latitude), longitude: 105.8165 }, named: null },
        now: clock.now,
      },
      {
        knowledge: { suggester, wardMap: wardMaps.wardMapAt(clock.now) },
        setting: await deps.setting(tx),
        publicUrl: deps.publicUrl,
      },
    ),
  );
  return report.code;
}

/** By the rules, whose trace is then in the history; where they cannot say, by a person. */
async function dispatch(office: RightsOffice, code: string): Promise<void> {
  const { deps, clock } = office;
  const [report] = await reportRows(office, code);
  const rules = createRuleStore(() => clock.now);
  const routed = await routeReport(report?.id ?? 0, {
    ...deps,
    knowledge: {
      suggester,
      wardMap: wardMaps.wardMapAt(clock.now),
      rules: rules.rules,
      lists: rules.lists,
    },
    refresh: async (tx) => void (await rules.refresh(tx)),
  });
  if (routed !== 'dispatched')
    await office.order(code, {
      command: {
        type: 'dispatch',
        agencyCode: 'ubnd-00199',
        classification: { categoryCode: 'GT-01', priorityClass: 'normal' },
      },
      actor: { kind: 'staff', role: 'dispatcher', id: '5' },
    });
}

async function reportRows({ db }: RightsOffice, code: string) {
  return db.select().from(reports).where(eq(reports.code, code));
}

/** What the parts of the service that are not part of this test leave behind. */
async function leaveTraces(
  { db, clock }: RightsOffice,
  citizen: Citizen,
  { untouchedId }: { untouchedId: number },
): Promise<void> {
  const now = clock.now;
  const citizenId = citizen.id;
  const content = { texts: [{ messageId: 'm', at: 1, text: `Còn nữa ${marks.words}` }], photos: 0, asked: [] };
  await db.insert(drafts).values({ citizenId, content, openedAt: now, lastEventAt: now, quietUntil: now });
  const event = (name: string, values: Partial<typeof inboxEvents.$inferInsert> = {}) =>
    db
      .insert(inboxEvents)
      .values({
        dedupeKey: `${name}|${now.getTime()}|${marks.oaUserId}`,
        eventName: name,
        zaloUserId: marks.oaUserId,
        eventAt: now,
        body: `{"user_id":"${marks.oaUserId}","text":"${marks.words}"}`,
        ...values,
      })
      .returning();
  await event('follow', { finishedAt: now });
  await event('user_seen_message', { failedAt: now, errorCode: 'x' });
  const [typed] = await event('oa_send_text', { finishedAt: now });
  await putMessage(db, { citizenId, kind: 'news', text: `Về quán ${marks.words}`, idempotencyKey: 'unsent', now });
  const [message] = await db
    .insert(consoleMessages)
    .values({
      ...{
        inboxEventId: typed?.id ?? 0,
        zaloMessageId: 'oa-1',
        adminId: 'admin-1',
        citizenId,
        sentAt: now,
        settleAt: now,
      },
      text: `Đã sửa trước quán ${marks.words}`,
      state: 'tray',
      finding: { words: marks.words },
    })
    .returning();
  const messageId = message?.id ?? 0;
  await db
    .insert(consoleFiles)
    .values({ messageId, position: 0, kind: 'file', name: marks.file, sourceUrl: marks.url });
  const [gap] = await db
    .insert(webhookGaps)
    .values({ state: 'repairing', cause: 'missing', fromAt: now, toAt: now, foundAt: now })
    .returning();
  await db.insert(gapChats).values({ gapId: gap?.id ?? 0, oaUserId: marks.oaUserId });
  await db.insert(idempotencyKeys).values({
    ...{ key: `citizen:${citizenId}:k1`, requestHash: 'h', status: 200, at: now },
    response: { text: marks.words },
  });
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await db.insert(citizenSessions).values({ tokenHash: 'session', citizenId, createdAt: now, expiresAt });
  const [staff] = await db
    .insert(staffMembers)
    .values({ name: 'Cán bộ thử', roles: ['handler'], createdAt: now, createdBy: 'test' })
    .returning();
  await db.insert(staffChats).values({ staffId: staff?.id ?? 0, citizenId, linkedAt: now });
  const stranger = await db.select().from(citizens).where(eq(citizens.oaUserId, '8800000000000000001'));
  const [otherReport] = await db
    .select()
    .from(reports)
    .where(eq(reports.citizenId, stranger[0]?.id ?? 0));
  const reportId = otherReport?.id ?? 0;
  await db.insert(follows).values({ reportId, citizenId, since: now });
  await db.insert(duplicateSuggestions).values({
    ...{ reportId, otherId: untouchedId, score: 9, foundAt: now },
    because: [`cùng nhắc “${marks.words}”`],
  });
  await putMessage(db, {
    ...{ citizenId: stranger[0]?.id ?? 0, reportId, kind: 'duplicate_offer', idempotencyKey: 'offer', now },
    text: `Có thể trùng: ${marks.place}`,
  });
  await db
    .update(outboxMessages)
    .set({ acceptedAt: now, state: 'accepted' })
    .where(eq(outboxMessages.idempotencyKey, 'offer'));
  await db.insert(privacyRequests).values({
    ...{ key: 'chat:1', citizenId, kind: 'correct', source: 'chat', state: 'received', receivedAt: now },
    ...{ note: `Xin sửa tên quán ${marks.words}`, answerDueAt: expiresAt, doneDueAt: expiresAt },
  });
}
