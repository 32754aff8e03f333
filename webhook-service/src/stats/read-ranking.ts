import type { Sql } from '../../../db/client.ts';
import { dayNumberOf, type LocalDate, localDateOf } from '../deadlines/calendar-day.ts';
import { type EventMeasure, eventMeasures } from '../reports/history/tallies.ts';
import { type AgencyFigures, type RankedAgency, rankAgencies } from './ranking.ts';

export interface Period {
  /** Both days included. */
  from: LocalDate;
  to: LocalDate;
}

/** The ranking of a period, from the sums of whole months, the days around them and what is not folded yet. */
export async function readRanking(
  sql: Sql,
  { from, to, minimum }: Period & { minimum?: number },
): Promise<RankedAgency[]> {
  const { months, days } = spansOf({ from, to });
  const parts = [
    ...(months ? [sumsOf(sql, 'month:', months)] : []),
    ...days.map((span) => sumsOf(sql, 'day:', span)),
    sql`
      select agency_code as agency, measure, count from tallies
      where measure = any(${[...eventMeasures]}) and day between ${from} and ${to} and agency_code <> ''`,
  ];
  const rows = await sql<{ agency: string; measure: EventMeasure; count: number }[]>`
    select agency, measure, sum(count)::float8 as count
    from (${parts.reduce((all, part) => sql`${all} union all ${part}`)}) parts group by agency, measure`;
  return rankAgencies(figuresOf(rows), minimum === undefined ? {} : { minimum });
}

/** One kind of sum (`fold-tallies.ts`) in a span of days. */
function sumsOf(sql: Sql, grain: 'day:' | 'month:', span: Period) {
  return sql`
    select agency_code as agency, substr(measure, ${grain.length + 1}::int) as measure, count from tally_sums
    where measure = any(${eventMeasures.map((measure) => grain + measure)}) and day between ${span.from} and ${span.to}`;
}

function figuresOf(
  rows: readonly { agency: string; measure: EventMeasure; count: number }[],
): Map<string, AgencyFigures> {
  const figures = new Map<string, Partial<Record<EventMeasure, number>>>();
  for (const { agency, measure, count } of rows) {
    figures.set(agency, { ...figures.get(agency), [measure]: count });
  }
  return figures;
}

/** A period as whole months (by their first days) and the days before and after them. */
export function spansOf({ from, to }: Period): { months: Period | null; days: Period[] } {
  const firstMonth = from.endsWith('-01') ? from : firstOfNextMonth(from);
  const endOfMonths = dayBefore(firstOfMonth(dayAfter(to)));
  if (firstMonth > endOfMonths) return { months: null, days: [{ from, to }] };
  const days: Period[] = [];
  if (from < firstMonth) days.push({ from, to: dayBefore(firstMonth) });
  if (to > endOfMonths) days.push({ from: dayAfter(endOfMonths), to });
  return { months: { from: firstMonth, to: firstOfMonth(endOfMonths) }, days };
}

const firstOfMonth = (day: LocalDate) => `${day.slice(0, 8)}01`;
const dayAfter = (day: LocalDate) => localDateOf(dayNumberOf(day) + 1);
const dayBefore = (day: LocalDate) => localDateOf(dayNumberOf(day) - 1);
/** 31 days after the first of a month lie in the next one. */
const firstOfNextMonth = (day: LocalDate) => firstOfMonth(localDateOf(dayNumberOf(firstOfMonth(day)) + 31));
