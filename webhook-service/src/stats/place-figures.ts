/** Figures that can be cited, per ward and for the city: each share with its numerator and denominator (domain-hanoi C9, C10, P8). Pure. */
import { category } from '../../../db/seed/categories.ts';
import type { EventMeasure } from '../reports/history/tallies.ts';
import type { Fraction } from './ranking.ts';

/** What is counted of a place in a period; a missing measure is none. */
export interface PlaceCounts {
  received: number;
  /** Received, by category. */
  byCategory: ReadonlyMap<string, number>;
  events: Readonly<Partial<Record<EventMeasure, number>>>;
  /** Middle one of the times to the first answer, in milliseconds; null without answers. */
  medianMs: number | null;
  /** Of how many answers. */
  medianOf: number;
  openNow: number;
  overdueNow: number;
}

export interface PlaceFigures {
  received: number;
  answeredOnTime: Fraction;
  rated: Fraction;
  satisfied: Fraction;
  satisfiedOrAccepted: Fraction;
  medianDays: { days: number | null; of: number };
  openNow: number;
  overdueNow: Fraction;
  topCategories: { code: string; count: number }[];
}

const DAY_MS = 86_400_000;
const MOST_CATEGORIES = 5;

export const nothingCounted: PlaceCounts = {
  received: 0,
  byCategory: new Map(),
  events: {},
  medianMs: null,
  medianOf: 0,
  openNow: 0,
  overdueNow: 0,
};

export function placeFigures(counts: PlaceCounts): PlaceFigures {
  const { received, byCategory, events, medianMs, medianOf, openNow, overdueNow } = counts;
  const of = (measure: EventMeasure) => events[measure] ?? 0;
  const share = (numerator: number, denominator: number): Fraction => ({ numerator, denominator });
  return {
    received,
    answeredOnTime: share(of('answered_on_time'), of('answered_on_time') + of('answered_late')),
    rated: share(of('rated'), of('answered')),
    satisfied: share(of('rated_satisfied'), of('rated')),
    satisfiedOrAccepted: share(of('rated_satisfied') + of('rated_accepted'), of('rated')),
    medianDays: { days: medianMs === null ? null : Math.round((medianMs / DAY_MS) * 10) / 10, of: medianOf },
    openNow,
    overdueNow: share(overdueNow, openNow),
    topCategories: topOf(byCategory),
  };
}

/** Only what is public by its category: that violence was reported in a small ward is nobody's business. */
function topOf(byCategory: ReadonlyMap<string, number>): { code: string; count: number }[] {
  return [...byCategory]
    .filter(([code, count]) => count > 0 && category(code)?.publicByDefault === true)
    .sort(([oneCode, one], [otherCode, other]) => other - one || (oneCode < otherCode ? -1 : 1))
    .slice(0, MOST_CATEGORIES)
    .map(([code, count]) => ({ code, count }));
}
