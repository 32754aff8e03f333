import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OwnServer, startOwnRedis } from '../../../scripts/testing/own-servers.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type City, hears, quiet, sendWholeReport, startCity } from '../city.ts';
import { recover } from './troubles.ts';

let redisServer: OwnServer;
let redis: Redis;
let city: City;
beforeEach(async () => {
  redisServer = await startOwnRedis();
  redis = new Redis(redisServer.url);
  city = await startCity({ redisUrl: redisServer.url });
});
afterEach(async () => {
  await city?.stop();
  redis?.disconnect();
  await redisServer?.stop();
});

test('wiped with timers armed: every timer still fires, once', async () => {
  const [citizen = ''] = city.citizens();
  await sendWholeReport(city, citizen);
  await hears(city, citizen, /đã chuyển .* xử lý/);
  await quiet(city);
  // Due in a moment instead of in five days, and armed again as a changed calendar would.
  await city.database.sql`
    update timers set run_at = now() + interval '3 seconds', version = version + 1, queued_at = null where outcome is null`;
  await city.database.sql`select pg_notify('relay', '')`;
  await waitFor(
    async () => {
      const armed = await city.database.sql`select 1 from timers where outcome is null and queued_at is not null`;
      return armed.length === 4;
    },
    { what: 'all four timers armed' },
  );

  await redis.flushall();

  await hears(city, citizen, /đã quá hạn/);
  await quiet(city);
  const timers = await city.database.sql`select kind, outcome from timers order by kind`;
  expect(timers.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
    'accept_breach cancelled',
    'accept_warn cancelled',
    'answer_breach fired',
    'answer_delay fired',
    'answer_warn fired',
    'escalation_due null',
    'finish_breach fired',
  ]);
  const acts = await city.database
    .sql`select event, count(*)::int as times from report_history where event in ('due_soon', 'delay_announced', 'overdue', 'unfinished') group by event order by event`;
  expect([...acts]).toEqual([
    { event: 'delay_announced', times: 1 },
    { event: 'due_soon', times: 1 },
    { event: 'overdue', times: 1 },
    { event: 'unfinished', times: 1 },
  ]);
  expect((await city.heard(citizen)).filter((text) => text.includes('đã quá hạn'))).toHaveLength(1);
});

test('wiped again and again while citizens write: no report lost, none doubled', async () => {
  const citizens = city.citizens();
  for (const citizen of citizens) {
    await sendWholeReport(city, citizen);
    await redis.flushall();
  }
  await quiet(city);
  const [counts] = await city.database
    .sql`select count(*)::int as reports, count(distinct citizen_id)::int as citizens from reports`;
  expect(counts).toEqual({ reports: citizens.length, citizens: citizens.length });
  for (const citizen of citizens) {
    // All of them report one pothole, so the later ones are also offered to join the first.
    const heard = (await city.heard(citizen)).filter((text) => !text.includes('có thể trùng'));
    expect(heard).toHaveLength(2);
  }
});

test('wiped while one message waits for its pause and others are held for somebody who blocked the OA: each is told, once', async () => {
  const [paused = '', blocked = ''] = city.citizens();
  await sendWholeReport(city, blocked);
  await city.zalo.act(blocked, { act: 'block' });
  await waitFor(async () => (await messagesIn('held')) >= 2, { what: 'two messages that are held', timeoutMs: 30_000 });
  await city.zalo.settings({ fault: 'error-32', faultCalls: 0 });
  await city.zalo.act(paused, { act: 'text', text: 'Tra cứu' });
  await waitFor(async () => (await city.database.sql`select scope from channel_pauses`).length > 0, {
    what: 'the pause',
  });

  await redis.flushall();

  await city.zalo.settings({ fault: null });
  await recover(city);
  await city.zalo.act(blocked, { act: 'unblock' });
  await city.zalo.act(blocked, { act: 'text', text: 'Tra cứu' });
  await hears(city, blocked, /đã chuyển .* xử lý/, 30_000);
  await quiet(city);
  for (const citizen of [paused, blocked]) {
    const heard = await city.heard(citizen);
    expect(heard.length).toBeGreaterThan(0);
    expect(new Set(heard).size).toBe(heard.length);
  }
  expect((await city.heard(blocked)).filter((text) => /^Đã nhận phản ánh/.test(text))).toHaveLength(1);
  expect([await messagesIn('held'), await messagesIn('queued')]).toEqual([0, 0]);
});

test('gone for a while: events are still taken with 200 and worked on when it is back', async () => {
  const [citizen = ''] = city.citizens();
  await redisServer.stop();
  await sendWholeReport(city, citizen);
  await city.simulator.idle();
  const wire = await city.zalo.wire();
  const webhooks = wire.filter((entry) => entry.direction === 'webhook');
  expect(webhooks.map((entry) => entry.status)).toEqual(webhooks.map(() => 200));
  await redisServer.start();
  await hears(city, citizen, /đã chuyển .* xử lý/, 30_000);
});

async function messagesIn(state: string): Promise<number> {
  const [row] = await city.database.sql<{ count: number }[]>`
    select count(*)::int as count from outbox_messages where state = ${state}`;
  return row?.count ?? 0;
}
