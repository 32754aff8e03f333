import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLEAR_PLACE, POTHOLE } from '../city.ts';
import { type Person, QUIET_MS } from '../conversation/talk.ts';
import {
  answersOf,
  answerText,
  armedOf,
  CITY_OFFICE,
  clocksOf,
  escalationsOf,
  eventsOf,
  expectSound,
  hearsTimes,
  historyOf,
  type Life,
  picture,
  questionsOf,
  reportOf,
  ring,
  type Staff,
  startLife,
  tallyOf,
  untilState,
} from './cast.ts';

const DEPARTMENT = 'so-xay-dung';

let life: Life;
let handler: Staff;
let leader: Staff;
let superior: Staff;
let citizen: Person;
let code: string;
let ownPhoto: Buffer;
beforeAll(async () => {
  life = await startLife({ env: { CHAT_QUIET_MS: String(QUIET_MS) } });
  [handler, leader, superior, citizen] = await Promise.all([
    life.staff(['handler'], [DEPARTMENT]),
    life.staff(['leader'], [DEPARTMENT]),
    life.staff(['cityOffice']),
    life.person('Người kể chuyện'),
  ]);
});
afterAll(() => life?.stop());

// One story in chapters: each goes on where the last one ended.

test('a photo, a pin and a sentence become a report that the rules dispatch to the ward, with its clocks and timers', async () => {
  ownPhoto = await picture();
  const photoIds = [await life.city.zalo.photo(ownPhoto)];
  await citizen.sends({ act: 'photos', photoIds }, { act: 'location', ...CLEAR_PLACE }, POTHOLE);
  await citizen.hears(/^HN-\S+ đã chuyển UBND phường .* xử lý\. Hạn trả lời/);
  code = await citizen.code();
  const report = await reportOf(life, code);
  expect(report).toMatchObject({ state: 'dispatched', level: 0, round: 1, handOvers: 0, traySince: null });
  const { accept, answer, finish } = await clocksOf(life, code);
  expect(accept).toMatchObject({ outcome: 'met' });
  expect(answer).toMatchObject({ metAt: null, minutes: 40 * 60, round: 1 });
  expect(finish).toMatchObject({ metAt: null, minutes: 48 * 60 });
  expect(report.dueAt).toEqual(answer?.dueAt);
  expect(await armedOf(life, code)).toEqual(['answer_breach', 'answer_delay', 'answer_warn', 'finish_breach']);
});

test('the ward hands it over to whose it is: told, counted once, no clock moves', async () => {
  const before = await reportOf(life, code);
  const ward = await life.staff(['handler'], [before.agencyCode ?? '']);
  await ward.does(code, 'hand-over', {
    agencyCode: DEPARTMENT,
    reason: 'Phố Láng Hạ thuộc danh mục thành phố quản lý.',
  });
  await citizen.hears(/thuộc trách nhiệm của Sở Xây dựng, đã chuyển ngày .* Hạn trả lời không đổi/);
  const after = await reportOf(life, code);
  expect(after).toMatchObject({ state: 'dispatched', agencyCode: DEPARTMENT, handOvers: 1 });
  expect(after.answerDueAt).toEqual(before.answerDueAt);
  expect((await ward.tries(code, 'accept')).status, 'no longer the ward’s to see').toBe(404);
});

test('a question pauses the answer and finish clocks, and the reply in the chat lets them go on', async () => {
  await handler.does(code, 'accept');
  await handler.does(code, 'ask', { question: 'Ổ gà nằm ở làn sát vỉa hè hay giữa đường?' });
  await citizen.hears(/Sở Xây dựng cần thêm thông tin cho HN-\S+: Ổ gà nằm ở làn sát vỉa hè hay giữa đường\?/);
  const [question] = await questionsOf(life, code);
  const waiting = await reportOf(life, code);
  expect(waiting).toMatchObject({ state: 'awaiting_citizen', resumeState: 'in_progress', answerDueAt: null });
  expect(waiting.dueAt).toEqual(question?.waitDueAt);
  const paused = await clocksOf(life, code);
  expect([paused.answer?.dueAt, paused.finish?.dueAt]).toEqual([null, null]);
  expect(await armedOf(life, code)).toEqual(['wait_timeout']);

  await citizen.sends('ở làn sát vỉa hè, rộng chừng nửa mét');
  await citizen.hears(/Đã chuyển câu trả lời của bạn về HN-\S+ cho Sở Xây dựng/);
  const going = await reportOf(life, code);
  const clocks = await clocksOf(life, code);
  expect(going).toMatchObject({ state: 'in_progress', resumeState: null, questionsAsked: 1 });
  expect(clocks.answer?.dueAt).toEqual(going.dueAt);
  expect(clocks.answer?.pauses).toHaveLength(1);
  expect((await questionsOf(life, code))[0]).toMatchObject({
    state: 'replied',
    reply: 'ở làn sát vỉa hè, rộng chừng nửa mét',
  });
  expect(await armedOf(life, code)).toEqual(['answer_breach', 'answer_delay', 'answer_warn', 'finish_breach']);
});

test('an answer without proof, and one whose proof is the citizen’s own photo, are refused with what they lack; the citizen hears nothing', async () => {
  const before = (await life.city.heard(citizen.id)).length;
  const general = 'Đơn vị đã ghi nhận và sẽ xem xét xử lý trong thời gian tới.';
  const empty = await handler.tries(code, 'answer', { text: general, evidenceIds: [] });
  expect(empty).toMatchObject({ status: 422, body: { code: 'answer_incomplete' } });
  const rules = empty.body.missing.map(({ rule }: { rule: string }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['filler_only', 'no_who', 'no_when', 'proof_missing']));

  const copied = await handler.proof(code, ownPhoto);
  const again = await handler.tries(code, 'answer', { text: answerText(), evidenceIds: [copied] });
  expect(again).toMatchObject({ status: 422, body: { code: 'answer_incomplete' } });
  const causes: string[] = again.body.missing.map(({ cause }: { cause: string }) => cause);
  expect([...new Set(causes)]).toEqual(['no_proof']);

  expect(await reportOf(life, code)).toMatchObject({ state: 'in_progress' });
  expect(await answersOf(life, code)).toEqual([]);
  expect(await citizen.heardInTheEnd()).toHaveLength(before);
});

test('a whole answer is told, and waits seven days for the citizen', async () => {
  await handler.answers(code);
  await citizen.hears(/Sở Xây dựng đã trả lời HN-/);
  const report = await reportOf(life, code);
  expect(report.state).toBe('answered');
  expect(report.dueAt?.getTime()).toBe((report.answeredAt?.getTime() ?? 0) + 7 * 24 * 3_600_000);
  expect(await clocksOf(life, code)).toMatchObject({ answer: { outcome: 'met' }, finish: { outcome: 'met' } });
  expect(await armedOf(life, code)).toEqual(['confirm_timeout']);
  expect(await tallyOf(life, 'answered_on_time')).toEqual({ [DEPARTMENT]: 1 });
});

test('"chưa xong" reopens it at once, one level up: only the leader can answer now', async () => {
  await citizen.sends('chưa xong');
  await citizen.hears(/đã được mở lại.*Lần này lãnh đạo Sở Xây dựng phải trả lời/);
  const report = await reportOf(life, code);
  expect(report).toMatchObject({ state: 'in_progress', level: 1, round: 2, agencyCode: DEPARTMENT, answeredAt: null });
  const { answer, finish } = await clocksOf(life, code);
  expect(answer).toMatchObject({ round: 2, reopened: true, minutes: 24 * 60, metAt: null });
  expect(finish).toMatchObject({ metAt: null });
  expect(report.dueAt).toEqual(answer?.dueAt);
  expect(await escalationsOf(life, code)).toMatchObject([{ kind: 'reopened', level: 1, status: 'open' }]);

  const refused = await handler.tries(code, 'answer', {
    text: answerText(),
    evidenceIds: [await handler.proof(code)],
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'leader_must_answer' } });
  await leader.answers(code);
  expect(await answersOf(life, code)).toMatchObject([{ round: 1 }, { round: 2, agencyCode: DEPARTMENT }]);
  expect(await escalationsOf(life, code)).toMatchObject([{ kind: 'reopened', status: 'settled' }]);
});

test('the second "chưa xong" sends it to the agency above, whose answer nobody confirms: closed after seven days', async () => {
  await hearsTimes(life, citizen, /đã trả lời/, 2);
  await citizen.sends(`${code} chưa xong`);
  await citizen.hears(/Đã chuyển lên cấp trên: Văn phòng UBND thành phố đang giữ/);
  expect(await reportOf(life, code)).toMatchObject({
    state: 'dispatched',
    level: 2,
    round: 3,
    agencyCode: CITY_OFFICE,
  });
  expect((await leader.tries(code, 'accept')).status).toBe(404);
  await superior.does(code, 'accept');
  await superior.answers(code);
  await hearsTimes(life, citizen, /đã trả lời/, 3);
  await ring(life, code, 'confirm_timeout');
  await citizen.hears(/được đóng sau 7 ngày chưa có ý kiến/);
  expect(await reportOf(life, code)).toMatchObject({ state: 'closed_unconfirmed', dueAt: null });
  expect(await armedOf(life, code)).toEqual([]);
});

test('a silent closing can still be answered with its code and "chưa xong"; above the highest there is nobody', async () => {
  await citizen.sends(`${code} chưa xong`);
  const report = await untilState(life, code, 'in_progress');
  expect(report).toMatchObject({ level: 2, round: 4, agencyCode: CITY_OFFICE, closedAt: null });
  await superior.answers(code);
  await hearsTimes(life, citizen, /đã trả lời/, 4);
});

test('the city office returns an answer to be checked: a new round, and the citizen knows', async () => {
  await superior.does(code, 'recheck', { reason: 'Ảnh chưa cho thấy toàn bộ đoạn đường.' });
  await citizen.hears(/được Văn phòng UBND thành phố yêu cầu kiểm tra lại/);
  expect(await reportOf(life, code)).toMatchObject({ state: 'in_progress', level: 2, round: 5 });
  await superior.answers(code);
  await hearsTimes(life, citizen, /đã trả lời/, 5);
});

test('"đã xong" closes it, and it is rated once', async () => {
  await citizen.sends('đã xong');
  await citizen.hears(/Bạn đánh giá kết quả thế nào\?/);
  expect(await reportOf(life, code)).toMatchObject({ state: 'closed_confirmed', dueAt: null });
  await citizen.sends('hài lòng');
  await citizen.hears(/^Đã lưu đánh giá "hài lòng"/);
  await citizen.sends(`${code} hài lòng`);
  await citizen.hears(/mỗi kết quả đánh giá một lần/);
  expect(await tallyOf(life, 'rated_satisfied')).toEqual({ [CITY_OFFICE]: 1 });
  expect((await superior.tries(code, 'recheck', { reason: 'Kiểm tra lại lần nữa.' })).body.code).toBe(
    'citizen_confirmed',
  );
});

test('its history tells all of it, citizen’s words in none of it', async () => {
  expect(await eventsOf(life, code)).toEqual([
    ...['received', 'dispatched', 'handed_over', 'accepted', 'citizen_asked', 'citizen_replied'],
    ...['(gate_refused)', '(gate_refused)', 'answered'],
    ...['result_rejected', 'reopened', 'answered', 'result_rejected', 'reopened', 'accepted', 'answered'],
    ...['closed_silent', 'result_rejected', 'reopened', 'answered', 'rechecked', 'answered', 'confirmed', '(rated)'],
  ]);
  const text = JSON.stringify(await historyOf(life, code));
  expect(text).not.toMatch(/nửa mét|xe máy ngã/);
  expect(await tallyOf(life, 'reopened')).toEqual({ [DEPARTMENT]: 2, [CITY_OFFICE]: 1 });
  expect((await life.city.heard(citizen.id)).length).toBe(new Set(await life.city.heard(citizen.id)).size);
  await expectSound(life);
});
