import type postgres from 'postgres';
import type { Sql } from '../../../../db/client.ts';

/** Rows of one fold: the transaction stays short, and the next one takes the rest. */
const BATCH = 20_000;
/** Any constant; makes two replicas take turns. */
const FOLD_LOCK = 7_311_828;

/**
 * Moves tallies into their sums, in one transaction: a reader sees each tally in one place or the other, never in both or
 * neither. Safe with two replicas: while one folds, the other has nothing to do.
 * @returns how many rows were moved; call again while it is not 0.
 */
export async function foldTallies(sql: Sql, { limit = BATCH }: { limit?: number } = {}): Promise<number> {
  return await sql.begin(async (tx) => {
    const [lock] = await tx<{ ours: boolean }[]>`select pg_try_advisory_xact_lock(${FOLD_LOCK}) as ours`;
    if (!lock?.ours) return 0;
    const moved = await tx<Happened[]>`
      with moved as (
        delete from tallies where id in (select id from tallies order by id limit ${limit})
        returning day, measure, agency_code, ward_code, category_code, count, measure = 'received' or measure like 'state:%' as is_balance
      ), balanced as (
        insert into balance_sums (day, measure, count)
        select day, measure, sum(count) from moved where is_balance group by day, measure
        on conflict (day, measure) do update set count = balance_sums.count + excluded.count
      ), summed as (
        insert into tally_sums (day, measure, agency_code, ward_code, category_code, count)
        select day, measure, agency_code, ward_code, category_code, sum(count) from moved where not is_balance
        group by day, measure, agency_code, ward_code, category_code
        on conflict (measure, day, agency_code, ward_code, category_code) do update set count = tally_sums.count + excluded.count
      )
      select agency_code as agency, measure, day::text as day, sum(count)::float8 as count, count(*)::int as rows
      from moved group by agency_code, measure, day`;
    await addToTotals(
      tx,
      moved.filter(({ agency }) => agency !== ''),
    );
    return moved.reduce((sum, { rows }) => sum + rows, 0);
  });
}

interface Happened {
  agency: string;
  measure: string;
  day: string;
  count: number;
  /** How many tallies this sums up. */
  rows: number;
}

/** Every total from that day on: mostly the one of today, a few more when a tally comes late. */
async function addToTotals(tx: postgres.TransactionSql, happened: readonly Happened[]): Promise<void> {
  if (happened.length === 0) return;
  const added = tx`unnest(${happened.map(({ agency }) => agency)}::text[], ${happened.map(({ measure }) => measure)}::text[],
    ${happened.map(({ day }) => day)}::date[], ${happened.map(({ count }) => count)}::bigint[]) as added (agency_code, measure, day, count)`;
  // A new day begins with what there was before it…
  await tx`
    insert into agency_totals (agency_code, measure, day, total)
    select agency_code, measure, day, coalesce((
      select total from agency_totals before
      where before.agency_code = added.agency_code and before.measure = added.measure and before.day < added.day
      order by day desc limit 1), 0)
    from ${added} on conflict do nothing`;
  // … and what has happened is added to its day and to every later one.
  await tx`
    update agency_totals set total = total + more.count from (
      select later.agency_code, later.measure, later.day, sum(added.count) as count
      from ${added} join agency_totals later
        on later.agency_code = added.agency_code and later.measure = added.measure and later.day >= added.day
      group by later.agency_code, later.measure, later.day
    ) more
    where agency_totals.agency_code = more.agency_code and agency_totals.measure = more.measure and agency_totals.day = more.day`;
}
