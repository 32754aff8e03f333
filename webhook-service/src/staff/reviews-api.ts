import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { Problem } from '../problem.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { countReviews, findings, listUnsatisfied, reviewCauses, reviewRating } from '../reports/reviews/reviews.ts';

export interface ReviewsApiDeps {
  db: Db;
  now: () => Date;
  /** Who asks, when they hold one of the roles. @throws AppError 401 or 403 */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
  scopeOf: (request: FastifyRequest) => { agencies: readonly string[] | null };
}

/** Units read what was found about their answers; the finding itself is the city office's, who has no stake in it. */
const READERS: readonly StaffRole[] = ['cityOffice', 'leader', 'handler', 'operations'];
const REVIEWERS: readonly StaffRole[] = ['cityOffice'];

const common = { tags: ['staff'], security: [{ staff: [] }] };
const refusals = { 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
const Finding = Type.Union(findings.map((finding) => Type.Literal(finding)));
const Cause = Type.Union(
  (Object.keys(reviewCauses) as (keyof typeof reviewCauses)[]).map((cause) => Type.Literal(cause)),
);
const Item = Type.Object({
  ratingId: Type.Integer(),
  reportCode: Type.String(),
  agencyCode: Type.String(),
  categoryCode: Type.Union([Type.String(), Type.Null()]),
  answer: Type.String(),
  reasons: Type.Array(Type.String()),
  ratedAt: Type.String({ format: 'date-time' }),
  review: Type.Union([
    Type.Object({
      finding: Finding,
      cause: Cause,
      causeLabel: Type.String(),
      note: Type.Union([Type.String(), Type.Null()]),
      reviewedAt: Type.String({ format: 'date-time' }),
    }),
    Type.Null(),
  ]),
});

/** The review queue of unsatisfied answers. */
export function registerReviewsApi(staff: FastifyInstance, { db, now, requireRole, scopeOf }: ReviewsApiDeps): void {
  const ListQuery = Type.Object({
    open: Type.Optional(Type.Boolean({ description: 'chỉ những đánh giá chưa rà soát' })),
    after: Type.Optional(Type.Integer({ minimum: 0 })),
  });
  staff.get(
    '/api/staff/reviews',
    {
      schema: {
        ...common,
        summary: 'Kết quả bị đánh giá chưa hài lòng, kèm kết luận rà soát',
        querystring: ListQuery,
        response: {
          200: Type.Object({ items: Type.Array(Item), next: Type.Union([Type.Integer(), Type.Null()]) }),
          ...refusals,
        },
      },
    },
    async (request) => {
      requireRole(request, READERS);
      const { open = false, after = 0 } = request.query as Static<typeof ListQuery>;
      const { items, next } = await listUnsatisfied(db, { open, after, agencies: scopeOf(request).agencies });
      return {
        next,
        items: items.map((item) => ({
          ...item,
          ratedAt: item.ratedAt.toISOString(),
          review: item.review && {
            ...item.review,
            causeLabel: reviewCauses[item.review.cause],
            reviewedAt: item.review.reviewedAt.toISOString(),
          },
        })),
      };
    },
  );

  const CountQuery = Type.Object({ from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) });
  staff.get(
    '/api/staff/reviews/counts',
    {
      schema: {
        ...common,
        summary: 'Số đánh giá, số chưa hài lòng, số đã rà soát và kết luận theo nguyên nhân trong một khoảng ngày',
        querystring: CountQuery,
        response: {
          200: Type.Object({
            rated: Type.Integer(),
            unsatisfied: Type.Integer(),
            reviewed: Type.Integer(),
            byFinding: Type.Array(Type.Object({ finding: Finding, cause: Cause, count: Type.Integer() })),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      requireRole(request, READERS);
      const { from, to } = request.query as Static<typeof CountQuery>;
      const start = (day: string) => new Date(`${day}T00:00:00+07:00`);
      const end = new Date(start(to).getTime() + 24 * 3_600_000);
      return countReviews(db, { from: start(from), to: end, agencies: scopeOf(request).agencies });
    },
  );

  const ReviewBody = Type.Object({
    finding: Finding,
    cause: Cause,
    note: Type.Optional(Type.String({ maxLength: 1_000 })),
  });
  staff.post(
    '/api/staff/ratings/:id/review',
    {
      schema: {
        ...common,
        summary: 'Kết luận rà soát một đánh giá chưa hài lòng; đánh giá của người dân không đổi',
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
        body: ReviewBody,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { id, role } = requireRole(request, REVIEWERS);
      const ratingId = (request.params as { id: number }).id;
      const review = request.body as Static<typeof ReviewBody>;
      await db.transaction((tx) =>
        reviewRating(tx, ratingId, review, { actor: { kind: 'staff', role, id }, now: now() }),
      );
      return reply.code(204).send(null);
    },
  );
}
