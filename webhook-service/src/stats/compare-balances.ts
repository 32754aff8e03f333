import type postgres from 'postgres';
import type { Sql } from '../../../db/client.ts';
import { reportStates } from '../../../db/schema/reports.ts';
import type { LocalDate } from '../deadlines/calendar-day.ts';
import type { ReportState } from '../reports/lifecycle/states.ts';
import { type BalanceCounts, type BalanceDifference, differenceOf } from './balance.ts';
import { countsByDay } from './read-balance.ts';
import { movingEvents, stateReplay } from './replay-state.ts';

export interface BalanceMismatch {
  day: LocalDate;
  difference: BalanceDifference;
}

/** Rows of history fetched at a time: the replay runs in constant memory. */
const CURSOR = 5_000;

/**
 * Counts the reports received on these days in three places that are written apart from each other — their rows, the
 * tallies, the replayed history — all as of one moment. @returns the days on which they do not agree, oldest first.
 */
export async function compareBalances(sql: Sql, days: readonly LocalDate[] | 'all'): Promise<BalanceMismatch[]> {
  return await sql.begin('isolation level repeatable read read only', async (tx) => {
    const reports = await countReports(tx, days);
    const tallied = await countTallies(tx, days);
    const history = await countHistory(tx, days);
    const all = [...new Set([...reports.keys(), ...tallied.keys(), ...history.keys()])].sort();
    return all.flatMap((day) => {
      const difference = differenceOf({
        reports: reports.get(day) ?? NOTHING,
        tallies: tallied.get(day) ?? NOTHING,
        history: history.get(day) ?? NOTHING,
      });
      return difference ? [{ day, difference }] : [];
    });
  });
}

const NOTHING: BalanceCounts = { received: 0, states: {} };

async function countReports(tx: postgres.TransactionSql, days: readonly LocalDate[] | 'all') {
  const rows = await tx<{ day: LocalDate; state: ReportState; count: number }[]>`
    select received_day as day, state, count(*)::float8 as count from reports
    where ${days === 'all' ? tx`true` : tx`received_day = any(${[...days]})`}
    group by received_day, state`;
  return countsByDay(
    rows.flatMap(({ day, state, count }) => [
      { day, measure: 'received', count },
      { day, measure: `state:${state}`, count },
    ]),
  );
}

async function countTallies(tx: postgres.TransactionSql, days: readonly LocalDate[] | 'all') {
  const measures = ['received', ...reportStates.map((state) => `state:${state}`)];
  const wanted = tx`measure = any(${measures}) and ${days === 'all' ? tx`true` : tx`day = any(${[...days]}::date[])`}`;
  const rows = await tx<{ day: LocalDate; measure: string; count: number }[]>`
    select day::text as day, measure, sum(count)::float8 as count from (
      select day, measure, count from balance_sums where ${wanted} union all select day, measure, count from tallies where ${wanted}
    ) both_places group by day, measure`;
  return countsByDay(rows);
}

interface HistoryRow {
  reportId: string;
  day: LocalDate;
  event: string;
  agencyCode: string | null;
  from: string | null;
}

/** By the history alone: a report begins with `received`, at the time that decides its day. */
async function countHistory(tx: postgres.TransactionSql, days: readonly LocalDate[] | 'all') {
  const counted = new Map<LocalDate, { received: number; states: Partial<Record<ReportState, number>> }>();
  const count = ({ day, state }: Replayed) => {
    const counts = counted.get(day) ?? { received: 0, states: {} };
    counts.received += 1;
    counts.states[state] = (counts.states[state] ?? 0) + 1;
    counted.set(day, counts);
  };
  let report = begin({ reportId: '', day: '' });
  for await (const rows of historyRows(tx, days)) {
    for (const row of rows) {
      if (row.reportId !== report.reportId) {
        if (report.reportId !== '') count(report);
        report = begin(row);
      }
      report.state = report.replay({ event: row.event, data: { agencyCode: row.agencyCode, from: row.from } });
    }
  }
  if (report.reportId !== '') count(report);
  return counted;
}

interface Replayed {
  reportId: string;
  day: LocalDate;
  replay: ReturnType<typeof stateReplay>;
  state: ReportState;
}

function begin({ reportId, day }: Pick<HistoryRow, 'reportId' | 'day'>): Replayed {
  return { reportId, day, replay: stateReplay(), state: 'received' };
}

function historyRows(tx: postgres.TransactionSql, days: readonly LocalDate[] | 'all') {
  // Joined, not compared day by day: each day is one range of the index on time.
  const wanted =
    days === 'all'
      ? tx``
      : tx`join unnest(${[...days]}::date[]) as wanted (day)
            on first.at >= wanted.day::timestamp at time zone 'Asia/Ho_Chi_Minh'
              and first.at < (wanted.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
  return tx<HistoryRow[]>`
    select h.report_id as "reportId", (first.at at time zone 'Asia/Ho_Chi_Minh')::date::text as day, h.event,
      h.data->>'agencyCode' as "agencyCode", h.data->>'from' as "from"
    from report_history first ${wanted} join report_history h on h.report_id = first.report_id
    where first.event = 'received' and first.seq = 1 and h.event = any(${['received', ...movingEvents]})
    order by h.report_id, h.seq`.cursor(CURSOR);
}
