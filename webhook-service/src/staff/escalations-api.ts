import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { escalations } from '../../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { toCsv } from '../reports/obstacles/csv.ts';
import {
  countEscalations,
  escalationColumns,
  escalationKinds,
  escalationRow,
  type ListedEscalation,
  listEscalations,
} from '../reports/obstacles/escalation-list.ts';
import { readForExport } from '../reports/obstacles/export.ts';
import { inScope } from '../reports/obstacles/scope.ts';
import { escalationNotFound, lockEscalation, settleEscalation } from '../reports/obstacles/settle-escalation.ts';
import { lockReports } from '../reports/report.ts';
import { reportNotFound } from './guard.ts';
import { dayRange, Id, Moment, nullable, oneOf, outOfScope, Page, pageOf, Words } from './list-schemas.ts';
import type { ObstaclesApiDeps } from './obstacles-api.ts';

const READERS: readonly StaffRole[] = ['leader', 'cityOffice'];
const statuses = ['open', 'settled'] as const;

const EscalationItem = Type.Object({
  id: Type.Integer(),
  reportCode: Type.String(),
  categoryCode: nullable(Type.String()),
  kind: oneOf(escalationKinds),
  fromAgency: nullable(Type.String()),
  toAgency: Type.String(),
  level: Type.Integer(),
  proposal: nullable(Type.String()),
  status: oneOf(statuses),
  decision: nullable(Type.String()),
  dueAt: nullable(Moment),
  raisedBy: nullable(Type.String()),
  raisedAt: Moment,
  settledBy: nullable(Type.String()),
  settledAt: nullable(Moment),
});
const Filter = {
  agency: Type.Optional(Type.String({ maxLength: 40, description: 'Đơn vị báo cáo hoặc đang giữ' })),
  kind: Type.Optional(oneOf(escalationKinds)),
  status: Type.Optional(oneOf(statuses)),
  ...dayRange,
};
const FilterQuery = Type.Object(Filter);
const ListQuery = Type.Object({ ...Filter, ...Page });
const DecisionBody = Type.Object({ decision: Words(2000) });
const Counts = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: oneOf(escalationKinds),
      status: oneOf(statuses),
      count: Type.Integer(),
      late: Type.Integer({ description: 'Chưa có quyết định và đã quá hạn' }),
    }),
  ),
  total: Type.Integer(),
});
const refused = { 401: Problem, 403: Problem, 422: Problem };
const security = [{ staff: [] }];
const tags = ['staff'];

/** Escalations: listed, counted, exported, and settled by whom they were put to. Raising one is a command on the report. */
export function registerEscalationsApi(staff: FastifyInstance, deps: ObstaclesApiDeps): void {
  staff.get(
    '/api/staff/escalations',
    {
      schema: {
        ...{ tags, security, summary: 'Báo cáo vượt thẩm quyền, quá hạn, mở lại; mới nhất trước' },
        querystring: ListQuery,
        response: { 200: pageOf(EscalationItem), ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      const { after, limit = 50, ...filter } = request.query as Static<typeof ListQuery>;
      const rows = await listEscalations(deps.db, deps.scopeOf(request), filter, { before: after, limit });
      return { items: rows.map(shown), next: rows.length === limit ? (rows.at(-1)?.escalation.id ?? null) : null };
    },
  );

  staff.get(
    '/api/staff/escalations/counts',
    {
      schema: {
        ...{ tags, security, summary: 'Số báo cáo theo lý do và trạng thái' },
        querystring: FilterQuery,
        response: { 200: Counts, ...refused },
      },
    },
    async (request) => {
      deps.requireRole(request, READERS);
      const filter = request.query as Static<typeof FilterQuery>;
      const items = await countEscalations(deps.db, deps.scopeOf(request), filter, deps.now());
      return { items, total: items.reduce((sum, { count }) => sum + count, 0) };
    },
  );

  const readAll = (request: FastifyRequest) => {
    deps.requireRole(request, READERS);
    const filter = request.query as Static<typeof FilterQuery>;
    return readForExport((page) => listEscalations(deps.db, deps.scopeOf(request), filter, page));
  };
  staff.get(
    '/api/staff/escalations/export.csv',
    {
      schema: {
        ...{ tags, security, summary: 'Xuất báo cáo vượt cấp (CSV)', produces: ['text/csv'] },
        querystring: FilterQuery,
        response: { 200: Type.String(), ...refused },
      },
    },
    async (request, reply) => {
      const rows = await readAll(request);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="bao-cao-vuot-cap.csv"')
        .serializer((text: string) => text)
        .send(toCsv(escalationColumns, rows.map(escalationRow)));
    },
  );
  staff.get(
    '/api/staff/escalations/export.json',
    {
      schema: {
        ...{ tags, security, summary: 'Xuất báo cáo vượt cấp (JSON)' },
        querystring: FilterQuery,
        response: { 200: Type.Array(EscalationItem), ...refused },
      },
    },
    async (request) => (await readAll(request)).map(shown),
  );

  staff.patch(
    '/api/staff/escalations/:id',
    {
      schema: {
        ...{ tags, security, params: Id, summary: 'Ghi quyết định của cấp trên' },
        body: DecisionBody,
        response: { 200: EscalationItem, ...refused, 404: Problem, 409: Problem },
      },
    },
    async (request) => {
      const { id: by, role } = deps.requireRole(request, READERS);
      const { id } = request.params as Static<typeof Id>;
      const { decision } = request.body as Static<typeof DecisionBody>;
      return deps.db.transaction(async (tx) => {
        // The report first, as everywhere; which one it is never changes, so it may be read without the lock.
        const [found] = await tx.select().from(escalations).where(eq(escalations.id, id));
        if (!found) throw escalationNotFound();
        const report = (await lockReports(tx, [found.reportId])).get(found.reportId);
        if (!report) throw reportNotFound();
        const before = await lockEscalation(tx, id);
        // Whoever put it up cannot settle it for the one above.
        const holder = { agencyCode: before.toAgency, categoryCode: report.categoryCode };
        if (!inScope(deps.scopeOf(request), holder)) throw outOfScope();
        const actor = { kind: 'staff', role, id: by } as const;
        const escalation = await settleEscalation(tx, before, decision, actor, deps.now());
        return shown({ escalation, reportCode: report.code, categoryCode: report.categoryCode });
      });
    },
  );
}

function shown({ escalation, reportCode, categoryCode }: ListedEscalation): Static<typeof EscalationItem> {
  const { reportId: _, dueAt, raisedAt, settledAt, ...rest } = escalation;
  return {
    ...rest,
    ...{ reportCode, categoryCode },
    dueAt: dueAt?.toISOString() ?? null,
    raisedAt: raisedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  };
}
