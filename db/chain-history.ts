import type postgres from 'postgres';
import { type HistoryRowContent, historyRowHash, NO_HASH_BEFORE } from './history-hash.ts';

/** Reports of one transaction: a stop in between loses little, and the next start goes on from there. */
const BATCH = 500;

interface OldRow extends Omit<HistoryRowContent, 'at'> {
  id: string;
  atMs: number;
}

/**
 * Gives history written before there were hashes its chain, and the reports it belongs to their place in the daily
 * balance. Does nothing when there is none: a partial index answers that without reading the log.
 * @returns how many rows were chained.
 */
export async function chainOldHistory(sql: postgres.Sql): Promise<number> {
  let chained = 0;
  for (let after = 0; ; ) {
    const reports = await sql<{ id: string }[]>`
      select distinct report_id as id from report_history
      where hash = '' and report_id > ${after} order by report_id limit ${BATCH}`;
    const ids = reports.map(({ id }) => Number(id));
    const last = ids.at(-1);
    if (last === undefined) return chained;
    chained += await sql.begin((tx) => chainReports(tx, ids));
    after = last;
  }
}

async function chainReports(tx: postgres.TransactionSql, reportIds: number[]): Promise<number> {
  // Milliseconds instead of dates: whether a client reads dates depends on who else uses it.
  const rows = await tx<OldRow[]>`
    select id, report_id::float8 as "reportId", seq, round(extract(epoch from at) * 1000)::float8 as "atMs", event,
      actor_kind as "actorKind", actor, actor_role as "actorRole", reason, data, is_public as "isPublic"
    from report_history where report_id = any(${reportIds}::bigint[]) order by report_id, seq`;
  const links = chain(rows);
  await tx`
    update report_history set previous_hash = link.previous_hash, hash = link.hash
    from unnest(${links.map(({ id }) => id)}::bigint[], ${links.map(({ previousHash }) => previousHash)}::text[],
      ${links.map(({ hash }) => hash)}::text[]) as link (id, previous_hash, hash)
    where report_history.id = link.id`;
  await tx`
    insert into tallies (day, measure, count)
    select received_day::date, measure, 1 from reports, unnest(array['received', 'state:' || state]) as measure
    where id = any(${reportIds}::bigint[])`;
  return links.length;
}

function chain(rows: readonly OldRow[]): { id: string; previousHash: string; hash: string }[] {
  let report = 0;
  let hash = NO_HASH_BEFORE;
  return rows.map((row) => {
    const previousHash = row.reportId === report ? hash : NO_HASH_BEFORE;
    report = row.reportId;
    hash = historyRowHash({ ...row, at: new Date(row.atMs) }, previousHash);
    return { id: row.id, previousHash, hash };
  });
}
