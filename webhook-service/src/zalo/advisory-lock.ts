import type { ReservedSql, Sql } from 'postgres';

/** Longest wait for another replica; a refresh takes one call to Zalo. */
const PATIENCE = '20s';

/**
 * Runs `work` while this session alone holds the named lock. There is no transaction, so `work` may call Zalo; when the
 * process or its connection dies, the server lets go of the lock by itself.
 * @throws when the lock could not be had in time or the database is away.
 */
export async function withAdvisoryLock<T>(
  sql: Sql,
  name: string,
  work: (locked: ReservedSql) => Promise<T>,
): Promise<T> {
  const session = await sql.reserve();
  try {
    await session`select set_config('lock_timeout', ${PATIENCE}, false)`;
    await session`select pg_advisory_lock(hashtextextended(${name}, 0))`;
    try {
      return await work(session);
    } finally {
      await unlock(session, name);
    }
  } finally {
    session.release();
  }
}

async function unlock(session: ReservedSql, name: string): Promise<void> {
  try {
    await session`select pg_advisory_unlock(hashtextextended(${name}, 0)), set_config('lock_timeout', '0', false)`;
  } catch {
    // The session is gone, and the lock with it.
  }
}
