import { asc } from 'drizzle-orm';
import type { Db, Sql } from '../../../../db/client.ts';
import { NO_HASH_BEFORE } from '../../../../db/history-hash.ts';
import { historyDigests } from '../../../../db/schema/index.ts';
import { dayNumberOf, type LocalDate, startOfDay } from '../../deadlines/calendar-day.ts';
import { type ChainedRow, type ChainFinding, chainChecker } from './chain.ts';
import { digestOf } from './digests.ts';

export type DigestFault =
  /** The rows of that day are not those it was made of. */
  | 'digest_wrong'
  /** It does not continue the digest before it, or that one is gone. */
  | 'digest_chain_broken'
  /** It differs from the copy somebody kept. */
  | 'digest_replaced';

export type Finding =
  | ChainFinding
  | { fault: 'history_missing'; code: string }
  | { fault: DigestFault; day: LocalDate; rows: number; found: number };

/** One report, the days from–to (both included), or everything. */
export type Extent =
  | { kind: 'report'; reportId: number }
  | { kind: 'days'; from: LocalDate; to: LocalDate }
  | { kind: 'all' };

export interface Verified {
  rows: number;
  reports: number;
  digests: number;
  findings: number;
}

interface Deps {
  db: Db;
  sql: Sql;
}

/**
 * Checks every chain and every daily digest of the extent, in constant memory, and tells each finding as it comes. `kept`
 * is a copy of the published digests (day → digest) to compare with. Reads only.
 */
export async function verifyHistory(
  deps: Deps,
  extent: Extent,
  options: { kept?: ReadonlyMap<LocalDate, string>; onFinding: (finding: Finding) => void },
): Promise<Verified> {
  const verified: Verified = { rows: 0, reports: 0, digests: 0, findings: 0 };
  const tell = (finding: Finding) => {
    verified.findings += 1;
    options.onFinding(finding);
  };
  await verifyChains(deps.sql, extent, { verified, tell });
  for (const code of await codesWithoutHistory(deps.sql, extent)) tell({ fault: 'history_missing', code });
  await verifyDigests(deps, extent, { verified, tell, kept: options.kept ?? new Map() });
  return verified;
}

interface Progress {
  verified: Verified;
  tell: (finding: Finding) => void;
}

/** Rows fetched at a time. */
const CURSOR = 2_000;

async function verifyChains(sql: Sql, extent: Extent, { verified, tell }: Progress): Promise<void> {
  const check = chainChecker();
  let report: number | null = null;
  const rows = sql<ChainedRow[]>`
    select h.report_id::float8 as "reportId", h.seq, h.at, h.event, h.actor_kind as "actorKind", h.actor,
      h.actor_role as "actorRole", h.reason, h.data, h.is_public as "isPublic", h.previous_hash as "previousHash", h.hash, r.code
    from report_history h join reports r on r.id = h.report_id
    where ${reportsOf(sql, extent)}
    order by h.report_id, h.seq`.cursor(CURSOR);
  for await (const batch of rows) {
    for (const row of batch) {
      verified.rows += 1;
      if (row.reportId !== report) verified.reports += 1;
      report = row.reportId;
      for (const finding of check(row)) tell(finding);
    }
  }
}

/** Reports of an extent; for days, those to which something happened then, with all of their history. */
function reportsOf(sql: Sql, extent: Extent) {
  if (extent.kind === 'all') return sql`true`;
  if (extent.kind === 'report') return sql`h.report_id = ${extent.reportId}`;
  const { from, until } = spanOf(extent);
  return sql`h.report_id in (select report_id from report_history where at >= ${from} and at < ${until})`;
}

async function codesWithoutHistory(sql: Sql, extent: Extent): Promise<string[]> {
  if (extent.kind === 'days') return [];
  const one = extent.kind === 'report' ? sql`and id = ${extent.reportId}` : sql``;
  const rows = await sql<{ code: string }[]>`
    select code from reports r where not exists (select 1 from report_history where report_id = r.id) ${one} order by id`;
  return rows.map(({ code }) => code);
}

async function verifyDigests(
  { db, sql }: Deps,
  extent: Extent,
  { verified, tell, kept }: Progress & { kept: ReadonlyMap<LocalDate, string> },
): Promise<void> {
  const wanted = await digestsOf(sql, extent);
  let before: typeof historyDigests.$inferSelect | null = null;
  for (const row of await db.select().from(historyDigests).orderBy(asc(historyDigests.day))) {
    const { day, previousDigest, lastId } = row;
    const isNext: boolean = before === null || dayNumberOf(day) === dayNumberOf(before.day) + 1;
    if (wanted(day)) {
      verified.digests += 1;
      const actual = await digestOf(db, { day, lastId, previousDigest, previousLastId: before?.lastId ?? 0 });
      const finding = { day, rows: row.rows, found: actual.rows };
      if (!isNext || previousDigest !== (before?.digest ?? NO_HASH_BEFORE)) {
        tell({ fault: 'digest_chain_broken', ...finding });
      }
      if (actual.rows !== row.rows || actual.digest !== row.digest) tell({ fault: 'digest_wrong', ...finding });
      if (kept.has(day) && kept.get(day) !== row.digest) tell({ fault: 'digest_replaced', ...finding });
    }
    before = row;
  }
}

/** Which digests an extent is about; for a report, those its rows went into. */
async function digestsOf(sql: Sql, extent: Extent): Promise<(day: LocalDate) => boolean> {
  if (extent.kind === 'all') return () => true;
  if (extent.kind === 'days') return (day) => day >= extent.from && day <= extent.to;
  const rows = await sql<{ day: string }[]>`
    select distinct d.day::text as day from report_history h
    cross join lateral (
      select day from history_digests
      where last_id >= h.id and day >= (h.at at time zone 'Asia/Ho_Chi_Minh')::date order by day limit 1
    ) d
    where h.report_id = ${extent.reportId}`;
  const days = new Set(rows.map(({ day }) => day));
  return (day) => days.has(day);
}

function spanOf({ from, to }: { from: LocalDate; to: LocalDate }): { from: Date; until: Date } {
  return { from: new Date(startOfDay(dayNumberOf(from))), until: new Date(startOfDay(dayNumberOf(to) + 1)) };
}
