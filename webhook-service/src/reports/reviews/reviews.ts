/** Reading unsatisfied answers again (rà soát, domain-hanoi P9): the finding stands beside the rating, which nobody can alter. */
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { answers, ratingReviews, ratings, reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { record } from '../history/record.ts';
import type { Actor } from '../lifecycle/roles.ts';

export const findings = ['justified', 'not_justified'] as const;
export type Finding = (typeof findings)[number];

/** Why the citizen was right, or what else it was; the first three are the published causes (domain-hanoi P7). */
export const reviewCauses = {
  general: 'Trả lời chung chung',
  no_proof: 'Chưa có hình ảnh hoặc văn bản chứng minh',
  not_attached: 'Quên đính câu trả lời',
  not_done: 'Thực tế chưa xử lý',
  too_late: 'Xử lý quá chậm',
  other: 'Nguyên nhân khác',
} as const;
export type ReviewCause = keyof typeof reviewCauses;

export interface Review {
  finding: Finding;
  cause: ReviewCause;
  note?: string | undefined;
}

const PAGE = 50;

export interface UnsatisfiedAnswer {
  ratingId: number;
  reportCode: string;
  agencyCode: string;
  categoryCode: string | null;
  answer: string;
  reasons: string[];
  ratedAt: Date;
  review: { finding: Finding; cause: ReviewCause; note: string | null; reviewedBy: string; reviewedAt: Date } | null;
}

/** Unsatisfied ratings, oldest first; `open` leaves out those that were reviewed. No citizen is named. */
export async function listUnsatisfied(
  tx: Tx,
  { open, agencies, after }: { open: boolean; agencies: readonly string[] | null; after: number },
): Promise<{ items: UnsatisfiedAnswer[]; next: number | null }> {
  const rows = await tx
    .select({
      rating: ratings,
      review: ratingReviews,
      answer: answers,
      code: reports.code,
      category: reports.categoryCode,
    })
    .from(ratings)
    .innerJoin(answers, eq(answers.id, ratings.answerId))
    .innerJoin(reports, eq(reports.id, ratings.reportId))
    .leftJoin(ratingReviews, eq(ratingReviews.ratingId, ratings.id))
    .where(
      and(
        sql`${ratings.level} = 'unsatisfied'`,
        gt(ratings.id, after),
        ...(open ? [isNull(ratingReviews.ratingId)] : []),
        ...(agencies ? [inArray(answers.agencyCode, [...agencies])] : []),
      ),
    )
    .orderBy(asc(ratings.id))
    .limit(PAGE);
  const items = rows.map(({ rating, review, answer, code, category }) => ({
    ratingId: rating.id,
    reportCode: code,
    agencyCode: answer.agencyCode,
    categoryCode: category,
    answer: answer.text,
    reasons: rating.reasons,
    ratedAt: rating.ratedAt,
    review,
  }));
  return { items, next: rows.length === PAGE ? (rows.at(-1)?.rating.id ?? null) : null };
}

/**
 * Puts a finding beside an unsatisfied rating, once.
 * @throws AppError `rating_not_found` (404), `rating_not_unsatisfied` (409), `reviewed_already` (409), `review_note_missing` (422)
 */
export async function reviewRating(
  tx: Tx,
  ratingId: number,
  review: Review,
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const note = review.note?.trim().normalize('NFC') || null;
  if (review.cause === 'other' && (note?.length ?? 0) < 10)
    throw refused('review_note_missing', 422, 'Nguyên nhân khác cần được ghi rõ, ít nhất 10 ký tự.');
  const [rating] = await tx.select().from(ratings).where(eq(ratings.id, ratingId));
  if (!rating) throw refused('rating_not_found', 404, 'Không có đánh giá này.');
  if (rating.level !== 'unsatisfied')
    throw refused('rating_not_unsatisfied', 409, 'Chỉ rà soát những kết quả bị đánh giá chưa hài lòng.');
  // The report's lock orders its history.
  await tx.select({ id: reports.id }).from(reports).where(eq(reports.id, rating.reportId)).for('update');
  const written = await tx
    .insert(ratingReviews)
    .values({
      ratingId,
      finding: review.finding,
      cause: review.cause,
      note,
      reviewedBy: actor.id ?? 'system',
      reviewedAt: now,
    })
    .onConflictDoNothing()
    .returning({ ratingId: ratingReviews.ratingId });
  if (written.length === 0) throw refused('reviewed_already', 409, 'Đánh giá này đã được rà soát.');
  const data = { ratingId, finding: review.finding, cause: review.cause };
  await record(tx, rating.reportId, [{ event: 'rating_reviewed', actor, at: now, isPublic: false, data }]);
}

/** How often each cause was found, for the units' quality figures: always with what it is a share of. */
export async function countReviews(
  tx: Tx,
  { from, to, agencies }: { from: Date; to: Date; agencies: readonly string[] | null },
): Promise<{
  rated: number;
  unsatisfied: number;
  reviewed: number;
  byFinding: { finding: Finding; cause: ReviewCause; count: number }[];
}> {
  const period = and(
    sql`${ratings.ratedAt} >= ${from.toISOString()} and ${ratings.ratedAt} < ${to.toISOString()}`,
    ...(agencies ? [inArray(answers.agencyCode, [...agencies])] : []),
  );
  const [totals] = await tx
    .select({
      rated: sql<number>`count(*)::int`,
      unsatisfied: sql<number>`(count(*) filter (where ${ratings.level} = 'unsatisfied'))::int`,
      reviewed: sql<number>`count(${ratingReviews.ratingId})::int`,
    })
    .from(ratings)
    .innerJoin(answers, eq(answers.id, ratings.answerId))
    .leftJoin(ratingReviews, eq(ratingReviews.ratingId, ratings.id))
    .where(period);
  const byFinding = await tx
    .select({ finding: ratingReviews.finding, cause: ratingReviews.cause, count: sql<number>`count(*)::int` })
    .from(ratings)
    .innerJoin(answers, eq(answers.id, ratings.answerId))
    .innerJoin(ratingReviews, eq(ratingReviews.ratingId, ratings.id))
    .where(period)
    .groupBy(ratingReviews.finding, ratingReviews.cause)
    .orderBy(ratingReviews.finding, ratingReviews.cause);
  return { rated: 0, unsatisfied: 0, reviewed: 0, ...totals, byFinding };
}

function refused(code: string, status: number, detail: string): AppError {
  return new AppError({ code, status, detail });
}
