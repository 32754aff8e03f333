/**
 * The daily balance (domain-hanoi G1): of the reports received on a day, every one is open, answered, refused, merged or
 * withdrawn. Pure; where the counts come from is `read-balance.ts` and `compare-balances.ts`.
 */
import { reportStates } from '../../../db/schema/reports.ts';
import type { BalanceMeasure } from '../reports/history/tallies.ts';
import { openStates, type ReportState } from '../reports/lifecycle/states.ts';

/** Reports received on a day, or in several, by the state they are in today. */
export interface BalanceCounts {
  received: number;
  states: Readonly<Partial<Record<ReportState, number>>>;
}

export interface Balance {
  received: number;
  /** Somebody still owes the citizen something. */
  open: number;
  /** With a result, closed or not. */
  answered: number;
  refused: number;
  merged: number;
  withdrawn: number;
  /** Nothing is missing and nothing is counted twice. */
  holds: boolean;
}

const answeredStates = ['answered', 'closed_confirmed', 'closed_unconfirmed'] as const;

/** received = open + answered + refused + merged + withdrawn, and whether that is so. */
export function balanceOf({ received, states }: BalanceCounts): Balance {
  const sum = (of: readonly ReportState[]) => of.reduce((total, state) => total + (states[state] ?? 0), 0);
  const parts = {
    open: sum(openStates),
    answered: sum(answeredStates),
    refused: sum(['refused']),
    merged: sum(['merged']),
    withdrawn: sum(['withdrawn']),
  };
  const whole = Object.values(parts).reduce((total, part) => total + part, 0);
  const negative = received < 0 || reportStates.some((state) => (states[state] ?? 0) < 0);
  return { received, ...parts, holds: received === whole && !negative };
}

/** Several days as one. */
export function addCounts(days: readonly BalanceCounts[]): BalanceCounts {
  const states = Object.fromEntries(
    reportStates.map((state) => [state, days.reduce((total, day) => total + (day.states[state] ?? 0), 0)]),
  );
  return { received: days.reduce((total, day) => total + day.received, 0), states };
}

/** Three places that count the same reports, each written by itself. */
export const balanceSources = ['reports', 'tallies', 'history'] as const;
export type BalanceSource = (typeof balanceSources)[number];

export type BySource = Readonly<Record<BalanceSource, number>>;

/** What does not agree on a day, measure by measure, and what each source counts. */
export type BalanceDifference = Readonly<Partial<Record<BalanceMeasure, BySource>>>;

/** What differs between the sources, or null when all agree and the balance holds in each. */
export function differenceOf(counts: Readonly<Record<BalanceSource, BalanceCounts>>): BalanceDifference | null {
  const bySource = (count: (counts: BalanceCounts) => number): BySource => ({
    reports: count(counts.reports),
    tallies: count(counts.tallies),
    history: count(counts.history),
  });
  const lines = [
    ['received', bySource(({ received }) => received)] as const,
    ...reportStates.map((state) => [`state:${state}`, bySource(({ states }) => states[state] ?? 0)] as const),
  ];
  const differing = lines.filter(([, { reports, tallies, history }]) => reports !== tallies || reports !== history);
  if (differing.length > 0) return Object.fromEntries(differing);
  return balanceOf(counts.reports).holds ? null : Object.fromEntries(lines);
}
