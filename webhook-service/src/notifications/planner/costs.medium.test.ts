import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { messageCosts } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { costsByAgencyAndDay, reserveCost, settleCost } from './costs.ts';
import type { OutboxRow } from './facts.ts';
import type { Channel } from './plan.ts';
import { noon } from './testing/facts.ts';
import { rowsIn } from './testing/rows.ts';

let database: TestDatabase;
let clients: DatabaseClients;
let rows: ReturnType<typeof rowsIn>;
const limits = { paidDongPerDay: 165, paidPerPersonPerDay: 2 };

beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 8 });
  rows = rowsIn(clients.db);
});
beforeEach(async () => {
  await clients.db.delete(messageCosts);
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const reserve = (message: OutboxRow, { dong = 55, channel = 'cs_paid' as Channel, now = noon } = {}) =>
  clients.db.transaction((tx) => reserveCost(tx, { message, channel, dong, now }, limits));
const settle = (message: OutboxRow, outcome: 'spent' | 'released') =>
  clients.db.transaction((tx) => settleCost(tx, message.id, outcome, noon));
const stored = () => clients.db.select().from(messageCosts).orderBy(messageCosts.id);
/** A message to somebody new. */
const toSomebody = async () => rows.message((await rows.citizen()).id);

describe('putting money aside', () => {
  test('stops where the day is spent, and what was released may be spent again', async () => {
    const [first, second, third, fourth] = [
      await toSomebody(),
      await toSomebody(),
      await toSomebody(),
      await toSomebody(),
    ];
    expect([await reserve(first), await reserve(second), await reserve(third)]).toEqual([true, true, true]);
    expect(await reserve(fourth)).toBe(false);
    expect(await stored()).toHaveLength(3);
    await settle(second, 'released');
    expect(await reserve(fourth)).toBe(true);
  });

  test('never gives the last of a day to two at once', async () => {
    const messages = await Promise.all(Array.from({ length: 8 }, toSomebody));
    const granted = await Promise.all(messages.map((message) => reserve(message)));
    expect(granted.filter(Boolean)).toHaveLength(3);
  });

  test('stops at what one person may get in a day', async () => {
    const { id } = await rows.citizen();
    const messages = [await rows.message(id), await rows.message(id), await rows.message(id)] as const;
    expect(await reserve(messages[0], { dong: 1 })).toBe(true);
    expect(await reserve(messages[1], { dong: 1 })).toBe(true);
    expect(await reserve(messages[2], { dong: 1 })).toBe(false);
  });

  test('begins anew at midnight in Hà Nội', async () => {
    const lateEvening = new Date('2026-10-05T23:59:00+07:00');
    const midnight = new Date('2026-10-06T00:00:00+07:00');
    expect(await reserve(await toSomebody(), { dong: 165, now: lateEvening })).toBe(true);
    expect(await reserve(await toSomebody(), { now: lateEvening })).toBe(false);
    expect(await reserve(await toSomebody(), { now: midnight })).toBe(true);
    expect((await stored()).map(({ day }) => day)).toEqual(['2026-10-05', '2026-10-06']);
  });

  test('leaves a free message a row of its own, with no limit', async () => {
    const { id } = await rows.citizen();
    const report = await rows.report(id);
    for (let count = 0; count < 5; count++) {
      expect(await reserve(await rows.message(id, { reportId: report.id }), { dong: 0, channel: 'cs' })).toBe(true);
    }
    expect(await stored()).toHaveLength(5);
    expect((await stored())[0]).toMatchObject({ agencyCode: 'ubnd-00199', dong: 0, channel: 'cs', state: 'reserved' });
  });

  test('takes back what an earlier try of the same message had put aside', async () => {
    const message = await toSomebody();
    await reserve(message, { dong: 165 });
    const triedAgain = { ...message, attempts: 1 };
    expect(await reserve(triedAgain, { dong: 165, channel: 'uid' })).toBe(true);
    expect((await stored()).map(({ channel, state }) => [channel, state])).toEqual([
      ['cs_paid', 'released'],
      ['uid', 'reserved'],
    ]);
  });

  test('is undone with the claim it belongs to', async () => {
    const message = await toSomebody();
    const claim = clients.db.transaction(async (tx) => {
      await reserveCost(tx, { message, channel: 'cs_paid', dong: 55, now: noon }, limits);
      throw new Error('claimed by another');
    });
    await expect(claim).rejects.toThrow('claimed by another');
    expect(await stored()).toEqual([]);
  });
});

test('what is settled stays as it is', async () => {
  const message = await toSomebody();
  await reserve(message);
  await settle(message, 'spent');
  await settle(message, 'released');
  expect(await stored()).toMatchObject([{ state: 'spent' }]);
  // An echo was faster than a second claim: no second row, and no money either.
  expect(await reserve(message)).toBe(true);
  expect(await stored()).toHaveLength(1);
});

test('messages Zalo took are summed by day, agency and way', async () => {
  const { id } = await rows.citizen();
  const put = async (day: string, agencyCode: string | null, channel: Channel, dong: number) =>
    rows.cost(await rows.message(id), { day, agencyCode, channel, dong });
  await put('2026-10-04', 'ubnd-00199', 'cs', 0);
  await put('2026-10-05', 'ubnd-00199', 'cs', 0);
  await put('2026-10-05', 'ubnd-00199', 'cs', 0);
  await put('2026-10-05', 'ubnd-00199', 'zns', 300);
  await put('2026-10-05', null, 'cs', 0);
  await put('2026-10-06', 'ca-00199', 'uid', 200);
  await reserve(await rows.message(id), { dong: 55 });
  const of = (agencies: readonly string[] | null) =>
    costsByAgencyAndDay(clients.db, { from: '2026-10-05', to: '2026-10-06', agencies });
  const ward = { agencyCode: 'ubnd-00199', day: '2026-10-05' };
  expect(await of(null)).toEqual([
    { ...ward, channel: 'cs', messages: 2, dong: 0 },
    { ...ward, channel: 'zns', messages: 1, dong: 300 },
    { day: '2026-10-05', agencyCode: null, channel: 'cs', messages: 1, dong: 0 },
    { day: '2026-10-06', agencyCode: 'ca-00199', channel: 'uid', messages: 1, dong: 200 },
  ]);
  expect(await of(['ubnd-00199'])).toHaveLength(2);
  expect(await of([])).toEqual([]);
});
