import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  citizens,
  duplicateSuggestions,
  outboxMessages,
  photos,
  questions,
  ratings,
  reports,
} from '../../../db/schema/index.ts';
import { type RunningApp, startApp } from '../public/testing/running-app.ts';
import { forceState, handle, order, seedAnswer, seedReport } from '../public/testing/seed-report.ts';
import { system } from '../reports/lifecycle/roles.ts';
import { type MiniApp, openMiniApp } from './testing/mini-app.ts';

let running: RunningApp;
let me: MiniApp;
let stranger: MiniApp;
beforeAll(async () => {
  running = await startApp(() => new Date());
  [me, stranger] = [await someone('me'), await someone('stranger')];
});
afterAll(() => running?.stop());

const LANG = 'ubnd-00199';
const UNUSED = 'HN-7K3MR4T5';

async function someone(oaUserId: string): Promise<MiniApp> {
  const [row] = await running.db.insert(citizens).values({ oaUserId }).returning();
  return openMiniApp(running, row?.id ?? 0);
}

const mine = (options: { agencyCode?: string; categoryCode?: string } = {}) =>
  seedReport(running.db, { oaUserId: 'me', ...options });
const theirs = (options: { agencyCode?: string; categoryCode?: string } = {}) =>
  seedReport(running.db, { oaUserId: 'stranger', ...options });

async function answered(code: string) {
  await handle(running.db, code, { type: 'accept' });
  return seedAnswer(running.db, code, running.media);
}

async function idOf(code: string): Promise<number> {
  const [row] = await running.db.select().from(reports).where(eq(reports.code, code));
  return row?.id ?? 0;
}

/** Joins one report to another as a dispatcher does. */
const merge = async (code: string, into: string) =>
  order(running.db, code, {
    command: { type: 'merge' },
    actor: { kind: 'staff', role: 'dispatcher', id: '5' },
    mergeIntoId: await idOf(into),
  });

describe('the list', () => {
  test('has one’s own reports, newest first, a page at a time, and nobody else’s', async () => {
    const reader = await someone('reader');
    const codes = [];
    for (let count = 0; count < 5; count++) codes.unshift(await seedReport(running.db, { oaUserId: 'reader' }));
    await theirs();
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
    const reader = await someone('needed');
    const own = () => seedReport(running.db, { oaUserId: 'needed', agencyCode: LANG });
    const [asked, done, merged, main] = [await own(), await own(), await own(), await theirs({ agencyCode: LANG })];
    await handle(running.db, asked, { type: 'accept' });
    await handle(running.db, asked, { type: 'askCitizen', question: 'Ổ gà ở trước số nhà nào?' });
    await answered(done);
    await merge(merged, main);
    const { items } = (await reader.get('/reports')).json();
    expect(items).toMatchObject([
      {
        code: merged,
        state: 'merged',
        mainCode: main,
        mainState: 'dispatched',
        agency: 'UBND phường Láng',
        needsYou: null,
      },
      { code: done, state: 'answered', needsYou: 'confirm' },
      { code: asked, state: 'awaiting_citizen', needsYou: 'reply' },
    ]);
  });

  test('refuses a cursor of another list', async () => {
    expect((await me.get('/reports?cursor=x')).json().code).toBe('cursor_invalid');
    const reader = await someone('pager');
    for (let count = 0; count < 2; count++) await seedReport(running.db, { oaUserId: 'pager' });
    const { next } = (await reader.get('/reports?limit=1')).json();
    expect((await reader.get(`/reports?which=followed&cursor=${next}`)).statusCode).toBe(422);
  });
});

describe('one report', () => {
  test('tells who holds it, until when and why, and what happened, in words', async () => {
    const code = await mine({ agencyCode: LANG });
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
    const code = await mine({ agencyCode: LANG });
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
      .where(eq(questions.reportId, await idOf(code)));
    expect(kept).toMatchObject({ state: 'replied', reply: 'Trước số 12, cạnh cột điện' });
    expect((await me.get(`/reports/${code}`)).json().question).toBeNull();
  });

  test('shows the answer with its proof, and the proof is for those who sent or follow it', async () => {
    const code = await mine({ agencyCode: LANG });
    const { photo, document } = await answered(code);
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
    const code = await mine();
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
        ...{ reportId: await idOf(code), state: 'stored', storageKey: 'own-photo', width: 4, height: 3, bytes: 3 },
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
    const code = await mine({ agencyCode: LANG });
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
    const code = await mine({ agencyCode: LANG });
    await answered(code);
    const answer = await stranger.post(`/reports/${code}/${path}`, body);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'report_not_found']);
    expect((await me.get(`/reports/${code}`)).json().state).toBe('answered');
  });
});

describe('after the answer', () => {
  test('it is confirmed, and rated once', async () => {
    const code = await mine({ agencyCode: LANG });
    await answered(code);
    expect((await me.post(`/reports/${code}/confirm`)).json()).toMatchObject({
      state: 'closed_confirmed',
      actions: ['rating'],
    });
    const again = await me.post(`/reports/${code}/confirm`);
    expect([again.statusCode, again.json().code]).toEqual([409, 'already_closed']);
    expect(again.json().detail).toBe(
      `${code} đã đóng nên không cần làm gì thêm. Nếu sự việc tái diễn, xin gửi phản ánh mới và nhắc mã này.`,
    );
    expect((await me.post(`/reports/${code}/rating`, { level: 'accepted' })).json().actions).toEqual([]);
    const twice = await me.post(`/reports/${code}/rating`, { level: 'satisfied' });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'rated_already']);
    expect((await me.get(`/reports/${code}`)).json().answers[0].myRating).toMatchObject({
      level: 'accepted',
      reasons: [],
    });
  });

  test('"chưa xong" reopens it; "chưa hài lòng" needs its reasons and reopens nothing', async () => {
    const code = await mine({ agencyCode: LANG });
    await answered(code);
    expect((await me.post(`/reports/${code}/rating`, { level: 'unsatisfied' })).json()).toMatchObject({
      status: 409,
      code: 'rating_reason_missing',
      detail: 'Xin chọn ít nhất một điều chưa đạt.',
    });
    expect((await me.post(`/reports/${code}/rating`, { level: 'satisfied', reasons: ['too_late'] })).json().code).toBe(
      'rating_reason_needless',
    );
    expect((await me.post(`/reports/${code}/rating`, { level: 'bad' })).statusCode).toBe(400);
    const rated = await me.post(`/reports/${code}/rating`, { level: 'unsatisfied', reasons: ['not_done', 'too_late'] });
    expect(rated.json()).toMatchObject({ state: 'answered', actions: ['confirm', 'reject'] });
    expect((await me.post(`/reports/${code}/reject`)).json()).toMatchObject({ state: 'in_progress', actions: [] });
  });

  test('what cannot be done yet is said in the citizen’s words, never in those for officials', async () => {
    const code = await mine({ agencyCode: LANG });
    for (const path of ['confirm', 'reject']) {
      const { code: reason, detail } = (await me.post(`/reports/${code}/${path}`)).json();
      expect(reason).toBe('no_answer_yet');
      expect(detail).toMatch(
        /^HN-\w{8} chưa có kết quả nên chưa thể xác nhận hay đánh giá\. UBND phường Láng đang giữ, hạn trả lời: /,
      );
    }
    expect((await me.post(`/reports/${code}/objection`)).json()).toMatchObject({ status: 409, code: 'not_refused' });
    expect((await me.post(`/reports/${code}/reply`, { text: 'Số 12' })).json()).toMatchObject({
      status: 409,
      code: 'nothing_asked',
    });
    for (const text of ['', '   ', 'a\u0000b', 'x'.repeat(2_001)])
      expect((await me.post(`/reports/${code}/reply`, { text })).statusCode).toBe(400);
  });
});

test('a report is withdrawn until an agency has begun', async () => {
  const [early, late] = [await mine({ agencyCode: LANG }), await mine({ agencyCode: LANG })];
  expect((await me.post(`/reports/${early}/withdraw`)).json()).toMatchObject({ state: 'withdrawn', actions: [] });
  await handle(running.db, late, { type: 'accept' });
  const answer = await me.post(`/reports/${late}/withdraw`);
  expect(answer.json()).toMatchObject({ status: 409, code: 'work_has_begun' });
  expect(answer.json().detail).toContain('UBND phường Láng đã bắt đầu xử lý');
});

test('a refusal is looked at again once', async () => {
  const code = await mine();
  await order(running.db, code, {
    command: { type: 'refuse', reason: 'civil_dispute' },
    actor: { kind: 'staff', role: 'dispatcher', id: '5' },
  });
  expect((await me.get(`/reports/${code}`)).json().actions).toEqual(['objection']);
  expect((await me.post(`/reports/${code}/objection`)).json()).toMatchObject({ state: 'received' });
  await order(running.db, code, {
    command: { type: 'refuse', reason: 'civil_dispute' },
    actor: { kind: 'staff', role: 'dispatcher', id: '5' },
  });
  expect((await me.get(`/reports/${code}`)).json().actions).toEqual([]);
  expect((await me.post(`/reports/${code}/objection`)).json().code).toBe('objection_used');
});

describe('a merged report', () => {
  test('shows the main report’s answer under its own code, and its reporter rates and rejects as a follower', async () => {
    const [own, main] = [await mine({ agencyCode: LANG }), await theirs({ agencyCode: LANG })];
    await merge(own, main);
    expect((await me.get(`/reports/${own}`)).json()).toMatchObject({
      code: own,
      state: 'merged',
      mainCode: main,
      role: 'follower',
      actions: [],
    });
    const { photo } = await answered(main);
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
      .where(eq(ratings.reportId, await idOf(own)));
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
    const [own, main] = [await mine({ agencyCode: LANG }), await theirs({ agencyCode: LANG })];
    await merge(own, main);
    expect((await stranger.get(`/reports/${own}`)).statusCode).toBe(404);
    // The main code is known to both; what I see behind it is mine.
    expect((await me.get(`/reports/${main}`)).json()).toMatchObject({ code: own, mainCode: main });
  });
});

describe('following', () => {
  test('a public report of somebody else: seen, told of, rated, and left again', async () => {
    const code = await theirs({ agencyCode: LANG });
    expect((await me.post(`/reports/${code}/follow`)).json()).toMatchObject({
      code,
      state: 'dispatched',
      actions: ['unfollow'],
    });
    expect((await me.post(`/reports/${code}/follow`)).statusCode).toBe(200);
    expect((await me.get('/reports?which=followed')).json().items).toMatchObject([{ code, place: null }]);
    const detail = (await me.get(`/reports/${code}`)).json();
    expect(detail).toMatchObject({ role: 'follower', mine: null, question: null });
    expect(JSON.stringify(detail)).not.toMatch(/Bác Tư|0912|Chùa Láng/);
    await answered(code);
    expect((await me.post(`/reports/${code}/rating`, { level: 'satisfied' })).statusCode).toBe(200);
    expect((await me.delete(`/reports/${code}/follow`)).statusCode).toBe(204);
    expect((await me.get(`/reports/${code}`)).statusCode).toBe(404);
    expect((await me.delete(`/reports/${code}/follow`)).statusCode).toBe(404);
  });

  test('is not for a category that is not public, a report that is over, or a code nobody has', async () => {
    const secret = await theirs({ agencyCode: LANG, categoryCode: 'AN-09' });
    expect((await me.post(`/reports/${secret}/follow`)).json()).toMatchObject({
      status: 409,
      code: 'report_not_public',
    });
    const over = await theirs({ agencyCode: LANG });
    await forceState(running.db, over, 'closed_confirmed');
    expect((await me.post(`/reports/${over}/follow`)).json().code).toBe('report_over');
    expect((await me.post(`/reports/${UNUSED}/follow`)).statusCode).toBe(404);
  });

  test('one’s own report joins the one it was found to be the same as', async () => {
    const main = await theirs({ agencyCode: LANG });
    const own = await mine({ agencyCode: LANG });
    expect((await me.get(`/reports/${own}/duplicate`)).json().code).toBe('no_duplicate');
    expect((await me.post(`/reports/${own}/follow`)).json()).toMatchObject({
      status: 409,
      code: 'merge_not_suggested',
    });
    await running.db.insert(duplicateSuggestions).values({
      ...{
        reportId: await idOf(own),
        otherId: await idOf(main),
        score: 90,
        because: ['cách khoảng 10 m'],
        foundAt: new Date(),
      },
    });
    const offer = (await me.get(`/reports/${own}/duplicate`)).json();
    expect(offer).toMatchObject({
      mainCode: main,
      category: 'Ổ gà, mặt đường hư hỏng, lún nứt',
      place: 'phường Láng',
      state: 'dispatched',
    });
    expect((await me.get(`/reports/${own}`)).json().actions).toEqual(['follow', 'withdraw']);
    expect((await me.post(`/reports/${own}/follow`)).json()).toMatchObject({
      code: own,
      state: 'merged',
      mainCode: main,
    });
  });
});

describe('a repeated request', () => {
  test('with one key is done once and answered twice the same', async () => {
    const code = await mine({ agencyCode: LANG });
    await answered(code);
    const headers = { 'idempotency-key': 'tap-1' };
    const first = await me.post(`/reports/${code}/rating`, { level: 'satisfied' }, headers);
    const second = await me.post(`/reports/${code}/rating`, { level: 'satisfied' }, headers);
    expect([second.statusCode, second.json()]).toEqual([200, first.json()]);
    expect((await me.post(`/reports/${code}/rating`, { level: 'accepted' }, headers)).json().code).toBe(
      'idempotency_key_reused',
    );
    const kept = await running.database.sql`select response::text as response from idempotency_keys`;
    expect(JSON.stringify(kept)).not.toMatch(/Bác Tư|Chùa Láng/);
  });

  test('two taps at once confirm once', async () => {
    const code = await mine({ agencyCode: LANG });
    await answered(code);
    const answers = await Promise.all([me.post(`/reports/${code}/confirm`), me.post(`/reports/${code}/confirm`)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

test('an English reader is answered in English', async () => {
  const reader = await someone('visitor');
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
      '/api/citizen/evidence/{id}',
      '/api/citizen/evidence/{id}/thumbnail',
      '/api/citizen/photos/{id}',
      '/api/citizen/photos/{id}/thumbnail',
      '/api/citizen/reports/',
      '/api/citizen/reports/{code}',
      '/api/citizen/reports/{code}/confirm',
      '/api/citizen/reports/{code}/duplicate',
      '/api/citizen/reports/{code}/follow',
      '/api/citizen/reports/{code}/objection',
      '/api/citizen/reports/{code}/rating',
      '/api/citizen/reports/{code}/reject',
      '/api/citizen/reports/{code}/reply',
      '/api/citizen/reports/{code}/withdraw',
      '/api/citizen/session',
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
