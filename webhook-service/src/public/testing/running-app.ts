import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { connectDatabase, type DatabaseClients, type Db } from '../../../../db/client.ts';
import { createTestDatabase, createTestRedis } from '../../../../scripts/testing/database.ts';
import { buildApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { createDiskStore } from '../../media/disk-store.ts';
import type { MediaStore } from '../../media/store.ts';
import { createMetrics } from '../../monitor/metrics.ts';
import { connectProducer } from '../../queues/connection.ts';

export interface RunningApp {
  app: FastifyInstance;
  db: Db;
  database: DatabaseClients;
  media: MediaStore;
  /** Where `media` keeps its files. */
  mediaDir: string;
  /** Only when it listens. */
  url: string;
  stop(): Promise<void>;
}

/** The real service on a database and Redis prefix of its own, with its clock in the test's hands. */
export async function startApp(
  now: () => Date,
  { listen = false, env = {} }: { listen?: boolean; env?: Record<string, string> } = {},
): Promise<RunningApp> {
  const own = await createTestDatabase();
  const { url: redisUrl, prefix } = createTestRedis();
  const mediaDir = await mkdtemp(join(tmpdir(), 'media-'));
  const config = readConfig({
    DATABASE_URL: own.url,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: prefix,
    PORT: '0',
    ZALO_APP_ID: '4102938475610293847',
    ZALO_APP_SECRET: 'test-app-secret',
    ZALO_OA_ID: '2910384756102938475',
    ZALO_OA_SECRET: 'test-oa-secret',
    DATA_KEY: randomBytes(32).toString('base64'),
    MEDIA_DIR: mediaDir,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    ...env,
  });
  const database = connectDatabase(config.databaseUrl, { max: 2 });
  const redis = connectProducer(config.redisUrl, () => {});
  const { app, drain } = await buildApp({ config, database, redis, metrics: createMetrics('server'), now });
  const url = listen ? await app.listen({ host: '127.0.0.1', port: 0 }) : '';
  return {
    app,
    db: database.db,
    database,
    media: createDiskStore(mediaDir),
    mediaDir,
    url,
    stop: async () => {
      await app.close();
      await drain();
      redis.disconnect();
      await database.close();
      await own.drop();
      await rm(mediaDir, { recursive: true, force: true });
    },
  };
}
