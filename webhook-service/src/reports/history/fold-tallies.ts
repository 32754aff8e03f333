import type postgres from 'postgres';
import type { Sql } from '../../../../db/client.ts';
import { type AgencyEvent, type Totals, totalsAfter } from './agency-totals.ts';

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

interface Happened extends AgencyEvent {
  agency: string;
  /** How many tallies this sums up. */
  rows: number;
}

/** Read, counted and written back: the lock of the fold keeps everybody else away from these rows. */
async function addToTotals(tx: postgres.TransactionSql, happened: readonly Happened[]): Promise<void> {
  const byAgency = new Map<string, Happened[]>();
  for (const event of happened) byAgency.set(event.agency, [...(byAgency.get(event.agency) ?? []), event]);
  if (byAgency.size === 0) return;
  const firsts = [...byAgency].map(([agency, events]) => ({
    agency,
    day: events.map(({ day }) => day).sort()[0] ?? '',
  }));
  const known = await tx<{ agency: string; day: string; totals: Totals }[]>`
    select first.agency, known.day::text as day, known.totals
    from unnest(${firsts.map(({ agency }) => agency)}::text[], ${firsts.map(({ day }) => day)}::date[]) as first (agency, day)
    cross join lateral (
      (select day, totals from agency_totals where agency_code = first.agency and day < first.day order by day desc limit 1)
      union all
      select day, totals from agency_totals where agency_code = first.agency and day >= first.day
    ) known`;
  const changed = [...byAgency].flatMap(([agency, events]) =>
    totalsAfter(
      known.filter((row) => row.agency === agency),
      events,
    ).map((row) => ({ agency, ...row })),
  );
  await tx`
    insert into agency_totals (agency_code, day, totals)
    select * from unnest(${changed.map(({ agency }) => agency)}::text[], ${changed.map(({ day }) => day)}::date[],
      ${changed.map(({ totals }) => JSON.stringify(totals))}::text[]::jsonb[])
    on conflict (agency_code, day) do update set totals = excluded.totals`;
}
