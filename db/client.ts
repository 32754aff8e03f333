import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

export type Db = PostgresJsDatabase<typeof schema>;
/** A database or an open transaction on it: repositories take either. */
export type Tx = Db | Parameters<Parameters<Db['transaction']>[0]>[0];
export type Sql = postgres.Sql;

export interface DatabaseClients {
  /** Typed queries and transactions. */
  db: Db;
  /** Plain postgres.js for the hot path, LISTEN and reserved connections; drizzle changes how its own client reads dates. */
  sql: Sql;
  close(): Promise<void>;
}

/**
 * Opens both clients. `max` is per client. The default back-off of postgres.js waits up to 18 s after a restart of the
 * server; ours waits half a second.
 */
export function connectDatabase(
  url: string,
  options: { max?: number; applicationName?: string } = {},
): DatabaseClients {
  const settings = {
    max: options.max ?? 8,
    backoff: (attempt: number) => Math.min(0.5, 0.05 * 2 ** attempt),
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: options.applicationName ?? 'phan-anh-ha-noi' },
  };
  const sql = postgres(url, settings);
  const forDrizzle = postgres(url, settings);
  return {
    sql,
    db: drizzle(forDrizzle, { schema }),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), forDrizzle.end({ timeout: 5 })]);
    },
  };
}
