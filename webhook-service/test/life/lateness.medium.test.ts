import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { overdueFrom } from '../../src/deadlines/policy.ts';
import { fireDueTimers } from '../../src/reports/fire-timers.ts';
import { createSetting } from '../../src/reports/perform/setting.ts';
import type { Person } from '../conversation/talk.ts';
import {
  armedOf,
  CITY_OFFICE,
  escalationsOf,
  eventsOf,
  expectSound,
  hearsTimes,
  historyOf,
  LANG,
  type Life,
  passTime,
  reportOf,
  ring,
  type Staff,
  startLife,
  tallyOf,
  timersOf,
  untilState,
  WEEK_MS,
} from './cast.ts';

const CLEAR = 'ổ gà to trước số 12 phố Láng Hạ, phường Láng, xe máy ngã liên tục';
const DRAINAGE = 'thoat-nuoc';

let life: Life;
let handler: Staff;
let drainage: Staff;
beforeAll(async () => {
  life = await startLife();
  // Every timer may be taken by either worker.
  await life.city.startWorker();
  [handler, drainage] = await Promise.all([life.staff(['handler'], [LANG]), life.staff(['handler'], [DRAINAGE])]);
});
afterAll(() => life?.stop());

async function accepted(): Promise<{ person: Person; code: string }> {
  const reported = await life.reported(CLEAR);
  await untilState(life, reported.code, 'dispatched');
  await handler.does(reported.code, 'accept');
  return reported;
}

/** The alarms ring again, in two more replicas at once, as a queue that delivers twice would have it. */
async function alarmsAgain(): Promise<void> {
  const now = () => new Date();
  const deps = {
    db: life.city.database.db,
    now,
    observe: () => {},
    setting: createSetting(now),
    publicUrl: life.city.url,
  };
  const once = () => waitFor(async () => (await fireDueTimers(deps)) >= 0, { what: 'the alarms to be done' });
  await Promise.all([once(), once()]);
}

describe('an answer that does not come', () => {
  let person: Person;
  let code: string;

  test('first the agency is warned, which the citizen does not see', async () => {
    ({ person, code } = await accepted());
    const before = (await person.heardInTheEnd()).length;
    await ring(life, code, 'answer_warn');
    expect((await historyOf(life, code)).at(-1)).toMatchObject({ event: 'due_soon', isPublic: false });
    expect(await person.heardInTheEnd()).toHaveLength(before);
    expect((await reportOf(life, code)).state).toBe('in_progress');
  });

  test('then the citizen hears of the delay before it is one, once', async () => {
    await ring(life, code, 'answer_delay');
    await alarmsAgain();
    await hearsTimes(life, person, /có thể bị chậm: UBND phường Láng chưa trả lời, hạn là/, 1);
    expect((await historyOf(life, code)).at(-1)).toMatchObject({ event: 'delay_announced', isPublic: true });
    expect((await reportOf(life, code)).overdueAt).toBeNull();
    expect(await escalationsOf(life, code)).toEqual([]);
  });

  test('when the due time has passed: an apology that names the superior and its time, and the superior is told', async () => {
    await passTime(life, code, 3 * WEEK_MS);
    await person.hears(/đã quá hạn/);
    await alarmsAgain();
    await hearsTimes(
      life,
      person,
      /đã quá hạn .*Xin lỗi vì sự chậm trễ\. UBND phường Láng vẫn đang giữ; Văn phòng UBND thành phố đã được báo và phải có ý kiến trước \d\d:\d\d/,
      1,
    );
    const report = await reportOf(life, code);
    expect(report.overdueAt).not.toBeNull();
    const [raised, ...more] = await escalationsOf(life, code);
    expect(more.filter(({ toAgency }) => toAgency !== CITY_OFFICE)).toEqual([]);
    expect(raised).toMatchObject({ kind: 'overdue', fromAgency: LANG, toAgency: CITY_OFFICE, status: 'open' });
    const [timer] = await life.city.database.sql`
      select run_at from timers where report_id = ${report.id} and kind = 'escalation_due'`;
    expect(timer?.run_at).toEqual(overdueFrom(raised?.dueAt ?? new Date(0)));
    expect(await armedOf(life, code)).toEqual(['escalation_due']);
    expect(await tallyOf(life, 'overdue')).toEqual({ [LANG]: 1 });
    expect((await eventsOf(life, code)).slice(-5)).toEqual(
      expect.arrayContaining(['(due_soon)', 'delay_announced', 'overdue', '(unfinished)']),
    );
  });

  test('nor does the superior: that is on record once, and rings no more', async () => {
    await ring(life, code, 'escalation_due');
    await alarmsAgain();
    const events = await eventsOf(life, code);
    expect(events.filter((event) => event === '(escalation_overdue)')).toHaveLength(1);
    for (const event of ['(due_soon)', 'delay_announced', 'overdue', '(unfinished)'])
      expect(
        events.filter((one) => one === event),
        event,
      ).toHaveLength(1);
    expect(await armedOf(life, code)).toEqual([]);
  });

  test('the answer that comes at last is late for good, and settles what was raised', async () => {
    await handler.answers(code);
    await person.hears(/UBND phường Láng đã trả lời/);
    expect(await tallyOf(life, 'answered_late')).toEqual({ [LANG]: 1 });
    expect(await tallyOf(life, 'answered_on_time')).toEqual({});
    expect((await historyOf(life, code)).at(-1)).toMatchObject({ event: 'answered', data: { onTime: false } });
    expect((await escalationsOf(life, code)).map(({ status }) => status)).not.toContain('open');
    expect(await armedOf(life, code)).toEqual(['confirm_timeout']);
  });

  test('after "chưa xong" nothing of the old delay is left: a new due time, no mark of lateness', async () => {
    await person.sends('chưa xong');
    const report = await untilState(life, code, 'in_progress');
    expect(report).toMatchObject({ round: 2, overdueAt: null });
    expect(report.answerDueAt?.getTime()).toBeGreaterThan(Date.now());
    expect(await armedOf(life, code)).toEqual(expect.arrayContaining(['answer_breach', 'answer_delay', 'answer_warn']));
    // Late once more: told again, and put before the city office anew.
    await passTime(life, code, 3 * WEEK_MS);
    await hearsTimes(life, person, /đã quá hạn .*phải có ý kiến trước/, 2);
    expect(await tallyOf(life, 'overdue')).toEqual({ [LANG]: 2 });
  });
});

test('a body that was told of the whole case before is told of the answer anew, with a time still to come', async () => {
  const { person, code } = await accepted();
  await ring(life, code, 'finish_breach');
  expect(await escalationsOf(life, code)).toMatchObject([{ kind: 'overdue', toAgency: CITY_OFFICE, status: 'open' }]);
  await passTime(life, code, 3 * WEEK_MS);
  await person.hears(/đã quá hạn/);
  const raised = await escalationsOf(life, code);
  expect(raised).toHaveLength(2);
  expect(raised[0]?.dueAt?.getTime()).toBeLessThan(Date.now());
  expect(raised[1]?.dueAt?.getTime()).toBeGreaterThan(Date.now());
  const overdue = (await historyOf(life, code)).find(({ event }) => event === 'overdue');
  expect(overdue?.data.actBy).toBe(raised[1]?.dueAt?.toISOString());
  expect(await armedOf(life, code)).toEqual(['escalation_due']);
});

test('a firm’s delay goes to the department above it first, then to the city office', async () => {
  const { person, code } = await accepted();
  await handler.does(code, 'hand-over', { agencyCode: DRAINAGE, reason: 'Hố ga do xí nghiệp thoát nước quản lý.' });
  await passTime(life, code, 3 * WEEK_MS);
  await person.hears(/vẫn đang giữ; Sở Xây dựng đã được báo và phải có ý kiến trước/);
  const toDepartment = (await escalationsOf(life, code)).filter(({ toAgency }) => toAgency === 'so-xay-dung');
  expect(toDepartment).toMatchObject([{ kind: 'overdue', level: 1, status: 'open' }]);
  await ring(life, code, 'escalation_due');
  expect(await escalationsOf(life, code)).toContainEqual(
    expect.objectContaining({ kind: 'overdue', level: 2, toAgency: CITY_OFFICE, status: 'open' }),
  );
  await drainage.does(code, 'accept');
  await drainage.answers(code);
  expect((await escalationsOf(life, code)).map(({ status }) => status)).not.toContain('open');
});

test('a report forgotten in the tray: apology, the city office is told; once dispatched that delay is over', async () => {
  const { person, code } = await life.reported('nắp cống bị mất, phường Láng');
  await waitFor(async () => (await reportOf(life, code)).traySince !== null, { what: 'the tray' });
  await ring(life, code, 'accept_warn');
  expect((await historyOf(life, code)).at(-1)).toMatchObject({ event: 'due_soon', isPublic: false });
  await passTime(life, code, WEEK_MS);
  await person.hears(/đã quá hạn .*Cán bộ tiếp nhận vẫn đang giữ; Văn phòng UBND thành phố đã được báo/);
  await alarmsAgain();
  await hearsTimes(life, person, /đã quá hạn/, 1);
  expect(await escalationsOf(life, code)).toMatchObject([
    { kind: 'overdue', fromAgency: null, toAgency: CITY_OFFICE, status: 'open' },
  ]);
  await life.office.does(code, 'dispatch', { agencyCode: LANG, categoryCode: 'GT-02' });
  expect(await escalationsOf(life, code)).toMatchObject([{ status: 'settled' }]);
  expect(await reportOf(life, code)).toMatchObject({ state: 'dispatched', overdueAt: null });
  expect(await timersOf(life, code)).toMatchObject({ accept_warn: 'fired', accept_breach: 'fired' });
  expect(await armedOf(life, code)).toEqual(expect.arrayContaining(['answer_breach', 'answer_delay', 'answer_warn']));
});

test('after all of it balance, chains and clocks hold', () => expectSound(life));
