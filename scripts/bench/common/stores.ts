import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrateDatabase } from '../../../db/migrate.ts';
import { startPostgres } from '../../servers/postgres.ts';
import { startRedis } from '../../servers/redis.ts';
import { CACHE_DIR } from '../../start/folders.ts';

export interface Stores {
  /** On disk, for everything a run leaves behind; removed by `stop`. */
  folder: string;
  redisUrl: string;
  /** A migrated database of its own. */
  database(name: string): Promise<string>;
}

/**
 * PostgreSQL and Redis as `npm start` and production run them: fsync on, on a disk. A folder in memory would flatter both.
 * `onStop` is given what stops them before they are up, because a Ctrl-C may come while they start.
 */
export async function startStores(onStop: (stop: () => Promise<void>) => void): Promise<Stores> {
  mkdirSync(CACHE_DIR, { recursive: true });
  const folder = mkdtempSync(join(CACHE_DIR, 'bench-'));
  const starting = [
    startPostgres({ home: join(folder, 'postgres'), database: 'bench' }),
    startRedis({ home: join(folder, 'redis'), cacheDir: CACHE_DIR }),
  ] as const;
  onStop(async () => {
    for (const started of await Promise.allSettled(starting)) {
      if (started.status === 'fulfilled') await started.value.stop();
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  const [server, redis] = await Promise.all(starting);
  const database = async (name: string): Promise<string> => {
    const admin = postgres(server.url, { max: 1 });
    await admin`create database ${admin(name)}`;
    await admin.end();
    const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
    await migrateDatabase(url);
    return url;
  };
  return { folder, redisUrl: redis.url, database };
}
