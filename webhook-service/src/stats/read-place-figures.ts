import type { Sql } from '../../../db/client.ts';
import { dayNumberOf, type LocalDate, startOfDay } from '../deadlines/calendar-day.ts';
import type { EventMeasure, eventMeasures } from '../reports/history/tallies.ts';
import { nothingCounted, type PlaceCounts } from './place-figures.ts';

/** Counts per ward code, and of the whole city under `CITY`. */
export type CountsByPlace = ReadonlyMap<string, PlaceCounts>;
export const CITY = 'city';

/** Counted from events, the same way for every place. */
const MEASURES = [
  'answered',
  'answered_on_time',
  'answered_late',
  'rated',
  'rated_satisfied',
  'rated_accepted',
] as const satisfies readonly EventMeasure[];

/**
 * Everything that is counted of every ward from a day on, in four questions. They read the whole period, which takes a second when a
 * year has three hundred thousand reports: to be kept, not asked each time.
 */
export async function readPlaceCounts(sql: Sql, { from, now }: { from: LocalDate; now: Date }): Promise<CountsByPlace> {
  const since = new Date(startOfDay(dayNumberOf(from)));
  const places = new Map<string, PlaceCounts>();
  const add = (place: string | null, change: (counts: PlaceCounts) => Partial<PlaceCounts>) => {
    // What has no ward yet counts for the city.
    for (const key of place ? [place, CITY] : [CITY]) {
      const counts = places.get(key) ?? nothingCounted;
      places.set(key, { ...counts, ...change(counts) });
    }
  };
  for (const { ward, category, count } of await received(sql, since))
    add(ward, ({ received: sum, byCategory }) => ({
      received: sum + count,
      ...(category && { byCategory: new Map(byCategory).set(category, (byCategory.get(category) ?? 0) + count) }),
    }));
  for (const { ward, measure, count } of await happened(sql, from))
    add(ward, ({ events }) => ({ events: { ...events, [measure]: (events[measure] ?? 0) + count } }));
  for (const { ward, open, overdue } of await openNow(sql, now))
    add(ward, (counts) => ({ openNow: counts.openNow + open, overdueNow: counts.overdueNow + overdue }));
  for (const { ward, isCity, ms, count } of await medians(sql, since)) {
    const key = isCity ? CITY : ward;
    if (key) places.set(key, { ...(places.get(key) ?? nothingCounted), medianMs: ms, medianOf: count });
  }
  return places;
}

function received(sql: Sql, since: Date) {
  return sql<{ ward: string | null; category: string | null; count: number }[]>`
    select ward_code as ward, category_code as category, count(*)::int as count from reports
    where received_at >= ${since} group by ward_code, category_code`;
}

/** Sums and what is not folded yet. */
function happened(sql: Sql, from: LocalDate) {
  return sql<{ ward: string; measure: (typeof eventMeasures)[number]; count: number }[]>`
    select ward_code as ward, measure, sum(count)::int as count from (
      select ward_code, measure, count from tally_sums where measure = any(${[...MEASURES]}) and day >= ${from}
      union all
      select ward_code, measure, count from tallies where measure = any(${[...MEASURES]}) and day >= ${from}
    ) both_places group by ward_code, measure`;
}

/** Due is passing it on, or the answer; while the citizen is asked nothing is due from an official. The whole due minute is on time. */
function openNow(sql: Sql, now: Date) {
  const lateBefore = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  return sql<{ ward: string | null; open: number; overdue: number }[]>`
    select ward_code as ward, count(*)::int as open,
      (count(*) filter (where state <> 'awaiting_citizen' and due_at < ${lateBefore}))::int as overdue
    from reports
    where state in ('received', 'dispatched', 'in_progress', 'awaiting_citizen', 'answered') and state <> 'answered'
    group by ward_code`;
}

/** From receipt to the first answer, of the answers given since then. */
function medians(sql: Sql, since: Date) {
  return sql<{ ward: string | null; isCity: boolean; ms: number; count: number }[]>`
    select reports.ward_code as ward, grouping(reports.ward_code) = 1 as "isCity",
      (percentile_cont(0.5) within group (order by extract(epoch from answers.given_at - reports.received_at)) * 1000)::float8 as ms,
      count(*)::int as count
    from answers join reports on reports.id = answers.report_id
    where answers.round = 1 and answers.given_at >= ${since}
    group by grouping sets ((reports.ward_code), ())`;
}
