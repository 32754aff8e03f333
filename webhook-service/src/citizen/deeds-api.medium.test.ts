import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duplicateSuggestions } from '../../../db/schema/index.ts';
import type { RunningApp } from '../public/testing/running-app.ts';
import { forceState, handle, order } from '../public/testing/seed-report.ts';
import { type CitizenCity, dispatcher, LANG, startCitizenCity, UNUSED } from './testing/citizen-city.ts';
import type { MiniApp } from './testing/mini-app.ts';

let city: CitizenCity;
let running: RunningApp;
let me: MiniApp;
beforeAll(async () => {
  city = await startCitizenCity();
  ({ running, me } = city);
});
afterAll(() => running?.stop());

describe('after the answer', () => {
  test('it is confirmed, and rated once', async () => {
    const code = await city.mine({ agencyCode: LANG });
    await city.answered(code);
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
    const code = await city.mine({ agencyCode: LANG });
    await city.answered(code);
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
    const code = await city.mine({ agencyCode: LANG });
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
  const [early, late] = [await city.mine({ agencyCode: LANG }), await city.mine({ agencyCode: LANG })];
  expect((await me.post(`/reports/${early}/withdraw`)).json()).toMatchObject({ state: 'withdrawn', actions: [] });
  await handle(running.db, late, { type: 'accept' });
  const answer = await me.post(`/reports/${late}/withdraw`);
  expect(answer.json()).toMatchObject({ status: 409, code: 'work_has_begun' });
  expect(answer.json().detail).toContain('UBND phường Láng đã bắt đầu xử lý');
});

test('a refusal is looked at again once', async () => {
  const code = await city.mine();
  await order(running.db, code, {
    command: { type: 'refuse', reason: 'civil_dispute' },
    actor: dispatcher,
  });
  expect((await me.get(`/reports/${code}`)).json().actions).toEqual(['objection']);
  expect((await me.post(`/reports/${code}/objection`)).json()).toMatchObject({ state: 'received' });
  await order(running.db, code, {
    command: { type: 'refuse', reason: 'civil_dispute' },
    actor: dispatcher,
  });
  expect((await me.get(`/reports/${code}`)).json().actions).toEqual([]);
  expect((await me.post(`/reports/${code}/objection`)).json().code).toBe('objection_used');
});

describe('following', () => {
  test('a public report of somebody else: seen, told of, rated, and left again', async () => {
    const code = await city.theirs({ agencyCode: LANG });
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
    await city.answered(code);
    expect((await me.post(`/reports/${code}/rating`, { level: 'satisfied' })).statusCode).toBe(200);
    expect((await me.delete(`/reports/${code}/follow`)).statusCode).toBe(204);
    expect((await me.get(`/reports/${code}`)).statusCode).toBe(404);
    expect((await me.delete(`/reports/${code}/follow`)).statusCode).toBe(404);
  });

  test('is not for a category that is not public, a report that is over, or a code nobody has', async () => {
    const secret = await city.theirs({ agencyCode: LANG, categoryCode: 'AN-09' });
    expect((await me.post(`/reports/${secret}/follow`)).json()).toMatchObject({
      status: 409,
      code: 'report_not_public',
    });
    const over = await city.theirs({ agencyCode: LANG });
    await forceState(running.db, over, 'closed_confirmed');
    expect((await me.post(`/reports/${over}/follow`)).json().code).toBe('report_over');
    expect((await me.post(`/reports/${UNUSED}/follow`)).statusCode).toBe(404);
  });

  test('one’s own report joins the one it was found to be the same as', async () => {
    const main = await city.theirs({ agencyCode: LANG });
    const own = await city.mine({ agencyCode: LANG });
    expect((await me.get(`/reports/${own}/duplicate`)).json().code).toBe('no_duplicate');
    expect((await me.post(`/reports/${own}/follow`)).json()).toMatchObject({
      status: 409,
      code: 'merge_not_suggested',
    });
    await running.db.insert(duplicateSuggestions).values({
      ...{
        reportId: await city.idOf(own),
        otherId: await city.idOf(main),
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
    const code = await city.mine({ agencyCode: LANG });
    await city.answered(code);
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
    const code = await city.mine({ agencyCode: LANG });
    await city.answered(code);
    const answers = await Promise.all([me.post(`/reports/${code}/confirm`), me.post(`/reports/${code}/confirm`)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});
