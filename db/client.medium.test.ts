import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../scripts/testing/database.ts';
import { waitFor } from '../scripts/testing/wait-for.ts';
import { connectDatabase, type DatabaseClients } from './client.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 2 });
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

/**
 * Guards `patches/postgres+3.4.9.patch`: without it the driver throws outside of any promise when it rolls back on a
 * connection that has just died, and the whole process ends (porsager/postgres#1208).
 */
test('a connection that dies inside a transaction fails that transaction and nothing else', async () => {
  let pid = 0;
  const broken = clients.sql.begin(async (tx) => {
    const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    pid = row?.pid ?? 0;
    await tx`select pg_sleep(30)`;
  });
  const outcome = expect(broken).rejects.toMatchObject({
    code: expect.stringMatching(/CONNECTION_CLOSED|57P01|ECONNRESET/),
  });
  await waitFor(() => pid > 0, { what: 'the transaction to be under way' });
  await clients.sql`select pg_terminate_backend(${pid})`;
  await outcome;
  for (let round = 0; round < 5; round++) await expect(clients.sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
});
