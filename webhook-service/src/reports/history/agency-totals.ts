/** Running totals of an agency: how often each measure was counted up to and including a day. Pure. */
import type { LocalDate } from '../../deadlines/calendar-day.ts';

export type Totals = Readonly<Record<string, number>>;

export interface AgencyDay {
  day: LocalDate;
  totals: Totals;
}

export interface AgencyEvent {
  day: LocalDate;
  measure: string;
  count: number;
}

/**
 * The rows that change when these things have happened at one agency: their days and every later one, mostly today alone.
 * `known` are its rows from the first of these days on, and the last one before.
 */
export function totalsAfter(known: readonly AgencyDay[], happened: readonly AgencyEvent[]): AgencyDay[] {
  const before = new Map(known.map(({ day, totals }) => [day, totals]));
  const days = [...new Set([...before.keys(), ...happened.map(({ day }) => day)])].sort();
  const more: Record<string, number> = {};
  let last: Totals = {};
  const changed: AgencyDay[] = [];
  for (const day of days) {
    last = before.get(day) ?? last;
    for (const { measure, count } of happened.filter((event) => event.day === day)) {
      more[measure] = (more[measure] ?? 0) + count;
    }
    if (Object.keys(more).length > 0) changed.push({ day, totals: sum(last, more) });
  }
  return changed;
}

function sum(one: Totals, other: Totals): Totals {
  const measures = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(measures.map((measure) => [measure, (one[measure] ?? 0) + (other[measure] ?? 0)]));
}
