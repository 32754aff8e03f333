import { desc, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { NO_HASH_BEFORE, sha256 } from '../../../../db/history-hash.ts';
import { historyDigests } from '../../../../db/schema/index.ts';
import { dayNumberAt, dayNumberOf, type LocalDate, localDateOf, startOfDay } from '../../deadlines/calendar-day.ts';

/** A day is closed an hour after midnight, when what was begun before it is written. */
const REST_MS = 60 * 60_000;
/** Any constant; makes two replicas take turns. */
const DIGEST_LOCK = 7_311_827;

export interface DigestedDay {
  day: LocalDate;
  /** Highest row id there was when it was made. */
  lastId: number;
  previousDigest: string;
  /** `lastId` of the digest before it; 0 for the first. */
  previousLastId: number;
}

/**
 * Makes the digest of every day that is over and has none yet, oldest first. Idempotent, safe with two replicas.
 * @returns how many were made.
 */
export async function makeDigests(db: Db, { now }: { now: Date }): Promise<number> {
  const upTo = dayNumberAt(now.getTime() - REST_MS) - 1;
  const next = await nextDay(db);
  if (next === null || next.day > upTo) return 0;
  const lastId = await highestId(db);
  if (lastId === null) return 0;
  let made = 0;
  while (await makeNext(db, { upTo, lastId, now })) made += 1;
  return made;
}

/** What the digest of a day must be, from the rows as they stand. */
export async function digestOf(tx: Tx, day: DigestedDay): Promise<{ rows: number; digest: string }> {
  const start = startOfDay(dayNumberOf(day.day));
  const from = new Date(start).toISOString();
  const until = new Date(startOfDay(dayNumberOf(day.day) + 1)).toISOString();
  // Besides the rows of the day: rows of earlier days that were not there yet when their digest was made.
  const [found] = await tx.execute<{ rows: number; hashes: string }>(sql`
    select count(*)::int as rows,
      encode(sha256(convert_to(coalesce(string_agg(hash, '' order by report_id, seq), ''), 'UTF8')), 'hex') as hashes
    from report_history
    where id <= ${day.lastId}
      and ((at >= ${from} and at < ${until}) or (id > ${day.previousLastId} and at < ${from}))`);
  const { rows, hashes } = found ?? { rows: 0, hashes: sha256('') };
  return { rows, digest: sha256([day.previousDigest, day.day, rows, hashes].join('\n')) };
}

async function makeNext(db: Db, options: { upTo: number; lastId: number; now: Date }): Promise<boolean> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${DIGEST_LOCK})`);
    const next = await nextDay(tx);
    if (next === null || next.day > options.upTo) return false;
    const { previousDigest, previousLastId } = next;
    const day = {
      day: localDateOf(next.day),
      // Another replica may have looked later.
      lastId: Math.max(options.lastId, previousLastId),
      previousDigest,
      previousLastId,
    };
    const { rows, digest } = await digestOf(tx, day);
    const { lastId } = day;
    await tx.insert(historyDigests).values({ day: day.day, rows, digest, lastId, previousDigest, madeAt: options.now });
    return true;
  });
}

/** The day after the last digest, or the first day of the log; null while there is nothing. */
async function nextDay(tx: Tx): Promise<{ day: number; previousDigest: string; previousLastId: number } | null> {
  const [last] = await tx.select().from(historyDigests).orderBy(desc(historyDigests.day)).limit(1);
  if (last) return { day: dayNumberOf(last.day) + 1, previousDigest: last.digest, previousLastId: last.lastId };
  const [first] = await tx.execute<{ ms: number | null }>(
    sql`select (extract(epoch from min(at)) * 1000)::float8 as ms from report_history`,
  );
  if (first?.ms === null || first?.ms === undefined) return null;
  return { day: dayNumberAt(first.ms), previousDigest: NO_HASH_BEFORE, previousLastId: 0 };
}

/**
 * The highest row id below which nothing can appear any more. Ids are drawn before they are committed, so for a moment,
 * once a day, this waits until nobody is writing. @returns null when somebody writes for too long: then later.
 */
async function highestId(db: Db): Promise<number | null> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`set local lock_timeout = '2s'`);
      await tx.execute(sql`lock table report_history in share mode`);
      const [row] = await tx.execute<{ id: number }>(
        sql`select coalesce(max(id), 0)::float8 as id from report_history`,
      );
      return row?.id ?? 0;
    });
  } catch (error) {
    if (isLockTimeout(error)) return null;
    throw error;
  }
}

function isLockTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '55P03') || isLockTimeout(error.cause);
}
