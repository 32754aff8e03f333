import type { Sql } from '../../../../db/client.ts';

/** Rows of one fold: the statement stays short, and the next sweep takes the rest. */
const BATCH = 20_000;

/**
 * Moves tallies into their sums, in one statement: a reader sees each tally in one place or the other, never in both or
 * neither. Two replicas take different rows. @returns how many rows were moved; call again while it is `limit`.
 */
export async function foldTallies(sql: Sql, { limit = BATCH }: { limit?: number } = {}): Promise<number> {
  const [row] = await sql<{ moved: number }[]>`
    with moved as (
      delete from tallies where id in (select id from tallies order by id limit ${limit} for update skip locked)
      returning day, measure, agency_code, ward_code, category_code, count
    ), grains as (
      select day, measure, agency_code, ward_code, category_code, count from moved
      union all
      select day, 'day:' || measure, agency_code, '', '', count from moved where agency_code <> ''
      union all
      select date_trunc('month', day)::date, 'month:' || measure, agency_code, '', '', count from moved where agency_code <> ''
    ), added as (
      insert into tally_sums (day, measure, agency_code, ward_code, category_code, count)
      select day, measure, agency_code, ward_code, category_code, sum(count) from grains
      group by day, measure, agency_code, ward_code, category_code
      -- One order for everybody, so that two replicas cannot wait for each other.
      order by measure, day, agency_code, ward_code, category_code
      on conflict (measure, day, agency_code, ward_code, category_code) do update set count = tally_sums.count + excluded.count
    )
    select count(*)::int as moved from moved`;
  return row?.moved ?? 0;
}
