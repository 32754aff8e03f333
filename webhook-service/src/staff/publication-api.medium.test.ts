import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizens, reportHistory, reports } from '../../../db/schema/index.ts';
import { supplementReport } from '../reports/intake/supplement-report.ts';
import { reporter } from '../reports/lifecycle/roles.ts';
import { createSetting } from '../reports/perform/setting.ts';
import { createPublicationSweep } from '../reports/publication/sweep.ts';
import { agreeToPublish } from '../reports/publication/testing/published.ts';
import type { Report } from '../reports/report.ts';
import { withdrawConsent } from '../rights/consents.ts';
import { eraseReport } from '../rights/erase-report.ts';
import { loadWardMap } from '../routing/ward-lookup.ts';
import { type Desk, type Headers, startDesk } from './testing/running-desk.ts';

let desk: Desk;
let dispatcher: Headers;
let handler: Headers;
beforeAll(async () => {
  desk = await startDesk();
  dispatcher = await desk.member(['dispatcher'], { agencies: null });
  handler = await desk.member(['handler']);
});
afterAll(() => desk?.stop());

const TEXT = 'ổ gà to trước số 12 phố Láng Hạ, gọi anh Nguyễn Văn Nam 0912 345 678';
const MASKED = 'ổ gà to trước số 12 phố Láng Hạ, gọi anh [đã ẩn] [đã ẩn]';
/** A report whose reporter agreed and chose, brought into a state. */
async function chosen(state: Report['state'] = 'dispatched', over: Partial<typeof reports.$inferInsert> = {}) {
  const [citizen] = await desk.db
    .insert(citizens)
    .values({ oaUserId: `pub-${Math.random()}` })
    .returning();
  const citizenId = citizen?.id ?? 0;
  await agreeToPublish(desk.db, citizenId, desk.now());
  return desk.report({ citizenId, publish: true, text: TEXT, ...over }, state);
}
const now = async ({ id }: Report) => {
  const [row] = await desk.db.select().from(reports).where(eq(reports.id, id));
  if (!row) throw new Error('the report is gone');
  return row;
};
const post = ({ code }: Report, body: unknown, as = dispatcher) =>
  desk.post(`/api/staff/reports/${code}/publication`, body, as);
const get = async ({ code }: Report, as = dispatcher) =>
  (await desk.get(`/api/staff/reports/${code}/publication`, as)).body;
const historyOf = ({ id }: Report, event: string) =>
  desk.db
    .select()
    .from(reportHistory)
    .where(and(eq(reportHistory.reportId, id), eq(reportHistory.event, event)));

describe('a report comes to the public and leaves it', () => {
  test('when an agency has it, with its words masked', async () => {
    const waiting = await chosen('received');
    expect(waiting.publishedAt).toBeNull();
    const report = await chosen();
    expect(report).toMatchObject({ publishedAt: desk.now(), publicText: MASKED, photosPublishedAt: null });
    expect(await historyOf(report, 'published')).toMatchObject([{ isPublic: false }]);
  });

  test.each(['refused', 'withdrawn', 'merged'] as const)('it is not public once %s', async (state) => {
    expect(await chosen(state)).toMatchObject({ publishedAt: null, publicText: null });
  });

  test('it stays public through answer and end', async () => {
    for (const state of ['answered', 'closed_confirmed', 'closed_unconfirmed'] as const)
      expect((await chosen(state)).publishedAt, state).not.toBeNull();
  });

  test('nobody’s choice, no consent, a private category or a sensitive account keep it away', async () => {
    expect((await desk.report({ text: TEXT }, 'dispatched')).publishedAt).toBeNull();
    expect((await desk.report({ text: TEXT, publish: true }, 'dispatched')).publishedAt).toBeNull();
    expect((await chosen('dispatched', { categoryCode: 'AN-09' })).publishedAt).toBeNull();
    expect((await chosen('dispatched', { text: 'đang đánh nhau ngoài phố' })).publishedAt).toBeNull();
  });

  test('a consent withdrawn takes it away at once, given again brings it back', async () => {
    const report = await chosen();
    const act = {
      citizenId: report.citizenId,
      purpose: 'publish',
      language: 'vi',
      source: 'miniapp',
      at: desk.now(),
    } as const;
    await desk.db.transaction((tx) => withdrawConsent(tx, act));
    expect(await now(report)).toMatchObject({ publishedAt: null, publicText: null });
    expect(await historyOf(report, 'unpublished')).toMatchObject([{ data: { obstacles: ['no_consent'] } }]);
    await agreeToPublish(desk.db, report.citizenId, desk.now());
    expect((await now(report)).publicText).toBe(MASKED);
  });

  test('words that come later are masked as well; photos that come later wait for a person', async () => {
    const report = await chosen('received');
    const sent = await desk.command(report, {
      command: { type: 'dispatch', agencyCode: 'ubnd-00199' },
      actor: { kind: 'system', role: 'system', id: null },
    });
    await desk.db.update(reports).set({ photosPublishedAt: desk.now() }).where(eq(reports.id, sent.id));
    const setting = await createSetting(desk.now)(desk.db);
    const knowledge = { suggester: { suggest: () => [] }, wardMap: loadWardMap() };
    const current = await now(sent);
    const words = { text: `${TEXT}. Mail lan@example.vn`, photosOfDraft: 999_999 };
    await desk.db.transaction((tx) => supplementReport(tx, current, words, desk.now(), { knowledge, setting }));
    expect(await now(sent)).toMatchObject({ publicText: `${MASKED}. Mail [đã ẩn]`, photosPublishedAt: null });
  });

  test('an erasure leaves nothing of it', async () => {
    const report = await chosen('in_progress');
    const deps = { setting: createSetting(desk.now), publicUrl: 'http://127.0.0.1' };
    await desk.db.transaction((tx) => eraseReport(tx, report.id, desk.now(), deps));
    expect(await now(report)).toMatchObject({ publish: false, publishedAt: null, publicText: null });
  });

  test('the sweep puts right what is public and must not be, and the other way round', async () => {
    const wrong = await chosen();
    await desk.db.update(reports).set({ publish: false }).where(eq(reports.id, wrong.id));
    const missing = await chosen();
    await desk.db.update(reports).set({ publishedAt: null, publicText: null }).where(eq(reports.id, missing.id));
    const right = await chosen();
    const sweep = createPublicationSweep({ db: desk.db, now: desk.now });
    expect(await sweep()).toBe(2);
    expect((await now(wrong)).publishedAt).toBeNull();
    expect((await now(missing)).publicText).toBe(MASKED);
    expect((await now(right)).publishedAt).toEqual(right.publishedAt);
    expect(await sweep()).toBe(0);
  });
});

describe('a person decides', () => {
  test('about photos, other words and hiding it, with a reason in the internal history', async () => {
    const report = await chosen();
    const shown = await post(report, {
      photos: true,
      text: 'Ổ gà trước số 12 phố Láng Hạ',
      reason: 'Đã xem ảnh, không có mặt người',
    });
    expect(shown).toMatchObject({
      status: 200,
      body: { published: true, text: 'Ổ gà trước số 12 phố Láng Hạ', mended: true, maskedText: MASKED, obstacles: [] },
    });
    expect((await now(report)).photosPublishedAt).toEqual(desk.now());
    await desk.command(await now(report), {
      command: { type: 'accept' },
      actor: { kind: 'staff', role: 'handler', id: '1' },
    });
    expect((await now(report)).publicText).toBe('Ổ gà trước số 12 phố Láng Hạ');

    const hidden = await post(report, { hidden: true, reason: 'Ảnh có biển số' });
    expect(hidden.body).toMatchObject({ published: false, text: null, hidden: true, photosPublishedAt: null });
    expect(hidden.body.obstacles).toMatchObject([{ code: 'hidden' }]);
    const again = await post(report, { text: null, reason: 'Đã che lại' });
    expect(again.body).toMatchObject({ published: true, text: MASKED, mended: false, hidden: false });
    const decided = await historyOf(report, 'publication_decided');
    expect(decided.map(({ data, isPublic, reason }) => [data, isPublic, reason])).toEqual([
      [{ hidden: false, mended: true, photos: true }, false, 'Đã xem ảnh, không có mặt người'],
      [{ hidden: true, mended: false, photos: false }, false, 'Ảnh có biển số'],
      [{ hidden: false, mended: false, photos: false }, false, 'Đã che lại'],
    ]);
  });

  test('for a sensitive account, but never against the reporter’s choice', async () => {
    const report = await chosen('received');
    await desk.db.update(citizens).set({ isSensitive: true }).where(eq(citizens.id, report.citizenId));
    const sent = await desk.command(report, {
      command: { type: 'dispatch', agencyCode: 'ubnd-00199' },
      actor: { kind: 'system', role: 'system', id: null },
    });
    expect((await get(sent)).obstacles).toMatchObject([{ code: 'person_must_look' }]);
    expect((await post(sent, { reason: 'Đã xem nội dung' })).body.published).toBe(true);
    const unchosen = await desk.report({ text: TEXT }, 'dispatched');
    const refused = await post(unchosen, { reason: 'Nên công khai' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not_publishable' } });
    expect(refused.body.obstacles.map(({ code }: { code: string }) => code)).toEqual(['not_chosen', 'no_consent']);
  });

  test('within their roles and agencies, on what they last saw, and with a reason', async () => {
    const report = await chosen('dispatched', { agencyCode: 'ubnd-00199' });
    expect((await post(report, { hidden: true, reason: '  ' })).status).toBe(400);
    const leader = await desk.member(['cityOffice']);
    expect((await post(report, { hidden: true, reason: 'x' }, leader)).body.code).toBe('not_for_this_role');
    const elsewhere = await desk.member(['handler'], { agencies: ['ubnd-00004'] });
    expect((await post(report, { hidden: true, reason: 'x' }, elsewhere)).status).toBe(404);
    const stale = await post(report, { hidden: true, reason: 'x' }, { ...handler, 'if-match': '"0"' });
    expect(stale.status).toBe(412);
    expect((await post(report, { hidden: true, reason: 'x' }, handler)).status).toBe(200);
    const operations = await desk.member(['operations']);
    expect((await post(report, { reason: 'xem lại' }, operations)).body.published).toBe(true);
  });

  test('a repeated request is decided once', async () => {
    const report = await chosen();
    const keyed = { ...dispatcher, 'idempotency-key': 'che-1' };
    const [one, two] = [
      await post(report, { hidden: true, reason: 'x' }, keyed),
      await post(report, { hidden: true, reason: 'x' }, keyed),
    ];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(await historyOf(report, 'publication_decided')).toHaveLength(1);
    await desk.command(await now(report), { command: { type: 'withdraw' }, actor: reporter(report.citizenId) });
  });
});
