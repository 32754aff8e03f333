import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ServerError } from './server-error.ts';

export interface RedisBinary {
  command: string;
  version: string;
  origin: 'system' | 'private';
  /** What the program needs besides the ordinary environment. */
  env: { LD_LIBRARY_PATH?: string };
}

const NAMES = ['redis-server', 'valkey-server'];
const OLDEST: [number, number] = [6, 2]; // what BullMQ recommends
const run = promisify(execFile);

/** Redis or Valkey from PATH, else our private copy, which is fetched from Debian's packages (no root, nothing installed). */
export async function findRedis(cacheDir: string): Promise<RedisBinary> {
  return findOnPath() ?? findPrivate(cacheDir) ?? (await fetchPrivate(cacheDir));
}

function findOnPath(): RedisBinary | null {
  if (process.env.SERVERS_WITHOUT_SYSTEM_REDIS !== undefined) return null;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  for (const name of NAMES) {
    for (const folder of new Set(folders.filter((entry) => entry !== ''))) {
      const found = tryBinary(join(folder, name), {});
      if (found !== null) return { ...found, origin: 'system' };
    }
  }
  return null;
}

function findPrivate(cacheDir: string): RedisBinary | null {
  const root = join(resolve(cacheDir), 'redis/root');
  if (!existsSync(root)) return null;
  // e.g. usr/lib/x86_64-linux-gnu or usr/lib/aarch64-linux-gnu: whatever the packages brought
  const libraries = ['usr/lib', 'lib']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((folder) => folder.includes('-linux-gnu'));
  for (const name of NAMES) {
    const found = tryBinary(join(root, 'usr/bin', name), { LD_LIBRARY_PATH: libraries.join(':') });
    if (found !== null) return { ...found, origin: 'private' };
  }
  return null;
}

function tryBinary(command: string, env: RedisBinary['env']): Omit<RedisBinary, 'origin'> | null {
  if (!existsSync(command)) return null;
  try {
    const text = execFileSync(command, ['--version'], {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, ...env },
    });
    const [, version, major, minor] = /v=((\d+)\.(\d+)[.\d]*)/.exec(text) ?? [];
    const recent = Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]);
    return version && recent ? { command, version, env } : null;
  } catch {
    return null;
  }
}

async function fetchPrivate(cacheDir: string): Promise<RedisBinary> {
  const cache = resolve(cacheDir);
  mkdirSync(cache, { recursive: true });
  // Unpacked beside and renamed when complete: an interrupted or parallel download leaves nothing half done.
  const work = mkdtempSync(join(cache, 'redis-'));
  try {
    await downloadPackages(work);
    const target = join(cache, 'redis');
    if (findPrivate(cache) === null) {
      rmSync(target, { recursive: true, force: true });
      mkdirSync(target, { recursive: true });
      renameSync(join(work, 'root'), join(target, 'root'));
    }
  } catch (error) {
    throw new ServerError(helpText(error));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const found = findPrivate(cache);
  if (found === null) throw new ServerError(helpText(new Error('bản tải về không chạy được trên máy này')));
  return found;
}

/** apt with lists and cache of its own: it neither needs root nor touches the machine's package state. */
async function downloadPackages(work: string): Promise<void> {
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'debs']) {
    mkdirSync(join(work, folder), { recursive: true });
  }
  const options = [
    `Dir::State=${work}/state`,
    `Dir::State::Lists=${work}/state/lists`,
    `Dir::Cache=${work}/cache`,
    'Dir::State::status=/var/lib/dpkg/status',
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
  ].flatMap((option) => ['-o', option]);
  const apt = async (...args: string[]) => {
    const { stdout } = await run('apt-get', [...options, ...args], {
      cwd: join(work, 'debs'),
      timeout: 120_000,
      env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
    });
    return stdout;
  };
  await apt('-q', 'update');
  await apt('-q', 'download', ...(await packagesToFetch(apt)));
  for (const file of readdirSync(join(work, 'debs'))) {
    await run('dpkg', ['-x', join(work, 'debs', file), join(work, 'root')], { timeout: 60_000 });
  }
}

/** A rehearsed installation names exactly the libraries this machine lacks, on any release of Debian or Ubuntu. */
async function packagesToFetch(apt: (...args: string[]) => Promise<string>): Promise<string[]> {
  let last: unknown;
  for (const server of NAMES) {
    try {
      const rehearsal = await apt('-q', '-s', '--no-install-recommends', 'install', '--reinstall', server);
      const names = [...rehearsal.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] ?? '');
      if (names.length > 0) return names;
    } catch (error) {
      last = error;
    }
  }
  throw last ?? new Error('không có gói redis-server hay valkey-server');
}

function helpText(error: unknown): string {
  const why = error instanceof Error ? error.message.trim().split('\n').slice(-3).join('\n    ') : String(error);
  return `Máy này chưa có Redis, và không tự tải được bản riêng từ kho gói Debian. Chọn một cách:
  • cài Redis ≥ 6.2 hoặc Valkey:  apt-get install redis-server   (macOS: brew install redis)
  • dùng máy chủ có sẵn:          REDIS_URL=redis://… npm start
  Lỗi khi tải: ${why}`;
}
