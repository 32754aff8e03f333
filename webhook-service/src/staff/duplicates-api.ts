import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { Problem } from '../problem.ts';
import { duplicatesOf } from '../reports/duplicates/duplicates-of.ts';
import { rejectDuplicate } from '../reports/duplicates/reject-duplicate.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import { lockReports, type Report } from '../reports/report.ts';
import { reportNotFound } from './guard.ts';

export interface DuplicatesApiDeps {
  db: Db;
  now: () => Date;
  /** Who asks, when they hold one of the roles. @throws AppError 401 or 403 */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
  /** The report, when the member may see it. @throws AppError 404 */
  requireVisible: (request: FastifyRequest, report: Report | undefined) => Report;
}

const READERS: readonly StaffRole[] = ['intakeOfficer', 'dispatcher', 'handler', 'leader', 'cityOffice'];
/** Who may merge says what is not to be merged. */
const DECIDERS: readonly StaffRole[] = ['intakeOfficer', 'dispatcher', 'cityOffice'];

const nullable = (type: ReturnType<typeof Type.String>) => Type.Union([type, Type.Null()]);
const Moment = Type.String({ format: 'date-time' });
const Code = Type.String({ maxLength: 40 });

const OtherReport = Type.Object({
  code: Type.String(),
  text: Type.String(),
  place: nullable(Type.String()),
  wardCode: nullable(Type.String()),
  latitude: Type.Union([Type.Number(), Type.Null()]),
  longitude: Type.Union([Type.Number(), Type.Null()]),
  categoryCode: nullable(Type.String()),
  agencyCode: nullable(Type.String()),
  state: Type.String(),
  stateLabel: Type.String(),
  receivedAt: Moment,
  dueAt: nullable(Moment),
});

const Duplicates = Type.Object({
  suggestions: Type.Array(
    Type.Object({
      other: OtherReport,
      score: Type.Integer({ description: '0–100' }),
      because: Type.Array(Type.String()),
      main: Type.Union([Type.Literal('this'), Type.Literal('other')], {
        description: 'Phản ánh nên là phản ánh chính khi gộp',
      }),
      followers: Type.Integer({ description: 'Số phản ánh đã gộp vào phản ánh kia' }),
    }),
  ),
  mergedInto: Type.Union([OtherReport, Type.Null()]),
  followers: Type.Array(OtherReport, { description: 'Phản ánh đã gộp vào đây, cũ nhất trước, tối đa 200' }),
  followerCount: Type.Integer(),
});

/** `/api/staff/reports/:code/duplicates`: what may be the same thing, with the reasons; merging itself is a command. */
export function registerDuplicatesApi(staff: FastifyInstance, deps: DuplicatesApiDeps): void {
  const security = [{ staff: [] }];

  staff.get(
    '/api/staff/reports/:code/duplicates',
    {
      schema: {
        tags: ['staff'],
        summary: 'Phản ánh có thể trùng, kèm lý do; phản ánh đã gộp',
        security,
        params: Type.Object({ code: Code }),
        response: { 200: Duplicates, 401: Problem, 403: Problem, 404: Problem },
      },
    },
    async (request): Promise<Static<typeof Duplicates>> => {
      deps.requireRole(request, READERS);
      const { code } = request.params as { code: string };
      const report = deps.requireVisible(request, await reportByCode(deps.db, code));
      const { suggestions, mergedInto, followers, followerCount } = await duplicatesOf(deps.db, report);
      return {
        suggestions: suggestions.flatMap(({ other, ...why }) =>
          isVisible(deps, request, other) ? [{ other: shown(other), ...why }] : [],
        ),
        mergedInto: mergedInto && isVisible(deps, request, mergedInto) ? shown(mergedInto) : null,
        followers: followers.filter((follower) => isVisible(deps, request, follower)).map(shown),
        followerCount,
      };
    },
  );

  staff.post(
    '/api/staff/reports/:code/duplicates/:otherCode/reject',
    {
      schema: {
        tags: ['staff'],
        summary: 'Hai phản ánh là hai việc khác nhau: không gợi ý gộp nữa',
        security,
        params: Type.Object({ code: Code, otherCode: Code }),
        response: { 204: Type.Null(), 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem },
      },
    },
    async (request, reply) => {
      const { id, role } = deps.requireRole(request, DECIDERS);
      const { code, otherCode } = request.params as { code: string; otherCode: string };
      const found = [await reportByCode(deps.db, code), await reportByCode(deps.db, otherCode)].map((one) =>
        deps.requireVisible(request, one),
      );
      await deps.db.transaction(async (tx) => {
        const locked = await lockReports(
          tx,
          found.map((report) => report.id),
        );
        const [report, other] = found.map((one) => locked.get(one.id));
        if (!report || !other) throw reportNotFound();
        await rejectDuplicate(tx, report, other, { kind: 'staff', role, id }, deps.now());
      });
      return reply.code(204).send(null);
    },
  );
}

/** Another unit's report is left out of the list, not refused. */
function isVisible(deps: DuplicatesApiDeps, request: FastifyRequest, report: Report): boolean {
  try {
    deps.requireVisible(request, report);
    return true;
  } catch {
    return false;
  }
}

function shown(report: Report): Static<typeof OtherReport> {
  const { code, text, placeText, wardCode, latitude, longitude, categoryCode, agencyCode, state } = report;
  return {
    ...{ code, text, place: placeText, wardCode, latitude, longitude, categoryCode, agencyCode, state },
    stateLabel: stateLabels[state].vi,
    receivedAt: report.receivedAt.toISOString(),
    dueAt: report.dueAt?.toISOString() ?? null,
  };
}
