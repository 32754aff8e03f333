import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { AppError } from '../errors.ts';
import { Problem } from '../problem.ts';
import type { Authenticator } from './authenticate.ts';
import { memberOf, requireRole } from './guard.ts';
import { addMember, deactivateMember, listMembers, type MemberRow, renewToken } from './people.ts';
import { about, IdParam, Moment, nullable, Role, refused } from './schemas.ts';

export interface PeopleApiDeps {
  db: Db;
  now: () => Date;
  authenticator: Authenticator;
}

const PAGE = 100;
const Codes = Type.Array(Type.String({ maxLength: 40 }), { maxItems: 200 });

const Person = Type.Object({
  id: Type.String(),
  name: Type.String(),
  roles: Type.Array(Role),
  agencyCodes: nullable(Type.Array(Type.String())),
  categoryCodes: nullable(Type.Array(Type.String())),
  active: Type.Boolean(),
  createdAt: Moment,
  createdBy: Type.String(),
});
const WithToken = Type.Object({
  person: Person,
  token: Type.String({ description: 'chỉ hiện một lần, không lưu lại ở đâu' }),
});
const Me = Type.Omit(Person, ['active', 'createdAt', 'createdBy']);

const NewPerson = Type.Object({
  name: Type.String({ maxLength: 200 }),
  roles: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }),
  // Null first: the validator would take it for a list with one empty string.
  agencyCodes: Type.Optional(Type.Union([Type.Null(), Codes])),
  categoryCodes: Type.Optional(Type.Union([Type.Null(), Codes])),
});

/** People and their tokens: for operations. A token is shown once, so these routes take no `Idempotency-Key` that would keep it. */
export function registerPeopleApi(staff: FastifyInstance, deps: PeopleApiDeps): void {
  staff.get(
    '/api/staff/me',
    {
      schema: {
        ...about,
        summary: 'Tài khoản đang dùng: vai trò, đơn vị, lĩnh vực',
        response: { 200: Me, ...refused },
      },
    },
    async (request) => memberOf(request),
  );

  staff.get(
    '/api/staff/people',
    {
      schema: {
        ...about,
        summary: 'Các tài khoản cán bộ, theo thứ tự được thêm',
        querystring: Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0 })) }),
        response: { 200: Type.Object({ items: Type.Array(Person), next: nullable(Type.Integer()) }), ...refused },
      },
    },
    async (request) => {
      requireRole(request, ['operations']);
      const { after = 0 } = request.query as { after?: number };
      const { items, next } = await listMembers(deps.db, { after, limit: PAGE });
      return { items: items.map(person), next };
    },
  );

  staff.post(
    '/api/staff/people',
    {
      schema: {
        ...about,
        summary: 'Thêm một cán bộ; mã truy cập chỉ hiện trong câu trả lời này',
        body: NewPerson,
        response: { 201: WithToken, ...refused },
      },
    },
    async (request, reply) => {
      const { id: by } = requireRole(request, ['operations']);
      const body = request.body as Static<typeof NewPerson>;
      const options = { by, now: deps.now(), randomBytes };
      const { member, token } = await deps.db.transaction((tx) => addMember(tx, body, options));
      request.log.info({ by, member: member.id }, 'staff member added');
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ person: person(member), token });
    },
  );

  staff.post(
    '/api/staff/people/:id/deactivate',
    {
      schema: {
        ...about,
        summary: 'Ngừng một tài khoản; mã truy cập hết hiệu lực trong vòng 30 giây',
        params: IdParam,
        response: { 200: Person, ...refused, 409: Problem },
      },
    },
    async (request) => {
      const { id: by } = requireRole(request, ['operations']);
      const { id } = request.params as Static<typeof IdParam>;
      // Whoever is left could not let anybody in again.
      if (String(id) === by)
        throw new AppError({ code: 'own_account', status: 409, detail: 'Không thể tự ngừng tài khoản của mình.' });
      const member = await deactivateMember(deps.db, id);
      deps.authenticator.forget(String(id));
      request.log.info({ by, member: id }, 'staff member deactivated');
      return person(member);
    },
  );

  staff.post(
    '/api/staff/people/:id/token',
    {
      schema: {
        ...about,
        summary: 'Cấp mã truy cập mới; mã cũ hết hiệu lực trong vòng 30 giây',
        params: IdParam,
        response: { 200: WithToken, ...refused, 409: Problem },
      },
    },
    async (request, reply) => {
      const { id: by } = requireRole(request, ['operations']);
      const { id } = request.params as Static<typeof IdParam>;
      const { member, token } = await renewToken(deps.db, id, randomBytes);
      deps.authenticator.forget(String(id));
      request.log.info({ by, member: id }, 'staff token renewed');
      return reply.header('cache-control', 'no-store').send({ person: person(member), token });
    },
  );
}

function person({ id, createdAt, tokenHash: _, ...row }: MemberRow): Static<typeof Person> {
  return { ...row, id: String(id), createdAt: createdAt.toISOString() };
}
