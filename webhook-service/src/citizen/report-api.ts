import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { ownReportOf } from '../conversation/moves/stakes.ts';
import { AppError } from '../errors.ts';
import { Problem } from '../problem.ts';
import { duplicateOfferFor } from '../reports/duplicates/offer.ts';
import { findStake } from './find-stake.ts';
import { type ReadDeps, readReport } from './read-report.ts';
import { Offer, ReportDetail } from './report-schemas.ts';
import { about, ReportCodeParam, refused } from './schemas.ts';
import { citizenOf } from './signed-in.ts';

/** One report, and the other one it may be the same as. */
export function registerReportApi(app: FastifyInstance, deps: ReadDeps): void {
  app.get(
    '/api/citizen/reports/:code',
    {
      schema: {
        ...about,
        summary:
          'Một phản ánh đã gửi hoặc đang theo dõi: ai giữ, hạn và vì sao, diễn biến, câu trả lời, việc có thể làm',
        params: ReportCodeParam,
        response: { 200: ReportDetail, ...refused },
      },
    },
    async (request) => {
      const citizen = citizenOf(request);
      const { code } = request.params as Static<typeof ReportCodeParam>;
      return readReport(await findStake(deps.db, citizen.id, code), citizen, deps);
    },
  );

  app.get(
    '/api/citizen/reports/:code/duplicate',
    {
      schema: {
        ...about,
        summary: 'Phản ánh của người khác có vẻ trùng, để cùng theo dõi',
        params: ReportCodeParam,
        response: { 200: Offer, ...refused, 404: Problem },
      },
    },
    async (request) => {
      const { code } = request.params as Static<typeof ReportCodeParam>;
      const own = ownReportOf(await findStake(deps.db, citizenOf(request).id, code));
      const offer = own && (await duplicateOfferFor(deps.db, own.id));
      if (!offer)
        throw new AppError({
          code: 'no_duplicate',
          status: 404,
          detail: 'Chưa thấy phản ánh nào trùng với phản ánh này.',
        });
      const { mainCode, categoryName, placeWords, distanceMetres, state, because } = offer;
      return { mainCode, category: categoryName, place: placeWords, distanceMetres, state, because };
    },
  );
}
