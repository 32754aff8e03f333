/** A page of a citizen's own reports, what waits for them first; or of those they follow. */
import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { follows, reports } from '../../../db/schema/index.ts';
import { mergedInto } from '../people/oa-user-id.ts';
import type { Report } from '../reports/report.ts';

export const waitsFor = ['question', 'confirm', 'rating'] as const;
export type WaitsFor = (typeof waitsFor)[number];

export interface OwnRow {
  report: Report;
  /** What waits for the citizen. */
  needsMe: WaitsFor | null;
  updatedAt: Date;
  /** What the page is sorted by. */
  key: (number | null)[];
}

/** A rating is asked for as long as somebody remembers; afterwards it may still be given. */
const RATING_ASKED_DAYS = 30;

/** Newest first, but what waits for the citizen before everything else. `after`: [1 or 0, number of the report]. */
export async function ownReports(
  db: Db,
  citizenId: number,
  { after, limit, now }: { after: readonly [number, number] | null; limit: number; now: Date },
): Promise<OwnRow[]> {
  const needs = needsOf(citizenId, now);
  const rank = sql<number>`case when ${needs} is null then 0 else 1 end`;
  const rows = await db
    .select({ report: reports, needsMe: sql<WaitsFor | null>`${needs}`, rank, updatedAt })
    .from(reports)
    .where(
      and(
        eq(reports.citizenId, citizenId),
        after ? sql`(${rank}, ${reports.id}) < (${after[0]}::int, ${after[1]}::bigint)` : undefined,
      ),
    )
    .orderBy(sql`${rank} desc`, desc(reports.id))
    .limit(limit);
  return rows.map(({ rank: placed, ...row }) => ({ ...row, key: [Number(placed), row.report.id] }));
}

/** Latest followed first. `after`: the number of the follow. */
export async function followedReports(
  db: Db,
  citizenId: number,
  { after, limit }: { after: number | null; limit: number },
): Promise<OwnRow[]> {
  const rows = await db
    .select({ report: reports, followed: follows.id, updatedAt })
    .from(follows)
    .innerJoin(reports, eq(reports.id, follows.reportId))
    .where(and(eq(follows.citizenId, citizenId), after === null ? undefined : lt(follows.id, after)))
    .orderBy(desc(follows.id))
    .limit(limit);
  return rows.map(({ followed, ...row }) => ({ ...row, needsMe: null, key: [followed] }));
}

/** When something last happened that the citizen may read about; of a merged report, to its main one. */
const updatedAt = sql<Date>`(select max(happened.at) from report_history happened
  where happened.report_id = coalesce(${reports.mergedIntoId}, ${reports.id}) and happened.is_public)`.mapWith(
  reports.receivedAt,
);

/** A question before a result, a result before a rating. */
function needsOf(citizenId: number, now: Date): SQL {
  const since = new Date(now.getTime() - RATING_ASKED_DAYS * 86_400_000).toISOString();
  return sql`case
    when exists (select 1 from questions where questions.report_id = ${reports.id} and questions.state = 'open') then 'question'
    when ${reports.state} = 'answered' then 'confirm'
    when ${reports.state} = 'closed_confirmed' and ${reports.closedAt} > ${since}::timestamptz
      and ${isUnrated(citizenId, sql`${reports.id}`, sql`${reports.round}`)} then 'rating'
    when ${reports.state} = 'merged' and exists (select 1 from reports main where main.id = ${reports.mergedIntoId}
      and main.state in ('answered', 'closed_confirmed', 'closed_unconfirmed') and main.answered_at > ${since}::timestamptz
      and ${isUnrated(citizenId, sql.raw('main.id'), sql.raw('main.round'))}) then 'rating'
  end`;
}

/** There is an answer that stands, and this person, under any of their rows, has not rated it. */
function isUnrated(citizenId: number, reportId: SQL, round: SQL): SQL {
  return sql`exists (select 1 from answers where answers.report_id = ${reportId} and answers.round = ${round}
    and not exists (select 1 from ratings join citizens rater on rater.id = ratings.citizen_id
      where ratings.answer_id = answers.id and (rater.id = ${citizenId} or rater.oa_user_id = ${mergedInto(citizenId)})))`;
}
