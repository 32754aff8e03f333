import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { setAside, tieByHand } from '../conversation/console/decide-in-tray.ts';
import { type ConsoleReader, type ListedMessage, listConsoleMessages } from '../conversation/console/list-messages.ts';
import { nameableDeeds } from '../conversation/console/marks.ts';
import { AppError } from '../errors.ts';
import { Problem } from '../problem.ts';
import { mayRead, scopeOfMember } from '../reports/access/member.ts';
import { reportByCode } from '../reports/duplicates/report-by-code.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { memberOf, reportNotFound } from './guard.ts';
import { registerLinkApi } from './link-api.ts';
import { Page, pageOf } from './list-schemas.ts';
import { about, IdParam, Moment, NullableText, nullable, oneOf, refused } from './schemas.ts';

export interface ConsoleApiDeps {
  db: Db;
  now: () => Date;
}

/** Who sorts what nobody could be found for. */
const SORTERS: readonly StaffRole[] = ['intakeOfficer', 'dispatcher', 'cityOffice', 'operations'];
const listed = ['tray', 'held_back', 'gathering'] as const;

const Message = Type.Object({
  id: Type.Integer(),
  state: oneOf(['gathering', 'done', 'held_back', 'tray', 'set_aside']),
  sentAt: Moment,
  text: Type.String(),
  deed: nullable(Type.String({ description: 'tin được hiểu là việc gì' })),
  report: NullableText,
  author: nullable(Type.String({ description: 'cán bộ của tài khoản console; null khi chưa liên kết' })),
  files: Type.Array(
    Type.Object({
      kind: oneOf(['photo', 'file']),
      name: NullableText,
      state: oneOf(['pending', 'stored', 'refused']),
      refusal: NullableText,
    }),
  ),
  finding: nullable(
    Type.Object({
      code: Type.String(),
      detail: NullableText,
      missing: Type.Array(Type.Object({ rule: Type.String(), text: Type.String() })),
      candidates: Type.Array(Type.String({ description: 'mã phản ánh, có khả năng nhất trước' })),
    }),
  ),
});

const TieBody = Type.Object({
  code: Type.String({ maxLength: 40, description: 'mã phản ánh của người dân trong khung chat' }),
  deed: Type.Optional(
    Type.Unsafe<(typeof nameableDeeds)[number]>({
      ...oneOf(nameableDeeds),
      description: 'khi tin không có dấu hiệu: answer, ask, accept hoặc note',
    }),
  ),
});

/** What officials typed in the OA console and could not be carried out as it stands; and their links. */
export function registerConsoleApi(staff: FastifyInstance, deps: ConsoleApiDeps): void {
  registerLinkApi(staff, deps);

  staff.get(
    '/api/staff/console/messages',
    {
      schema: {
        ...about,
        summary: 'Tin nhắn cán bộ gõ trong OA: chờ xếp (tray), còn thiếu (held_back), đang chờ tệp (gathering)',
        querystring: Type.Object({ state: Type.Optional(oneOf(listed)), ...Page }),
        response: { 200: pageOf(Message), ...refused },
      },
    },
    async (request) => {
      const {
        state = 'tray',
        after,
        limit = 50,
      } = request.query as {
        state?: (typeof listed)[number];
        after?: number;
        limit?: number;
      };
      const page = { state, limit, ...(after !== undefined && { after }) };
      const { items, next } = await listConsoleMessages(deps.db, readerOf(request), page);
      return { items: items.map(shown), next };
    },
  );

  staff.post(
    '/api/staff/console/messages/:id/tie',
    {
      schema: {
        ...about,
        summary: 'Gắn tin vào một phản ánh và thực hiện với tư cách người quyết định',
        params: IdParam,
        body: TieBody,
        response: { 202: Message, ...refused, 409: Problem },
      },
    },
    async (request, reply) => {
      const { id } = request.params as Static<typeof IdParam>;
      const { code, deed = null } = request.body as Static<typeof TieBody>;
      const member = memberOf(request);
      const { message } = await visible(request, id, deps);
      const report = await reportByCode(deps.db, code);
      if (!report || !mayRead(member, report)) throw reportNotFound();
      const choice = { report, deed, by: member.id, now: deps.now() };
      await deps.db.transaction((tx) => tieByHand(tx, message, choice));
      return reply.code(202).send(shown(await visible(request, id, deps)));
    },
  );

  staff.post(
    '/api/staff/console/messages/:id/set-aside',
    {
      schema: {
        ...about,
        summary: 'Tin không cần làm gì thêm',
        params: IdParam,
        response: { 200: Message, ...refused, 409: Problem },
      },
    },
    async (request) => {
      const { id } = request.params as Static<typeof IdParam>;
      await visible(request, id, deps);
      await deps.db.transaction((tx) => setAside(tx, id, { by: memberOf(request).id, now: deps.now() }));
      return shown(await visible(request, id, deps));
    },
  );
}

function readerOf(request: FastifyRequest): ConsoleReader {
  const member = memberOf(request);
  return {
    id: member.id,
    scope: scopeOfMember(member),
    seesAll: member.roles.some((role) => SORTERS.includes(role)),
  };
}

/** @throws AppError 404 `console_message_not_found`, also for one the member may not see */
async function visible(request: FastifyRequest, id: number, { db }: ConsoleApiDeps): Promise<ListedMessage> {
  const { items } = await listConsoleMessages(db, readerOf(request), { id, limit: 1 });
  const [found] = items;
  if (!found)
    throw new AppError({ code: 'console_message_not_found', status: 404, detail: 'Không tìm thấy tin nhắn này.' });
  return found;
}

function shown({ message, reportCode, author, files }: ListedMessage): Static<typeof Message> {
  const { id, state, sentAt, text, deed, finding } = message;
  return {
    ...{ id, state, text, deed, author },
    sentAt: sentAt.toISOString(),
    report: reportCode,
    files: files.map(({ kind, name, state: kept, refusal }) => ({ kind, name, state: kept, refusal })),
    finding: finding && {
      code: String(finding.code),
      detail: typeof finding.detail === 'string' ? finding.detail : null,
      missing: Array.isArray(finding.missing) ? finding.missing : [],
      candidates: Array.isArray(finding.candidates) ? finding.candidates : [],
    },
  };
}
