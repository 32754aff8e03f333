/** Which reports are worth comparing: SQL that looks at a bounded number of rows, however many reports one flood makes. */
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import type { ReportState } from '../lifecycle/states.ts';
import { type DedupeLimits, FARTHEST, LONGEST } from './limits.ts';

/** What a duplicate can be merged into or followed: open, or answered and still waiting for the citizen's word. */
export const joinableStates = [
  'received',
  'dispatched',
  'in_progress',
  'awaiting_citizen',
  'answered',
] as const satisfies ReportState[];

/** Reports looked at per search, the nearest first. */
export const LOOKED_AT = 200;
/** Main reports compared per search. */
export const COMPARED = 40;
/** Followers and open suggestions are counted up to here: whether 50 or 2 000 follow makes no difference. */
const COUNTED_TO = 50;

export interface Search {
  /** The report itself, null for a draft. */
  reportId: number | null;
  latitude: number | null;
  longitude: number | null;
  wardCode: string | null;
  categoryCode: string | null;
  around: Date;
  limits: DedupeLimits;
}

export interface Candidate {
  /** The main report: a merged one stands for the report it was merged into. */
  mainId: number;
  /** The report that was near: the main one, or one merged into it. */
  nearId: number;
  /** Followers, and other reports that were found to be like it; both up to 50. */
  gathered: number;
}

/**
 * Candidates for a duplicate, those first that already gather others, then the nearest; at most `COMPARED`. Must run in a
 * transaction to be bounded; without one it is only right.
 */
export async function findCandidates(tx: Tx, search: Search): Promise<Candidate[]> {
  const rows = await nearestFirst(tx, () =>
    tx.execute<{ main_id: string; near_id: string; gathered: string }>(candidateQuery(search)),
  );
  return rows.map((row) => ({
    mainId: Number(row.main_id),
    nearId: Number(row.near_id),
    gathered: Number(row.gathered),
  }));
}

/**
 * Makes PostgreSQL read places in the order of distance and stop at the limit. By itself it takes every box for a
 * thousandth of the table, reads all of it and sorts: in a flood that is all 2 000 reports for each of the 2 000.
 */
export async function nearestFirst<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  await tx.execute(sql`set local enable_bitmapscan = off`);
  const result = await work();
  await tx.execute(sql`set local enable_bitmapscan to default`);
  return result;
}

/** The query of `findCandidates`, by itself so that a test can have it explained. */
export function candidateQuery(search: Search): SQL {
  const near = [nearByPin(search), nearByWard(search)].filter((query) => query !== null);
  if (near.length === 0) return sql`select 0 as main_id, 0 as near_id, 0 as gathered where false`;
  return sql`
    with near as materialized (${sql.join(
      near.map((query) => sql`(${query})`),
      sql` union all `,
    )}),
    mains as (
      select coalesce(merged_into_id, id) as main_id, (array_agg(id order by far, id))[1] as near_id,
        min(far) as far, count(*) as seen
      from near group by 1
    )
    select main_id, near_id, followers.n + found.n as gathered
    from mains
    join reports main on main.id = main_id and main.state in ${[...joinableStates]}
    cross join lateral (select count(*) as n from
      (select 1 from reports where merged_into_id = main_id limit ${COUNTED_TO}) one) followers
    cross join lateral (select count(*) as n from
      (select 1 from duplicate_suggestions where other_id = main_id and state = 'open' limit ${COUNTED_TO}) one) found
    where main_id is distinct from ${search.reportId}::bigint
    order by followers.n + found.n desc, far, main_id
    limit ${COMPARED}`;
}

const METRES_PER_DEGREE = 111_195;

/** Pins around this pin, nearest first, by the GiST index `reports_place`. */
function nearByPin({ latitude, longitude, limits, ...search }: Search): SQL | null {
  if (latitude === null || longitude === null) return null;
  const north = (limits.radiusM * FARTHEST) / METRES_PER_DEGREE;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  return sql`
    select id, merged_into_id, point(longitude, latitude) <-> point(${longitude}, ${latitude}) as far
    from reports
    where point(longitude, latitude) <@ box(
        point(${longitude - east}, ${latitude - north}), point(${longitude + east}, ${latitude + north}))
      and ${inWindow(search, limits)}
    order by point(longitude, latitude) <-> point(${longitude}, ${latitude})
    limit ${LOOKED_AT}`;
}

/** Reports of the ward and category where one of the two has no pin, newest first, by `reports_newest_by_ward`. */
function nearByWard({ latitude, limits, ...search }: Search): SQL | null {
  if (search.wardCode === null || search.categoryCode === null) return null;
  // A pin is compared by metres, so beside a pinned report only those without a pin are left for the words.
  const unpinned = latitude === null ? sql`` : sql`and latitude is null`;
  return sql`
    select id, merged_into_id, 1 as far
    from reports
    where ward_code = ${search.wardCode} and category_code = ${search.categoryCode} ${unpinned}
      and ${inWindow(search, limits)}
    order by received_at desc
    limit ${LOOKED_AT}`;
}

function inWindow({ reportId, around }: Pick<Search, 'reportId' | 'around'>, { hours }: DedupeLimits): SQL {
  const window = hours * LONGEST * 3_600_000;
  const [from, until] = [-window, window].map((shift) => new Date(around.getTime() + shift).toISOString());
  return sql`received_at between ${from}::timestamptz and ${until}::timestamptz
    and state in ${[...joinableStates, 'merged']} and id is distinct from ${reportId}::bigint`;
}
