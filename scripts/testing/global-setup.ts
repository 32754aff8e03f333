import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../db/migrate.ts';
import { startPostgres } from '../servers/postgres.ts';
import { startRedis } from '../servers/redis.ts';
import { createThrowAwayFolder, removeThrowAwayFolder } from './throw-away-folder.ts';

export interface TestServers {
  /** Any database of the test cluster; replace the path to reach another. */
  postgresUrl: string;
  /** Migrated and seeded; nobody may stay connected to it. */
  templateDatabase: string;
  redisUrl: string;
  /** Removed at the end with everything in it; failure tests keep servers of their own here. */
  folder: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    servers: TestServers;
  }
}

interface Shared {
  servers: TestServers;
  stop: () => Promise<void>;
  users: number;
}

/** Each project loads this file afresh, so what they share is kept on the process. */
const holder = globalThis as typeof globalThis & { testServers?: Promise<Shared> };

/** One PostgreSQL and one Redis for all medium and browser tests; gone when the last project is done. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder.testServers ??= startServers();
  const shared = await holder.testServers;
  shared.users += 1;
  project.provide('servers', shared.servers);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete holder.testServers;
    await shared.stop();
  };
}

const TEMPLATE = 'template_app';

async function startServers(): Promise<Shared> {
  const folder = createThrowAwayFolder();
  const [database, redis] = await Promise.all([
    startPostgres({ home: join(folder, 'postgres'), database: TEMPLATE, throwAway: true }),
    startRedis({ home: join(folder, 'redis'), cacheDir: '.cache', throwAway: true }),
  ]);
  await migrateDatabase(database.url);
  await vacuum(database.url);
  const postgresUrl = Object.assign(new URL(database.url), { pathname: '/postgres' }).href;
  return {
    servers: { postgresUrl, templateDatabase: TEMPLATE, redisUrl: redis.url, folder },
    stop: async () => {
      await Promise.allSettled([database.stop(), redis.stop()]);
      removeThrowAwayFolder(folder);
    },
    users: 0,
  };
}

/** Copies inherit the planner's statistics; autovacuum is off in the test cluster. */
async function vacuum(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`vacuum analyze`;
  await sql.end();
}
