import postgres, { type Sql } from 'postgres';

/** Longest wait for another replica, ms; its refresh takes one call to Zalo. */
const PATIENCE_MS = 20_000;

/**
 * Runs `work` while this session alone holds the named lock. There is no transaction, so `work` may call Zalo; when the
 * process or its connection dies, the server lets go of the lock by itself, so what `work` writes must compare and set.
 *
 * The session is a client of its own with one connection: `sql.reserve()` of postgres.js 3.4 brings the process down when
 * a reserved connection has died before its next query, while an ordinary client connects anew.
 * @throws when the lock could not be had in time or the database is away.
 */
export async function withAdvisoryLock<T>(sql: Sql, name: string, work: (session: Sql) => Promise<T>): Promise<T> {
  const session = postgres(optionsOfSession(sql));
  try {
    await session`select pg_advisory_lock(hashtextextended(${name}, 0))`;
    return await work(session);
  } finally {
    // Closing the session is what unlocks. A connection that is gone already is not waited for.
    await session.end({ timeout: 1 });
  }
}

function optionsOfSession({ options }: Sql): postgres.Options<Record<string, postgres.PostgresType>> {
  const connection = { ...options.connection, lock_timeout: PATIENCE_MS };
  // Parsed options are options too; only the types of postgres.js do not say so.
  return { ...options, max: 1, idle_timeout: 0, connection } as unknown as postgres.Options<
    Record<string, postgres.PostgresType>
  >;
}

/** The lock of everything that replaces an OA's token pair. */
export function tokenLock(oaId: string): string {
  return `oa_tokens:${oaId}`;
}
