import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, isPortFree } from './ports.ts';
import { identityOf, stopProcess, tailOf } from './process.ts';
import { findRedis, type RedisBinary } from './redis-binary.ts';
import { type LocalServer, ServerError } from './server-error.ts';

export interface RedisOptions {
  /** Folder of this server: `data/`, `running.json`, `port` and `server.log` live in it. */
  home: string;
  /** Where a private copy of the program is kept. */
  cacheDir: string;
  /** Fixed port. Without it the last run's port is kept while it is free. */
  port?: number;
  /** Nothing is written to disk: for tests. */
  throwAway?: boolean;
}

const READY_WITHIN_MS = 30_000;
const ATTEMPTS = 4;

interface Running {
  pid: number;
  identity: string;
  port: number;
  version: string;
}

/** Starts Redis on 127.0.0.1, or adopts the one an earlier killed process left running on the same data. */
export async function startRedis(options: RedisOptions): Promise<LocalServer> {
  const home = resolve(options.home);
  mkdirSync(join(home, 'data'), { recursive: true, mode: 0o700 });
  const left = await adoptOrClean(home);
  if (left !== null) return describe(home, left, true);

  const binary = await findRedis(options.cacheDir);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await findFreePort(attempt === 1 ? lastPort(home) : undefined));
    const running = await launch(home, { ...options, binary, port });
    if (running !== null) {
      writeFileSync(recordFile(home), JSON.stringify(running));
      writeFileSync(join(home, 'port'), String(port));
      return describe(home, running, false);
    }
    const tail = tailOf(join(home, 'server.log'));
    const passing = /Address already in use/.test(tail) || (options.port === undefined && !(await isPortFree(port)));
    if (!passing || attempt === ATTEMPTS) throw new ServerError(`Redis không khởi động được:\n${tail}`);
    await sleep(200);
  }
}

/** Two servers must never write one append-only file: what is left over is used when it answers, otherwise ended. */
async function adoptOrClean(home: string): Promise<Running | null> {
  if (!existsSync(recordFile(home))) return null;
  try {
    const record = JSON.parse(readFileSync(recordFile(home), 'utf8')) as Running;
    if (identityOf(record.pid) === record.identity) {
      if (await answersPing(record.port)) return record;
      await stopProcess({ ...record, steps: [step('SIGTERM', 3_000), step('SIGKILL', 2_000)] });
    }
  } catch {
    // A record cut short by a crash tells nothing.
  }
  rmSync(recordFile(home), { force: true });
  return null;
}

interface Launch extends RedisOptions {
  binary: RedisBinary;
  port: number;
}

async function launch(home: string, { binary, port, throwAway }: Launch): Promise<Running | null> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', join(home, 'data')];
  args.push('--pidfile', join(home, 'redis.pid'), '--daemonize', 'no');
  args.push('--maxmemory-policy', 'noeviction', '--save', '');
  args.push(...(throwAway ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', 'everysec']));
  const logFile = join(home, 'server.log');
  const log = openSync(logFile, existsSync(logFile) && statSync(logFile).size > 5_000_000 ? 'w' : 'a');
  // A group of its own: Ctrl-C must not reach Redis before the services that use it.
  const child = spawn(binary.command, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...binary.env },
  });
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  child.once('error', () => {
    gone = true;
  });
  child.unref();
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!gone && Date.now() < deadline) {
    const identity = child.pid === undefined ? null : identityOf(child.pid);
    if (child.pid !== undefined && identity !== null && (await answersPing(port)) && !gone) {
      return { pid: child.pid, identity, port, version: binary.version };
    }
    await sleep(10);
  }
  if (!gone) child.kill('SIGKILL');
  return null;
}

/** True when the server answers PONG; a server still loading its file answers -LOADING and counts as not yet. */
function answersPing(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    socket.setTimeout(1_000, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => finish(data.toString().startsWith('+PONG')));
    socket.once('close', () => done(false));
  });
}

function describe(home: string, running: Running, adopted: boolean): LocalServer {
  const { pid, identity, port, version } = running;
  const stop = async (steps: { signal: NodeJS.Signals; waitMs: number }[]) => {
    if (!(await stopProcess({ pid, identity, steps }))) throw new ServerError(`Redis (pid ${pid}) không dừng.`);
    rmSync(recordFile(home), { force: true });
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid,
    version,
    adopted,
    logFile: join(home, 'server.log'),
    isRunning: () => identityOf(pid) === identity,
    stop: () => stop([step('SIGTERM', 5_000), step('SIGKILL', 2_000)]),
    kill: () => stop([step('SIGKILL', 5_000)]),
  };
}

const step = (signal: NodeJS.Signals, waitMs: number) => ({ signal, waitMs });
const recordFile = (home: string) => join(home, 'running.json');

function lastPort(home: string): number | undefined {
  const file = join(home, 'port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}
