import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { AppError } from '../errors.ts';
import { rowsIn } from '../notifications/planner/testing/rows.ts';
import { registerProblems } from '../problem.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { registerChannelCostsApi } from './channel-costs-api.ts';

let database: TestDatabase;
let clients: DatabaseClients;
let app: FastifyInstance;
let seen: string[] | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 2 });
  app = fastify();
  registerProblems(app);
  registerChannelCostsApi(app, {
    db: clients.db,
    now: () => new Date('2026-10-20T02:00:00Z'),
    requireRole: (request, roles) => {
      const role = request.headers.role as StaffRole;
      if (!roles.includes(role))
        throw new AppError({ code: 'staff_forbidden', status: 403, detail: 'Không được phép.' });
      return { id: '7', role };
    },
    scopeOf: () => ({ agencies: seen }),
  });
  const rows = rowsIn(clients.db);
  const { id } = await rows.citizen();
  const put = async (day: string, agencyCode: string | null, channel: 'cs' | 'zns', dong: number) =>
    rows.cost(await rows.message(id), { day, agencyCode, channel, dong });
  await put('2026-09-30', 'ubnd-00199', 'zns', 300);
  await put('2026-10-05', 'ubnd-00199', 'cs', 0);
  await put('2026-10-05', 'ubnd-00199', 'cs', 0);
  await put('2026-10-05', 'ubnd-00199', 'zns', 300);
  await put('2026-10-05', null, 'cs', 0);
  await put('2026-10-06', 'ca-00199', 'zns', 300);
});
beforeEach(() => {
  seen = null;
});
afterAll(async () => {
  await app?.close();
  await clients?.close();
  await database?.drop();
});

async function ask(query = '', role = 'cityOffice') {
  const answer = await app.inject({ url: `/api/staff/channel-costs${query}`, headers: { role } });
  return { status: answer.statusCode, body: answer.json() };
}
const ways = (more: object) => ({ cs: 0, cs_paid: 0, miniapp: 0, uid: 0, zns: 0, anonymous: 0, ...more });

test('messages and đồng are given by day and agency and in all, this month unless told', async () => {
  expect(await ask()).toEqual({
    status: 200,
    body: {
      ...{ from: '2026-10-01', to: '2026-10-20' },
      total: { messages: 5, dong: 600, byChannel: ways({ cs: 3, zns: 2 }) },
      items: [
        {
          ...{ day: '2026-10-05', agencyCode: 'ubnd-00199', agency: expect.stringMatching(/^UBND /) },
          ...{ messages: 3, dong: 300, byChannel: ways({ cs: 2, zns: 1 }) },
        },
        { day: '2026-10-05', agencyCode: null, agency: null, messages: 1, dong: 0, byChannel: ways({ cs: 1 }) },
        {
          ...{ day: '2026-10-06', agencyCode: 'ca-00199', agency: expect.stringMatching(/^Công an /) },
          ...{ messages: 1, dong: 300, byChannel: ways({ zns: 1 }) },
        },
      ],
    },
  });
  expect((await ask('?from=2026-09-01&to=2026-09-30')).body.total).toMatchObject({ messages: 1, dong: 300 });
  expect((await ask('?from=2026-10-07')).body).toMatchObject({ total: { messages: 0, dong: 0 }, items: [] });
});

test('a leader sees their own agency only, also by asking for another', async () => {
  seen = ['ca-00199'];
  expect((await ask('', 'leader')).body.items).toMatchObject([{ agencyCode: 'ca-00199' }]);
  expect((await ask('?agency=ubnd-00199', 'leader')).body.items).toEqual([]);
  expect((await ask('?agency=ca-00199', 'leader')).body.total.dong).toBe(300);
});

test('one agency of all may be asked for', async () => {
  expect((await ask('?agency=ubnd-00199', 'operations')).body.total).toMatchObject({ messages: 3, dong: 300 });
});

test('it is not for those who handle reports, and no period is endless', async () => {
  expect((await ask('', 'handler')).status).toBe(403);
  expect(await ask('?from=2025-01-01&to=2026-10-01')).toMatchObject({ status: 422, body: { code: 'period_invalid' } });
});
