import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { connectDatabase, type DatabaseClients } from '../../db/client.ts';
import { createTestDatabase, createTestRedis } from '../../scripts/testing/database.ts';
import { waitFor } from '../../scripts/testing/wait-for.ts';
import { simulatorControl } from '../../scripts/zalo-simulator/control-client.ts';
import { type Simulator, startSimulator } from '../../scripts/zalo-simulator/simulator.ts';
import { buildApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import { createMetrics } from '../src/monitor/metrics.ts';
import { connectProducer } from '../src/queues/connection.ts';
import { startWorkerRole, type WorkerRole } from '../src/worker-role.ts';

/** Everything a test of the whole needs: both roles, a strict Zalo, real PostgreSQL and Redis, and citizens who write. */
export interface City {
  config: Config;
  env: Record<string, string>;
  database: DatabaseClients;
  simulator: Simulator;
  /** Base URL of the service. */
  url: string;
  startWorker(): Promise<WorkerRole>;
  startServer(): Promise<FastifyInstance>;
  /** A worker as a process of its own, which a failure test can kill. */
  spawnWorker(): ChildProcess;
  /** Plays citizens, officials and faults. */
  zalo: ReturnType<typeof simulatorControl>;
  /** Uploads an invented photo to the simulated phone. */
  photo(): Promise<string>;
  /** Messages of the service to the citizen, oldest first; without the notice on their data, which everybody gets once. */
  heard(citizenId: string): Promise<string[]>;
  citizens(): string[];
  stop(): Promise<void>;
}

export interface CityOptions {
  databaseUrl?: string;
  redisUrl?: string;
  env?: Record<string, string>;
  /** The built page of the simulator, for tests that play in it with a browser. */
  pageDir?: string;
  /** The built Mini App, for tests that use it as a citizen does. */
  miniappDir?: string;
  /** Roles to start at once; default both. */
  roles?: ('server' | 'worker')[];
}

const ids = {
  appId: '4102938475610293847',
  oaId: '2910384756102938475',
  appSecret: 'test-app-secret',
  oaSecret: 'test-oa-secret',
};
const miniApp = { miniAppId: '3350917264850192736', miniAppApiKey: 'mini-app-key-for-tests' };

/** How the notice begins, in either language (`rights/notice.ts`). */
export const PRIVACY_NOTICE = /^(?:Về dữ liệu của bạn|About your data)/u;

export async function startCity(options: CityOptions = {}): Promise<City> {
  const undo: (() => Promise<unknown>)[] = [];
  const own = options.databaseUrl ? null : await createTestDatabase();
  if (own) undo.push(own.drop);
  const redis = createTestRedis();
  const mediaDir = await mkdtemp(join(tmpdir(), 'media-'));
  undo.push(() => rm(mediaDir, { recursive: true, force: true }));

  const port = await freePort();
  const webhookUrl = `http://127.0.0.1:${port}/webhooks/zalo/oa`;
  const simulator = await startSimulator({
    ...ids,
    ...miniApp,
    webhookUrl,
    ...(options.pageDir && { pageDir: options.pageDir }),
    ...(options.miniappDir && { miniappDir: options.miniappDir }),
  });
  undo.push(simulator.close);
  const zalo = simulatorControl(simulator.url);
  const firstToken = await zalo.firstToken();
  const env: Record<string, string> = {
    DATABASE_URL: options.databaseUrl ?? own?.url ?? '',
    REDIS_URL: options.redisUrl ?? redis.url,
    REDIS_PREFIX: redis.prefix,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ZALO_APP_ID: ids.appId,
    ZALO_APP_SECRET: ids.appSecret,
    ZALO_OA_ID: ids.oaId,
    ZALO_OA_SECRET: ids.oaSecret,
    ZALO_OA_REFRESH_TOKEN: firstToken.refresh_token,
    ZALO_OAUTH_URL: simulator.url,
    ZALO_OPENAPI_URL: simulator.url,
    ZALO_GRAPH_URL: simulator.url,
    ZALO_BUSINESS_URL: simulator.url,
    ZALO_MINIAPP_OPENAPI_URL: simulator.url,
    ZALO_MINIAPP_ID: miniApp.miniAppId,
    ZALO_MINIAPP_API_KEY: miniApp.miniAppApiKey,
    ZALO_MEDIA_HOSTS: simulator.url,
    MINIAPP_ORIGINS: `http://h5.zdn.vn.localhost:${new URL(simulator.url).port}`,
    DATA_KEY: randomBytes(32).toString('base64'),
    MEDIA_DIR: mediaDir,
    STAFF_API_TOKEN: 'staff-token-for-tests-only',
    CHAT_QUIET_MS: '300',
    SWEEP_INTERVAL_MS: '300',
    STALE_AFTER_MS: '2000',
    ECHO_WAIT_MS: '400',
    ZALO_TIMEOUT_MS: '1500',
    OUTBOX_CLAIM_TIMEOUT_MS: '6000',
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    ...(process.env.WARD_BOUNDARIES && { WARD_BOUNDARIES: process.env.WARD_BOUNDARIES }),
    ...options.env,
  };
  const config = readConfig(env);
  const database = connectDatabase(config.databaseUrl, { max: 4 });
  undo.push(database.close);
  const running: { stop: () => Promise<unknown> }[] = [];

  const startServer = async (): Promise<FastifyInstance> => {
    const clients = connectDatabase(config.databaseUrl, { max: 4 });
    const producer = connectProducer(config.redisUrl, () => {});
    const { app, drain } = await buildApp({
      config,
      database: clients,
      redis: producer,
      metrics: createMetrics('server'),
      now: () => new Date(),
    });
    await app.listen({ host: '127.0.0.1', port });
    running.push({
      stop: async () => {
        await app.close();
        await drain();
        producer.disconnect();
        await clients.close();
      },
    });
    return app;
  };
  const startWorker = async (): Promise<WorkerRole> => {
    const clients = connectDatabase(config.databaseUrl, { max: 10 });
    const { default: fastify } = await import('fastify');
    const log = fastify({ logger: { level: config.logLevel } }).log;
    const role = await startWorkerRole({
      config,
      database: clients,
      metrics: createMetrics('worker'),
      log,
      now: () => new Date(),
    });
    running.push({
      stop: async () => {
        await role.stop();
        await clients.close();
      },
    });
    return role;
  };
  for (const role of options.roles ?? ['server', 'worker']) await (role === 'server' ? startServer() : startWorker());

  return {
    config,
    env,
    database,
    simulator,
    url: `http://127.0.0.1:${port}`,
    startWorker,
    startServer,
    spawnWorker: () => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'webhook-service/src/worker.ts'], {
        env: { PATH: process.env.PATH, ...env },
        stdio: 'ignore',
      });
      running.push({ stop: async () => void child.kill('SIGKILL') });
      return child;
    },
    zalo,
    photo: async () => zalo.photo(await streetPhoto()),
    heard: async (citizenId) =>
      (await zalo.messages(citizenId))
        .filter((message) => message.from === 'app')
        .map((message) => message.text ?? '')
        .filter((text) => !PRIVACY_NOTICE.test(text)),
    citizens: () => simulator.state().citizens.map((citizen) => citizen.id),
    stop: async () => {
      for (const role of running.reverse()) await role.stop();
      for (const step of undo.reverse()) await step();
    },
  };
}

export const POTHOLE = 'ổ gà to trước số 12 phố Láng Hạ, xe máy ngã liên tục';
/** Inside one ward with or without outlines, and far from its borders. */
export const CLEAR_PLACE = { latitude: 21.0135, longitude: 105.8165 };

/** A citizen sends what makes a whole report, piece by piece, and does not wait for any answer. */
export async function sendWholeReport(city: City, citizenId: string, photos = 1): Promise<void> {
  const photoIds = await Promise.all(Array.from({ length: photos }, () => city.photo()));
  await city.zalo.act(citizenId, { act: 'photos', photoIds });
  await city.zalo.act(citizenId, { act: 'text', text: POTHOLE });
  await city.zalo.act(citizenId, { act: 'location', ...CLEAR_PLACE });
}

/** Waits until every stored event is applied and every job that is due is done. */
export async function quiet(city: City, timeoutMs = 60_000): Promise<void> {
  await waitFor(
    async () => {
      await city.simulator.idle();
      const [left] = await city.database.sql<{ events: number; jobs: string; messages: number }[]>`
        select (select count(*) from inbox_events where finished_at is null and failed_at is null)::int as events,
               (select count(*) from jobs where finished_at is null and failed_at is null and run_at < now() + interval '1 minute')
                 + (select count(*) from timers where finished_at is null and failed_at is null and run_at < now() + interval '1 minute') as jobs,
               (select count(*) from outbox_messages where state in ('queued', 'sending', 'unsure'))::int as messages`;
      return left?.events === 0 && Number(left.jobs) === 0 && left.messages === 0;
    },
    { what: 'an empty inbox, no due jobs and no message on its way', timeoutMs },
  );
}

/** Waits until the service has told the citizen something that matches; gives all it has told so far. */
export async function hears(city: City, citizenId: string, what: RegExp, timeoutMs = 15_000): Promise<string[]> {
  return waitFor(
    async () => {
      const heard = await city.heard(citizenId);
      return heard.some((text) => what.test(text)) && heard;
    },
    { what: `a message that matches ${what}`, timeoutMs },
  );
}

/** An invented photo, different each time. */
async function streetPhoto(): Promise<Buffer> {
  const [r = 0, g = 0, b = 0] = randomBytes(3);
  return sharp({ create: { width: 640, height: 480, channels: 3, background: { r, g, b } } })
    .jpeg()
    .toBuffer();
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
