import type { Sql } from '../../../db/client.ts';
import type { LocalDate } from '../deadlines/calendar-day.ts';
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
  const measures = [...eventMeasures];
  const rows = await sql<{ agency: string; measure: EventMeasure; count: number }[]>`
    select agency, measure, sum(count)::float8 as count from (
      select agencies.code as agency, measure, upto.total - coalesce(before.total, 0) as count
      from agencies cross join unnest(${measures}::text[]) as measure
      cross join lateral (
        select total from agency_totals t where t.agency_code = agencies.code and t.measure = measure.measure and t.day <= ${to}
        order by t.day desc limit 1) upto
      left join lateral (
        select total from agency_totals t where t.agency_code = agencies.code and t.measure = measure.measure and t.day < ${from}
        order by t.day desc limit 1) before on true
      union all
      select agency_code, measure, count from tallies
      where measure = any(${measures}) and day between ${from} and ${to} and agency_code <> ''
    ) both_places group by agency, measure having sum(count) <> 0`;
  return rankAgencies(figuresOf(rows), minimum === undefined ? {} : { minimum });
}

function figuresOf(
  rows: readonly { agency: string; measure: EventMeasure; count: number }[],
): Map<string, AgencyFigures> {
  const figures = new Map<string, Partial<Record<EventMeasure, number>>>();
  for (const { agency, measure, count } of rows) {
    const own = figures.get(agency) ?? {};
    own[measure] = count;
    figures.set(agency, own);
  }
  return figures;
}
