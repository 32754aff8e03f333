import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import {
  answers,
  citizens,
  drafts,
  evidence,
  inboxEvents,
  photos,
  reports,
  standardTexts,
} from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { GATE_LIMITS, loadGateFacts } from './gate-facts.ts';

const NOW = new Date('2026-10-12T09:30:00Z');
const LANG = 'ubnd-00199';
const POLICE = 'ca-00199';
type Report = typeof reports.$inferSelect;

let database: TestDatabase;
let clients: DatabaseClients;
let serial = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url);
  // The seed brings standard texts; these tests bring their own.
  await clients.db.delete(standardTexts);
});
afterAll(async () => {
  await clients.close();
  await database.drop();
});

describe('the facts for a new answer', () => {
  it('are the report’s own words, class and agency, by name', async () => {
    const report = await aReport({ text: 'ổ gà trước số 12', agencyCode: LANG });

    expect(await loadGateFacts(clients.db, report, { now: NOW })).toEqual({
      categoryCode: 'GT-01',
      priorityClass: 'normal',
      reportText: 'ổ gà trước số 12',
      reportPhotos: [],
      earlierEvidence: [],
      earlierAnswers: [],
      standardTexts: [],
      agencyName: 'UBND phường Láng',
      answeredAt: NOW,
    });
  });

  it('hold the photos of the report and of those merged into it, once they are stored', async () => {
    const report = await aReport();
    await aPhoto(report, { sha256: 'own', fingerprint: 'f-own' });
    await aPhoto(report, { sha256: 'refused', state: 'refused' });
    await aPhoto(await aReport({ mergedIntoId: report.id }), { sha256: 'merged' });
    await aPhoto(await aReport(), { sha256: 'stranger' });

    expect((await facts(report)).reportPhotos).toEqual([
      { sha256: 'own', fingerprint: 'f-own' },
      { sha256: 'merged', fingerprint: null },
    ]);
  });

  it('hold what earlier answers were proven with: of this report, and photos of the agency’s other ones', async () => {
    const report = await aReport({ agencyCode: POLICE });
    await anAnswer(report, { pieces: [{ sha256: 'own-paper', kind: 'document' }] });
    const other = await aReport({ agencyCode: POLICE });
    const pieces = [
      { sha256: 'other-photo', fingerprint: 'f' },
      { sha256: 'other-paper', kind: 'document' },
    ] as const;
    await anAnswer(other, { pieces });
    await anAnswer(await aReport({ agencyCode: LANG }), { pieces: [{ sha256: 'of-others', fingerprint: 'g' }] });

    expect((await facts(report)).earlierEvidence).toEqual([
      { sha256: 'own-paper', fingerprint: null, ofThisReport: true },
      { sha256: 'other-photo', fingerprint: 'f', ofThisReport: false },
    ]);
  });

  it('hold what anybody sent before with the bytes of a piece that waits for this answer, but not the piece itself', async () => {
    const report = await aReport();
    await aPiece(report, null, { sha256: 'decision', kind: 'document' });
    await anAnswer(await aReport({ agencyCode: LANG }), { pieces: [{ sha256: 'decision', kind: 'document' }] });

    expect((await facts(report)).earlierEvidence).toEqual([
      { sha256: 'decision', fingerprint: null, ofThisReport: false },
    ]);
  });

  it('hold all answers of this report and the latest of the agency, no more than the limit', async () => {
    const agencyCode = 'ubnd-00004';
    const report = await aReport({ agencyCode });
    await anAnswer(report, { text: 'lần đầu' });
    const other = await aReport({ agencyCode });
    const many = Array.from({ length: GATE_LIMITS.agencyAnswers + 1 }, (_, i) => i + 1);
    await clients.db.insert(answers).values(many.map((round) => answerRow(other, { text: `câu ${round}`, round })));

    const { earlierAnswers } = await facts(report);
    expect(earlierAnswers).toHaveLength(GATE_LIMITS.agencyAnswers + 1);
    expect(earlierAnswers.filter((answer) => answer.ofThisReport)).toEqual([{ text: 'lần đầu', ofThisReport: true }]);
    expect(earlierAnswers.map((answer) => answer.text)).not.toContain('câu 1');
  });

  it('hold the active standard texts of the category, its group and for all', async () => {
    const texts = [
      { name: 'a', categoryCode: 'GT-01', body: 'của ổ gà' },
      { name: 'b', categoryCode: 'GT', body: 'của giao thông' },
      { name: 'c', categoryCode: null, body: 'chung' },
      { name: 'd', categoryCode: 'MT', body: 'của môi trường' },
      { name: 'e', categoryCode: 'GT-01', body: 'đã bỏ', active: false },
    ];
    const rest = { purpose: 'answer', changedBy: 'test', changedAt: NOW };
    await clients.db.insert(standardTexts).values(texts.map((text) => ({ ...text, ...rest })));

    const bodies = async (categoryCode: string | null) => (await facts(await aReport({ categoryCode }))).standardTexts;
    expect([...(await bodies('GT-01'))].sort()).toEqual(['chung', 'của giao thông', 'của ổ gà']);
    expect(await bodies(null)).toEqual(['chung']);
  });

  it('are few for a report without an agency', async () => {
    const report = await aReport({ agencyCode: null });
    await anAnswer(report, { text: 'trước đây', pieces: [{ sha256: 'x' }] });

    expect(await facts(report)).toMatchObject({
      agencyName: '',
      earlierAnswers: [{ text: 'trước đây', ofThisReport: true }],
      earlierEvidence: [{ sha256: 'x', ofThisReport: true }],
    });
  });
});

const facts = (report: Report) => loadGateFacts(clients.db, report, { now: NOW });

async function aReport(over: Partial<typeof reports.$inferInsert> = {}): Promise<Report> {
  const [citizen] = await clients.db
    .insert(citizens)
    .values({ oaUserId: '77001' })
    .onConflictDoUpdate({ target: citizens.oaUserId, set: { followed: true } })
    .returning();
  const [report] = await clients.db
    .insert(reports)
    .values({
      code: `HN-GATE${++serial}`,
      state: 'in_progress',
      channel: 'chat',
      citizenId: citizen?.id ?? 0,
      text: 'ổ gà',
      categoryCode: 'GT-01',
      priorityClass: 'normal',
      receivedAt: NOW,
      acceptDueAt: NOW,
      policyVersion: 'test',
      ...over,
    })
    .returning();
  if (!report) throw new Error('report not stored');
  return report;
}

async function aPhoto(report: Report, over: Partial<typeof photos.$inferInsert>): Promise<void> {
  const times = { openedAt: NOW, lastEventAt: NOW, quietUntil: NOW };
  const content = { texts: [], photos: 1, asked: [] };
  const [draft] = await clients.db
    .insert(drafts)
    .values({ citizenId: report.citizenId, state: 'reported', content, ...times })
    .returning();
  const [event] = await clients.db
    .insert(inboxEvents)
    .values({ dedupeKey: `gate-${++serial}`, eventName: 'user_send_image', eventAt: NOW, body: '{}' })
    .returning();
  await clients.db.insert(photos).values({
    inboxEventId: event?.id ?? 0,
    position: 0,
    draftId: draft?.id ?? 0,
    reportId: report.id,
    sourceUrl: 'https://photo.example/1.jpg',
    sentAt: NOW,
    state: 'stored',
    ...over,
  });
}

interface Piece {
  sha256: string;
  fingerprint?: string;
  kind?: 'photo' | 'document';
}

function answerRow(report: Report, { text = 'đã vá', round = 1 }: { text?: string; round?: number }) {
  const agencyCode = report.agencyCode ?? LANG;
  return { reportId: report.id, round, agencyCode, text, verdict: {}, givenBy: '1', givenAt: NOW };
}

async function anAnswer(report: Report, given: { text?: string; pieces?: readonly Piece[] }): Promise<void> {
  const [answer] = await clients.db.insert(answers).values(answerRow(report, given)).returning();
  for (const piece of given.pieces ?? []) await aPiece(report, answer?.id ?? 0, piece);
}

async function aPiece(report: Report, answerId: number | null, piece: Piece): Promise<void> {
  await clients.db.insert(evidence).values({
    reportId: report.id,
    answerId,
    kind: piece.kind ?? 'photo',
    storageKey: `evidence-${++serial}`,
    mediaType: 'image/jpeg',
    bytes: 10,
    sha256: piece.sha256,
    fingerprint: piece.fingerprint ?? null,
    uploadedBy: '1',
    uploadedAt: NOW,
  });
}
