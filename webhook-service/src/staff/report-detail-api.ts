import { and, asc, eq, gt } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db, Tx } from '../../../db/client.ts';
import { reportHistory } from '../../../db/schema/index.ts';
import { explainClock, isLate } from '../deadlines/clock.ts';
import type { DuePolicy } from '../deadlines/policy.ts';
import { agencyName } from '../reports/agency-names.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import { type Role, roleNames } from '../reports/lifecycle/roles.ts';
import { loadClocks } from '../reports/perform/clock-store.ts';
import type { ClockSetting } from '../reports/perform/clocks-after.ts';
import type { Report } from '../reports/report.ts';
import { ClockItem, HistoryEntry, ReportDetail } from './detail-schemas.ts';
import { eventLabel } from './event-labels.ts';
import { memberOf, requireVisible } from './guard.ts';
import { readDetail } from './read-detail.ts';
import { type ReporterDeps, readReporter } from './read-reporter.ts';
import { etagOf } from './reports-by-code.ts';
import { about, nullable, ReportCodeParam, refused } from './schemas.ts';
import { staffNames } from './staff-names.ts';

export interface ReportDetailDeps extends ReporterDeps {
  setting: (tx: Tx) => Promise<ClockSetting>;
  /** The policy a clock was counted by. */
  policyByVersion: (tx: Tx, version: string) => Promise<DuePolicy | null>;
}

const HISTORY_PAGE = 100;
const clockNames = { accept: 'Chuyển đơn vị xử lý', answer: 'Trả lời', finish: 'Cả việc' } as const;

/** One report for the desk: everything at once, its history row by row, and why each due time is what it is. */
export function registerReportDetailApi(staff: FastifyInstance, deps: ReportDetailDeps): void {
  staff.get(
    '/api/staff/reports/:code',
    {
      schema: {
        ...about,
        summary: 'Một phản ánh với mọi điều cán bộ cần; ETag là phiên bản, dùng cho If-Match',
        params: ReportCodeParam,
        response: { 200: ReportDetail, ...refused },
      },
    },
    async (request, reply) => {
      const report = await visibleReport(deps.db, request);
      const member = memberOf(request);
      const detail = await readDetail(deps.db, report, { member, now: deps.now() });
      const reporter = await readReporter(report, member, deps);
      return reply.header('etag', etagOf(report.version)).send({ ...detail, reporter });
    },
  );

  staff.get(
    '/api/staff/reports/:code/history',
    {
      schema: {
        ...about,
        summary: 'Lịch sử đầy đủ, cả phần nội bộ, cũ nhất trước',
        params: ReportCodeParam,
        querystring: Type.Object({
          after: Type.Optional(
            Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: '`next` của trang trước' }),
          ),
        }),
        response: { 200: Type.Object({ items: Type.Array(HistoryEntry), next: nullable(Type.Integer()) }), ...refused },
      },
    },
    async (request) => {
      const report = await visibleReport(deps.db, request);
      return readHistory(deps.db, report, (request.query as { after?: number }).after ?? 0);
    },
  );

  staff.get(
    '/api/staff/reports/:code/clocks',
    {
      schema: {
        ...about,
        summary: 'Các hạn và vì sao: khoảng thời gian nào được tính, theo quy định nào',
        params: ReportCodeParam,
        response: { 200: Type.Object({ items: Type.Array(ClockItem) }), ...refused },
      },
    },
    async (request) => ({ items: await readClocks(deps, await visibleReport(deps.db, request)) }),
  );
}

async function visibleReport(db: Db, request: FastifyRequest): Promise<Report> {
  const { code } = request.params as Static<typeof ReportCodeParam>;
  return requireVisible(request, await reportByCode(db, code));
}

async function readHistory(db: Db, report: Report, after: number) {
  const rows = await db
    .select()
    .from(reportHistory)
    .where(and(eq(reportHistory.reportId, report.id), gt(reportHistory.seq, after)))
    .orderBy(asc(reportHistory.seq))
    .limit(HISTORY_PAGE + 1);
  const shown = rows.slice(0, HISTORY_PAGE);
  const names = await staffNames(
    db,
    shown.map(({ actorKind, actor }) => (actorKind === 'staff' ? actor : null)),
  );
  return {
    items: shown.map(({ seq, at, event, actorKind, actor, actorRole, reason, data, isPublic, hash }) => ({
      ...{ seq, event, reason, data, isPublic, hash },
      at: at.toISOString(),
      label: eventLabel(event),
      // Who the citizen is stays between them and us: their role says enough.
      actor: {
        kind: actorKind,
        role: actorRole,
        roleName: roleNames[actorRole as Role] ?? actorRole,
        name: actorKind === 'staff' && actor !== null ? (names.get(actor) ?? null) : null,
      },
    })),
    next: rows.length > HISTORY_PAGE ? (shown.at(-1)?.seq ?? null) : null,
  };
}

async function readClocks(deps: ReportDetailDeps, report: Report): Promise<Static<typeof ClockItem>[]> {
  const clocks = await loadClocks(deps.db, report.id);
  const { calendars } = await deps.setting(deps.db);
  const policies = new Map<string, DuePolicy | null>();
  for (const { policyVersion } of clocks) {
    if (!policies.has(policyVersion)) policies.set(policyVersion, await deps.policyByVersion(deps.db, policyVersion));
  }
  const options = { policyOf: (version: string) => policies.get(version) ?? null, agencyName, calendars };
  return clocks
    .toSorted((one, other) => one.startedAt.getTime() - other.startedAt.getTime() || one.round - other.round)
    .map((clock) => ({
      ...{ kind: clock.kind, round: clock.round, outcome: clock.outcome },
      label: clockNames[clock.kind],
      startedAt: clock.startedAt.toISOString(),
      dueAt: clock.dueAt?.toISOString() ?? null,
      paused: clock.dueAt === null && clock.metAt === null,
      metAt: clock.metAt?.toISOString() ?? null,
      late: isLate(clock, deps.now()),
      explanation: explainClock(clock, options),
    }));
}
