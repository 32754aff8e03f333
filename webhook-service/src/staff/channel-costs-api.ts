import { inArray } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { agencies, channels } from '../../../db/schema/index.ts';
import { costsByAgencyAndDay, type DayCosts } from '../notifications/planner/costs.ts';
import { Problem } from '../problem.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { periodOf } from '../stats/period.ts';
import { nullable } from './schemas.ts';

export interface ChannelCostsApiDeps {
  db: Db;
  now: () => Date;
  /** @throws AppError 401 or 403. */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
  /** Agencies the one who asks may see; null = all. */
  scopeOf: (request: FastifyRequest) => { agencies: readonly string[] | null };
}

/** Who answers for the money. */
const ROLES = ['cityOffice', 'leader', 'operations'] as const satisfies readonly StaffRole[];
const MOST_DAYS = 366;

const Day = Type.String({ description: 'ngày ở Hà Nội, dạng 2026-10-31', maxLength: 10 });
const Counted = {
  messages: Type.Integer({ description: 'số tin Zalo đã nhận' }),
  dong: Type.Integer({ description: 'đồng, gồm thuế' }),
  byChannel: Type.Object(
    Object.fromEntries(channels.map((channel) => [channel, Type.Integer()])) as Record<
      (typeof channels)[number],
      ReturnType<typeof Type.Integer>
    >,
    { description: 'số tin theo kênh' },
  ),
};
const CostsAnswer = Type.Object({
  from: Day,
  to: Day,
  total: Type.Object(Counted),
  items: Type.Array(
    Type.Object({
      day: Day,
      agencyCode: nullable(Type.String({ description: 'null: tin không về phản ánh nào, hoặc chưa có đơn vị' })),
      agency: nullable(Type.String()),
      ...Counted,
    }),
  ),
});
type Counts = Static<typeof CostsAnswer>['total'];

/** `/api/staff/channel-costs`: how many messages went which way, and what they cost, by day and agency. */
export function registerChannelCostsApi(staff: FastifyInstance, deps: ChannelCostsApiDeps): void {
  staff.get(
    '/api/staff/channel-costs',
    {
      schema: {
        tags: ['staff'],
        summary: 'Số tin đã gửi cho người dân và chi phí, theo ngày, đơn vị và kênh',
        security: [{ staff: [] }],
        querystring: Type.Object({
          from: Type.Optional(Day),
          to: Type.Optional(Day),
          agency: Type.Optional(Type.String({ maxLength: 40 })),
        }),
        response: { 200: CostsAnswer, 401: Problem, 403: Problem, 422: Problem },
      },
    },
    async (request) => {
      deps.requireRole(request, ROLES);
      const { agency, ...asked } = request.query as { from?: string; to?: string; agency?: string };
      const period = periodOf(asked, { now: deps.now(), mostDays: MOST_DAYS });
      const seen = narrowed(deps.scopeOf(request).agencies, agency);
      const rows = await costsByAgencyAndDay(deps.db, { ...period, agencies: seen });
      return { ...period, total: countsOf(rows), items: await byDayAndAgency(deps.db, rows) };
    },
  );
}

/** What one may see and has asked for; of another's agency there is simply nothing. */
function narrowed(seen: readonly string[] | null, agency: string | undefined): readonly string[] | null {
  if (agency === undefined) return seen;
  return seen === null || seen.includes(agency) ? [agency] : [];
}

/** The rows come in order of day and agency. */
async function byDayAndAgency(db: Db, rows: readonly DayCosts[]): Promise<Static<typeof CostsAnswer>['items']> {
  const codes = [...new Set(rows.flatMap(({ agencyCode }) => agencyCode ?? []))];
  const found = await db
    .select({ code: agencies.code, name: agencies.nameVi })
    .from(agencies)
    .where(inArray(agencies.code, codes));
  const names = new Map(found.map(({ code, name }) => [code, name]));
  const groups = new Map<string, [DayCosts, ...DayCosts[]]>();
  for (const row of rows) {
    const key = `${row.day} ${row.agencyCode ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((group) => {
    const [{ day, agencyCode }] = group;
    return { day, agencyCode, agency: agencyCode && (names.get(agencyCode) ?? agencyCode), ...countsOf(group) };
  });
}

function countsOf(rows: readonly DayCosts[]): Counts {
  const byChannel = Object.fromEntries(channels.map((channel) => [channel, 0])) as Counts['byChannel'];
  for (const { channel, messages } of rows) byChannel[channel] += messages;
  return {
    messages: rows.reduce((sum, { messages }) => sum + messages, 0),
    dong: rows.reduce((sum, { dong }) => sum + dong, 0),
    byChannel,
  };
}
