import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { Problem } from '../problem.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { obstacleCauses, obstacleStages, obstacleStatuses, stageNames } from '../reports/obstacles/causes.ts';
import { toCsv } from '../reports/obstacles/csv.ts';
import { readForExport } from '../reports/obstacles/export.ts';
import {
  countObstacles,
  type ListedObstacle,
  listObstacles,
  obstacleColumns,
  obstacleRow,
} from '../reports/obstacles/obstacle-list.ts';
import {
  decideObstacle,
  lockObstacle,
  type Obstacle,
  readObstacle,
  recordObstacle,
} from '../reports/obstacles/obstacles.ts';
import { inScope, type Scope } from '../reports/obstacles/scope.ts';
import { lockReports, type Report } from '../reports/report.ts';
import { reportNotFound } from './guard.ts';
import { dayRange, Id, Moment, nullable, nullOr, oneOf, outOfScope, Page, pageOf, Words } from './list-schemas.ts';

export interface ObstaclesApiDeps {
  db: Db;
  now: () => Date;
  /** Who asks, when they hold one of the roles. @throws AppError 401 or 403 */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
  /** The report, when the member may see it. @throws AppError 404 */
  requireVisible: (request: FastifyRequest, report: Report | undefined) => Report;
  scopeOf: (request: FastifyRequest) => Scope;
}

const RECORDERS: readonly StaffRole[] = ['handler', 'leader'];
const DECIDERS: readonly StaffRole[] = ['leader', 'cityOffice'];
const READERS: readonly StaffRole[] = ['handler', 'leader', 'cityOffice'];
const REPORT_READERS: readonly StaffRole[] = ['intakeOfficer', 'dispatcher', ...READERS];

const ObstacleItem = Type.Object({
  id: Type.Integer(),
  reportCode: Type.String(),
  categoryCode: nullable(Type.String()),
  agencyCode: Type.String(),
  stage: oneOf(obstacleStages),
  step: Type.String({ description: 'Trạng thái của phản ánh lúc gặp vướng mắc' }),
  cause: Type.String(),
  note: nullable(Type.String()),
  proposal: Type.String(),
  status: oneOf(obstacleStatuses),
  decision: nullable(Type.String()),
  recordedBy: Type.String(),
  recordedAt: Moment,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Moment),
});
const ObstacleBody = Type.Object({
  stage: oneOf(obstacleStages),
  cause: Type.String({ maxLength: 40 }),
  note: Type.Optional(nullOr(Words(1000))),
  proposal: Words(2000),
});
const DecisionBody = Type.Object({ status: oneOf(obstacleStatuses), decision: Type.Optional(Words(2000)) });
const Filter = {
  agency: Type.Optional(Type.String({ maxLength: 40 })),
  stage: Type.Optional(oneOf(obstacleStages)),
  cause: Type.Optional(Type.String({ maxLength: 40 })),
  status: Type.Optional(oneOf(obstacleStatuses)),
  ...dayRange,
};
const FilterQuery = Type.Object(Filter);
const ListQuery = Type.Object({ ...Filter, ...Page });
const refused = { 401: Problem, 403: Problem, 422: Problem };
const security = [{ staff: [] }];
const tags = ['staff'];

/** Obstacles (khó khăn, vướng mắc) and escalations: recorded by units, decided above, seen whole by the city office (P5, P6). */
export function registerObstaclesApi(staff: FastifyInstance, deps: ObstaclesApiDeps): void {
  registerForReport(staff, deps);
  registerLists(staff, deps);
}

function registerForReport(staff: FastifyInstance, deps: ObstaclesApiDeps): void {
  const params = Type.Object({ code: Type.String({ maxLength: 40 }) });
  staff.get(
    '/api/staff/reports/:code/obstacles',
    {
      schema: {
        ...{ tags, security, params, summary: 'Khó khăn, vướng mắc của một phản ánh, mới nhất trước' },
        response: { 200: Type.Object({ items: Type.Array(ObstacleItem) }), ...refused, 404: Problem },
      },
    },
    async (request) => {
      deps.requireRole(request, REPORT_READERS);
      const report = await visibleReport(request, deps);
      const everything = { agencies: null, categories: null };
      const rows = await listObstacles(deps.db, everything, { reportId: report.id }, { limit: 200 });
      return { items: rows.map(shown) };
    },
  );

  staff.post(
    '/api/staff/reports/:code/obstacles',
    {
      schema: {
        ...{ tags, security, params, summary: 'Ghi khó khăn, vướng mắc kèm đề xuất' },
        body: ObstacleBody,
        response: { 201: ObstacleItem, ...refused, 404: Problem, 409: Problem },
      },
    },
    async (request, reply) => {
      const { id, role } = deps.requireRole(request, RECORDERS);
      const { id: reportId } = await visibleReport(request, deps);
      const item = await deps.db.transaction(async (tx) => {
        const report = deps.requireVisible(request, (await lockReports(tx, [reportId])).get(reportId));
        const { note = null, ...rest } = request.body as Static<typeof ObstacleBody>;
        const input = { ...rest, note };
        const obstacle = await recordObstacle(tx, report, input, { kind: 'staff', role, id }, deps.now());
        return shown({ obstacle, reportCode: report.code, categoryCode: report.categoryCode });
      });
      return reply.code(201).send(item);
    },
  );

  staff.patch(
    '/api/staff/obstacles/:id',
    {
      schema: {
        ...{ tags, security, params: Id, summary: 'Nhận giải quyết, giải quyết xong hoặc không chấp nhận đề xuất' },
        body: DecisionBody,
        response: { 200: ObstacleItem, ...refused, 404: Problem, 409: Problem },
      },
    },
    async (request) => {
      const { id, role } = deps.requireRole(request, DECIDERS);
      const { id: obstacleId } = request.params as Static<typeof Id>;
      const move = request.body as Static<typeof DecisionBody>;
      return deps.db.transaction(async (tx) => {
        // The report first, as everywhere; which one it is never changes, so it may be read without the lock.
        const { reportId } = await readObstacle(tx, obstacleId);
        const report = (await lockReports(tx, [reportId])).get(reportId);
        const before = await lockObstacle(tx, obstacleId);
        if (!report) throw reportNotFound();
        requireObstacle(deps.scopeOf(request), before, report);
        const obstacle = await decideObstacle(tx, before, move, { kind: 'staff', role, id }, deps.now());
        return shown({ obstacle, reportCode: report.code, categoryCode: report.categoryCode });
      });
    },
  );
}

function registerLists(staff: FastifyInstance, deps: ObstaclesApiDeps): void {
  staff.get(
    '/api/staff/obstacle-causes',
    {
      schema: {
        ...{ tags, security, summary: 'Khâu và nguyên nhân để chọn' },
        response: { 200: Causes, 401: Problem, 403: Problem },
      },
    },
    async (request) => {
      deps.requireRole(request, REPORT_READERS);
      return {
        stages: obstacleStages.map((code) => ({ code, name: stageNames[code] })),
        causes: obstacleCauses.map(({ code, nameVi, stages, needsNote = false }) => ({
          ...{ code, name: nameVi, stages: [...stages], needsNote },
        })),
      };
    },
  );

  staff.get(
    '/api/staff/obstacles',
    {
      schema: {
        ...{ tags, security, summary: 'Khó khăn, vướng mắc, mới nhất trước' },
        querystring: ListQuery,
        response: { 200: pageOf(ObstacleItem), ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      const { after, limit = 50, ...filter } = request.query as Static<typeof ListQuery>;
      const rows = await listObstacles(deps.db, deps.scopeOf(request), filter, { before: after, limit });
      return { items: rows.map(shown), next: rows.length === limit ? (rows.at(-1)?.obstacle.id ?? null) : null };
    },
  );

  staff.get(
    '/api/staff/obstacles/counts',
    {
      schema: {
        ...{ tags, security, summary: 'Số vướng mắc theo khâu, nguyên nhân và trạng thái' },
        querystring: FilterQuery,
        response: { 200: Counts, ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      const items = await countObstacles(deps.db, deps.scopeOf(request), request.query as Static<typeof FilterQuery>);
      return { items, total: items.reduce((sum, { count }) => sum + count, 0) };
    },
  );

  const readAll = (request: FastifyRequest) => {
    deps.requireRole(request, READERS);
    const filter = request.query as Static<typeof FilterQuery>;
    return readForExport((page) => listObstacles(deps.db, deps.scopeOf(request), filter, page));
  };
  staff.get(
    '/api/staff/obstacles/export.csv',
    {
      schema: {
        ...{ tags, security, summary: 'Xuất khó khăn, vướng mắc (CSV)', produces: ['text/csv'] },
        querystring: FilterQuery,
        response: { 200: Type.String(), ...refused },
      },
    },
    async (request, reply) => {
      const rows = await readAll(request);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="vuong-mac.csv"')
        .serializer((text: string) => text)
        .send(toCsv(obstacleColumns, rows.map(obstacleRow)));
    },
  );
  staff.get(
    '/api/staff/obstacles/export.json',
    {
      schema: {
        ...{ tags, security, summary: 'Xuất khó khăn, vướng mắc (JSON)' },
        querystring: FilterQuery,
        response: { 200: Type.Array(ObstacleItem), ...refused },
      },
    },
    async (request) => (await readAll(request)).map(shown),
  );
}

const Causes = Type.Object({
  stages: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  causes: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      stages: Type.Array(Type.String()),
      needsNote: Type.Boolean({ description: 'Phải ghi chú' }),
    }),
  ),
});

const Counts = Type.Object({
  items: Type.Array(
    Type.Object({
      stage: oneOf(obstacleStages),
      cause: Type.String(),
      status: oneOf(obstacleStatuses),
      count: Type.Integer(),
    }),
  ),
  total: Type.Integer(),
});

async function visibleReport(request: FastifyRequest, deps: ObstaclesApiDeps): Promise<Report> {
  const { code } = request.params as { code: string };
  return deps.requireVisible(request, await reportByCode(deps.db, code));
}

function requireObstacle(scope: Scope, obstacle: Obstacle, report: Report): void {
  if (!inScope(scope, { agencyCode: obstacle.agencyCode, categoryCode: report.categoryCode })) throw outOfScope();
}

function shown({ obstacle, reportCode, categoryCode }: ListedObstacle): Static<typeof ObstacleItem> {
  const { reportId: _, recordedAt, decidedAt, ...rest } = obstacle;
  return {
    ...rest,
    ...{ reportCode, categoryCode },
    recordedAt: recordedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
