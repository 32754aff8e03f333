import { inArray } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db, Sql } from '../../../db/client.ts';
import { agencies } from '../../../db/schema/index.ts';
import { type Incident, incidentLabel, openIncidents, resolveIncident } from '../incidents/incidents.ts';
import { Problem } from '../problem.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { periodOf } from '../stats/period.ts';
import { DEFAULT_MINIMUM, type RankedAgency, type Standing } from '../stats/ranking.ts';
import { readBalance } from '../stats/read-balance.ts';
import { readRanking } from '../stats/read-ranking.ts';

export interface FiguresApiDeps {
  db: Db;
  sql: Sql;
  now: () => Date;
  /** @throws AppError 401 or 403. */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
  /** Agencies the one who asks may see; null = all. */
  scopeOf: (request: FastifyRequest) => { agencies: readonly string[] | null };
}

/** Who answers for the whole, not for single reports. */
const ROLES = ['cityOffice', 'leader', 'operations'] as const satisfies readonly StaffRole[];
const MOST_BALANCE_DAYS = 366;
const MOST_RANKING_DAYS = 1_100;

const Day = Type.String({ description: 'ngày ở Hà Nội, dạng 2026-10-31', maxLength: 10 });
const Period = { from: Type.Optional(Day), to: Type.Optional(Day) };
const Count = Type.Integer();
const balanceLines = {
  received: Count,
  open: Count,
  answered: Count,
  refused: Count,
  merged: Count,
  withdrawn: Count,
  holds: Type.Boolean({ description: 'received = open + answered + refused + merged + withdrawn' }),
};
const BalanceAnswer = Type.Object({
  from: Day,
  to: Day,
  total: Type.Object(balanceLines),
  days: Type.Array(Type.Object({ day: Day, ...balanceLines })),
});

const Fraction = Type.Object({ numerator: Count, denominator: Count });
const StandingAnswer = Type.Object({
  rank: Type.Union([Count, Type.Null()]),
  /** "chưa đủ số liệu" when there is no rank. */
  note: Type.Union([Type.String(), Type.Null()]),
  share: Fraction,
});
const RankingRow = Type.Object({
  agencyCode: Type.String(),
  agency: Type.String(),
  progress: StandingAnswer,
  quality: StandingAnswer,
  answered: Count,
  late: Count,
  overdue: Count,
  extended: Count,
  handedOver: Count,
  satisfied: Fraction,
  satisfiedOrAccepted: Fraction,
  rated: Fraction,
  reopened: Fraction,
  confirmed: Fraction,
  unconfirmed: Count,
  gateRefused: Fraction,
});
const RankingAnswer = Type.Object({
  from: Day,
  to: Day,
  minimum: Count,
  ranked: Type.Object({ progress: Count, quality: Count }, { description: 'bao nhiêu đơn vị được xếp hạng' }),
  units: Type.Array(RankingRow),
});

const IncidentAnswer = Type.Object({
  id: Count,
  kind: Type.String(),
  label: Type.String(),
  key: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
  times: Count,
  firstAt: Type.String({ format: 'date-time' }),
  lastAt: Type.String({ format: 'date-time' }),
  resolvedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  resolvedBy: Type.Union([Type.String(), Type.Null()]),
});
const refusals = { 401: Problem, 403: Problem };

/** `/api/staff/balance`, `/ranking` and `/incidents`: figures for those who answer for the whole. */
export function registerFiguresApi(staff: FastifyInstance, deps: FiguresApiDeps): void {
  const security = [{ staff: [] }];

  staff.get(
    '/api/staff/balance',
    {
      schema: {
        tags: ['staff'],
        summary: 'Cân đối hằng ngày: số tiếp nhận và số đang xử lý, đã trả lời, từ chối, gộp, rút',
        security,
        querystring: Type.Object(Period),
        response: { 200: BalanceAnswer, ...refusals, 422: Problem },
      },
    },
    async (request) => {
      deps.requireRole(request, ROLES);
      const period = periodOf(request.query as { from?: string; to?: string }, {
        now: deps.now(),
        mostDays: MOST_BALANCE_DAYS,
      });
      return { ...period, ...(await readBalance(deps.sql, period)) };
    },
  );

  staff.get(
    '/api/staff/ranking',
    {
      schema: {
        tags: ['staff'],
        summary: 'Xếp hạng đơn vị theo tiến độ và chất lượng, luôn kèm tử số và mẫu số',
        security,
        querystring: Type.Object({
          ...Period,
          minimum: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: DEFAULT_MINIMUM })),
        }),
        response: { 200: RankingAnswer, ...refusals, 422: Problem },
      },
    },
    async (request) => {
      deps.requireRole(request, ROLES);
      const query = request.query as { from?: string; to?: string; minimum?: number };
      const period = periodOf(query, { now: deps.now(), mostDays: MOST_RANKING_DAYS });
      const minimum = query.minimum ?? DEFAULT_MINIMUM;
      const rows = await readRanking(deps.sql, { ...period, minimum });
      const ranked = {
        progress: rows.filter(({ progress }) => progress.rank !== null).length,
        quality: rows.filter(({ quality }) => quality.rank !== null).length,
      };
      // Ranked among all, shown to those who may see it.
      const { agencies: seen } = deps.scopeOf(request);
      const visible = rows.filter(({ agencyCode }) => seen === null || seen.includes(agencyCode));
      return { ...period, minimum, ranked, units: await named(deps.db, visible) };
    },
  );

  staff.get(
    '/api/staff/incidents',
    {
      schema: {
        tags: ['staff'],
        summary: 'Sự cố đang mở, mới thấy nhất trước',
        security,
        response: { 200: Type.Object({ items: Type.Array(IncidentAnswer), total: Count }), ...refusals },
      },
    },
    async (request) => {
      deps.requireRole(request, ROLES);
      const { items, total } = await openIncidents(deps.db);
      return { items: items.map(incidentView), total };
    },
  );

  staff.post(
    '/api/staff/incidents/:id/resolve',
    {
      schema: {
        tags: ['staff'],
        summary: 'Đánh dấu sự cố đã được xử lý',
        security,
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
        response: { 200: IncidentAnswer, ...refusals, 404: Problem },
      },
    },
    async (request) => {
      const { id: by } = deps.requireRole(request, ROLES);
      const { id } = request.params as { id: number };
      return incidentView(await resolveIncident(deps.db, { id, by, now: deps.now() }));
    },
  );
}

async function named(db: Db, rows: readonly RankedAgency[]): Promise<Static<typeof RankingRow>[]> {
  const codes = rows.map(({ agencyCode }) => agencyCode);
  const found = await db
    .select({ code: agencies.code, name: agencies.nameVi })
    .from(agencies)
    .where(inArray(agencies.code, codes));
  const names = new Map(found.map(({ code, name }) => [code, name]));
  return rows.map((row) => ({
    ...row,
    agency: names.get(row.agencyCode) ?? row.agencyCode,
    progress: noted(row.progress),
    quality: noted(row.quality),
  }));
}

function noted(standing: Standing) {
  return { ...standing, note: standing.rank === null ? 'chưa đủ số liệu' : null };
}

function incidentView(incident: Incident): Static<typeof IncidentAnswer> {
  const { id, kind, key, data, times, firstAt, lastAt, resolvedAt, resolvedBy } = incident;
  return {
    id,
    kind,
    label: incidentLabel(kind),
    key,
    data,
    times,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolvedBy,
  };
}
