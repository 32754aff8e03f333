import { Redis } from 'ioredis';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { createTestDatabase, createTestRedis } from './database.ts';

test('each test database is migrated, and what is written to one is not in another', async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const sql = postgres(first.url, { max: 1 });
  const other = postgres(second.url, { max: 1 });
  try {
    await sql`create table only_here (id int)`;
    const tables = (rows: { name: string }[]) => rows.map((row) => row.name);
    const list = (client: postgres.Sql) =>
      client<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`;
    expect(tables(await list(sql))).toEqual(expect.arrayContaining(['only_here', 'reports']));
    expect(tables(await list(other))).not.toContain('only_here');
  } finally {
    await Promise.all([sql.end(), other.end()]);
    await Promise.all([first.drop(), second.drop()]);
  }
});

test('the shared Redis answers, and every caller gets a prefix of its own', async () => {
  const { url, prefix } = createTestRedis();
  expect(createTestRedis().prefix).not.toBe(prefix);
  const redis = new Redis(url);
  try {
    await redis.set(`${prefix}:greeting`, 'xin chào');
    expect(await redis.get(`${prefix}:greeting`)).toBe('xin chào');
  } finally {
    redis.disconnect();
  }
});
