import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Db } from '../../../db/client.ts';
import { makeLinkCode } from '../conversation/console/link-codes.ts';
import { linksOf, unlinkAll } from '../conversation/console/links.ts';
import { AppError } from '../errors.ts';
import { Problem } from '../problem.ts';
import { memberOf } from './guard.ts';
import { about, Moment, NullableMoment, nullable, refused } from './schemas.ts';

export interface LinkApiDeps {
  db: Db;
  now: () => Date;
}

const LinkCode = Type.Object({
  code: Type.String({ description: 'sáu số, chỉ hiện một lần; gõ: Liên kết 482913' }),
  expiresAt: Moment,
});
const Links = Type.Object({
  accounts: Type.Array(
    Type.Object({
      ending: Type.String({ description: 'bốn số cuối của tài khoản console' }),
      linkedAt: NullableMoment,
      lastSeenAt: Moment,
    }),
  ),
  chat: nullable(Type.Object({ linkedAt: Moment })),
});

/** An official's own console account and own Zalo chat: linked by a code shown once, so no `Idempotency-Key` keeps it. */
export function registerLinkApi(staff: FastifyInstance, deps: LinkApiDeps): void {
  staff.post(
    '/api/staff/me/link-code',
    {
      schema: {
        ...about,
        summary: 'Lấy mã liên kết tài khoản console và cuộc trò chuyện Zalo của mình, hiệu lực 15 phút',
        response: { 201: LinkCode, ...refused, 409: Problem },
      },
    },
    async (request, reply) => {
      const staffId = ownIdOf(request);
      const { code, expiresAt } = await makeLinkCode(deps.db, { staffId, now: deps.now(), randomBytes });
      request.log.info({ by: staffId }, 'link code made');
      return reply.code(201).header('cache-control', 'no-store').send({ code, expiresAt: expiresAt.toISOString() });
    },
  );

  staff.get(
    '/api/staff/me/links',
    {
      schema: {
        ...about,
        summary: 'Tài khoản console và cuộc trò chuyện đã liên kết',
        response: { 200: Links, ...refused, 409: Problem },
      },
    },
    async (request) => {
      const { accounts, chat } = await linksOf(deps.db, ownIdOf(request));
      return {
        accounts: accounts.map(({ adminId, linkedAt, lastSeenAt }) => ({
          ending: adminId.slice(-4),
          linkedAt: linkedAt?.toISOString() ?? null,
          lastSeenAt: lastSeenAt.toISOString(),
        })),
        chat: chat && { linkedAt: chat.linkedAt.toISOString() },
      };
    },
  );

  staff.delete(
    '/api/staff/me/links',
    {
      schema: {
        ...about,
        summary: 'Bỏ mọi liên kết của mình',
        response: { 204: Type.Null(), ...refused, 409: Problem },
      },
    },
    async (request, reply) => {
      const staffId = ownIdOf(request);
      await unlinkAll(deps.db, staffId);
      request.log.info({ by: staffId }, 'links removed');
      return reply.code(204).send(null);
    },
  );
}

/** The token of the environment is nobody's own. @throws AppError 409 `no_own_account` */
function ownIdOf(request: FastifyRequest): number {
  const { id } = memberOf(request);
  if (!/^\d{1,15}$/.test(id))
    throw new AppError({ code: 'no_own_account', status: 409, detail: 'Cần đăng nhập bằng tài khoản của riêng mình.' });
  return Number(id);
}
