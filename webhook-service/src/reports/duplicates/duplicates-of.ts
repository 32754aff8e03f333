import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { duplicateSuggestions, reports } from '../../../../db/schema/index.ts';
import type { Report } from '../report.ts';
import { joinableStates } from './candidates.ts';

export interface SuggestedDuplicate {
  other: Report;
  score: number;
  because: string[];
  /** Which of the two the other should be merged into: the one that gathers more, else the older. */
  main: 'this' | 'other';
  /** Reports merged into the other. */
  followers: number;
}

/** What a dispatcher is shown about a report's duplicates. */
export interface DuplicatesOf {
  suggestions: SuggestedDuplicate[];
  /** The report this one was merged into. */
  mergedInto: Report | null;
  /** Reports merged into this one, oldest first, at most 200. */
  followers: Report[];
  followerCount: number;
}

/** Open suggestions, likeliest first, and what is merged already. */
export async function duplicatesOf(tx: Tx, report: Report): Promise<DuplicatesOf> {
  const followers = await tx
    .select()
    .from(reports)
    .where(eq(reports.mergedIntoId, report.id))
    .orderBy(asc(reports.id))
    .limit(200);
  const [mergedInto] = report.mergedIntoId
    ? await tx.select().from(reports).where(eq(reports.id, report.mergedIntoId))
    : [];
  const followerCount = (await countFollowers(tx, [report.id])).get(report.id) ?? 0;
  const suggestions = mergedInto ? [] : await suggestionsFor(tx, report, followerCount);
  return { suggestions, mergedInto: mergedInto ?? null, followers, followerCount };
}

async function suggestionsFor(tx: Tx, report: Report, myFollowers: number): Promise<SuggestedDuplicate[]> {
  const s = duplicateSuggestions;
  const rows = await tx
    .select({ suggestion: s, other: reports })
    .from(s)
    // A merged report stands for its main one, which has a suggestion of its own where it is like this one.
    // The one of the two that is not this report, so that the primary key finds it.
    .innerJoin(reports, eq(reports.id, sql`${s.reportId} + ${s.otherId} - ${report.id}::bigint`))
    .where(
      and(
        eq(s.state, 'open'),
        or(eq(s.reportId, report.id), eq(s.otherId, report.id)),
        inArray(reports.state, [...joinableStates]),
      ),
    )
    .orderBy(sql`${s.score} desc`, asc(reports.id))
    .limit(50);
  const counts = await countFollowers(
    tx,
    rows.map(({ other }) => other.id),
  );
  return rows.map(({ suggestion, other }) => {
    const followers = counts.get(other.id) ?? 0;
    const otherLeads = followers === myFollowers ? other.id < report.id : followers > myFollowers;
    return {
      other,
      score: suggestion.score,
      because: suggestion.because,
      main: otherLeads ? 'other' : 'this',
      followers,
    };
  });
}

async function countFollowers(tx: Tx, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: reports.mergedIntoId, count: sql<number>`count(*)::int` })
    .from(reports)
    .where(inArray(reports.mergedIntoId, ids))
    .groupBy(reports.mergedIntoId);
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])));
}
