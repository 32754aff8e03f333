import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, expect, inject, test, vi } from 'vitest';
import type {} from '../testing/global-setup.ts';
import { startRedis } from './redis.ts';
import { findRedis } from './redis-binary.ts';
import type { LocalServer } from './server-error.ts';

const running: LocalServer[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of running.splice(0)) await server.stop();
});

const newFolder = () => join(inject('servers').folder, `launcher-${randomBytes(4).toString('hex')}`);

async function start(home: string, port?: number): Promise<LocalServer> {
  const server = await startRedis({ home, cacheDir: '.cache', ...(port === undefined ? {} : { port }) });
  running.push(server);
  return server;
}

async function withClient<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

test('what was written survives kill -9, on the same port', async () => {
  const home = newFolder();
  const first = await start(home);
  await withClient(first.url, (redis) => redis.set('kept', 'yes'));
  await first.kill();
  const second = await start(home);
  expect({ url: second.url, adopted: second.adopted }).toEqual({ url: first.url, adopted: false });
  expect(await withClient(second.url, (redis) => redis.get('kept'))).toBe('yes');
});

test('a server that is still running is adopted instead of writing one file twice', async () => {
  const home = newFolder();
  const first = await start(home);
  const second = await start(home);
  expect({ pid: second.pid, adopted: second.adopted }).toEqual({ pid: first.pid, adopted: true });
  await second.stop();
  expect(first.isRunning()).toBe(false);
});

test('never evicts, because queues live in it', async () => {
  const server = await start(newFolder());
  expect(await withClient(server.url, (redis) => redis.config('GET', 'maxmemory-policy'))).toContain('noeviction');
});

test('when the port of the last run is taken another one is used; a port that was asked for is not replaced', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  try {
    const home = newFolder();
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'port'), String(port));
    expect((await start(home)).port).not.toBe(port);
    await expect(start(newFolder(), port)).rejects.toThrow(/Redis không khởi động được/);
  } finally {
    other.close();
  }
});

test.runIf(existsSync('.cache/redis'))('a private copy is found again without asking the package archive', async () => {
  const cacheDir = newFolder();
  cpSync('.cache/redis', join(cacheDir, 'redis'), { recursive: true, verbatimSymlinks: true });
  vi.stubEnv('SERVERS_WITHOUT_SYSTEM_REDIS', '1');
  vi.stubEnv('PATH', '/nowhere');
  expect(await findRedis(cacheDir)).toMatchObject({ origin: 'private' });
});

test('without Redis and without a package archive the message says what to do, and nothing half done stays', async () => {
  const cacheDir = newFolder();
  vi.stubEnv('SERVERS_WITHOUT_SYSTEM_REDIS', '1');
  vi.stubEnv('PATH', '/nowhere');
  await expect(findRedis(cacheDir)).rejects.toThrow(/apt-get install redis-server[\s\S]*REDIS_URL/);
  expect(existsSync(join(cacheDir, 'redis'))).toBe(false);
});
