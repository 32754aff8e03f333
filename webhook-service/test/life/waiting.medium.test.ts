import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import type { Person } from '../conversation/talk.ts';
import {
  armedOf,
  clocksOf,
  eventsOf,
  expectSound,
  hearsTimes,
  LANG,
  type Life,
  questionsOf,
  reportOf,
  ring,
  type Staff,
  startLife,
  untilState,
} from './cast.ts';

let life: Life;
let handler: Staff;
beforeAll(async () => {
  life = await startLife();
  handler = await life.staff(['handler'], [LANG]);
});
afterAll(() => life?.stop());

const UNCLEAR = 'nắp cống bị mất, phường Láng';
const CLEAR = 'ổ gà to trước số 12 phố Láng Hạ, phường Láng, xe máy ngã liên tục';

async function inTray(): Promise<{ person: Person; code: string }> {
  const reported = await life.reported(UNCLEAR);
  await waitFor(async () => (await reportOf(life, reported.code)).traySince !== null, { what: 'the tray' });
  return reported;
}

async function dispatched(): Promise<{ person: Person; code: string }> {
  const reported = await life.reported(CLEAR);
  await untilState(life, reported.code, 'dispatched');
  return reported;
}

describe('a question nobody replies to', () => {
  test('goes back to the agency when its time is up: told, and the clock runs on', async () => {
    const { person, code } = await dispatched();
    await handler.does(code, 'accept');
    await handler.does(code, 'ask', { question: 'Ổ gà sâu khoảng bao nhiêu?' });
    expect((await handler.tries(code, 'ask', { question: 'Ổ gà rộng khoảng bao nhiêu?' })).body.code).toBe(
      'awaiting_citizen',
    );
    await ring(life, code, 'wait_timeout');
    await person.hears(/Chưa nhận được bổ sung cho HN-\S+ UBND phường Láng tiếp tục .* Hạn mới: /);
    const report = await reportOf(life, code);
    expect(report).toMatchObject({ state: 'in_progress', resumeState: null, questionsAsked: 1 });
    const { answer, finish } = await clocksOf(life, code);
    expect(report.dueAt).toEqual(answer?.dueAt);
    expect(answer?.pauses).toHaveLength(1);
    expect(finish?.dueAt).not.toBeNull();
    expect(await questionsOf(life, code)).toMatchObject([{ state: 'timed_out', reply: null }]);
    expect(await armedOf(life, code)).toEqual(['answer_breach', 'answer_delay', 'answer_warn', 'finish_breach']);

    // Asked again, the same kind of timer is armed again.
    await handler.does(code, 'ask', { question: 'Ổ gà rộng khoảng bao nhiêu?' });
    expect(await armedOf(life, code)).toEqual(['wait_timeout']);
    expect((await reportOf(life, code)).answerDueAt).toBeNull();
    await person.sends(`${code} rộng nửa mét`);
    await untilState(life, code, 'in_progress');
    expect((await clocksOf(life, code)).answer?.pauses).toHaveLength(2);
  });

  test('asked at intake and not replied to, it may be refused as unclear; the citizen may object once and it is looked at again', async () => {
    const { person, code } = await inTray();
    const early = await life.office.tries(code, 'refuse', { reason: 'unclear' });
    expect(early).toMatchObject({ status: 409, body: { code: 'ask_before_unclear' } });
    await life.office.does(code, 'ask', { question: 'Nắp cống ở số nhà bao nhiêu, phố nào?' });
    await person.hears(/^Cán bộ tiếp nhận cần thêm thông tin cho HN-/);
    const asked = await reportOf(life, code);
    expect(asked).toMatchObject({ state: 'awaiting_citizen', resumeState: 'received' });
    expect((await clocksOf(life, code)).accept?.dueAt).toBeNull();
    expect(await armedOf(life, code)).toEqual(['wait_timeout']);

    await ring(life, code, 'wait_timeout');
    await person.hears(/Chưa nhận được bổ sung cho HN-\S+ Cán bộ tiếp nhận tiếp tục/);
    const back = await reportOf(life, code);
    expect(back).toMatchObject({ state: 'received', questionsAsked: 1 });
    expect(back.traySince).not.toBeNull();
    expect(await armedOf(life, code)).toEqual(['accept_breach', 'accept_warn']);

    await life.office.does(code, 'refuse', { reason: 'unclear' });
    await person.hears(
      /không thể tiếp nhận HN-\S+ vì chưa đủ thông tin .* nhắn "HN-\S+ xem lại" để được xem lại một lần/,
    );
    expect(await reportOf(life, code)).toMatchObject({ state: 'refused', refusalReason: 'unclear', traySince: null });
    expect(await armedOf(life, code)).toEqual([]);

    await person.sends(`${code} xem lại`);
    await person.hears(/được xem lại theo đề nghị của bạn/);
    const objected = await reportOf(life, code);
    expect(objected).toMatchObject({
      state: 'received',
      refusalReason: null,
      objections: 1,
      trayReasons: ['objection'],
      closedAt: null,
    });
    const { accept, finish } = await clocksOf(life, code);
    expect(accept).toMatchObject({ metAt: null, outcome: null });
    expect(finish).toMatchObject({ metAt: null, outcome: null });
    expect(objected.dueAt).toEqual(accept?.dueAt);
    expect(await armedOf(life, code)).toEqual(['accept_breach', 'accept_warn']);

    await life.office.does(code, 'dispatch', { agencyCode: LANG, categoryCode: 'GT-02' });
    await person.hears(/đã chuyển UBND phường Láng xử lý/);
    expect(await reportOf(life, code)).toMatchObject({ state: 'dispatched', traySince: null, categoryCode: 'GT-02' });
    expect((await clocksOf(life, code)).answer?.metAt).toBeNull();
    const events = await eventsOf(life, code);
    expect(events.filter((event) => event !== '(classified)')).toEqual([
      ...['received', '(put_into_tray)', 'citizen_asked', 'wait_timed_out', 'refused', 'objected', 'dispatched'],
    ]);
    await person.sends(`${code} xem lại`);
    await person.hears(/không bị từ chối nên không cần xem lại/);
  });

  test('the second refusal is final: objecting again is refused kindly and changes nothing', async () => {
    const { person, code } = await inTray();
    await life.office.does(code, 'refuse', { reason: 'civil_dispute' });
    await person.hears(/tổ hòa giải ở cơ sở hoặc tòa án.*xem lại/s);
    await person.sends('xem lại');
    await untilState(life, code, 'received');
    await life.office.does(code, 'refuse', { reason: 'civil_dispute', where: 'Tổ hòa giải số 3, phường Láng' });
    await hearsTimes(life, person, /không thể tiếp nhận/, 2);
    const last = (await life.city.heard(person.id)).at(-1) ?? '';
    expect(last).toMatch(/Tổ hòa giải số 3, phường Láng/);
    expect(last).not.toMatch(/xem lại/);
    await person.sends(`${code} xem lại`);
    await person.hears(/đã được xem lại một lần theo đề nghị của bạn/);
    expect(await reportOf(life, code)).toMatchObject({ state: 'refused', objections: 1 });
  });
});

describe('withdrawing', () => {
  test('is done at once while nobody has begun, and ends every clock and timer', async () => {
    const { person, code } = await dispatched();
    await person.sends(`rút phản ánh ${code}`);
    await person.hears(/^Đã rút phản ánh HN-/);
    expect(await reportOf(life, code)).toMatchObject({ state: 'withdrawn', dueAt: null });
    const { answer, finish } = await clocksOf(life, code);
    expect([answer?.outcome, finish?.outcome]).toEqual(['needless', 'needless']);
    expect(await armedOf(life, code)).toEqual([]);
    expect((await handler.tries(code, 'accept')).body.code).toBe('already_withdrawn');
  });

  test('while an intake question is open closes the question too', async () => {
    const { person, code } = await inTray();
    await life.office.does(code, 'ask', { question: 'Nắp cống ở số nhà bao nhiêu, phố nào?' });
    await person.hears(/^Cán bộ tiếp nhận cần thêm thông tin cho HN-/);
    await person.sends(`rút phản ánh ${code}`);
    await person.hears(/^Đã rút phản ánh HN-/);
    expect(await questionsOf(life, code)).toMatchObject([{ state: 'withdrawn' }]);
    expect(await reportOf(life, code)).toMatchObject({ state: 'withdrawn', traySince: null });
    expect(await armedOf(life, code)).toEqual([]);
  });

  test('once the agency has begun is refused with the reason, and nothing changes', async () => {
    const { person, code } = await dispatched();
    await handler.does(code, 'accept');
    await person.sends(`rút phản ánh ${code}`);
    await person.hears(/chưa rút được vì UBND phường Láng đã bắt đầu xử lý/);
    await handler.does(code, 'ask', { question: 'Ổ gà sâu khoảng bao nhiêu?' });
    await person.hears(/cần thêm thông tin/);
    await person.sends(`rút phản ánh ${code}`);
    await hearsTimes(life, person, /chưa rút được vì/, 2);
    expect(await reportOf(life, code)).toMatchObject({ state: 'awaiting_citizen', resumeState: 'in_progress' });
  });
});

test('what lies outside Hà Nội is refused by the system alone, with where to turn; an objection brings a person', async () => {
  const person = await life.person();
  await person.sends(
    { act: 'location', latitude: 10.7769, longitude: 106.7009 },
    'ổ gà to giữa đường, xe máy ngã liên tục',
  );
  await person.hears(/không thể tiếp nhận HN-\S+ vì nơi xảy ra nằm ngoài địa bàn/);
  const code = await person.code();
  expect(await reportOf(life, code)).toMatchObject({ state: 'refused', refusalReason: 'out_of_area' });
  expect(await eventsOf(life, code)).toEqual(['received', 'refused']);
  await person.sends(`${code} xem lại`);
  await person.hears(/được xem lại theo đề nghị của bạn/);
  await person.heardInTheEnd();
  expect(await reportOf(life, code)).toMatchObject({ state: 'received', trayReasons: ['objection'] });
});

test('after all of it balance, chains and clocks hold', () => expectSound(life));
