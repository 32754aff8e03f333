import type { Sql } from '../../../db/client.ts';
import type { JobName } from './catalog.ts';

/** One row that stands for work, as the relay hands it over. */
export interface WorkRow {
  id: number;
  version: number;
  name: JobName;
  payload: Record<string, unknown>;
  /** Epoch ms before which it must not run. */
  runAt: number;
  /** 0 goes first. */
  priority: number;
}

/**
 * A table whose rows are work (DESIGN rule 2). All share the columns of `handOver()`; what differs is how a row becomes a
 * job and who closes it: `jobs` rows are closed by the worker, inbox events and timers by their own handler's transaction.
 */
export interface WorkSource {
  name: 'inbox' | 'jobs' | 'timers';
  table: 'inbox_events' | 'jobs' | 'timers';
  claim(sql: Sql, limit: number): Promise<WorkRow[]>;
}

export const sources: readonly WorkSource[] = [
  {
    name: 'inbox',
    table: 'inbox_events',
    claim: async (sql, limit) => {
      const rows = await sql<{ id: string; version: number }[]>`
        update inbox_events set queued_at = now()
        where id in (select id from inbox_events where queued_at is null and finished_at is null and failed_at is null
                     order by id limit ${limit} for update skip locked)
        returning id, version`;
      return rows.map((row) => ({
        id: Number(row.id),
        version: row.version,
        name: 'inbox.apply',
        payload: { eventId: Number(row.id) },
        runAt: 0,
        priority: 0,
      }));
    },
  },
  {
    name: 'jobs',
    table: 'jobs',
    claim: async (sql, limit) => {
      const rows = await sql<
        {
          id: string;
          version: number;
          name: JobName;
          payload: Record<string, unknown>;
          run_at: Date;
          priority: number;
        }[]
      >`
        update jobs set queued_at = now()
        where id in (select id from jobs where queued_at is null and finished_at is null and failed_at is null
                     order by id limit ${limit} for update skip locked)
        returning id, version, name, payload, run_at, priority`;
      return rows.map((row) => ({
        id: Number(row.id),
        version: row.version,
        name: row.name,
        payload: row.payload,
        runAt: row.run_at.getTime(),
        priority: row.priority,
      }));
    },
  },
  {
    name: 'timers',
    table: 'timers',
    claim: async (sql, limit) => {
      const rows = await sql<{ id: string; version: number; run_at: Date }[]>`
        update timers set queued_at = now()
        where id in (select id from timers where queued_at is null and finished_at is null and failed_at is null
                     order by id limit ${limit} for update skip locked)
        returning id, version, run_at`;
      return rows.map((row) => ({
        id: Number(row.id),
        version: row.version,
        name: 'deadlines.fire',
        payload: { timerId: Number(row.id) },
        runAt: row.run_at.getTime(),
        priority: 0,
      }));
    },
  },
];

/** Gives claimed rows back that could not be queued. */
export async function unclaim(sql: Sql, source: WorkSource, rows: WorkRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`update ${sql(source.table)} set queued_at = null
            where id = any(${rows.map((row) => row.id)}::bigint[]) and finished_at is null and failed_at is null`;
}

/** Marks a `jobs` row done, unless it was armed anew while the job ran. */
export async function finishJobRow(sql: Sql, row: { id: number; version: number }): Promise<void> {
  await sql`update jobs set finished_at = now(), error_code = null where id = ${row.id} and version = ${row.version} and finished_at is null`;
}

/** Sets a row aside after its last attempt: kept, counted, re-drivable. */
export async function failRow(
  sql: Sql,
  source: WorkSource['name'],
  row: { id: number; version: number },
  errorCode: string,
): Promise<void> {
  const table = sources.find((candidate) => candidate.name === source)?.table;
  if (!table) return;
  await sql`update ${sql(table)} set failed_at = now(), error_code = ${errorCode}
            where id = ${row.id} and version = ${row.version} and finished_at is null`;
}

/** Puts every failed row back to work, as a new version so that its dead job in Redis does not swallow it. */
export async function redriveFailedRows(sql: Sql): Promise<number> {
  let count = 0;
  for (const { table } of sources) {
    // Inbox events count their tries themselves, because one job applies many: they get all of them again.
    const tries = table === 'inbox_events' ? sql`, attempts = 0` : sql``;
    const rows = await sql`
      update ${sql(table)} set failed_at = null, error_code = null, queued_at = null, version = version + 1 ${tries}
      where failed_at is not null and finished_at is null`;
    count += rows.count;
  }
  await sql`select pg_notify('relay', '')`;
  return count;
}
