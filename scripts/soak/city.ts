import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrateDatabase } from '../../db/migrate.ts';
import { startChild } from '../bench/common/child.ts';
import { inventOa } from '../bench/common/events.ts';
import { serviceEnv, serviceProgram } from '../bench/common/service.ts';
import { findFreePort } from '../servers/ports.ts';
import { startPostgres } from '../servers/postgres.ts';
import { startRedis } from '../servers/redis.ts';
import { CACHE_DIR, ROOT } from '../start/folders.ts';
import { waitFor } from '../testing/wait-for.ts';
import { simulatorControl } from '../zalo-simulator/control-client.ts';
import { type KeptRole, keepRunning } from './role.ts';

/** Everything that runs, and the handles by which it is made to suffer. */
export interface SoakCity {
  url: string;
  staffToken: string;
  zalo: ReturnType<typeof simulatorControl>;
  sql: postgres.Sql;
  server: KeptRole;
  workers: readonly KeptRole[];
  /** Kills a server with -9 and starts it again on the same data. */
  killPostgres(): Promise<void>;
  killRedis(): Promise<void>;
  wipeRedis(): Promise<void>;
  folder: string;
}

const MINIAPP = { ZALO_MINIAPP_ID: '3350917264850192736', ZALO_MINIAPP_API_KEY: 'soak-open-api-key' };

/** Starts stores with fsync on, the simulator, one HTTP role and two workers, all of them processes of their own. */
export async function startSoakCity(onUndo: (undo: () => Promise<void>) => void): Promise<SoakCity> {
  const program = await serviceProgram();
  mkdirSync(CACHE_DIR, { recursive: true });
  const folder = mkdtempSync(join(CACHE_DIR, 'soak-'));
  onUndo(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  const openPostgres = (port?: number) =>
    startPostgres({ home: join(folder, 'postgres'), database: 'soak', ...(port !== undefined && { port }) });
  const openRedis = (port?: number) =>
    startRedis({ home: join(folder, 'redis'), cacheDir: CACHE_DIR, ...(port !== undefined && { port }) });
  let [database, redis] = await Promise.all([openPostgres(), openRedis()]);
  onUndo(async () => {
    await redis.stop();
    await database.stop();
  });
  await migrateDatabase(database.url);

  const oa = inventOa();
  const [port, simulatorPort] = [await findFreePort(), await findFreePort()];
  const url = `http://127.0.0.1:${port}`;
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const staffToken = randomBytes(24).toString('base64url');
  const base = serviceEnv({
    oa,
    databaseUrl: database.url,
    redisUrl: redis.url,
    port,
    mediaDir: join(folder, 'media'),
  });
  const simulator = await startChild({
    name: 'simulator',
    args: ['--import', 'tsx', join(ROOT, 'scripts/zalo-simulator/main.ts')],
    env: { ...base, ...MINIAPP, SIM_PORT: String(simulatorPort), SIM_WEBHOOK_URL: `${url}/webhooks/zalo/oa` },
    folder,
    readyUrl: `${simulatorUrl}/_sim/state`,
  });
  onUndo(simulator.stop);
  const zalo = simulatorControl(simulatorUrl);
  const { refresh_token } = await zalo.firstToken();
  const env = {
    ...base,
    ...MINIAPP,
    STAFF_API_TOKEN: staffToken,
    ZALO_OA_REFRESH_TOKEN: refresh_token,
    ZALO_OAUTH_URL: simulatorUrl,
    ZALO_OPENAPI_URL: simulatorUrl,
    ZALO_GRAPH_URL: simulatorUrl,
    ZALO_BUSINESS_URL: simulatorUrl,
    ZALO_MINIAPP_OPENAPI_URL: simulatorUrl,
    ZALO_MEDIA_HOSTS: simulatorUrl,
    PUBLIC_URL: url,
    // Shorter than in real life, so that half an hour holds many lives.
    CHAT_QUIET_MS: '2000',
    CONSOLE_GATHER_MS: '4000',
    SWEEP_INTERVAL_MS: '2000',
    STALE_AFTER_MS: '10000',
    ECHO_WAIT_MS: '2000',
    ZALO_TIMEOUT_MS: '3000',
    OUTBOX_CLAIM_TIMEOUT_MS: '15000',
    GAP_CHECK_MS: '15000',
    GAP_AFTER_MS: '20000',
    // Every message of a story is counted; saving up free replies is another test's business.
    FREE_REPLIES_PER_WINDOW: '0',
    LOG_LEVEL: 'warn',
    ...(process.env.WARD_BOUNDARIES && { WARD_BOUNDARIES: process.env.WARD_BOUNDARIES }),
  };
  const role = (name: string, which: 'server' | 'worker') => {
    const kept = keepRunning({ name, args: program.args(which), env, folder });
    onUndo(kept.stop);
    return kept;
  };
  const server = role('server', 'server');
  const workers = [role('worker-1', 'worker'), role('worker-2', 'worker')];
  await waitFor(async () => (await fetch(`${url}/readyz`)).status === 200, { what: 'the service', timeoutMs: 60_000 });
  const sql = postgres(database.url, { max: 2, onnotice: () => {}, idle_timeout: 5, connect_timeout: 5 });
  onUndo(() => sql.end({ timeout: 2 }));
  return {
    ...{ url, staffToken, zalo, sql, server, workers, folder },
    killPostgres: async () => {
      const { port: same } = database;
      await database.kill();
      database = await openPostgres(same);
    },
    killRedis: async () => {
      const { port: same } = redis;
      await redis.kill();
      redis = await openRedis(same);
    },
    wipeRedis: async () => {
      const { Redis } = await import('ioredis');
      const client = new Redis(redis.url);
      await client.flushall().finally(() => client.disconnect());
    },
  };
}
