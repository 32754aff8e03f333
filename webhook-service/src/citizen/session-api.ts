import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Db } from '../../../db/client.ts';
import { citizens } from '../../../db/schema/index.ts';
import { meetInApp } from '../conversation/mini-app/meet-in-app.ts';
import { hasChat } from '../people/oa-user-id.ts';
import { Problem } from '../problem.ts';
import type { GraphClient } from '../zalo/graph-client.ts';
import { about, Language, Moment, refused } from './schemas.ts';
import { beginSession, endSession, endSessionsOf } from './sessions.ts';
import { bearerOf, citizenOf } from './signed-in.ts';
import { whoHolds } from './who-holds.ts';

export interface SessionApiDeps {
  db: Db;
  now: () => Date;
  graph: GraphClient;
  dataKey: Buffer;
}

const Body = Type.Object({
  accessToken: Type.String({ minLength: 1, maxLength: 2_000, description: 'từ getAccessToken() của Mini App' }),
});
const Session = Type.Object({
  token: Type.String({ description: 'gửi lại trong tiêu đề Authorization: Bearer …' }),
  expiresAt: Moment,
  language: Language,
  chatLinked: Type.Boolean({
    description: 'đã biết khung chat của người này với OA; nếu chưa, kết quả chỉ xem được ở đây',
  }),
  person: Type.String({
    description: 'cùng một người thì cùng một chuỗi, không cho biết là ai: máy biết khi người khác đăng nhập',
  }),
  isSensitive: Type.Boolean({ description: 'Zalo đánh dấu tài khoản cần được bảo vệ riêng, như của trẻ em' }),
});

/** Signing in and out: Zalo says who holds the token. Whoever has never opened the chat is somebody we meet here. */
export function registerSessionApi(app: FastifyInstance, deps: SessionApiDeps): void {
  app.post(
    '/api/citizen/session',
    {
      schema: {
        tags: ['citizen'],
        summary: 'Đăng nhập bằng tài khoản Zalo của Mini App, hoặc làm mới phiên',
        description: 'Gửi kèm phiên cũ trong Authorization thì phiên ấy kết thúc khi có phiên mới.',
        body: Body,
        response: { 201: Session, 400: Problem, 401: Problem, 429: Problem, 503: Problem },
      },
      // By address, and mobile carriers put thousands behind one; what it may cost is one question to Zalo each.
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { accessToken } = request.body as Static<typeof Body>;
      const session = await signIn(accessToken, bearerOf(request), deps);
      return reply.header('cache-control', 'no-store').code(201).send(session);
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

/** Behind the sign-in: out on every device, as after a phone was lost. */
export function registerSignOutEverywhere(app: FastifyInstance, { db }: Pick<SessionApiDeps, 'db'>): void {
  app.delete(
    '/api/citizen/sessions',
    { schema: { ...about, summary: 'Đăng xuất khỏi mọi thiết bị', response: { 204: Type.Null(), ...refused } } },
    async (request, reply) => {
      await endSessionsOf(db, citizenOf(request).id);
      return reply.code(204).send(null);
    },
  );
}

/** @throws AppError 401 `zalo_token_invalid`, 503 `zalo_unreachable` */
async function signIn(
  accessToken: string,
  former: string | null,
  { db, now: clock, graph, dataKey }: SessionApiDeps,
): Promise<Static<typeof Session>> {
  const { userIdByApp, isSensitive } = await whoHolds(accessToken, graph);
  const now = clock();
  return db.transaction(async (tx) => {
    const { id } = await meetInApp(tx, userIdByApp);
    const [citizen] = await tx
      .update(citizens)
      // Zalo takes notifications only for those who have opened the Mini App within seven days (§7.4).
      .set({ miniappOpenedAt: now, ...(isSensitive !== null && { isSensitive }) })
      .where(eq(citizens.id, id))
      .returning();
    if (!citizen) throw new Error('a citizen whose row is locked is there');
    if (former) await endSession(tx, former);
    const { token, expiresAt } = await beginSession(tx, id, now);
    return {
      ...{ token, expiresAt: expiresAt.toISOString(), language: citizen.language },
      ...{ chatLinked: hasChat(citizen), isSensitive: citizen.isSensitive },
      person: createHmac('sha256', dataKey).update(`person:${userIdByApp}`).digest('base64url').slice(0, 22),
    };
  });
}
