import { inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import type { Report } from '../report.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { comparePrepared, type Likeness, type LikenessFacts, type Prepared, prepare } from './likeness.ts';
import { searchLimits } from './limits.ts';

export interface FoundDuplicate {
  /** A main report, never a merged one. */
  other: Report;
  score: number;
  because: string[];
  becauseForCitizens: string[];
  /** Metres from pin to pin of the pair that was compared; null without two pins. */
  distanceM: number | null;
}

/** Extra rank of a report that gathers others: in a storm everybody is pointed to one main report, not to each other. */
export const GATHERING_BONUS = 15;

/**
 * Reports that may be about the same thing as this one, likeliest first, merged ones resolved to their main report. Looks
 * at no more than 200 rows near the pin and 200 of the ward (`candidates.ts`).
 */
export function findDuplicates(
  tx: Tx,
  report: LikenessFacts & { id: number },
  options: { now: Date; limit: number },
): Promise<FoundDuplicate[]> {
  return search(tx, report, report.id, options);
}

/** The same for words and a pin that are not a report yet. */
export function findForDraft(
  tx: Tx,
  draft: LikenessFacts,
  options: { now: Date; limit: number },
): Promise<FoundDuplicate[]> {
  return search(tx, draft, null, options);
}

async function search(
  tx: Tx,
  facts: LikenessFacts,
  reportId: number | null,
  { now, limit }: { now: Date; limit: number },
): Promise<FoundDuplicate[]> {
  const limits = searchLimits(facts.categoryCode);
  if (!limits) return [];
  const { latitude, longitude, wardCode, categoryCode, receivedAt } = facts;
  const candidates = await findCandidates(tx, {
    reportId,
    ...{ latitude, longitude, wardCode, categoryCode, limits },
    around: receivedAt < now ? receivedAt : now,
  });
  if (candidates.length === 0) return [];
  const rows = await tx
    .select()
    .from(reports)
    .where(inArray(reports.id, [...new Set(candidates.flatMap(({ mainId, nearId }) => [mainId, nearId]))]));
  return ranked(prepare(facts), candidates, new Map(rows.map((row) => [row.id, row]))).slice(0, limit);
}

function ranked(mine: Prepared, candidates: Candidate[], rows: ReadonlyMap<number, Report>): FoundDuplicate[] {
  return candidates
    .flatMap(({ mainId, nearId, gathered }) => {
      const [other, near] = [rows.get(mainId), rows.get(nearId)];
      const best = other && (likeMain(mine, other) ?? likeFollower(mine, near));
      return best ? [{ other, best, rank: best.score + bonus(gathered) }] : [];
    })
    .sort((one, two) => two.rank - one.rank || one.other.id - two.other.id)
    .map(({ other, best }) => found(other, best));
}

function likeMain(mine: Prepared, main: Report): Likeness | null {
  const likeness = comparePrepared(mine, prepare(main));
  return likeness.suggest ? likeness : null;
}

/** A flood spreads and a day passes: like one that was merged is like the main report, too far from it as it may be by itself. */
function likeFollower(mine: Prepared, follower: Report | undefined): Likeness | null {
  const likeness = follower && likeMain(mine, follower);
  if (!likeness) return null;
  return { ...likeness, because: [`so với phản ánh ${follower.code} đã gộp vào đó`, ...likeness.because] };
}

/** 0 for none, half for 7, all for 63 and more: the first few tell the most. */
function bonus(gathered: number): number {
  return Math.min(GATHERING_BONUS, (GATHERING_BONUS / 6) * Math.log2(1 + gathered));
}

function found(other: Report, { score, because, becauseForCitizens, distanceM }: Likeness): FoundDuplicate {
  return { other, score, because, becauseForCitizens, distanceM };
}
