/**
 * Ranking of agencies on two axes, progress and quality (domain-hanoi P10, G15). Pure. Every share is a numerator and a
 * denominator, because published percentages have been wrong (§2.2). Closing without a word from the citizen never counts
 * as solved: it is in the denominator of quality, in no numerator, and shown apart.
 */
import type { EventMeasure } from '../reports/history/tallies.ts';

export interface Fraction {
  numerator: number;
  denominator: number;
}

/** What happened at an agency in a period. */
export type AgencyFigures = Readonly<Partial<Record<EventMeasure, number>>>;

export interface Standing {
  /** From 1; equal shares have equal ranks. Null: too few cases, "chưa đủ số liệu". */
  rank: number | null;
  /** What is ranked by. */
  share: Fraction;
}

export interface RankedAgency {
  agencyCode: string;
  /** Answered on time, of the answers that had a due time. */
  progress: Standing;
  /** Confirmed by the citizen as done, of all results that were confirmed, rejected or met with silence. */
  quality: Standing;
  answered: number;
  late: number;
  /** Due times that passed without an answer: what a share of answers alone would hide. */
  overdue: number;
  extended: number;
  handedOver: number;
  /** "Hài lòng", of the rated. */
  satisfied: Fraction;
  /** "Hài lòng" and "chấp nhận" together, of the rated (P8). */
  satisfiedOrAccepted: Fraction;
  /** How many of the answers were rated at all. */
  rated: Fraction;
  /** Reopened after an answer, of the answers. An answer of the month before may be reopened in this one. */
  reopened: Fraction;
  /** Confirmed, of the closed. */
  confirmed: Fraction;
  /** Closed after seven days of silence. */
  unconfirmed: number;
  /** Answers the evidence gate sent back, of those given and sent back. */
  gateRefused: Fraction;
}

/** Below this many cases a share says more about chance than about the agency. */
export const DEFAULT_MINIMUM = 10;

/**
 * All agencies with figures: first those with a rank of progress, then by quality, then by code. An agency is ranked on an
 * axis when its denominator there reaches `minimum`.
 */
export function rankAgencies(
  figures: ReadonlyMap<string, AgencyFigures>,
  { minimum = DEFAULT_MINIMUM }: { minimum?: number } = {},
): RankedAgency[] {
  const rows = [...figures].map(([agencyCode, counted]) => rowOf(agencyCode, counted));
  const progress = ranksOf(rows, (row) => row.progress.share, minimum);
  const quality = ranksOf(rows, (row) => row.quality.share, minimum);
  return rows
    .map((row) => ({
      ...row,
      progress: { ...row.progress, rank: progress.get(row.agencyCode) ?? null },
      quality: { ...row.quality, rank: quality.get(row.agencyCode) ?? null },
    }))
    .sort(
      (a, b) =>
        place(a.progress) - place(b.progress) ||
        place(a.quality) - place(b.quality) ||
        (a.agencyCode < b.agencyCode ? -1 : 1),
    );
}

function rowOf(agencyCode: string, counted: AgencyFigures): RankedAgency {
  const of = (measure: EventMeasure) => counted[measure] ?? 0;
  const share = (numerator: number, denominator: number): Fraction => ({ numerator, denominator });
  const closed = of('confirmed') + of('closed_silent');
  return {
    agencyCode,
    progress: { rank: null, share: share(of('answered_on_time'), of('answered_on_time') + of('answered_late')) },
    quality: { rank: null, share: share(of('confirmed'), closed + of('reopened')) },
    answered: of('answered'),
    late: of('answered_late'),
    overdue: of('overdue'),
    extended: of('extended'),
    handedOver: of('handed_over'),
    satisfied: share(of('rated_satisfied'), of('rated')),
    satisfiedOrAccepted: share(of('rated_satisfied') + of('rated_accepted'), of('rated')),
    rated: share(of('rated'), of('answered')),
    reopened: share(of('reopened'), of('answered')),
    confirmed: share(of('confirmed'), closed),
    unconfirmed: of('closed_silent'),
    gateRefused: share(of('gate_refused'), of('answered') + of('gate_refused')),
  };
}

/** Competition ranking: 1, 2, 2, 4. */
function ranksOf(
  rows: readonly RankedAgency[],
  shareOf: (row: RankedAgency) => Fraction,
  minimum: number,
): Map<string, number> {
  // A share of nothing is no share, whatever the minimum.
  const ranked = rows.filter((row) => shareOf(row).denominator >= Math.max(1, minimum));
  const sorted = ranked.toSorted((a, b) => compareShares(shareOf(b), shareOf(a)));
  const ranks = new Map<string, number>();
  let rank = 0;
  sorted.forEach((row, index) => {
    const before = sorted[index - 1];
    if (!before || compareShares(shareOf(before), shareOf(row)) !== 0) rank = index + 1;
    ranks.set(row.agencyCode, rank);
  });
  return ranks;
}

/** Crosswise, in whole numbers: 1/3 and 2/6 are the same. */
function compareShares(a: Fraction, b: Fraction): number {
  return a.numerator * b.denominator - b.numerator * a.denominator;
}

/** Those without a rank come last. */
function place({ rank }: Standing): number {
  return rank ?? Number.MAX_SAFE_INTEGER;
}
