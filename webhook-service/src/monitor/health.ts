import type { Redis } from 'ioredis';
import type { Sql } from '../../../db/client.ts';
import { knownMigrations } from '../../../db/migrate.ts';

export interface Readiness {
  ready: boolean;
  database: 'ok' | 'down';
  redis: 'ok' | 'down';
  migrations: 'ok' | 'behind' | 'unknown';
}

/** A probe must answer sooner than whoever asks loses patience. */
const PROBE_MS = 2_000;

/** Can this process do its work now? Database, Redis, and a schema at least as new as this build. */
export async function readiness(deps: { sql: Sql; redis: Redis }): Promise<Readiness> {
  const [applied, redis] = await Promise.all([
    within(deps.sql<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`).then(
      ([row]) => row?.count ?? 0,
      (error: unknown) =>
        (error as { code?: string }).code === '42P01' || (error as { code?: string }).code === '3F000' ? 0 : null,
    ),
    within(deps.redis.ping()).then(
      () => 'ok' as const,
      () => 'down' as const,
    ),
  ]);
  const database = applied === null ? 'down' : 'ok';
  const migrations = applied === null ? 'unknown' : applied >= knownMigrations() ? 'ok' : 'behind';
  return { ready: database === 'ok' && redis === 'ok' && migrations === 'ok', database, redis, migrations };
}

async function within<Value>(promise: PromiseLike<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('probe timed out')), PROBE_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
