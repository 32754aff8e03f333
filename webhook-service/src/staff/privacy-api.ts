import { and, asc, gt, inArray } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { privacyRequests } from '../../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import type { PrivacyRequest } from '../rights/open-request.ts';
import { MOST_EXTENSION_DAYS, standingOf } from '../rights/request-clock.ts';
import { type RequestMove, settleRequest } from '../rights/settle-request.ts';
import { Id, Moment, nullable, oneOf, Page, pageOf, Words } from './list-schemas.ts';

export interface PrivacyApiDeps {
  db: Db;
  now: () => Date;
  /** Who asks, when they hold one of the roles. @throws AppError 401 or 403 */
  requireRole: (request: FastifyRequest, roles: readonly StaffRole[]) => { id: string; role: StaffRole };
}

/** Requests name what people want done with their data: for those who answer for the whole service only. */
const KEEPERS: readonly StaffRole[] = ['operations', 'cityOffice'];

const kinds = ['erase', 'export', 'correct', 'restrict', 'object', 'withdraw_consent'] as const;
const states = ['received', 'answered', 'done', 'refused'] as const;
const sources = ['user_withdraw', 'miniapp_revoke', 'chat', 'miniapp', 'staff'] as const;

const Item = Type.Object({
  id: Type.Integer(),
  kind: oneOf(kinds),
  source: oneOf(sources),
  state: oneOf(states),
  note: Type.Union([Type.String(), Type.Null()], { description: 'Lời của người yêu cầu' }),
  standing: oneOf(['in_time', 'due_soon', 'overdue']),
  receivedAt: Moment,
  answerDueAt: Moment,
  doneDueAt: Moment,
  extensionReason: nullable(Type.String()),
  answeredAt: nullable(Moment),
  doneAt: nullable(Moment),
  decidedBy: nullable(Type.String()),
});
const ListQuery = Type.Object({
  open: Type.Optional(Type.Boolean({ description: 'chỉ những yêu cầu chưa xong' })),
  ...Page,
});
const Said = Type.Object({ words: Said1000() });
const Extension = Type.Object({
  days: Type.Integer({ minimum: 1, maximum: MOST_EXTENSION_DAYS, description: 'Số ngày thêm, chỉ một lần' }),
  reason: Said1000(),
});
const Refusal = Type.Object({
  reason: Said1000(),
  where: Type.String({
    minLength: 3,
    maxLength: 500,
    pattern: '^[^\\u0000]*$',
    description: 'Nơi người dân có thể gửi tới',
  }),
});
const common = { tags: ['staff'], security: [{ staff: [] }] };
const refusals = { 401: Problem, 403: Problem, 422: Problem };

/** Requests of data subjects with their clock: list, answer, extend once, refuse with where to turn, complete. */
export function registerPrivacyApi(staff: FastifyInstance, { db, now, requireRole }: PrivacyApiDeps): void {
  staff.get(
    '/api/staff/privacy-requests',
    {
      schema: {
        ...common,
        summary: 'Yêu cầu của người dân về dữ liệu cá nhân, cũ nhất trước',
        querystring: ListQuery,
        response: { 200: pageOf(Item), ...refusals },
      },
    },
    async (request) => {
      requireRole(request, KEEPERS);
      const { open = false, after = 0, limit = 50 } = request.query as Static<typeof ListQuery>;
      const rows = await db
        .select()
        .from(privacyRequests)
        .where(
          and(
            gt(privacyRequests.id, after),
            open ? inArray(privacyRequests.state, ['received', 'answered']) : undefined,
          ),
        )
        .orderBy(asc(privacyRequests.id))
        .limit(limit);
      const next = rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
      return { items: rows.map((row) => shown(row, now())), next };
    },
  );

  const moves = [
    ['answer', 'Trả lời người yêu cầu: sẽ làm gì', Said],
    ['extend', 'Gia hạn một lần, kèm lý do gửi người yêu cầu', Extension],
    ['refuse', 'Từ chối, kèm lý do và nơi có thể gửi tới', Refusal],
    ['complete', 'Đã sửa, hạn chế hoặc ngừng dùng: báo người yêu cầu', Said],
  ] as const;
  for (const [type, summary, body] of moves) {
    staff.post(
      `/api/staff/privacy-requests/:id/${type}`,
      {
        schema: {
          ...common,
          summary,
          params: Id,
          body,
          response: { 200: Item, ...refusals, 404: Problem, 409: Problem },
        },
      },
      async (request) => {
        const { id: by } = requireRole(request, KEEPERS);
        const { id } = request.params as Static<typeof Id>;
        const move = { type, ...(request.body as object) } as RequestMove;
        return shown(await db.transaction((tx) => settleRequest(tx, id, move, { now: now(), by })), now());
      },
    );
  }
}

function Said1000() {
  return { ...Words(1000), minLength: 3 };
}

function shown(request: PrivacyRequest, now: Date): Static<typeof Item> {
  const { id, kind, source, state, note, extensionReason, decidedBy, answeredAt, doneAt } = request;
  return {
    ...{ id, kind, source, state, note, extensionReason, decidedBy },
    standing: standingOf(request, now).standing,
    receivedAt: request.receivedAt.toISOString(),
    answerDueAt: request.answerDueAt.toISOString(),
    doneDueAt: request.doneDueAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    doneAt: doneAt?.toISOString() ?? null,
  };
}
