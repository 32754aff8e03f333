import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overdueFrom } from '../../src/deadlines/policy.ts';
import type { Person } from '../conversation/talk.ts';
import {
  armedOf,
  CITY_OFFICE,
  clocksOf,
  escalationsOf,
  expectSound,
  hearsTimes,
  historyOf,
  LANG,
  type Life,
  passTime,
  reportOf,
  type Staff,
  startLife,
  timersOf,
  untilState,
  WEEK_MS,
} from './cast.ts';

const [A, B, C] = [LANG, 'ubnd-00235', 'so-xay-dung'];
const REASON = 'Tuyến này không thuộc đơn vị quản lý.';
const CLEAR = 'ổ gà to trước số 12 phố Láng Hạ, phường Láng, xe máy ngã liên tục';

let life: Life;
let atA: Staff;
let atB: Staff;
let atC: Staff;
let coordinator: Staff;
let leaderA: Staff;
beforeAll(async () => {
  life = await startLife();
  [atA, atB, atC, coordinator, leaderA] = await Promise.all([
    life.staff(['handler'], [A]),
    life.staff(['handler'], [B]),
    life.staff(['handler'], [C]),
    life.staff(['handler'], [CITY_OFFICE]),
    life.staff(['leader'], [A]),
  ]);
});
afterAll(() => life?.stop());

async function dispatched(): Promise<{ person: Person; code: string }> {
  const reported = await life.reported(CLEAR);
  await untilState(life, reported.code, 'dispatched');
  return reported;
}

describe('whose it is', () => {
  test('the third "not mine" goes to the coordinator with the trail, into the tray, and the coordinator’s word is no fourth', async () => {
    const { person, code } = await dispatched();
    const { answerDueAt } = await reportOf(life, code);
    await atA.does(code, 'hand-over', { agencyCode: B, reason: REASON });
    await atB.does(code, 'accept');
    await atB.does(code, 'hand-over', { agencyCode: C, reason: REASON });
    expect(await reportOf(life, code)).toMatchObject({ state: 'dispatched', handOvers: 2, acceptedAt: null });
    await atC.does(code, 'hand-over', { agencyCode: A, reason: REASON });
    await person.hears(/chưa xác định được đơn vị chịu trách nhiệm nên đã chuyển Văn phòng UBND thành phố quyết định/);
    const quarrel = await reportOf(life, code);
    expect(quarrel).toMatchObject({
      ...{ state: 'dispatched', agencyCode: CITY_OFFICE, handOvers: 3, trayReasons: ['ping_pong'] },
      answerDueAt,
    });
    expect(quarrel.traySince).not.toBeNull();
    const trail = (await historyOf(life, code)).filter(({ event }) => /handed_over|sent_to/.test(event));
    expect(trail.map(({ event, data }) => [event, data.from, data.agencyCode, data.proposedAgency])).toEqual([
      ['handed_over', A, B, undefined],
      ['handed_over', B, C, undefined],
      ['sent_to_coordinator', C, CITY_OFFICE, A],
    ]);
    expect(await escalationsOf(life, code)).toMatchObject([
      { kind: 'ping_pong', fromAgency: C, toAgency: CITY_OFFICE, level: 2, status: 'open' },
    ]);

    await coordinator.does(code, 'hand-over', { agencyCode: B, reason: 'Đoạn này do phường Đống Đa quản lý.' });
    await hearsTimes(life, person, /thuộc trách nhiệm của UBND phường Đống Đa/, 2);
    expect(await reportOf(life, code)).toMatchObject({ agencyCode: B, handOvers: 3, traySince: null, answerDueAt });
    expect(await escalationsOf(life, code)).toMatchObject([
      { status: 'settled', decision: 'Đoạn này do phường Đống Đa quản lý.' },
    ]);
    expect((await historyOf(life, code)).at(-1)?.data).toMatchObject({ why: 'returned' });
    await atB.does(code, 'accept');
    await atB.answers(code);
    await person.hears(/UBND phường Đống Đa đã trả lời/);
  });

  test('a quarrel the coordinator keeps leaves the tray as soon as it is accepted', async () => {
    const { code } = await dispatched();
    for (const [from, to] of [
      [atA, B],
      [atB, C],
      [atC, A],
    ] as const)
      await from.does(code, 'hand-over', { agencyCode: to, reason: REASON });
    await coordinator.does(code, 'accept');
    expect(await reportOf(life, code)).toMatchObject({ state: 'in_progress', traySince: null, trayReasons: [] });
  });

  test('beyond authority: the superior holds it with the proposal, and what it gives back does not count as "not mine"', async () => {
    const { person, code } = await dispatched();
    await atA.does(code, 'accept');
    const { answerDueAt } = await reportOf(life, code);
    const proposal = 'Đề nghị Sở Xây dựng bố trí vốn thảm lại toàn tuyến phố.';
    expect((await atA.tries(code, 'escalate', { superiorAgency: C, proposal: 'Xin chỉ đạo.' })).body.code).toBe(
      'proposal_missing',
    );
    await atA.does(code, 'escalate', { superiorAgency: C, proposal });
    await person.hears(/vượt thẩm quyền của UBND phường Láng, đã báo cáo Sở Xây dựng kèm đề xuất/);
    expect(await reportOf(life, code)).toMatchObject({ state: 'dispatched', agencyCode: C, handOvers: 0, answerDueAt });
    expect(await escalationsOf(life, code)).toMatchObject([
      { kind: 'beyond_authority', fromAgency: A, toAgency: C, proposal, status: 'open' },
    ]);
    await atC.does(code, 'hand-over', { agencyCode: A, reason: 'Đồng ý phương án, giao phường thực hiện.' });
    expect(await reportOf(life, code)).toMatchObject({ state: 'dispatched', agencyCode: A, handOvers: 0, answerDueAt });
    expect(await escalationsOf(life, code)).toMatchObject([
      { status: 'settled', decision: 'Đồng ý phương án, giao phường thực hiện.' },
    ]);
    await atA.does(code, 'accept');
    await atA.answers(code);
    await person.hears(/UBND phường Láng đã trả lời/);
  });
});

describe('more time', () => {
  test('is told with the reason before the old date, moves due times and timers, and a normal report gets it once', async () => {
    const { person, code } = await dispatched();
    await atA.does(code, 'accept');
    const before = await reportOf(life, code);
    const reason = 'Chờ vật liệu bê tông nhựa nóng về kho.';
    const tooLong = await atA.tries(code, 'extend', { hours: 41, reason });
    expect(tooLong).toMatchObject({ status: 409, body: { code: 'extension_not_allowed' } });
    await atA.does(code, 'extend', { hours: 40, reason });
    await person.hears(/UBND phường Láng xin lỗi: HN-\S+ chưa xong vì chờ vật liệu .* Hạn mới: /);
    const after = await reportOf(life, code);
    expect(after.extensions).toBe(1);
    expect(after.answerDueAt?.getTime()).toBeGreaterThan((before.answerDueAt?.getTime() ?? 0) + 6 * 24 * 3_600_000);
    expect(after.finishDueAt?.getTime()).toBeGreaterThan(before.finishDueAt?.getTime() ?? 0);
    expect(after.dueAt).toEqual(after.answerDueAt);
    const [breach] = await life.city.database.sql`
      select run_at from timers where report_id = ${after.id} and kind = 'answer_breach' and finished_at is null`;
    expect(breach?.run_at).toEqual(overdueFrom(after.answerDueAt ?? new Date(0)));
    const again = await atA.tries(code, 'extend', { hours: 8, reason });
    expect(again).toMatchObject({ status: 409, body: { code: 'extension_not_allowed' } });
    expect(again.body.detail).toMatch(/chỉ được gia hạn 1 lần/);
    expect((await historyOf(life, code)).at(-1)).toMatchObject({ event: 'extended', isPublic: true, reason });
  });

  test('after the due time there is none', async () => {
    const { person, code } = await dispatched();
    await atA.does(code, 'accept');
    await passTime(life, code, 3 * WEEK_MS);
    await person.hears(/đã quá hạn/);
    const late = await atA.tries(code, 'extend', { hours: 8, reason: 'Chờ vật liệu về kho.' });
    expect(late).toMatchObject({ status: 409, body: { code: 'due_has_passed' } });
    expect(await reportOf(life, code)).toMatchObject({ extensions: 0 });
  });

  test('a complex report gets it twice, the second time from a leader only', async () => {
    const { person, code } = await dispatched();
    await life.city.database.sql`update reports set priority_class = 'complex' where code = ${code}`;
    await atA.does(code, 'accept');
    const reason = 'Phải khảo sát địa chất trước khi thi công.';
    await atA.does(code, 'extend', { hours: 80, reason });
    const first = await reportOf(life, code);
    const refused = await atA.tries(code, 'extend', { hours: 40, reason });
    expect(refused).toMatchObject({ status: 409, body: { code: 'extension_not_allowed' } });
    expect(refused.body.detail).toMatch(/chỉ lãnh đạo đơn vị được quyết định/);
    await leaderA.does(code, 'extend', { hours: 40, reason });
    await hearsTimes(life, person, /Hạn mới: /, 2);
    const second = await reportOf(life, code);
    expect(second.extensions).toBe(2);
    expect(second.answerDueAt?.getTime()).toBeGreaterThan(first.answerDueAt?.getTime() ?? 0);
    expect((await leaderA.tries(code, 'extend', { hours: 8, reason })).body.code).toBe('extension_not_allowed');
    expect((await clocksOf(life, code)).answer?.extensions.map(({ minutes }) => minutes)).toEqual([4800, 2400]);
  });
});

describe('passing on what is late', () => {
  test('does not end the delay: it stays before the body above, and its time runs', async () => {
    const { person, code } = await dispatched();
    await passTime(life, code, 3 * WEEK_MS);
    await person.hears(/đã quá hạn .* Văn phòng UBND thành phố đã được báo/);
    await atA.does(code, 'hand-over', { agencyCode: C, reason: REASON });
    await person.hears(/thuộc trách nhiệm của Sở Xây dựng/);
    expect(await escalationsOf(life, code)).toContainEqual(
      expect.objectContaining({ kind: 'overdue', toAgency: CITY_OFFICE, status: 'open' }),
    );
    expect(await timersOf(life, code)).toMatchObject({ answer_breach: 'fired', escalation_due: 'armed' });
    expect(await armedOf(life, code)).toEqual(['escalation_due']);
    await atC.does(code, 'accept');
    await atC.answers(code);
    const open = (await escalationsOf(life, code)).filter(({ status }) => status === 'open');
    expect(open).toEqual([]);
  });
});

test('after all of it balance, chains and clocks hold', () => expectSound(life));
