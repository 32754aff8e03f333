import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, expect, inject, test, vi } from 'vitest';
import type {} from '../testing/global-setup.ts';
import { startPostgres } from './postgres.ts';
import type { LocalServer } from './server-error.ts';

const running: LocalServer[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of running.splice(0)) await server.stop();
});

const newHome = () => join(inject('servers').folder, `launcher-${randomBytes(4).toString('hex')}`);

async function start(home: string, port?: number): Promise<LocalServer> {
  const server = await startPostgres({ home, database: 'app', ...(port === undefined ? {} : { port }) });
  running.push(server);
  return server;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 2 });
  }
}

test('data, password and port survive a stop and a kill -9', async () => {
  const home = newHome();
  const first = await start(home);
  await query(first.url, 'create table kept as select 7 as n');
  await first.stop();
  const second = await start(home);
  expect({ url: second.url, adopted: second.adopted }).toEqual({ url: first.url, adopted: false });
  await second.kill();
  const third = await start(home);
  expect(third.url).toBe(first.url);
  expect(await query(third.url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('the password is needed, and only its owner can read the file', async () => {
  const home = newHome();
  const server = await start(home);
  const guess = Object.assign(new URL(server.url), { password: 'guess' }).href;
  await expect(query(guess, 'select 1')).rejects.toThrow(/password/);
  expect(statSync(join(home, 'password')).mode & 0o077).toBe(0);
});

test('a server whose starter was killed -9 is adopted, and stops when told', async () => {
  const home = newHome();
  const code = `
    const { startPostgres } = await import(${JSON.stringify(import.meta.resolve('./postgres.ts'))});
    const { pid } = await startPostgres({ home: ${JSON.stringify(home)}, database: 'app' });
    console.log(pid);
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code]);
  const [line] = (await once(starter.stdout, 'data')) as [Buffer];
  starter.kill('SIGKILL');
  await once(starter, 'exit');

  const adopted = await start(home);
  expect({ pid: adopted.pid, adopted: adopted.adopted }).toEqual({ pid: Number(line.toString()), adopted: true });
  expect(await query(adopted.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await adopted.stop();
  expect(adopted.isRunning()).toBe(false);
});

test('a pid file that names another program of a later boot does not stand in the way', async () => {
  const home = newHome();
  const first = await start(home);
  const pidFile = join(home, 'data/postmaster.pid');
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
  await first.stop();
  writeFileSync(pidFile, [String(process.pid), ...rest].join('\n'));
  expect((await start(home)).adopted).toBe(false);
});

test('when the port of the last run is taken another one is used; a port that was asked for is not replaced', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  try {
    const home = newHome();
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'port'), String(port));
    expect((await start(home)).port).not.toBe(port);
    await expect(start(newHome(), port)).rejects.toThrow(/không khởi động được[\s\S]*could not bind/);
  } finally {
    other.close();
  }
});

test('data of another major version is named and left alone', async () => {
  const home = newHome();
  mkdirSync(join(home, 'data'), { recursive: true });
  writeFileSync(join(home, 'data/PG_VERSION'), '13\n');
  await expect(start(home)).rejects.toThrow(/do PostgreSQL 13 tạo/);
  expect(readdirSync(join(home, 'data'))).toEqual(['PG_VERSION']);
});

test('a creation that was interrupted is begun again', async () => {
  const home = newHome();
  mkdirSync(join(home, 'data.new/base'), { recursive: true });
  const server = await start(home);
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test.runIf(process.getuid?.() === 0)(
  'as root where user namespaces are forbidden it runs as an ordinary user',
  async () => {
    vi.stubEnv('SERVERS_WITHOUT_NAMESPACE', '1');
    const home = newHome();
    const server = await start(home);
    expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    vi.unstubAllEnvs();
    expect((await start(home)).url).toBe(server.url); // and the files change hands when it runs the other way again
  },
);
