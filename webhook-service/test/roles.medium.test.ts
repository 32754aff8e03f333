import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOwnRedis } from '../../scripts/testing/own-servers.ts';
import { waitFor } from '../../scripts/testing/wait-for.ts';
import { type City, hears, POTHOLE, quiet, sendWholeReport, startCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity({ roles: [] });
});
afterAll(() => city?.stop());

/** A role as production runs it: its own process, its log on standard output. */
function startRole(role: 'server' | 'worker', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', `webhook-service/src/${role}.ts`], {
    env: { PATH: process.env.PATH, ...city.env, LOG_LEVEL: 'trace', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  return { child, lines };
}

const ready = (lines: string[], word: RegExp) =>
  waitFor(() => lines.some((line) => word.test(line)), { what: `a log line ${word}`, timeoutMs: 30_000 });

async function stopped(child: ChildProcess): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await exit) as [number | null];
  return code;
}

describe('both roles as processes', () => {
  test('do the main job, log no personal data at any level, and stop with 0 when asked', async () => {
    const [citizen = ''] = city.citizens();
    const server = startRole('server');
    const worker = startRole('worker');
    await ready(server.lines, /server ready/);
    await ready(worker.lines, /worker ready/);
    // Troubles are where logs become talkative.
    await city.zalo.settings({ fault: 'http500-after', faultCalls: 1 });
    await sendWholeReport(city, citizen);
    await hears(city, citizen, /đã chuyển .* xử lý/, 30_000);
    await city.zalo.sendWebhook('{"text":"nội dung lạ"', { 'X-ZEvent-Signature': 'mac=00' });
    await quiet(city);

    expect(await stopped(server.child)).toBe(0);
    expect(await stopped(worker.child)).toBe(0);
    const log = [...server.lines, ...worker.lines].join('\n');
    const [row] = await city.database.sql<{ code: string }[]>`select code from reports`;
    const secrets = [
      city.env.ZALO_APP_SECRET,
      city.env.ZALO_OA_SECRET,
      city.env.ZALO_OA_REFRESH_TOKEN,
      city.env.DATA_KEY,
    ];
    for (const word of [POTHOLE, 'Láng Hạ', 'nội dung lạ', citizen, row?.code, '105.8', ...secrets]) {
      expect(word).toBeTruthy();
      expect(log).not.toContain(word);
    }
    for (const line of log.split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  }, 90_000);

  test('a worker that is told to stop finishes what it has in hand', async () => {
    const citizen = city.citizens()[1] ?? '';
    const server = startRole('server');
    const worker = startRole('worker');
    await ready(server.lines, /server ready/);
    await ready(worker.lines, /worker ready/);
    await city.zalo.settings({ fault: 'slow', faultCalls: 1, slowMs: 1_000 });
    await sendWholeReport(city, citizen);
    await waitFor(
      async () => (await city.database.sql`select 1 from outbox_messages where state = 'sending'`).length > 0,
      {
        what: 'a message on its way',
        timeoutMs: 30_000,
      },
    );
    expect(await stopped(worker.child)).toBe(0);
    const [sending] = await city.database
      .sql`select count(*)::int as count from outbox_messages where state = 'sending'`;
    expect(sending).toEqual({ count: 0 });
    expect(await stopped(server.child)).toBe(0);
  }, 90_000);
});

test('a server that is told to stop while visitors keep their connections open does not wait for them to go', async () => {
  const server = startRole('server');
  await ready(server.lines, /server ready/);
  let stopping = false;
  const visitors = Array.from({ length: 8 }, async () => {
    while (!stopping)
      await fetch(`${city.url}/livez`)
        .then((response) => response.arrayBuffer())
        .catch(() => {});
  });
  await waitFor(async () => (await fetch(`${city.url}/livez`)).ok, { what: 'the visitors to be served' });
  expect(await stopped(server.child)).toBe(0);
  stopping = true;
  await Promise.all(visitors);
}, 30_000);

describe('/readyz', () => {
  test('says what is missing: migrations, Redis', async () => {
    const redis = await startOwnRedis();
    const server = startRole('server', { REDIS_URL: redis.url });
    await ready(server.lines, /server ready/);
    const probe = async () => {
      const response = await fetch(`${city.url}/readyz`);
      const state = (await response.json()) as { ready: boolean; database: string; redis: string; migrations: string };
      return { status: response.status, ...state };
    };
    const good = { status: 200, ready: true, database: 'ok', redis: 'ok', migrations: 'ok' };
    await waitFor(async () => (await probe()).ready, { what: 'readiness' });
    expect(await probe()).toEqual(good);

    await city.database.sql`update drizzle.__drizzle_migrations set id = id`;
    const taken = await city.database.sql`delete from drizzle.__drizzle_migrations returning *`;
    expect(await probe()).toEqual({ ...good, status: 503, ready: false, migrations: 'behind' });
    await city.database.sql`insert into drizzle.__drizzle_migrations ${city.database.sql(taken)}`;

    await redis.stop();
    expect(await probe()).toEqual({ ...good, status: 503, ready: false, redis: 'down' });
    expect((await fetch(`${city.url}/livez`)).status).toBe(200);
    await redis.start();
    await waitFor(async () => (await probe()).ready, { what: 'readiness after Redis is back' });
    await stopped(server.child);
    await redis.stop();
  }, 60_000);
});
