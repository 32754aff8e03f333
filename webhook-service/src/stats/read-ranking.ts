import type { Sql } from '../../../db/client.ts';
import type { LocalDate } from '../deadlines/calendar-day.ts';
import type { Totals } from '../reports/history/agency-totals.ts';
import { type EventMeasure, eventMeasures } from '../reports/history/tallies.ts';
import { type AgencyFigures, type RankedAgency, rankAgencies } from './ranking.ts';

export interface Period {
  /** Both days included. */
  from: LocalDate;
  to: LocalDate;
}

/**
 * The ranking of a period: for each agency the total at its end less the total before its beginning, and what is not folded
 * yet. How long it takes depends on the number of agencies, not of reports or days.
 */
export async function readRanking(
  sql: Sql,
  { from, to, minimum }: Period & { minimum?: number },
): Promise<RankedAgency[]> {
  const rows = await sql<{ agency: string; upTo: Totals; before: Totals | null }[]>`
    select agencies.code as agency, up_to.totals as "upTo", before.totals as "before"
    from agencies
    cross join lateral (
      select totals from agency_totals where agency_code = agencies.code and day <= ${to} order by day desc limit 1) up_to
    left join lateral (
      select totals from agency_totals where agency_code = agencies.code and day < ${from} order by day desc limit 1) before on true
    union all
    select agency_code, jsonb_object_agg(measure, count), null from (
      select agency_code, measure, sum(count) as count from tallies
      where measure = any(${[...eventMeasures]}) and day between ${from} and ${to} and agency_code <> ''
      group by agency_code, measure
    ) not_folded group by agency_code`;
  return rankAgencies(figuresOf(rows), minimum === undefined ? {} : { minimum });
}

/** Agencies at which nothing happened are left out. */
function figuresOf(
  rows: readonly { agency: string; upTo: Totals; before: Totals | null }[],
): Map<string, AgencyFigures> {
  const figures = new Map<string, Partial<Record<EventMeasure, number>>>();
  for (const { agency, upTo, before } of rows) {
    const own = figures.get(agency) ?? {};
    for (const measure of eventMeasures) {
      const count = (upTo[measure] ?? 0) - (before?.[measure] ?? 0);
      if (count !== 0) own[measure] = (own[measure] ?? 0) + count;
    }
    if (Object.keys(own).length > 0) figures.set(agency, own);
  }
  return figures;
}
