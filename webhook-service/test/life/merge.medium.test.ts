import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellFollowers } from '../../src/reports/perform/tell-followers.ts';
import { CLEAR_PLACE } from '../city.ts';
import { type Person, QUIET_MS } from '../conversation/talk.ts';
import {
  answerText,
  armedOf,
  clocksOf,
  eventsOf,
  expectSound,
  hearsTimes,
  historyOf,
  type Life,
  picture,
  reportOf,
  type Staff,
  startLife,
  tallyOf,
  untilState,
} from './cast.ts';

interface Reported {
  person: Person;
  code: string;
}

let life: Life;
let handler: Staff;
beforeAll(async () => {
  life = await startLife({ env: { CHAT_QUIET_MS: String(QUIET_MS) } });
});
afterAll(() => life?.stop());

const texts = [
  'ổ gà to trước số 12 phố Láng Hạ, xe máy ngã liên tục',
  'ổ gà lớn ở số 12 phố Láng Hạ làm xe máy ngã',
  'trước số 12 phố Láng Hạ có ổ gà rất to, nhiều xe máy ngã',
  'ổ gà sâu trước số 12 phố Láng Hạ, sáng nay xe máy ngã',
];

async function reportsPothole(text: string): Promise<Reported> {
  const person = await life.person();
  await person.sends({ act: 'location', ...CLEAR_PLACE }, text);
  await person.hears(/^HN-\S+ đã chuyển UBND .* xử lý/);
  const [first = ''] = (await life.city.heard(person.id)).filter((one) => one.startsWith('Đã nhận phản ánh'));
  return { person, code: /HN-\w{8}/.exec(first)?.[0] ?? '' };
}

let main: Reported;
let second: Reported;
let third: Reported;

test('the second report of one pothole is suggested as the same with reasons, and its reporter is offered to join', async () => {
  main = await reportsPothole(texts[0] ?? '');
  handler = await life.staff(['handler'], [(await reportOf(life, main.code)).agencyCode ?? '']);
  second = await reportsPothole(texts[1] ?? '');
  await second.person.hears(new RegExp(`${second.code} có thể trùng ${main.code} đã gửi trước`));
  const found = await life.office.asks('GET', `/api/staff/reports/${second.code}/duplicates`);
  expect(found.body.suggestions).toMatchObject([{ other: { code: main.code }, main: 'other' }]);
  expect(found.body.suggestions[0].because.length).toBeGreaterThan(0);
  expect((await life.city.heard(main.person.id)).some((text) => text.includes(second.code))).toBe(false);
});

test('the citizen joins by a word in the chat; a stranger’s report is joined to nothing', async () => {
  await second.person.sends(`cùng phản ánh ${main.code}`);
  await second.person.hears(new RegExp(`Phản ánh ${second.code} của bạn trùng sự việc ${main.code}`));
  const mainRow = await reportOf(life, main.code);
  expect(await reportOf(life, second.code)).toMatchObject({
    ...{ state: 'merged', resumeState: 'dispatched', mergedIntoId: mainRow.id, dueAt: null },
  });
  expect(await armedOf(life, second.code)).toEqual([]);
  expect((await historyOf(life, second.code)).at(-1)).toMatchObject({ event: 'merged', data: { into: main.code } });
  expect((await clocksOf(life, second.code)).answer, 'its clocks run on, should it be split').toMatchObject({
    metAt: null,
  });
});

test('a dispatcher merges a third, which has gathered a fourth: all of them follow the main report', async () => {
  third = await reportsPothole(texts[2] ?? '');
  const fourth = await reportsPothole(texts[3] ?? '');
  await life.office.does(fourth.code, 'merge', { into: third.code });
  expect((await life.office.tries(main.code, 'merge', { into: main.code })).body.code).toBe('merge_into_itself');
  await life.office.does(third.code, 'merge', { into: main.code });
  const { id } = await reportOf(life, main.code);
  for (const code of [second.code, third.code, fourth.code])
    expect(await reportOf(life, code)).toMatchObject({ state: 'merged', mergedIntoId: id });
  await third.person.hears(/trùng sự việc/);
  expect((await life.office.tries(third.code, 'merge', { into: main.code })).body.code).toBe('already_merged');
  // Split again, it gets back what it had: state, clocks, due time, timers, history.
  const before = await clocksOf(life, fourth.code);
  await life.office.does(fourth.code, 'split', { reason: 'Ổ gà khác, ở phía đối diện.' });
  await fourth.person.hears(/được tách ra để xử lý riêng.*Hạn hiện tại/);
  const split = await reportOf(life, fourth.code);
  expect(split).toMatchObject({ state: 'dispatched', mergedIntoId: null, resumeState: null, trayReasons: ['split'] });
  expect((await clocksOf(life, fourth.code)).all).toEqual(before.all);
  expect(split.dueAt).toEqual(before.answer?.dueAt);
  expect(await armedOf(life, fourth.code)).toEqual(['answer_breach', 'answer_delay', 'answer_warn', 'finish_breach']);
  expect((await eventsOf(life, fourth.code)).slice(0, 2)).toEqual(['received', 'dispatched']);
  expect((await eventsOf(life, fourth.code)).slice(-2)).toEqual(['merged', 'split']);
  await handler.does(fourth.code, 'accept');
  expect(await reportOf(life, fourth.code)).toMatchObject({ state: 'in_progress', traySince: null });
  await fourth.person.sends(`cùng phản ánh ${main.code}`);
  await fourth.person.hears(new RegExp(`Bạn đang theo dõi ${main.code}`));
});

test('everyone who sent it hears of the answer once, each with their own code, though the job ran twice', async () => {
  await handler.does(main.code, 'accept');
  await handler.answers(main.code);
  for (const { person, code } of [main, second, third])
    await person.hears(new RegExp(`đã trả lời ${code}: .*"đã xong" hoặc "chưa xong"`, 's'));
  const answered = (await historyOf(life, main.code)).findLast(({ event }) => event === 'answered');
  const deps = { db: life.city.database.db, now: () => new Date(), publicUrl: life.city.url };
  await Promise.all([tellFollowers(answered?.id ?? 0, deps), tellFollowers(answered?.id ?? 0, deps)]);
  for (const { person } of [main, second, third]) {
    await person.heardInTheEnd();
    await hearsTimes(life, person, /đã trả lời/, 1);
  }
});

test('each rates for themselves, once; a follower’s "chưa xong" reopens the main report for all', async () => {
  await second.person.sends('chưa hài lòng');
  await second.person.hears(/điều chưa đạt/);
  await second.person.sends('3');
  await second.person.hears(new RegExp(`Đã lưu đánh giá "chưa hài lòng" cho ${second.code}`));
  await third.person.sends('hài lòng');
  await third.person.hears(new RegExp(`Đã lưu đánh giá "hài lòng" cho ${third.code}`));
  await third.person.sends(`${third.code} chấp nhận`);
  await third.person.hears(/mỗi kết quả đánh giá một lần/);
  expect(await tallyOf(life, 'rated')).toEqual({ [(await reportOf(life, main.code)).agencyCode ?? '']: 2 });

  await second.person.sends(`${second.code} chưa xong`);
  for (const { person, code } of [main, second, third])
    await person.hears(new RegExp(`${code} đã được mở lại vì có ý kiến việc chưa xong`));
  expect(await reportOf(life, main.code)).toMatchObject({ state: 'in_progress', level: 1, round: 2 });
  expect(await reportOf(life, second.code)).toMatchObject({ state: 'merged' });
  const rejected = (await historyOf(life, main.code)).find(({ event }) => event === 'result_rejected');
  expect(rejected).toMatchObject({ actorRole: 'follower', data: { by: 'follower' } });
});

test('only the reporter’s own word closes it; a follower is thanked and asked to rate', async () => {
  const { agencyCode } = await reportOf(life, main.code);
  const leader = await life.staff(['leader'], [agencyCode ?? '']);
  const evidenceIds = [await leader.proof(main.code, await picture())];
  await leader.does(main.code, 'answer', { text: answerText(), evidenceIds });
  for (const { person } of [main, second, third]) await hearsTimes(life, person, /đã trả lời/, 2);
  await third.person.sends('đã xong');
  await third.person.hears(/sẽ đóng khi người gửi phản ánh chính xác nhận/);
  expect((await reportOf(life, main.code)).state).toBe('answered');
  await main.person.sends('đã xong');
  await untilState(life, main.code, 'closed_confirmed');
});

test('whoever gathered others and withdraws leaves the matter to the first of them; nobody is left without news', async () => {
  const first = await reportsPothole(texts[0] ?? '');
  const heir = await reportsPothole(texts[1] ?? '');
  const other = await reportsPothole(texts[2] ?? '');
  for (const { code } of [heir, other]) await life.office.does(code, 'merge', { into: first.code });
  await first.person.sends(`rút phản ánh ${first.code}`);
  await first.person.hears(/^Đã rút phản ánh/);
  await heir.person.hears(new RegExp(`^${heir.code}: Đã chuyển đơn vị xử lý\\. UBND .* đang giữ`));
  const heirRow = await reportOf(life, heir.code);
  expect(heirRow).toMatchObject({ state: 'dispatched', mergedIntoId: null, traySince: null });
  expect(await armedOf(life, heir.code)).toEqual(['answer_breach', 'answer_delay', 'answer_warn', 'finish_breach']);
  expect(await reportOf(life, other.code)).toMatchObject({ state: 'merged', mergedIntoId: heirRow.id });
});

test('after all of it balance, chains and clocks hold, and nobody follows a report that is gone', async () => {
  await expectSound(life);
  const lost = await life.city.database.sql`
    select r.code from reports r left join reports m on m.id = r.merged_into_id
    where r.state = 'merged' and (m.id is null or m.state in ('merged', 'withdrawn', 'refused'))`;
  expect([...lost]).toEqual([]);
});
