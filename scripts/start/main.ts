import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startPostgres } from '../servers/postgres.ts';
import { tailOf } from '../servers/process.ts';
import { startRedis } from '../servers/redis.ts';
import type { LocalServer } from '../servers/server-error.ts';
import { build } from './build.ts';
import { type Child, endLeftOvers } from './children.ts';
import { explain, say, seconds, step, warn } from './console.ts';
import { CACHE_DIR, createFolders, folders, ROOT } from './folders.ts';
import { echoWarnings, followLog } from './log-echo.ts';
import { npmIsGone } from './npm-parent.ts';
import { playSceneOnce } from './opening.ts';
import { choosePort } from './ports.ts';
import { readOrMakeSecrets } from './secrets.ts';
import { existingAddresses, migrate, startRoles, waitUntilReady } from './service.ts';
import { killAll, type Started, stopAll } from './shutdown.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { claimDataFolder, record, releaseDataFolder } from './single-instance.ts';

const started: Started = { roles: [], simulator: null, servers: [], pending: [] };
let stopping: Promise<void> | null = null;

/** `npm start`: everything up, in the order in which one thing needs another. `begun` is when the command was typed. */
export async function main(begun: number): Promise<void> {
  survive();
  stopOnSignals();
  try {
    createFolders();
    await claimDataFolder();
    await bringUp(begun);
  } catch (error) {
    // While stopping, a step that fails only notices that what it needs has gone.
    if (stopping !== null) return;
    console.error(`✗ ${explain(error)}`);
    await end(1);
  }
}

async function bringUp(begun: number): Promise<void> {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const withSimulator = !process.env.ZALO_OPENAPI_URL;
  const left = await endLeftOvers();
  if (left.length > 0) say(`▸ Đã dọn tiến trình còn sót của lần chạy trước: ${left.join(', ')}`);
  const port = await choosePort({ variable: 'PORT', what: 'dịch vụ', standard: 3000 });
  const simulatorPort = withSimulator
    ? await choosePort({ variable: 'SIM_PORT', what: 'trình giả lập Zalo', standard: 4100 })
    : 0;

  const [stores] = await allOrFirstFault([
    startStores(),
    step(
      () => build(withSimulator),
      (text) => text,
    ),
  ]);
  if (stopping !== null) return;
  const secrets = readOrMakeSecrets({ withSimulator });
  const env: NodeJS.ProcessEnv = {
    MEDIA_DIR: folders.media,
    ...process.env,
    ...secrets,
    ...stores,
    PORT: String(port),
  };
  const url = `http://127.0.0.1:${port}`;
  const [simulator] = await allOrFirstFault([
    withSimulator ? openSimulator(simulatorPort, `${url}/webhooks/zalo/oa`, secrets) : null,
    migrateStep(env),
  ]);

  if (stopping !== null) return;
  watchServers();
  await step(
    async () => {
      started.roles = startRoles({ ...env, ...simulator?.serviceEnv });
      for (const role of started.roles) watch(role);
      await waitUntilReady(url, started.roles);
    },
    () => 'Dịch vụ sẵn sàng',
  );
  record({ url });
  await announce({ url, simulator, begun });
  const { STAFF_API_TOKEN: staffToken = '' } = secrets;
  if (simulator) playSceneOnce({ simulatorUrl: simulator.url, serviceUrl: url, staffToken });
}

/** Runs steps side by side; when one fails the others are still waited for, so that what they start can be stopped. */
async function allOrFirstFault<T extends readonly unknown[]>(steps: T): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(steps);
  return (await Promise.all(steps)) as { [K in keyof T]: Awaited<T[K]> };
}

async function startStores(): Promise<{ DATABASE_URL: string; REDIS_URL: string }> {
  const postgres = () => startPostgres({ home: folders.postgres, database: 'phan_anh' });
  const redis = () => startRedis({ home: folders.redis, cacheDir: CACHE_DIR });
  const [database, queue] = await allOrFirstFault([
    process.env.DATABASE_URL || openStore('PostgreSQL', postgres),
    process.env.REDIS_URL || openStore('Redis', redis),
  ]);
  return { DATABASE_URL: database, REDIS_URL: queue };
}

async function openStore(name: string, start: () => Promise<LocalServer>): Promise<string> {
  const opening = step(start, ({ version, port, adopted }) =>
    adopted
      ? `${name} ${version} của lần chạy trước vẫn chạy, dùng tiếp ở cổng ${port}`
      : `${name} ${version} sẵn sàng ở cổng ${port}`,
  ).then((server) => {
    // Redis stops before PostgreSQL, whichever was up first.
    started.servers[name === 'Redis' ? 'unshift' : 'push']({ name, server });
    return server.url;
  });
  started.pending.push(opening);
  return await opening;
}

async function migrateStep(env: NodeJS.ProcessEnv): Promise<void> {
  const onStart = (child: Child) => started.roles.push(child);
  await step(
    () => migrate(env, onStart),
    () => 'Cơ sở dữ liệu đã cập nhật',
  );
}

async function openSimulator(port: number, webhookUrl: string, secrets: Record<string, string>): Promise<Simulator> {
  const onStart = (child: Child) => {
    started.simulator = child;
    watch(child);
  };
  return await step(
    () => startSimulator({ port, webhookUrl, secrets, onStart }),
    () => 'Trình giả lập Zalo sẵn sàng',
  );
}

async function announce({ url, simulator, begun }: { url: string; simulator: Simulator | null; begun: number }) {
  say(`\n✓ Phản ánh Hà Nội đã sẵn sàng sau ${seconds(Date.now() - begun)}\n`);
  const addresses = await existingAddresses(url);
  if (simulator) addresses.push({ title: 'Giả lập Zalo', url: simulator.pageUrl });
  for (const address of addresses) say(`  ${address.title.padEnd(20)} ${address.url}`);
  say(`\n  Mã truy cập của cán bộ: STAFF_API_TOKEN trong .data/secrets.json · Nhật ký: .data/logs/`);
  say('  Dừng: nhấn Ctrl-C\n');
}

function watch(child: Child): void {
  const timer = echoWarnings(child.name, followLog(child.logFile, child.logStart));
  void child.ended.then(async (how) => {
    clearInterval(timer);
    if (stopping === null) await fail(`${child.name} dừng bất ngờ (${how})`, child);
  });
}

function watchServers(): void {
  const timer = setInterval(() => {
    const dead = started.servers.find(({ server }) => !server.isRunning());
    if (dead === undefined || stopping !== null) return;
    clearInterval(timer);
    void fail(`${dead.name} dừng bất ngờ`, dead.server);
  }, 500);
  timer.unref();
}

async function fail(what: string, { logFile, logStart = 0 }: { logFile: string; logStart?: number }): Promise<void> {
  const shown = relative(ROOT, logFile);
  console.error(`✗ ${what}. Những dòng cuối của ${shown}:\n${tailOf(logFile, { from: logStart })}`);
  await end(1);
}

async function end(code: number): Promise<void> {
  process.exitCode = code;
  stopping ??= stopAll(started);
  await stopping;
  process.exit(code);
}

function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping !== null) {
        warn('Dừng ngay, không chờ nữa.');
        killAll(started);
        releaseDataFolder();
        process.exit(130);
      }
      say('\n▸ Đang dừng … (nhấn Ctrl-C lần nữa để dừng ngay)');
      void end(0);
    });
  }
  npmIsGone(() => {
    if (stopping === null) void end(0);
  });
}

/** Whatever happens in here, what was started is stopped. */
function survive(): void {
  // Output to a closed pipe (`npm start | head`) is no reason to fall.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('uncaughtException', (error) => {
    console.error(`✗ ${explain(error)}`);
    void end(1);
  });
}
