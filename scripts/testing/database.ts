import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import type {} from './global-setup.ts';

export interface TestDatabase {
  url: string;
  /** Removes the database, also while something is still connected to it. */
  drop(): Promise<void>;
}

/** A database of its own for a test or a test file: migrated, with the reference data, in about 20 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { postgresUrl, templateDatabase } = inject('servers');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(postgresUrl, (sql) => sql`create database ${sql(name)} template ${sql(templateDatabase)}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asAdmin(postgresUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

export interface TestRedis {
  url: string;
  /** Key prefix nobody else uses, in braces so that it also suits a Redis cluster. */
  prefix: string;
}

/** The Redis all tests share, with a prefix of its own. Never flush it: see `startOwnRedis` for tests that must. */
export function createTestRedis(): TestRedis {
  return { url: inject('servers').redisUrl, prefix: `{t-${randomBytes(6).toString('hex')}}` };
}

async function asAdmin(url: string, work: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
