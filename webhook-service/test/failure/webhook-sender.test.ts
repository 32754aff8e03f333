import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import type { SimSettings } from '../../../scripts/zalo-simulator/control-api.ts';
import type { findGap } from '../../src/inbox/gaps/find-gap.ts';
import { type City, quiet, startCity } from '../city.ts';
import { newcomer, type Person, reportsOf } from '../conversation/talk.ts';
import { gapCheck } from '../gap-check.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** §1.4; each step is counted from the one before. */
const LADDER = [30 * SECOND, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, 60 * MINUTE];
const POTHOLE = 'ổ gà to giữa đường, phường Láng';

type Webhook = SimSettings['webhook'];
const normal: Partial<Webhook> = {
  badSignature: false,
  emptyAdminId: false,
  numericTimestamp: false,
  omitUserIdByApp: false,
  rawStyle: 'compact',
  retryOn: 'any-failure',
};

let city: City;
let check: () => ReturnType<typeof findGap>;
let url: string;
beforeAll(async () => {
  city = await startCity({ env: { WARD_BOUNDARIES: '', GAP_CHECK_MS: '3600000', GAP_AFTER_MS: '0' } });
  url = (await city.zalo.state()).settings.webhook.url;
  check = gapCheck(city);
  await (await newcomer(city)).sends({ act: 'follow' });
  await quiet(city);
  await check();
});
afterEach(async () => {
  await webhook({ ...normal, url });
  await city.zalo.settings({ echo: 'after' });
  await city.zalo.resubscribe();
  await city.zalo.resetClock();
});
afterAll(() => city?.stop());

const webhook = (change: Partial<Webhook>) => city.zalo.settings({ webhook: change });

/** Resolves when Zalo has tried to deliver their words for the first time. */
async function reportsPothole(person: Person): Promise<void> {
  await person.sends(POTHOLE);
  await city.simulator.idle();
}

/** What became of the attempts to deliver this person's words, oldest first. */
async function attempts(person: Person) {
  const wire = await city.zalo.wire();
  return wire.filter(({ title, citizenId }) => title.startsWith('user_send_text') && citizenId === person.id);
}

/** Zalo's clock reaches the next step of the ladder; resolves when the attempt is over. */
async function nextAttempt(person: Person, step: number): Promise<void> {
  await city.zalo.advance(LADDER[step] ?? 0);
  await waitFor(async () => (await attempts(person)).length === step + 2, { what: `redelivery ${step + 1}` });
}

async function storedOf({ id }: Pick<Person, 'id'>): Promise<number> {
  const [row] = await city.database.sql<{ count: number }[]>`
    select count(*)::int as count from inbox_events where zalo_user_id = ${id} and event_name like 'user_send%'`;
  return row?.count ?? 0;
}

async function expectOneReport(person: Person): Promise<void> {
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  const heard = await person.heardInTheEnd();
  expect(heard.filter((text) => /^Đã nhận phản ánh/.test(text))).toHaveLength(1);
  expect(new Set(heard).size).toBe(heard.length);
  expect(await reportsOf(city, person)).toMatchObject([{ text: POTHOLE }]);
  expect(await storedOf(person)).toBe(1);
}

describe('§11.7 signature over the raw bytes', () => {
  test.each<[string, Partial<Webhook>]>([
    ['unusual white space', { rawStyle: 'spaced' }],
    ['escaped letters', { rawStyle: 'escaped' }],
    ['another order of keys', { rawStyle: 'shuffled' }],
    ['a timestamp that is a number', { numericTimestamp: true }],
    ['no user_id_by_app', { omitUserIdByApp: true }],
  ])('§11.7 %s → the report is made, word for word', async (_what, style) => {
    await webhook(style);
    const person = await newcomer(city);
    await reportsPothole(person);
    await expectOneReport(person);
  });

  test('§11.7 wrong signature → 401, nothing stored; the redelivery that is right makes the report', async () => {
    const person = await newcomer(city);
    await webhook({ badSignature: true });
    await reportsPothole(person);
    expect(await attempts(person)).toMatchObject([{ status: 401 }]);
    expect(await storedOf(person)).toBe(0);
    await webhook({ badSignature: false });
    await nextAttempt(person, 0);
    expect((await attempts(person)).at(-1)).toMatchObject({ status: 200, numRetry: 1 });
    await expectOneReport(person);
  });

  test('§11.7 no signature → 401, nothing stored', async () => {
    const stranger = { id: '7001112223334445556' };
    const answer = await city.zalo.sendWebhook(said(stranger.id), { 'X-ZEvent-Signature': null });
    expect(answer).toMatchObject({ status: 401 });
    expect(await storedOf(stranger)).toBe(0);
  });
});

describe('§11.7 time and redelivery', () => {
  test('§11.7 abort after 2 s → we say 503 before that, and the redelivery is the same event', async () => {
    const person = await newcomer(city);
    const blocker = await city.database.sql.reserve();
    // Nothing can be stored; what waits to be stored is, when the lock goes, whether Zalo comes again or not.
    await blocker`begin`;
    await blocker`lock table inbox_events in exclusive mode`;
    await reportsPothole(person);
    const [first] = await attempts(person);
    await blocker`rollback`;
    blocker.release();
    expect(first?.status).toBe(503);
    expect(first?.durationMs).toBeLessThan(2_000);
    await nextAttempt(person, 0);
    await expectOneReport(person);
  });

  test('§11.7 the last redelivery, nearly two hours later, counts as if it were the first; one more changes nothing', async () => {
    const person = await newcomer(city);
    await webhook({ badSignature: true });
    await reportsPothole(person);
    for (const step of [0, 1, 2, 3]) await nextAttempt(person, step);
    await webhook({ badSignature: false });
    await nextAttempt(person, 4);
    const last = (await attempts(person)).at(-1);
    expect(last).toMatchObject({ status: 200, numRetry: 5 });
    await expectOneReport(person);
    expect(await city.zalo.redeliver(last?.seq ?? 0)).toMatchObject({ status: 200 });
    await expectOneReport(person);
  });

  test('§11.7 all redeliveries failed, the app is unsubscribed → the gap is found, its words become one report', async () => {
    const person = await newcomer(city);
    await webhook({ badSignature: true });
    await reportsPothole(person);
    for (const step of [0, 1, 2, 3, 4]) await nextAttempt(person, step);
    expect((await city.zalo.state()).settings.webhook.subscribed).toBe(false);
    await webhook({ badSignature: false });
    expect(await check()).toBe('found');
    await expectOneReport(person);
  });

  test.each<Webhook['retryOn']>(['connection', 'any-failure'])(
    '§11.7 no connection, retried on %s → the redelivery makes the report',
    async (retryOn) => {
      const person = await newcomer(city);
      await webhook({ retryOn, url: 'http://127.0.0.1:9/webhooks/zalo/oa' });
      await reportsPothole(person);
      expect(await attempts(person)).toMatchObject([{ status: 'refused' }]);
      await webhook({ url });
      await nextAttempt(person, 0);
      await expectOneReport(person);
    },
  );

  test('§11.7 a refused event, retried on failed connections only → the gap is found, its words become one report', async () => {
    const person = await newcomer(city);
    await webhook({ badSignature: true, retryOn: 'connection' });
    await reportsPothole(person);
    await city.zalo.advance(120 * MINUTE);
    await city.simulator.idle();
    expect(await attempts(person)).toMatchObject([{ status: 401 }]);
    await webhook({ badSignature: false });
    expect(await check()).toBe('found');
    await expectOneReport(person);
  });
});

describe('§11.7 oddities', () => {
  test('§11.7 echo before the API response, with an empty admin_id (§1.9) → ours, and no official’s', async () => {
    await webhook({ emptyAdminId: true });
    await city.zalo.settings({ echo: 'before' });
    const person = await newcomer(city);
    await reportsPothole(person);
    await expectOneReport(person);
    expect(await city.database.sql`select id from console_messages`).toEqual([]);
    const foreign = await city.database.sql`
      select id from inbox_events where zalo_user_id = ${person.id} and outcome = 'echo-foreign'`;
    expect(foreign).toEqual([]);
  });

  test('§11.7 console check, pressed twice, and an unknown event_name → 200 without a trace', async () => {
    const count = async () => (await city.database.sql`select id from inbox_events`).length;
    const before = await count();
    expect(await city.zalo.consoleCheck()).toMatchObject({ status: 200 });
    expect(await city.zalo.consoleCheck()).toMatchObject({ status: 200 });
    const unknown = { ...said('7001112223334445557'), event_name: 'user_did_something_new' };
    expect(await city.zalo.sendWebhook(unknown)).toMatchObject({ status: 200 });
    expect(await count()).toBe(before);
  });

  test('§11.7 ids above 2^53 that are one number as doubles → two people', async () => {
    const ids = ['9007199254740993001', '9007199254740993002'];
    expect(Number(ids[0])).toBe(Number(ids[1]));
    for (const id of ids) expect(await city.zalo.sendWebhook(said(id))).toMatchObject({ status: 200 });
    await quiet(city);
    const people = await city.database.sql<{ id: string }[]>`
      select oa_user_id as id from citizens where oa_user_id like '9007199254740993%' order by 1`;
    expect(people.map(({ id }) => id)).toEqual(ids);
  });
});

/** An event with the words of somebody the simulated Zalo does not know. */
function said(userId: string) {
  const { appId, oaId } = city.config.zalo;
  return {
    app_id: appId,
    sender: { id: userId },
    recipient: { id: oaId },
    event_name: 'user_send_text',
    message: { text: 'cảm ơn', msg_id: `said-${userId}` },
    timestamp: String(Date.now()),
  };
}
