import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizens, outboxMessages, photos, questions, ratings } from '../../../db/schema/index.ts';
import type { RunningApp } from '../public/testing/running-app.ts';
import { handle, order, seedReport } from '../public/testing/seed-report.ts';
import { system } from '../reports/lifecycle/roles.ts';
import { type CitizenCity, dispatcher, LANG, startCitizenCity, UNUSED } from './testing/citizen-city.ts';
import type { MiniApp } from './testing/mini-app.ts';

let city: CitizenCity;
let running: RunningApp;
let me: MiniApp;
let stranger: MiniApp;
beforeAll(async () => {
  city = await startCitizenCity();
  ({ running, me, stranger } = city);
});
afterAll(() => running?.stop());

describe('the list', () => {
  test('has one’s own reports, newest first, a page at a time, and nobody else’s', async () => {
    const reader = await city.someone('reader');
    const codes = [];
    for (let count = 0; count < 5; count++) codes.unshift(await seedReport(running.db, { oaUserId: 'reader' }));
    await city.theirs();
    const first = (await reader.get('/reports?limit=3')).json();
    expect(first.items.map((line: { code: string }) => line.code)).toEqual(codes.slice(0, 3));
    const second = (await reader.get(`/reports?limit=3&cursor=${first.next}`)).json();
    expect([second.items.map((line: { code: string }) => line.code), second.next]).toEqual([codes.slice(3), null]);
    expect(first.items[0]).toMatchObject({
      state: 'received',
      stateLabel: 'Đã tiếp nhận',
      agency: null,
      needsYou: null,
      mainCode: null,
    });
    expect(first.items[0].dueWords).toMatch(/^\d\d:\d\d /);
  });

  test('says what waits for the citizen, and where a merged report went', async () => {
    const reader = await city.someone('needed');
    const own = () => seedReport(running.db, { oaUserId: 'needed', agencyCode: LANG });
    const [asked, done, merged, main] = [
      await own(),
      await own(),
      await own(),
      await city.theirs({ agencyCode: LANG }),
    ];
    await handle(running.db, asked, { type: 'accept' });
    await handle(running.db, asked, { type: 'askCitizen', question: 'Ổ gà ở trước số nhà nào?' });
    await city.answered(done);
    await city.merge(merged, main);
    const { items } = (await reader.get('/reports')).json();
    expect(items).toMatchObject([
      { code: done, state: 'answered', needsYou: 'confirm', needsMe: 'confirm' },
      { code: asked, state: 'awaiting_citizen', needsYou: 'reply', needsMe: 'question' },
      {
        code: merged,
        state: 'merged',
        mainCode: main,
        mainState: 'dispatched',
        agency: 'UBND phường Láng',
        holder: 'UBND phường Láng đang giữ phản ánh này',
        needsYou: null,
        needsMe: null,
      },
    ]);
  });

  test('refuses a cursor of another list', async () => {
    expect((await me.get('/reports?cursor=x')).json().code).toBe('cursor_invalid');
    const reader = await city.someone('pager');
    for (let count = 0; count < 2; count++) await seedReport(running.db, { oaUserId: 'pager' });
    const { next } = (await reader.get('/reports?limit=1')).json();
    expect((await reader.get(`/reports?which=followed&cursor=${next}`)).statusCode).toBe(422);
  });
});

describe('one report', () => {
  test('tells who holds it, until when and why, and what happened, in words', async () => {
    const code = await city.mine({ agencyCode: LANG });
    const detail = (await me.get(`/reports/${code}`)).json();
    expect(detail).toMatchObject({
      code,
      role: 'reporter',
      state: 'dispatched',
      holder: 'UBND phường Láng đang giữ phản ánh này',
      agency: 'UBND phường Láng',
      category: 'Ổ gà, mặt đường hư hỏng, lún nứt',
      due: { kind: 'answer' },
      question: null,
      answers: [],
      actions: ['withdraw'],
      mine: { place: 'ngõ 80 Chùa Láng', photos: [] },
    });
    expect(detail.due.words).toMatch(/^\d\d:\d\d .*\d{4}$/);
    expect(detail.due.why[0]).toMatch(/^Quy định thời hạn phiên bản .* trả lời trong 40 giờ làm việc\.$/);
    expect(detail.due.why.at(-1)).toMatch(/^Hạn trả lời: /);
    expect(detail.timeline.map(({ event }: { event: string }) => event)).toEqual([
      'received',
      'dispatched',
      'supplemented',
    ]);
    expect(detail.timeline[1].text).toMatch(/^Đã chuyển UBND phường Láng; hạn trả lời \d\d:\d\d /);
    expect(JSON.stringify(detail.timeline)).not.toContain('put_into_tray');
  });

  test('shows the open question until it is answered', async () => {
    const code = await city.mine({ agencyCode: LANG });
    await handle(running.db, code, { type: 'accept' });
    await handle(running.db, code, { type: 'askCitizen', question: 'Ổ gà ở trước số nhà nào?' });
    const detail = (await me.get(`/reports/${code}`)).json();
    expect(detail).toMatchObject({
      due: { kind: 'reply', why: [] },
      holder: 'UBND phường Láng đang chờ người gửi bổ sung thông tin',
      question: { text: 'Ổ gà ở trước số nhà nào?' },
      actions: ['reply'],
    });
    const replied = await me.post(`/reports/${code}/reply`, { text: '  Trước số 12, cạnh cột điện  ' });
    expect([replied.statusCode, replied.json()]).toEqual([
      200,
      { code, state: 'in_progress', stateLabel: 'Đang xử lý', mainCode: null, mainState: null, actions: [] },
    ]);
    const [kept] = await running.db
      .select()
      .from(questions)
      .where(eq(questions.reportId, await city.idOf(code)));
    expect(kept).toMatchObject({ state: 'replied', reply: 'Trước số 12, cạnh cột điện' });
    expect((await me.get(`/reports/${code}`)).json().question).toBeNull();
  });

  test('says why it was not accepted and where to turn, also to who has no chat to be told in', async () => {
    const code = await city.mine();
    expect((await me.get(`/reports/${code}`)).json().refusal).toBeNull();
    await order(running.db, code, { command: { type: 'refuse', reason: 'civil_dispute' }, actor: dispatcher });
    expect((await me.get(`/reports/${code}`)).json()).toMatchObject({
      state: 'refused',
      refusal: { reason: 'nội dung là tranh chấp dân sự', where: 'tổ hòa giải ở cơ sở hoặc tòa án' },
    });
  });

  test('shows the answer with its proof, and the proof is for those who sent or follow it', async () => {
    const code = await city.mine({ agencyCode: LANG });
    const { photo, document } = await city.answered(code);
    const detail = (await me.get(`/reports/${code}`)).json();
    expect(detail).toMatchObject({ due: { kind: 'confirm' }, actions: ['confirm', 'reject', 'rating'] });
    expect(detail.answers).toMatchObject([
      {
        round: 1,
        agency: 'UBND phường Láng',
        photos: [{ id: photo, url: `/api/citizen/evidence/${photo}`, width: 640, height: 480 }],
        documents: [{ id: document, thumbnailUrl: null }],
        myRating: null,
      },
    ]);
    const picture = await me.get(`/evidence/${photo}`);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
    });
    expect((await me.get(`/evidence/${photo}/thumbnail`)).statusCode).toBe(200);
    const paper = await me.get(`/evidence/${document}`);
    expect(paper.headers['content-disposition']).toBe(`attachment; filename="minh-chung-${document}.pdf"`);
    expect(paper.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect((await me.get(`/evidence/${document}/thumbnail`)).statusCode).toBe(404);
    expect((await stranger.get(`/evidence/${photo}`)).json().code).toBe('file_not_found');
    expect((await me.get('/evidence/999999')).statusCode).toBe(404);
    expect((await running.app.inject({ url: `/api/citizen/evidence/${photo}` })).statusCode).toBe(401);
  });

  test('shows one’s own photos to oneself alone', async () => {
    const code = await city.mine();
    await running.media.put('own-photo', Buffer.from([0xff, 0xd8, 0xff]));
    const [event] = await running.database.sql<{ id: number }[]>`
      insert into inbox_events (dedupe_key, event_name, event_at, body) values ('p1', 'x', now(), '{}') returning id::int`;
    const [draft] = await running.database.sql<{ id: number }[]>`
      insert into drafts (citizen_id, content, opened_at, last_event_at, quiet_until) values (${me.citizenId}, '{}', now(), now(), now()) returning id::int`;
    const [row] = await running.db
      .insert(photos)
      .values({
        ...{
          inboxEventId: event?.id ?? 0,
          position: 0,
          draftId: draft?.id ?? 0,
          sourceUrl: 'https://x.test',
          sentAt: new Date(),
        },
        ...{ reportId: await city.idOf(code), state: 'stored', storageKey: 'own-photo', width: 4, height: 3, bytes: 3 },
      })
      .returning();
    expect((await me.get(`/reports/${code}`)).json().mine.photos).toMatchObject([
      { id: row?.id, url: `/api/citizen/photos/${row?.id}` },
    ]);
    expect((await me.get(`/photos/${row?.id}`)).headers['content-type']).toBe('image/jpeg');
    expect((await me.get(`/photos/${row?.id}/thumbnail`)).statusCode).toBe(404);
    expect((await stranger.get(`/photos/${row?.id}`)).statusCode).toBe(404);
  });
});

describe('a stranger’s report', () => {
  test.each(['', '/duplicate'])('is none here: GET …%s', async (path) => {
    const code = await city.mine({ agencyCode: LANG });
    for (const typed of [code, UNUSED, 'HN-12345678', 'x']) {
      const answer = await stranger.get(`/reports/${typed}${path}`);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'report_not_found']);
    }
  });

  test.each([
    ['reply', { text: 'x' }],
    ['confirm', undefined],
    ['reject', undefined],
    ['rating', { level: 'satisfied' }],
    ['objection', undefined],
    ['withdraw', undefined],
  ])('cannot be touched: POST …/%s', async (path, body) => {
    const code = await city.mine({ agencyCode: LANG });
    await city.answered(code);
    const answer = await stranger.post(`/reports/${code}/${path}`, body);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'report_not_found']);
    expect((await me.get(`/reports/${code}`)).json().state).toBe('answered');
  });
});

describe('a merged report', () => {
  test('shows the main report’s answer under its own code, and its reporter rates and rejects as a follower', async () => {
    const [own, main] = [await city.mine({ agencyCode: LANG }), await city.theirs({ agencyCode: LANG })];
    await city.merge(own, main);
    expect((await me.get(`/reports/${own}`)).json()).toMatchObject({
      code: own,
      state: 'merged',
      mainCode: main,
      role: 'follower',
      actions: [],
    });
    const { photo } = await city.answered(main);
    const detail = (await me.get(`/reports/${own}`)).json();
    expect(detail).toMatchObject({
      mainState: 'answered',
      actions: ['reject', 'rating'],
      mine: { place: 'ngõ 80 Chùa Láng' },
    });
    expect(detail.answers).toHaveLength(1);
    expect((await me.get(`/evidence/${photo}`)).statusCode).toBe(200);
    const confirm = await me.post(`/reports/${own}/confirm`);
    expect([confirm.statusCode, confirm.json().code]).toEqual([403, 'not_for_this_role']);
    expect(confirm.json().detail).not.toContain('Thao tác này dành cho');

    expect((await me.post(`/reports/${own}/rating`, { level: 'satisfied' })).json().actions).toEqual(['reject']);
    const [rating] = await running.db
      .select()
      .from(ratings)
      .where(eq(ratings.reportId, await city.idOf(own)));
    expect(rating).toMatchObject({ citizenId: me.citizenId, level: 'satisfied' });
    const thanked = await running.db.select().from(outboxMessages).where(eq(outboxMessages.kind, 'rated'));
    expect(thanked.filter(({ text }) => text.includes(own))).toMatchObject([{ citizenId: me.citizenId }]);
    expect(thanked.filter(({ text }) => text.includes(main))).toEqual([]);
    expect((await me.post(`/reports/${own}/reject`)).json()).toMatchObject({
      state: 'merged',
      mainState: 'in_progress',
    });
  });

  test('its own words stay its own: the main report’s reporter sees none of them', async () => {
    const [own, main] = [await city.mine({ agencyCode: LANG }), await city.theirs({ agencyCode: LANG })];
    await city.merge(own, main);
    expect((await stranger.get(`/reports/${own}`)).statusCode).toBe(404);
    // The main code is known to both; what I see behind it is mine.
    expect((await me.get(`/reports/${main}`)).json()).toMatchObject({ code: own, mainCode: main });
  });
});

test('an English reader is answered in English', async () => {
  const reader = await city.someone('visitor');
  await running.db.update(citizens).set({ language: 'en' }).where(eq(citizens.oaUserId, 'visitor'));
  const code = await seedReport(running.db, { oaUserId: 'visitor' });
  await order(running.db, code, { command: { type: 'dispatch', agencyCode: LANG }, actor: system });
  const detail = (await reader.get(`/reports/${code}`)).json();
  expect(detail).toMatchObject({
    stateLabel: 'Sent to the responsible agency',
    holder: 'UBND phường Láng has this report',
    ward: 'Láng ward',
  });
  expect((await reader.post(`/reports/${code}/confirm`)).json().detail).toContain('has no answer yet');
});

test('every route stands in the API document, behind the sign-in', async () => {
  const { paths } = (await running.app.inject({ url: '/openapi.json' })).json();
  const own = Object.entries(paths).filter(([path]) => path.startsWith('/api/citizen/'));
  expect(own.map(([path]) => path).sort()).toEqual(
    [
      '/api/citizen/attachments/{id}',
      '/api/citizen/consents',
      '/api/citizen/consents/history',
      '/api/citizen/draft',
      '/api/citizen/draft/cancel',
      '/api/citizen/draft/duplicates',
      '/api/citizen/draft/photos',
      '/api/citizen/draft/photos/{id}',
      '/api/citizen/draft/submit',
      '/api/citizen/draft/upload-link',
      '/api/citizen/evidence/{id}',
      '/api/citizen/evidence/{id}/thumbnail',
      '/api/citizen/export.json',
      '/api/citizen/export.pdf',
      '/api/citizen/location',
      '/api/citizen/me',
      '/api/citizen/notifications',
      '/api/citizen/phone',
      '/api/citizen/photos/{id}',
      '/api/citizen/photos/{id}/thumbnail',
      '/api/citizen/privacy-requests',
      '/api/citizen/reports/',
      '/api/citizen/reports/{code}',
      '/api/citizen/reports/{code}/confirm',
      '/api/citizen/reports/{code}/duplicate',
      '/api/citizen/reports/{code}/follow',
      '/api/citizen/reports/{code}/objection',
      '/api/citizen/reports/{code}/publish',
      '/api/citizen/reports/{code}/rating',
      '/api/citizen/reports/{code}/reject',
      '/api/citizen/reports/{code}/reply',
      '/api/citizen/reports/{code}/withdraw',
      '/api/citizen/session',
      '/api/citizen/sessions',
    ].map((path) => path.replace(/\/$/, '')),
  );
  for (const [path, methods] of own)
    for (const [method, { security }] of Object.entries(methods as Record<string, { security?: unknown[] }>))
      expect({ path, method, security }).toEqual({
        path,
        method,
        ...(path.endsWith('session') && method === 'post' ? { security: undefined } : { security: [{ citizen: [] }] }),
      });
});
