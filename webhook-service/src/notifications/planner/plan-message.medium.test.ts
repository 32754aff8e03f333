import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { channelPauses, consents, escalations } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import type { PlannerDeps } from './deps.ts';
import type { CitizenRow, OutboxRow } from './facts.ts';
import { planMessage } from './plan-message.ts';
import { loadTemplates } from './read-templates.ts';
import { noTemplates } from './templates.ts';
import { hoursBefore, noon } from './testing/facts.ts';
import { rowsIn } from './testing/rows.ts';

const EXAMPLE = new URL('../../../../docs/zalo-templates.example.json', import.meta.url).pathname;
const { templates } = loadTemplates(EXAMPLE);

let database: TestDatabase;
let clients: DatabaseClients;
let rows: ReturnType<typeof rowsIn>;

beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 2 });
  rows = rowsIn(clients.db);
});
beforeEach(async () => {
  await clients.db.delete(channelPauses);
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const plan = (message: OutboxRow, citizen: CitizenRow, deps: Partial<PlannerDeps> = {}) =>
  planMessage(clients.db, message, citizen, {
    now: () => noon,
    templates,
    paidDongPerDay: 1_000,
    paidPerPersonPerDay: 3,
    freeRepliesPerWindow: 8,
    miniappConfigured: true,
    miniappId: '3350917264850192736',
    znsConfigured: true,
    describe: async (_tx, code, language) => ({
      ...{ code, state: language === 'vi' ? 'Đã có kết quả' : 'Answered', agency: null, dueAt: null },
      link: `https://phananh.example.vn/tra-cuu/${code}`,
    }),
    ...deps,
  });

const inMiniApp = { userIdByApp: '5036271849506172839', notifyAllowed: true, miniappOpenedAt: hoursBefore(24) };
const lastMonth = { lastInteractionAt: hoursBefore(24 * 30) };
const yesterday = { lastInteractionAt: hoursBefore(24) };

async function answerFor(citizen: CitizenRow, report: Parameters<typeof rows.report>[1] = {}) {
  const { id, code } = await rows.report(citizen.id, report);
  return { code, message: await rows.message(citizen.id, { reportId: id }) };
}

test('while the chat is open everything goes through it', async () => {
  const citizen = await rows.citizen(yesterday);
  const { message } = await answerFor(citizen);
  expect(await plan(message, citizen)).toEqual({
    do: 'send',
    channel: 'cs',
    dong: 0,
    steps: [{ channel: 'cs', verdict: 'chosen', why: 'window_open' }],
  });
});

describe('free messages are counted', () => {
  test('from the last interaction on, those of unknown fate among them', async () => {
    const citizen = await rows.citizen(yesterday);
    const after = hoursBefore(2);
    for (const sent of [
      { channel: 'cs', state: 'accepted', acceptedAt: after },
      { channel: 'cs', state: 'unsure', claimedAt: after },
      { channel: 'cs', state: 'accepted', acceptedAt: hoursBefore(30) },
      { channel: 'miniapp', state: 'accepted', acceptedAt: after },
    ] as const) {
      await rows.message(citizen.id, { kind: 'dispatched', ...sent });
    }
    const news = await rows.message(citizen.id, {
      kind: 'dispatched',
      channel: 'cs',
      state: 'sending',
      claimedAt: after,
    });
    expect(await plan(news, citizen, { freeRepliesPerWindow: 4 })).toMatchObject({ do: 'send', channel: 'cs' });
    const kept = await plan(news, citizen, { freeRepliesPerWindow: 3 });
    expect(kept.steps[0]).toMatchObject({ why: 'last_slot_kept' });
  });
});

describe('outside the chat', () => {
  test('the Mini App tells of the result, with a link that opens the report there', async () => {
    const citizen = await rows.citizen({ ...lastMonth, ...inMiniApp });
    const { message, code } = await answerFor(citizen);
    expect(await plan(message, citizen)).toMatchObject({
      channel: 'miniapp',
      template: {
        templateId: '00126fd75392bacce383',
        data: {
          title: 'Phản ánh của bạn đã có kết quả',
          contentTitle: code,
          contentDescription: message.text,
          buttonUrl: `https://zalo.me/s/3350917264850192736/reports/${code}`,
        },
      },
    });
    const unlinked = await plan(message, citizen, { miniappId: null });
    expect(unlinked).toMatchObject({ do: 'send', channel: 'uid' });
  });

  test('the Mini App tells once a day of one report, and three times in all', async () => {
    const citizen = await rows.citizen({ ...lastMonth, ...inMiniApp });
    const { message } = await answerFor(citizen);
    const earlier = await rows.message(citizen.id, { reportId: message.reportId });
    await rows.cost(earlier, { channel: 'miniapp', dong: 0, day: '2026-10-04' });
    expect(await plan(message, citizen)).toMatchObject({ channel: 'miniapp' });
    const today = await rows.message(citizen.id, { reportId: message.reportId });
    await rows.cost(today, { channel: 'miniapp', dong: 0 });
    expect((await plan(message, citizen)).steps[1]).toMatchObject({ why: 'told_about_report' });
    const { message: other } = await answerFor(citizen);
    expect(await plan(other, citizen)).toMatchObject({ channel: 'miniapp' });
    for (let count = 0; count < 2; count++) {
      await rows.cost((await answerFor(citizen)).message, { channel: 'miniapp', dong: 0 });
    }
    expect((await plan(other, citizen)).steps[1]).toMatchObject({ why: 'told_enough' });
  });

  test('a template is filled with how the report stands, in its own language', async () => {
    const citizen = await rows.citizen({ ...lastMonth, language: 'en' });
    const { message, code } = await answerFor(citizen);
    expect(await plan(message, citizen)).toMatchObject({
      channel: 'uid',
      dong: 200,
      template: {
        templateId: '418273',
        data: {
          ma_phan_anh: code,
          trang_thai: 'Đã có kết quả',
          don_vi: expect.stringMatching(/^UBND /),
          duong_dan: `https://phananh.example.vn/tra-cuu/${code}`,
        },
      },
    });
  });

  test('a due time stands in a template in twenty characters', async () => {
    const citizen = await rows.citizen(lastMonth);
    const { message } = await answerFor(citizen, { dueAt: new Date('2026-10-13T09:30:00Z') });
    const late = await rows.message(citizen.id, { kind: 'overdue', reportId: message.reportId });
    expect(await plan(late, citizen)).toMatchObject({ template: { data: { han_moi: '16:30 13/10/2026' } } });
    const undated = await answerFor(citizen);
    const other = await rows.message(citizen.id, { kind: 'overdue', reportId: undated.message.reportId });
    expect((await plan(other, citizen)).steps).toContainEqual({
      channel: 'uid',
      verdict: 'no',
      why: 'template_unfit',
      detail: 'han_moi',
    });
  });

  test('an apology names the time of the body that was told, never the one that has passed', async () => {
    const citizen = await rows.citizen(lastMonth);
    const { message } = await answerFor(citizen, { dueAt: hoursBefore(1) });
    const late = await rows.message(citizen.id, { kind: 'overdue', reportId: message.reportId });
    expect(await plan(late, citizen)).toMatchObject({ do: 'hold' });

    await clients.db.insert(escalations).values({
      ...{ reportId: message.reportId ?? 0, kind: 'overdue', toAgency: 'ubnd-00199', level: 2 },
      ...{ raisedAt: noon, dueAt: new Date('2026-10-14T09:30:00Z') },
    });
    expect(await plan(late, citizen)).toMatchObject({ template: { data: { han_moi: '16:30 14/10/2026' } } });
  });

  test('a message about no report fits no template', async () => {
    const citizen = await rows.citizen({ ...lastMonth, ...inMiniApp });
    const plans = await plan(await rows.message(citizen.id), citizen);
    expect(plans.steps.filter(({ why }) => why === 'template_unfit')).toHaveLength(2);
    expect(plans).toMatchObject({ do: 'hold', why: 'no_way' });
  });

  test('without templates only the chat is left', async () => {
    const citizen = await rows.citizen({ ...lastMonth, ...inMiniApp });
    const { message } = await answerFor(citizen);
    expect(await plan(message, citizen, { templates: noTemplates })).toMatchObject({ do: 'hold', why: 'no_way' });
  });
});

describe('the phone', () => {
  const consent = (citizenId: number, given: boolean, purpose: 'contact' | 'publish' = 'contact') =>
    clients.db.insert(consents).values({
      ...{ citizenId, purpose, given, version: '1', wording: 'Đồng ý', language: 'vi', source: 'miniapp', at: noon },
    });

  test('is used by the latest word of consent, also when the OA is blocked', async () => {
    const citizen = await rows.citizen({ ...lastMonth, phoneEnc: 'sealed', blockedAt: hoursBefore(3) });
    const { message } = await answerFor(citizen);
    const way = async () => {
      const made = await plan(message, citizen);
      return made.do === 'send' ? made.channel : made.do;
    };
    await consent(citizen.id, true, 'publish');
    expect(await way()).toBe('hold');
    await consent(citizen.id, true);
    expect(await way()).toBe('zns');
    await consent(citizen.id, false);
    expect(await way()).toBe('hold');
  });

  test('is not used for a person without a number', async () => {
    const citizen = await rows.citizen({ ...lastMonth, blockedAt: hoursBefore(3) });
    await consent(citizen.id, true);
    const { message } = await answerFor(citizen);
    expect((await plan(message, citizen)).steps.at(-1)).toMatchObject({ channel: 'zns', why: 'no_phone' });
  });
});

describe('for everybody', () => {
  test('what was spent or put aside today counts against the budget, this message excepted', async () => {
    const citizen = await rows.citizen({ lastInteractionAt: hoursBefore(50) });
    const { message } = await answerFor(citizen);
    const others = await rows.citizen();
    await rows.cost(await rows.message(others.id), { channel: 'cs_paid', dong: 946 });
    await rows.cost(await rows.message(others.id), { channel: 'cs_paid', dong: 900, day: '2026-10-04' });
    expect((await plan(message, citizen)).steps[2]).toMatchObject({ channel: 'cs_paid', why: 'budget_spent' });
    expect(await plan(message, citizen, { paidDongPerDay: 1_001 })).toMatchObject({ channel: 'cs_paid', dong: 55 });
    await rows.cost(message, { channel: 'cs_paid', dong: 55 });
    expect(await plan(message, citizen, { paidDongPerDay: 1_001 })).toMatchObject({ channel: 'cs_paid' });
  });

  test('a pause counts while it lasts', async () => {
    const citizen = await rows.citizen(yesterday);
    const { message } = await answerFor(citizen);
    const pause = (until: Date) => ({ scope: 'cs', until, errorCode: '-32', since: hoursBefore(1) });
    await clients.db.insert(channelPauses).values(pause(new Date(noon.getTime() + 60_000)));
    expect(await plan(message, citizen)).toMatchObject({ do: 'wait', why: 'way_rests' });
    await clients.db.update(channelPauses).set({ until: noon });
    expect(await plan(message, citizen)).toMatchObject({ do: 'send', channel: 'cs' });
  });

  test('night does not hold up an emergency', async () => {
    const night = new Date('2026-10-05T23:00:00+07:00');
    const citizen = await rows.citizen({ lastInteractionAt: hoursBefore(5, night) });
    const of = async (priorityClass: 'emergency' | 'normal') =>
      plan((await answerFor(citizen, { priorityClass })).message, citizen, { now: () => night });
    expect(await of('emergency')).toMatchObject({ do: 'send', channel: 'cs' });
    expect(await of('normal')).toMatchObject({ do: 'wait', why: 'quiet_hours' });
  });
});
