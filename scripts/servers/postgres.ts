import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { asNonRoot, giveTo, type NonRoot } from './non-root.ts';
import { findFreePort } from './ports.ts';
import { findPostgres, type PostgresBinaries } from './postgres-binaries.ts';
import { commandLineOf, identityOf, stopProcess, tailOf } from './process.ts';
import { type LocalServer, ServerError } from './server-error.ts';

export interface PostgresOptions {
  /** Folder of this server: `data/`, `password`, `port` and `server.log` live in it. */
  home: string;
  /** Created when missing; the url points to it. */
  database: string;
  /** Fixed port. Without it the last run's port is kept while it is free. */
  port?: number;
  /** No fsync and no password: for tests, whose data nobody misses. */
  throwAway?: boolean;
}

const USER = 'app';
const READY_WITHIN_MS = 30_000;
const ATTEMPTS = 6;

/** Starts PostgreSQL on 127.0.0.1, or adopts the one an earlier killed process left running on the same data. */
export async function startPostgres(options: PostgresOptions): Promise<LocalServer> {
  const home = resolve(options.home);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const running = findRunning(home);
  const binaries = findPostgres();
  if (running !== null) return await describe(home, running, { ...options, adopted: true, version: binaries.version });

  const nonRoot = asNonRoot();
  refuseForeignVersion(home, binaries);
  if (!existsSync(join(home, 'data')))
    createCluster(home, { binaries, nonRoot, throwAway: options.throwAway === true });
  giveTo(nonRoot.owner, join(home, 'data'));
  forgetStalePid(home);
  const started = await launch(home, { ...options, binaries, nonRoot });
  return await describe(home, started, { ...options, adopted: false, version: binaries.version });
}

function refuseForeignVersion(home: string, binaries: PostgresBinaries): void {
  const file = join(home, 'data/PG_VERSION');
  if (!existsSync(file)) return;
  const made = readFileSync(file, 'utf8').trim();
  if (made === binaries.major) return;
  throw new ServerError(
    `Dữ liệu trong ${join(home, 'data')} do PostgreSQL ${made} tạo, máy này có PostgreSQL ${binaries.version}.
Hãy cài đúng PostgreSQL ${made}, hoặc chuyển thư mục đó đi nơi khác để bắt đầu với dữ liệu mới (không có gì bị xoá tự động).`,
  );
}

interface ClusterSetup {
  binaries: PostgresBinaries;
  nonRoot: NonRoot;
  throwAway: boolean;
}

/** Built beside and renamed when complete, so that a kill during initdb leaves nothing that looks like data. */
function createCluster(home: string, { binaries, nonRoot, throwAway }: ClusterSetup): void {
  const unfinished = join(home, 'data.new');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  for (const path of [unfinished, passwordFile]) giveTo(nonRoot.owner, path);
  if (nonRoot.spawnOptions.uid !== undefined) giveTo(nonRoot.owner, home);

  const args = ['-D', unfinished, '-U', USER, '-E', 'UTF8', '--no-instructions'];
  args.push(process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C');
  args.push(...(throwAway ? ['-A', 'trust', '--no-sync'] : ['-A', 'scram-sha-256', `--pwfile=${passwordFile}`]));
  const [command, wrapped] = nonRoot.wrap(binaries.initdb, args);
  const result = spawnSync(command, wrapped, { ...nonRoot.spawnOptions, encoding: 'utf8', env: serverEnvironment() });
  if (result.status !== 0) {
    const why = result.error?.message ?? `${result.stdout}${result.stderr}`.trimEnd();
    throw new ServerError(`Không tạo được dữ liệu PostgreSQL trong ${home}:\n${why}`);
  }
  renameSync(unfinished, join(home, 'data'));
}

interface Launch extends PostgresOptions {
  binaries: PostgresBinaries;
  nonRoot: NonRoot;
}

interface Running {
  pid: number;
  identity: string;
  port: number;
}

async function launch(home: string, options: Launch): Promise<Running> {
  const logFile = join(home, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await findFreePort(attempt === 1 ? lastPort(home) : undefined));
    const { child, exited } = spawnServer(home, port, options);
    const running = await waitUntilReady(home, child, exited);
    if (running !== null) {
      writeFileSync(join(home, 'port'), String(running.port));
      return running;
    }
    const tail = tailOf(logFile);
    // Both pass by themselves: somebody took the port in between, or backends of a killed server are still leaving.
    const passing = /could not bind|shared memory block .* in use|lock file .* already exists/.test(tail);
    if (!passing || attempt === ATTEMPTS) throw new ServerError(`PostgreSQL không khởi động được:\n${tail}`);
    await sleep(300);
  }
}

function spawnServer(home: string, port: number, { binaries, nonRoot, throwAway }: Launch) {
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' };
  const args = ['-D', join(home, 'data'), '-p', String(port)];
  for (const [name, value] of Object.entries(throwAway ? { ...settings, ...FORGETFUL } : settings)) {
    args.push('-c', `${name}=${value}`);
  }
  const [command, wrapped] = nonRoot.wrap(binaries.postgres, args);
  const log = openLog(join(home, 'server.log'));
  // A group of its own: Ctrl-C must not reach the database before the services that use it.
  const child = spawn(command, wrapped, {
    ...nonRoot.spawnOptions,
    detached: true,
    stdio: ['ignore', log, log],
    env: serverEnvironment(),
  });
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  child.unref();
  return { child, exited };
}

/** Nothing here survives a crash; autovacuum would only wake up in hundreds of short-lived test databases. */
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '300',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

async function waitUntilReady(home: string, child: ChildProcess, exited: Promise<void>): Promise<Running | null> {
  let gone = false;
  void exited.then(() => {
    gone = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!gone && Date.now() < deadline) {
    const running = findRunning(home);
    if (running !== null && running.pid === child.pid) return running;
    await sleep(10);
  }
  if (!gone) child.kill('SIGKILL');
  return null;
}

/** Reads `postmaster.pid` (line 1 pid, line 4 port, line 8 status) and believes it only when that pid is our PostgreSQL. */
function findRunning(home: string): Running | null {
  const file = join(home, 'data/postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const identity = identityOf(pid);
  const ready = lines[7]?.trim() === 'ready' && identity !== null && isOurs(pid, home);
  return ready ? { pid, identity, port: Number(lines[3]) } : null;
}

/** After a reboot the recorded pid may belong to any program, and PostgreSQL would refuse to start. */
function forgetStalePid(home: string): void {
  const file = join(home, 'data/postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (identityOf(pid) !== null && !isOurs(pid, home)) rmSync(file);
}

const isOurs = (pid: number, home: string) => commandLineOf(pid).includes(join(home, 'data'));

interface Described extends PostgresOptions {
  adopted: boolean;
  version: string;
}

async function describe(home: string, running: Running, options: Described): Promise<LocalServer> {
  const { pid, identity, port } = running;
  const url = new URL(`postgres://${USER}@127.0.0.1:${port}/postgres`);
  if (options.throwAway !== true) url.password = readFileSync(join(home, 'password'), 'utf8');
  await ensureDatabase(url.href, options.database);
  url.pathname = `/${options.database}`;
  const stop = async (steps: { signal: NodeJS.Signals; waitMs: number }[]) => {
    if (!(await stopProcess({ pid, identity, steps }))) throw new ServerError(`PostgreSQL (pid ${pid}) không dừng.`);
  };
  return {
    url: url.href,
    port,
    pid,
    version: options.version,
    adopted: options.adopted,
    logFile: join(home, 'server.log'),
    isRunning: () => identityOf(pid) === identity,
    // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one.
    stop: () => stop([step('SIGINT', 10_000), step('SIGQUIT', 3_000), step('SIGKILL', 2_000)]),
    kill: () => stop([step('SIGKILL', 5_000)]),
  };
}

const step = (signal: NodeJS.Signals, waitMs: number) => ({ signal, waitMs });

async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function lastPort(home: string): number | undefined {
  const file = join(home, 'port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

function openLog(file: string): number {
  const tooLong = existsSync(file) && statSync(file).size > 5_000_000;
  return openSync(file, tooLong ? 'w' : 'a');
}

/** English messages whatever the machine's language: they are searched above. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const { PGDATA: _data, PGPORT: _port, ...rest } = process.env;
  return { ...rest, LC_ALL: 'C' };
}
