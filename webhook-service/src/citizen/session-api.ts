import { desc, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { citizens } from '../../../db/schema/index.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { AppError } from '../errors.ts';
import { Problem } from '../problem.ts';
import type { GraphClient } from '../zalo/graph-client.ts';
import { Moment } from './schemas.ts';
import { beginSession, endSession } from './sessions.ts';
import { bearerOf } from './signed-in.ts';

export interface SessionApiDeps {
  db: Db;
  now: () => Date;
  graph: GraphClient;
}

const Body = Type.Object({
  accessToken: Type.String({ minLength: 1, maxLength: 2_000, description: 'từ getAccessToken() của Mini App' }),
});
const Session = Type.Object({
  token: Type.String({ description: 'gửi lại trong tiêu đề Authorization: Bearer …' }),
  expiresAt: Moment,
  language: Type.Union([Type.Literal('vi'), Type.Literal('en')]),
});

/** Signing in and out: Zalo says who holds the token, and only those who have opened the chat can be answered there. */
export function registerSessionApi(app: FastifyInstance, deps: SessionApiDeps): void {
  app.post(
    '/api/citizen/session',
    {
      schema: {
        tags: ['citizen'],
        summary: 'Đăng nhập bằng tài khoản Zalo của Mini App',
        body: Body,
        response: { 201: Session, 400: Problem, 401: Problem, 409: Problem, 429: Problem, 503: Problem },
      },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { accessToken } = request.body as Static<typeof Body>;
      const citizen = await citizenOfToken(accessToken, deps);
      const now = deps.now();
      const { token, expiresAt } = await beginSession(deps.db, citizen.id, now);
      // Zalo takes notifications only for those who have opened the Mini App within seven days (§7.4).
      await deps.db.update(citizens).set({ miniappOpenedAt: now }).where(eq(citizens.id, citizen.id));
      reply.header('cache-control', 'no-store');
      return reply.code(201).send({ token, expiresAt: expiresAt.toISOString(), language: citizen.language });
    },
  );

  app.delete(
    '/api/citizen/session',
    {
      schema: {
        tags: ['citizen'],
        summary: 'Đăng xuất',
        security: [{ citizen: [] }],
        response: { 204: Type.Null(), 429: Problem },
      },
    },
    async (request, reply) => {
      const token = bearerOf(request);
      if (token) await endSession(deps.db, token);
      return reply.code(204).send(null);
    },
  );
}

/** @throws AppError 401 `zalo_token_invalid`, 409 `open_chat_first`, 503 `zalo_unreachable` */
async function citizenOfToken(accessToken: string, { db, graph }: SessionApiDeps): Promise<Citizen> {
  const answer = await graph.whoIs(accessToken);
  if (answer.outcome === 'refused')
    throw new AppError({
      code: 'zalo_token_invalid',
      status: 401,
      detail: 'Zalo không xác nhận được phiên này. Xin đóng Mini App rồi mở lại.',
    });
  if (answer.outcome !== 'ok')
    throw new AppError({
      code: 'zalo_unreachable',
      status: 503,
      detail: 'Chưa kết nối được với Zalo. Xin thử lại sau ít phút.',
    });
  // The id may be missing on a citizen (§9 rule 5), and nothing but the chat proves which one it is: without it nobody could
  // be told of an answer.
  const [citizen] = await db
    .select()
    .from(citizens)
    .where(eq(citizens.userIdByApp, answer.userIdByApp))
    .orderBy(desc(citizens.lastInteractionAt), desc(citizens.id))
    .limit(1);
  if (!citizen)
    throw new AppError({
      code: 'open_chat_first',
      status: 409,
      detail: 'Xin mở khung chat của kênh phản ánh trên Zalo và nhắn một tin trước, để nhận được kết quả qua Zalo.',
    });
  return citizen;
}
