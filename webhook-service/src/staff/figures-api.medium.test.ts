import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { AppError } from '../errors.ts';
import { raiseIncident } from '../incidents/incidents.ts';
import { registerProblems } from '../problem.ts';
import { registerHistoryDigestsApi } from '../public/history-digests-api.ts';
import { makeDigests } from '../reports/history/digests.ts';
import { logMove, logReport } from '../reports/history/testing/log-reports.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { registerFiguresApi } from './figures-api.ts';

const now = new Date('2026-10-20T02:00:00Z');
let database: TestDatabase;
let clients: DatabaseClients;
let app: FastifyInstance;
let seen: string[] | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 2 });
  app = fastify();
  registerProblems(app);
  registerHistoryDigestsApi(app, { db: clients.db, now: () => now });
  registerFiguresApi(app, {
    ...clients,
    now: () => now,
    requireRole: (request, roles) => {
      const role = request.headers.role as StaffRole;
      if (!roles.includes(role))
        throw new AppError({ code: 'staff_forbidden', status: 403, detail: 'Không được phép.' });
      return { id: '7', role };
    },
    scopeOf: () => ({ agencies: seen }),
  });
  const report = await logReport(clients.db, new Date('2026-10-01T02:00:00Z'));
  const agencyCode = 'ubnd-00199';
  const at = new Date('2026-10-02T02:00:00Z');
  const answered = await logMove(clients.db, report, {
    event: 'answered',
    to: 'answered',
    at,
    agencyCode,
    data: { onTime: true },
  });
  await logMove(clients.db, answered, { event: 'confirmed', to: 'closed_confirmed', at, agencyCode });
});
beforeEach(() => {
  seen = null;
});
afterAll(async () => {
  await app?.close();
  await clients?.close();
  await database?.drop();
});

async function ask(url: string, { role = 'cityOffice', method = 'GET' as 'GET' | 'POST' } = {}) {
  const answer = await app.inject({ method, url, headers: { role } });
  return { status: answer.statusCode, body: answer.json() };
}

describe('the balance', () => {
  test('is given by day and in all, for this month unless told', async () => {
    const counts = { received: 1, open: 0, answered: 1, refused: 0, merged: 0, withdrawn: 0, holds: true };
    expect(await ask('/api/staff/balance')).toEqual({
      status: 200,
      body: { from: '2026-10-01', to: '2026-10-20', total: counts, days: [{ day: '2026-10-01', ...counts }] },
    });
    expect((await ask('/api/staff/balance?from=2026-10-02&to=2026-10-03')).body.days).toEqual([]);
  });

  test('refuses a period that cannot be', async () => {
    expect(await ask('/api/staff/balance?from=2026-10-02&to=2026-10-01')).toMatchObject({
      status: 422,
      body: { code: 'period_invalid' },
    });
    expect((await ask('/api/staff/balance?from=2025-10-20&to=2026-10-20')).status).toBe(200);
    expect((await ask('/api/staff/balance?from=2025-10-19&to=2026-10-20')).status).toBe(422);
  });
});

describe('the ranking', () => {
  test('names the agency and gives every share with numerator and denominator', async () => {
    const { body } = await ask('/api/staff/ranking?minimum=1');
    const one = { numerator: 1, denominator: 1 };
    const nothing = { numerator: 0, denominator: 0 };
    expect(body).toEqual({
      from: '2026-10-01',
      to: '2026-10-20',
      minimum: 1,
      ranked: { progress: 1, quality: 1 },
      units: [
        {
          agencyCode: 'ubnd-00199',
          agency: 'UBND phường Láng',
          progress: { rank: 1, note: null, share: one },
          quality: { rank: 1, note: null, share: one },
          answered: 1,
          late: 0,
          overdue: 0,
          extended: 0,
          handedOver: 0,
          satisfied: nothing,
          satisfiedOrAccepted: nothing,
          rated: { numerator: 0, denominator: 1 },
          reopened: { numerator: 0, denominator: 1 },
          confirmed: one,
          unconfirmed: 0,
          gateRefused: { numerator: 0, denominator: 1 },
        },
      ],
    });
  });

  test('says "chưa đủ số liệu" below ten cases', async () => {
    const { body } = await ask('/api/staff/ranking');
    expect(body).toMatchObject({ minimum: 10, ranked: { progress: 0, quality: 0 } });
    expect(body.units[0]).toMatchObject({
      progress: { rank: null, note: 'chưa đủ số liệu' },
      quality: { rank: null, note: 'chưa đủ số liệu' },
    });
  });

  test('shows only agencies one may see, ranked among all', async () => {
    seen = ['so-xay-dung'];
    expect((await ask('/api/staff/ranking?minimum=1')).body).toMatchObject({ ranked: { progress: 1 }, units: [] });
    seen = ['ubnd-00199'];
    expect((await ask('/api/staff/ranking?minimum=1')).body.units).toHaveLength(1);
  });

  test('refuses a minimum of nothing', async () => {
    expect((await ask('/api/staff/ranking?minimum=0')).status).toBe(400);
  });
});

describe('incidents', () => {
  test('are listed while they are open, and resolved by the one who says so', async () => {
    const { id } = await raiseIncident(clients.db, { kind: 'balance', key: '2026-10-01', data: { received: 1 }, now });
    const incident = {
      id,
      kind: 'balance',
      label: 'Số liệu tiếp nhận trong ngày không khớp',
      key: '2026-10-01',
      data: { received: 1 },
      times: 1,
      firstAt: now.toISOString(),
      lastAt: now.toISOString(),
      resolvedAt: null,
      resolvedBy: null,
    };
    expect((await ask('/api/staff/incidents')).body).toEqual({ items: [incident], total: 1 });
    const resolved = { status: 200, body: { ...incident, resolvedAt: now.toISOString(), resolvedBy: '7' } };
    expect(await ask(`/api/staff/incidents/${id}/resolve`, { method: 'POST' })).toEqual(resolved);
    expect(await ask(`/api/staff/incidents/${id}/resolve`, { method: 'POST' })).toEqual(resolved);
    expect((await ask('/api/staff/incidents')).body).toEqual({ items: [], total: 0 });
  });

  test('that do not exist are not found', async () => {
    expect(await ask('/api/staff/incidents/404/resolve', { method: 'POST' })).toMatchObject({
      status: 404,
      body: { code: 'incident_not_found' },
    });
  });
});

test.each([
  ['GET', '/api/staff/balance'],
  ['GET', '/api/staff/ranking'],
  ['GET', '/api/staff/incidents'],
  ['POST', '/api/staff/incidents/1/resolve'],
] as const)('%s %s is for the city office, leaders and operations', async (method, url) => {
  for (const role of ['intakeOfficer', 'dispatcher', 'handler', 'reporter']) {
    expect((await ask(url, { role, method })).status).toBe(403);
  }
  for (const role of ['leader', 'operations', 'cityOffice'])
    expect((await ask(url, { role, method })).status).not.toBe(403);
});

test('the daily digests are public, chained and tell nothing of a report', async () => {
  await makeDigests(clients.db, { now: new Date('2026-10-03T02:00:00Z') });
  const { status, body } = await ask('/api/public/history-digests?from=2026-10-01&to=2026-10-31');
  expect(status).toBe(200);
  expect(body).toEqual({
    from: '2026-10-01',
    to: '2026-10-31',
    items: [
      {
        day: '2026-10-01',
        rows: 1,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        previousDigest: '0'.repeat(64),
        madeAt: '2026-10-03T02:00:00.000Z',
      },
      expect.objectContaining({ day: '2026-10-02', rows: 2, previousDigest: body.items[0].digest }),
    ],
  });
  expect((await ask('/api/public/history-digests?from=2026-10-02&to=2026-10-02')).body.items).toHaveLength(1);
  expect((await ask('/api/public/history-digests?from=x')).status).toBe(422);
});
