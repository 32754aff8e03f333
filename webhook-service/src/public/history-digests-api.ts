import { and, asc, gte, lte } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../db/client.ts';
import { historyDigests } from '../../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import { periodOf } from '../stats/period.ts';

const MOST_DAYS = 1_100;
const Day = Type.String({ description: 'ngày ở Hà Nội, dạng 2026-10-31', maxLength: 10 });
const Digests = Type.Object({
  from: Day,
  to: Day,
  items: Type.Array(
    Type.Object({
      day: Day,
      rows: Type.Integer({ description: 'số dòng lịch sử' }),
      digest: Type.String({ description: 'SHA-256' }),
      previousDigest: Type.String(),
      madeAt: Type.String({ format: 'date-time' }),
    }),
  ),
});

/**
 * `/api/public/history-digests`: one hash a day over the history of all reports. Whoever keeps an answer can show later,
 * with `npm run history:verify -- --digests`, whether the history of those days was rewritten. Tells nothing of any report.
 */
export function registerHistoryDigestsApi(app: FastifyInstance, deps: { db: Db; now: () => Date }): void {
  app.get(
    '/api/public/history-digests',
    {
      schema: {
        tags: ['public'],
        summary: 'Mã tổng hợp hằng ngày của nhật ký xử lý, để ai cũng kiểm tra được nhật ký có bị sửa về sau hay không',
        querystring: Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }),
        response: { 200: Digests, 422: Problem },
      },
    },
    async (request) => {
      const asked = request.query as { from?: string; to?: string };
      const { from, to } = periodOf(asked, { now: deps.now(), mostDays: MOST_DAYS });
      const rows = await deps.db
        .select()
        .from(historyDigests)
        .where(and(gte(historyDigests.day, from), lte(historyDigests.day, to)))
        .orderBy(asc(historyDigests.day));
      const items = rows.map(({ day, rows: counted, digest, previousDigest, madeAt }) => ({
        day,
        rows: counted,
        digest,
        previousDigest,
        madeAt: madeAt.toISOString(),
      }));
      return { from, to, items };
    },
  );
}
