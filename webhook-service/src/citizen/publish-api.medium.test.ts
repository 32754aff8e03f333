import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drafts, jobs, outboxMessages, photos, reportHistory, reports } from '../../../db/schema/index.ts';
import type { RunningApp } from '../public/testing/running-app.ts';
import { forceState, handle, order } from '../public/testing/seed-report.ts';
import { receiveReport } from '../reports/intake/receive-report.ts';
import { system } from '../reports/lifecycle/roles.ts';
import { createSetting } from '../reports/perform/setting.ts';
import { tellFollowers } from '../reports/perform/tell-followers.ts';
import { agreeToPublish, choosePublic } from '../reports/publication/testing/published.ts';
import { loadWardMap } from '../routing/ward-lookup.ts';
import { type CitizenCity, dispatcher, LANG, startCitizenCity } from './testing/citizen-city.ts';
import type { MiniApp } from './testing/mini-app.ts';

let city: CitizenCity;
let running: RunningApp;
let me: MiniApp;
beforeAll(async () => {
  city = await startCitizenCity();
  ({ running, me } = city);
});
afterAll(() => running?.stop());

let people = 0;
const someone = () => city.someone(`publisher-${++people}`);
const PLACE = { latitude: 21.0135, longitude: 105.8165 };
const POTHOLE = 'Ổ gà to giữa đường Láng Hạ, xe máy ngã liên tục';
const keyed = (key: string) => ({ 'idempotency-key': key });
const row = async (code: string) => {
  const [report] = await running.db.select().from(reports).where(eq(reports.code, code));
  if (!report) throw new Error(`no report ${code}`);
  return report;
};
const agree = ({ citizenId }: MiniApp) => agreeToPublish(running.db, citizenId);
/** Writes a draft and sends it. */
async function send(writer: MiniApp, choices?: object, text = POTHOLE) {
  await writer.put('/draft', { text, pin: PLACE, categoryCode: 'GT-01' });
  return writer.post('/draft/submit', choices, keyed(`send-${++people}`));
}

describe('sending', () => {
  test('keeps what was chosen for this report; a choice to publish needs the consent', async () => {
    const writer = await someone();
    const refused = await send(writer, { publish: true, hideMyName: true });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'publish_consent_needed']);
    await agree(writer);
    const sent = await send(writer, { publish: true, hideMyName: true });
    expect(sent.statusCode).toBe(201);
    expect(await row(sent.json().code)).toMatchObject({ publish: true, hideMyName: true, publishedAt: null });
  });

  test('without a body chooses nothing, also for whoever agreed', async () => {
    const writer = await someone();
    await agree(writer);
    const sent = await send(writer);
    expect(sent.statusCode).toBe(201);
    expect(await row(sent.json().code)).toMatchObject({ publish: false, hideMyName: false });
    expect((await send(writer, { publish: 'maybe' })).statusCode).toBe(400);
  });
});

describe('a report from the chat', () => {
  test('is chosen to be public by whoever agreed to it once, by nobody else', async () => {
    const setting = await createSetting(() => new Date())(running.db);
    const deps = { setting, knowledge: { suggester: { suggest: () => [] }, wardMap: loadWardMap() }, publicUrl: '' };
    const receive = async ({ citizenId }: MiniApp) => {
      const now = new Date();
      const content = { texts: [], photos: 0, asked: [] };
      const at = { openedAt: now, lastEventAt: now, quietUntil: now };
      const [draft] = await running.db
        .insert(drafts)
        .values({ citizenId, content, ...at })
        .returning();
      const citizen = { id: citizenId, language: 'vi' as const };
      const where = { pin: PLACE, named: null };
      const input = { citizen, draftId: draft?.id ?? 0, text: POTHOLE, address: null, where, now };
      return running.db.transaction((tx) => receiveReport(tx, input, deps));
    };
    const [agreed, silent] = [await someone(), await someone()];
    await agree(agreed);
    expect([(await receive(agreed)).publish, (await receive(silent)).publish]).toEqual([true, false]);
  });
});

describe('others have reported the same', () => {
  test('is shown before sending, with words only of what is published', async () => {
    const [open, quiet, writer] = [await someone(), await someone(), await someone()];
    const where = { latitude: 21.0005, longitude: 105.85 };
    const report = async (reporter: MiniApp) => {
      await reporter.put('/draft', { text: POTHOLE, pin: where, categoryCode: 'GT-01' });
      const { code } = (await reporter.post('/draft/submit', undefined, keyed(`dup-${++people}`))).json();
      await order(running.db, code, { command: { type: 'dispatch', agencyCode: LANG }, actor: system });
      return code as string;
    };
    const [published, unpublished] = [await report(open), await report(quiet)];
    await choosePublic(running.db, published);
    expect((await writer.get('/draft/duplicates')).json()).toEqual({ items: [] });
    await writer.put('/draft', { text: 'Ổ gà to ở đường Láng Hạ', pin: where, categoryCode: 'GT-01' });
    const { items } = (await writer.get('/draft/duplicates')).json();
    const find = (code: string) => items.find((item: { code: string }) => item.code === code);
    expect(find(published)).toMatchObject({
      category: 'Ổ gà, mặt đường hư hỏng, lún nứt',
      distanceMetres: 10,
      state: 'dispatched',
      excerpt: POTHOLE,
      followers: 0,
    });
    expect(find(published).because.length).toBeGreaterThan(0);
    expect(find(unpublished)).toMatchObject({
      excerpt: null,
      thumbnailUrl: null,
      stateLabel: 'Đã chuyển đơn vị xử lý',
    });

    const joined = await writer.post('/draft/submit', { joins: unpublished, publish: false }, keyed('joins'));
    expect(joined.json()).toMatchObject({ state: 'merged', mainCode: unpublished });
    expect(await row(joined.json().code)).toMatchObject({
      mergedIntoId: (await row(unpublished)).id,
      citizenId: writer.citizenId,
    });
    const [said] = await running.db
      .select()
      .from(outboxMessages)
      .where(and(eq(outboxMessages.citizenId, writer.citizenId), eq(outboxMessages.kind, 'merged')));
    expect(said?.text).toContain(unpublished);
    expect((await me.get('/draft/duplicates')).json()).toEqual({ items: [] });
  });

  test('only what is offered can be joined, and then nothing is sent', async () => {
    const writer = await someone();
    const far = await city.theirs({ agencyCode: LANG });
    const refused = await send(writer, { joins: far });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'not_offered']);
    expect((await send(writer, { joins: 'HN-nonsense' })).json().code).toBe('not_offered');
    expect(await running.db.select().from(reports).where(eq(reports.citizenId, writer.citizenId))).toEqual([]);
    expect((await writer.get('/draft')).json().draft.text).toBe(POTHOLE);
  });
});

describe('one’s mind about publishing', () => {
  test('can be changed either way, as often as one likes', async () => {
    const code = await city.mine({ agencyCode: LANG });
    expect((await me.get(`/reports/${code}`)).json()).toMatchObject({
      published: false,
      publish: false,
      mayPublish: true,
      whyNotPublic: [],
      shown: null,
    });
    expect((await me.post(`/reports/${code}/publish`, { publish: true })).json().code).toBe('publish_consent_needed');
    await agree(me);
    for (const _ of [1, 2]) expect((await me.post(`/reports/${code}/publish`, { publish: true })).statusCode).toBe(200);
    expect((await me.get(`/reports/${code}`)).json()).toMatchObject({
      published: true,
      publish: true,
      shareLink: expect.stringMatching(new RegExp(`/tra-cuu/${code}$`)),
      shown: { text: 'Bác Tư nhà số [đã ẩn] gọi [đã ẩn]', place: 'Chùa Láng', rounded: true },
    });
    expect((await me.post(`/reports/${code}/publish`, { publish: false })).statusCode).toBe(200);
    expect(await row(code)).toMatchObject({ publish: false, publishedAt: null, publicText: null });
    const chosen = await running.db
      .select()
      .from(reportHistory)
      .where(and(eq(reportHistory.reportId, await city.idOf(code)), eq(reportHistory.event, 'publication_chosen')));
    expect(chosen.map(({ data, isPublic }) => [data, isPublic])).toEqual([
      [{ publish: true }, false],
      [{ publish: false }, false],
    ]);
  });

  test('is told why a report cannot be public, and is nobody else’s business', async () => {
    const code = await city.mine({ agencyCode: LANG, categoryCode: 'AN-09' });
    const { mayPublish, whyNotPublic } = (await me.get(`/reports/${code}`)).json();
    expect([mayPublish, whyNotPublic]).toEqual([false, ['Lĩnh vực này không công khai, để bảo vệ người liên quan.']]);
    const theirs = await city.theirs({ agencyCode: LANG });
    expect((await me.post(`/reports/${theirs}/publish`, { publish: false })).statusCode).toBe(404);
  });
});

describe('following what is published', () => {
  test('any published report, whatever its state; told of the answer, shown masked words only', async () => {
    const follower = await someone();
    const code = await city.theirs({ agencyCode: LANG });
    expect((await follower.put(`/reports/${code}/follow`, {})).statusCode).toBe(404);
    await choosePublic(running.db, code);
    for (const _ of [1, 2]) expect((await follower.put(`/reports/${code}/follow`, {})).statusCode).toBe(200);
    const detail = (await follower.get(`/reports/${code}`)).json();
    expect(detail).toMatchObject({
      role: 'follower',
      mine: null,
      publish: null,
      hideMyName: null,
      followers: 1,
      shown: { text: 'Bác Tư nhà số [đã ẩn] gọi [đã ẩn]' },
      before: [],
    });
    expect(JSON.stringify(detail)).not.toMatch(/0912345678|ngõ 80/);
    await handle(running.db, code, { type: 'accept' });
    await handle(running.db, code, { type: 'extend', minutes: 60, reason: 'chờ vật tư' });
    for (const { payload } of await running.db.select().from(jobs).where(eq(jobs.name, 'followers.tell')))
      await tellFollowers(Number((payload as { historyId: number }).historyId), {
        db: running.db,
        now: () => new Date(),
        publicUrl: 'http://127.0.0.1',
      });
    const told = await running.db.select().from(outboxMessages).where(eq(outboxMessages.citizenId, follower.citizenId));
    expect(told.map(({ kind }) => kind)).toEqual(['extended']);
    const [line] = (await follower.get('/reports?which=followed')).json().items;
    expect(line).toMatchObject({ code, published: true, place: null, needsMe: null });
    expect((await follower.delete(`/reports/${code}/follow`)).statusCode).toBe(204);
    expect((await follower.get(`/reports/${code}`)).statusCode).toBe(404);
  });

  test('not one’s own, and not twice for whoever’s report was merged into it', async () => {
    const code = await city.mine({ agencyCode: LANG });
    await choosePublic(running.db, code);
    expect((await me.put(`/reports/${code}/follow`, {})).json().code).toBe('own_report');
    const other = await city.theirs({ agencyCode: LANG });
    await order(running.db, other, {
      command: { type: 'merge' },
      actor: dispatcher,
      mergeIntoId: await city.idOf(code),
    });
    expect((await city.stranger.put(`/reports/${code}/follow`, {})).json()).toMatchObject({
      state: 'merged',
      mainCode: code,
    });
    expect((await me.get(`/reports/${code}`)).json().followers).toBe(1);
  });
});

describe('the list of one’s reports', () => {
  test('begins with what waits for its owner, also on later pages, and asks for a rating for a month', async () => {
    const reader = await city.someone('waited-for');
    const seed = async () => {
      const code = await city.theirs({ agencyCode: LANG });
      await running.db.update(reports).set({ citizenId: reader.citizenId }).where(eq(reports.code, code));
      return code;
    };
    const [rating, plain, confirm, newest] = [await seed(), await seed(), await seed(), await seed()];
    for (const code of [rating, confirm]) await city.answered(code);
    await forceState(running.db, rating, 'closed_confirmed');
    await running.db.update(reports).set({ closedAt: new Date() }).where(eq(reports.code, rating));
    const first = (await reader.get('/reports?limit=1')).json();
    const rest = (await reader.get(`/reports?cursor=${first.next}`)).json();
    const lines = [...first.items, ...rest.items];
    expect(lines.map(({ code, needsMe }: { code: string; needsMe: string | null }) => [code, needsMe])).toEqual([
      [confirm, 'confirm'],
      [rating, 'rating'],
      [newest, null],
      [plain, null],
    ]);
    expect(lines[0]).toMatchObject({ ward: 'phường Láng', holder: 'UBND phường Láng đã trả lời', thumbnailUrl: null });
    await running.db
      .update(reports)
      .set({ closedAt: new Date(Date.now() - 31 * 86_400_000) })
      .where(eq(reports.code, rating));
    expect((await reader.get('/reports')).json().items.at(-1)).toMatchObject({ code: rating, needsMe: null });
  });

  test('shows the first photo, and the pair of before and after', async () => {
    const writer = await someone();
    await writer.put('/draft', { text: POTHOLE, pin: PLACE });
    const { default: sharp } = await import('sharp');
    const picture = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#123456' } })
      .jpeg()
      .toBuffer();
    await writer.upload('/draft/photos', picture, keyed('before'));
    const { code } = (await writer.post('/draft/submit', undefined, keyed('pair'))).json();
    const [photo] = await running.db
      .select()
      .from(photos)
      .where(eq(photos.reportId, await city.idOf(code)));
    await order(running.db, code, { command: { type: 'dispatch', agencyCode: LANG }, actor: system });
    const { photo: after } = await city.answered(code);
    const [line] = (await writer.get('/reports')).json().items;
    expect(line.thumbnailUrl).toBe(`/api/citizen/photos/${photo?.id}/thumbnail`);
    const detail = (await writer.get(`/reports/${code}`)).json();
    expect(detail.before.map(({ id }: { id: number }) => id)).toEqual([photo?.id]);
    expect(detail.answers[0].photos.map(({ id }: { id: number }) => id)).toEqual([after]);
  });
});
