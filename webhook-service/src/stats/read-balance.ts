import type { Sql } from '../../../db/client.ts';
import { reportStates } from '../../../db/schema/reports.ts';
import type { LocalDate } from '../deadlines/calendar-day.ts';
import type { ReportState } from '../reports/lifecycle/states.ts';
import { addCounts, type Balance, type BalanceCounts, balanceOf } from './balance.ts';

export interface DayBalance extends Balance {
  day: LocalDate;
}

/** The balance of each day of receipt that had reports, and of all of them together, from the tallies. Both days included. */
export async function readBalance(
  sql: Sql,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<{ days: DayBalance[]; total: Balance }> {
  // One row a day, whatever happened on it.
  const rows = await sql<({ day: LocalDate } & Record<string, number>)[]>`
    select day::text as day, ${measures.map(
      (measure, index) => sql`${index === 0 ? sql`` : sql`,`}
      coalesce(sum(count) filter (where measure = ${measure}), 0)::float8 as ${sql(measure)}`,
    )}
    from (
      select day, measure, count from balance_sums where day between ${from} and ${to}
      union all
      select day, measure, count from tallies where measure = any(${measures}) and day between ${from} and ${to}
    ) both_places group by day order by day`;
  const counts = rows.map((row) => ({
    day: row.day,
    received: row.received ?? 0,
    states: Object.fromEntries(reportStates.map((state) => [state, row[`state:${state}`] ?? 0])),
  }));
  const days = counts.map(({ day, ...of }) => ({ day, ...balanceOf(of) }));
  const total = balanceOf(addCounts(counts));
  // Two days that are wrong in opposite ways must not add up to a balance.
  return { days, total: { ...total, holds: days.every(({ holds }) => holds) } };
}

const measures = ['received', ...reportStates.map((state) => `state:${state}`)];

/** Rows of measure and count as counts per day. */
export function countsByDay(
  rows: readonly { day: LocalDate; measure: string; count: number }[],
): Map<LocalDate, BalanceCounts> {
  const byDay = new Map<LocalDate, { received: number; states: Partial<Record<ReportState, number>> }>();
  for (const { day, measure, count } of rows) {
    const counts = byDay.get(day) ?? { received: 0, states: {} };
    if (measure === 'received') counts.received += count;
    else {
      const state = measure.slice('state:'.length) as ReportState;
      counts.states[state] = (counts.states[state] ?? 0) + count;
    }
    byDay.set(day, counts);
  }
  return byDay;
}
