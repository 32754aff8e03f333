/**
 * A third clock, fast enough for a million cases and built otherwise than `calendar.ts`: all worked stretches of nine
 * years in one table with running sums, and two look-ups, "how much was worked until then" and "when was so much worked".
 */
import type { Calendar, Interval } from '../calendar.ts';
import type { ClockMode } from '../policy.ts';
import type { Ledger } from './clock-story.ts';

const FIRST_YEAR = 2025;
const LAST_YEAR = 2033;
const HOUR_MS = 3_600_000;

export interface WorkTable {
  opens: Float64Array;
  closes: Float64Array;
  /** Worked ms before each stretch; one more entry than stretches. */
  before: Float64Array;
}

export interface TableClock {
  count(ledger: Ledger): { dueAt: Date | null; counted: Interval[] };
  /** Epoch ms; infinite while a pause lasts. */
  dueOf(ledger: Ledger): number;
}

/** A clock over the worked stretches of one calendar, from 2025 to 2033. */
export function tableClock(calendar: Calendar): TableClock {
  const tables: Record<ClockMode, WorkTable> = { working: workTable(calendar), '24x7': wallTable };
  const dueOf = (ledger: Ledger) => tableDue(tables[ledger.mode], ledger);
  return {
    dueOf,
    count: (ledger) => {
      const due = dueOf(ledger);
      const dueAt = due === Number.POSITIVE_INFINITY ? null : new Date(due);
      return { dueAt, counted: stretches(tables[ledger.mode], ledger, due) };
    },
  };
}

/** The due time stands where so much is worked as at the start, plus the allowance, plus what was worked in pauses before it. */
function tableDue(table: WorkTable, ledger: Ledger): number {
  if (ledger.pauses.at(-1)?.until === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  let goal = workedUntil(table, ledger.start) + ledger.allowedMs;
  for (const { since, until } of ledger.pauses) {
    if (workedUntil(table, since) >= goal) break;
    goal += workedUntil(table, until) - workedUntil(table, since);
  }
  return reached(table, goal);
}

function stretches(table: WorkTable, ledger: Ledger, dueMs: number): Interval[] {
  const out: Interval[] = [];
  let left = ledger.allowedMs;
  const add = (from: number, to: number) => {
    const end = Math.min(to, from + left);
    if (end <= from) return;
    left -= end - from;
    const last = out.at(-1);
    if (last?.to.getTime() === from) last.to = new Date(end);
    else out.push({ from: new Date(from), to: new Date(end) });
  };
  for (let row = lastRow(table.opens, ledger.start); left > 0 && row < table.opens.length; row++) {
    let from = Math.max(table.opens[row] ?? 0, ledger.start);
    const to = Math.min(table.closes[row] ?? 0, dueMs);
    if (from >= dueMs) break;
    for (const { since, until } of ledger.pauses) {
      if (until <= from || since >= to) continue;
      add(from, since);
      from = Math.max(from, until);
      if (from === Number.POSITIVE_INFINITY) return out;
    }
    add(from, to);
    if (
      ledger.pauses.some(({ until }) => until === Number.POSITIVE_INFINITY) &&
      to >= (ledger.pauses.at(-1)?.since ?? 0)
    )
      break;
  }
  return out;
}

function workedUntil({ opens, closes, before }: WorkTable, at: number): number {
  const row = lastRow(opens, at);
  return (before[row] ?? 0) + Math.max(0, Math.min(at, closes[row] ?? 0) - (opens[row] ?? 0));
}

/** The first moment at which so much was worked; `goal` is more than nothing. */
function reached({ opens, before }: WorkTable, goal: number): number {
  let [low, high] = [0, opens.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((before[middle] ?? 0) < goal) low = middle;
    else high = middle - 1;
  }
  return (opens[low] ?? 0) + goal - (before[low] ?? 0);
}

/** The last row that opens at `at` or before; the first row when none does. */
function lastRow(opens: Float64Array, at: number): number {
  let [low, high] = [0, opens.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((opens[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function workTable(calendar: Calendar): WorkTable {
  const rows: [number, number][] = [];
  for (const day = new Date(Date.UTC(FIRST_YEAR, 0, 1)); day.getUTCFullYear() <= LAST_YEAR; ) {
    const midnight = day.getTime() - 7 * HOUR_MS;
    const spans = calendar.specialDays[day.toISOString().slice(0, 10)]?.spans ?? calendar.week[day.getUTCDay()] ?? [];
    for (const { from, to } of spans) rows.push([midnight + from * 60_000, midnight + to * 60_000]);
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return tableOf(rows);
}

function tableOf(rows: [number, number][]): WorkTable {
  const before = new Float64Array(rows.length + 1);
  rows.forEach(([from, to], row) => {
    before[row + 1] = (before[row] ?? 0) + to - from;
  });
  return { opens: Float64Array.from(rows, ([from]) => from), closes: Float64Array.from(rows, ([, to]) => to), before };
}

const wallTable = tableOf([[Date.UTC(FIRST_YEAR, 0, 1), Date.UTC(LAST_YEAR + 1, 0, 1)]]);
