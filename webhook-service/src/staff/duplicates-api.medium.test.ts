import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { AppError } from '../errors.ts';
import { registerProblems } from '../problem.ts';
import { suggestDuplicates } from '../reports/duplicates/suggest-duplicates.ts';
import { metresNorth, storeReport } from '../reports/duplicates/testing/store-report.ts';
import type { Report } from '../reports/report.ts';
import { registerDuplicatesApi } from './duplicates-api.ts';

let own: TestDatabase;
let database: DatabaseClients;
let app: FastifyInstance;
let main: Report;
let report: Report;
const NOW = new Date('2026-10-06T06:00:00Z');

beforeAll(async () => {
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 4 });
  app = fastify();
  registerProblems(app);
  registerDuplicatesApi(app, {
    db: database.db,
    now: () => NOW,
    requireRole: (request, roles) => {
      const role = roles.find((one) => one === request.headers.role);
      if (!role) throw new AppError({ code: 'not_for_this_role', status: 403, detail: 'Không được phép.' });
      return { id: `${role}-1`, role };
    },
    requireVisible: ({ headers }, found) => {
      if (found && (!headers.agency || found.agencyCode === headers.agency)) return found;
      throw new AppError({ code: 'report_not_found', status: 404, detail: 'Không tìm thấy.' });
    },
  });
  main = await storeReport(database.db, { agencyCode: 'ubnd-00004', state: 'in_progress', dueAt: NOW });
  report = await storeReport(database.db, { latitude: metresNorth(35), agencyCode: 'ubnd-00199' });
  await storeReport(database.db, { latitude: metresNorth(5), state: 'merged', mergedIntoId: main.id });
  await suggestDuplicates(report.id, { db: database.db, now: () => NOW });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await own?.drop();
});

async function call(method: 'GET' | 'POST', path: string, headers: Record<string, string> = { role: 'dispatcher' }) {
  const answer = await app.inject({ method, url: `/api/staff/reports/${path}`, headers });
  return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : null };
}

describe('the duplicates of a report', () => {
  test('are shown with their reasons and which of the two should be the main one', async () => {
    const { status, body } = await call('GET', `${report.code}/duplicates`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      suggestions: [
        {
          other: { code: main.code, text: main.text, stateLabel: 'Đang xử lý', dueAt: NOW.toISOString() },
          because: expect.arrayContaining(['cách nhau 35 m']),
          main: 'other',
          followers: 1,
        },
      ],
      mergedInto: null,
      followers: [],
      followerCount: 0,
    });
    expect(Object.keys(body.suggestions[0].other)).not.toContain('citizenId');
  });

  test('of another unit are left out for those who may not see them', async () => {
    const headers = { role: 'handler', agency: 'ubnd-00199' };
    expect((await call('GET', `${report.code}/duplicates`, headers)).body.suggestions).toEqual([]);
    expect((await call('GET', `${main.code}/duplicates`, headers)).status).toBe(404);
  });

  test('that were merged are listed at their main report', async () => {
    const { body } = await call('GET', `${main.code}/duplicates`);
    expect([body.followerCount, body.followers.length]).toEqual([1, 1]);
    const follower = (await call('GET', `${body.followers[0].code}/duplicates`)).body;
    expect(follower.mergedInto.code).toBe(main.code);
  });

  test('are not found by a wrong code', async () => {
    for (const code of ['HN-0000000', 'x']) expect((await call('GET', `${code}/duplicates`)).status).toBe(404);
  });
});

describe('rejecting', () => {
  test('is for those who merge', async () => {
    const path = `${report.code}/duplicates/${main.code}/reject`;
    for (const role of ['handler', 'leader', 'operations'])
      expect((await call('POST', path, { role })).status).toBe(403);
    const headers = { role: 'dispatcher', agency: 'ubnd-00199' };
    expect((await call('POST', path, headers)).status).toBe(404);
  });

  test('takes the pair out of the list, from either side, and may be said twice', async () => {
    for (const path of [`${main.code}/duplicates/${report.code}`, `${report.code}/duplicates/${main.code}`]) {
      expect((await call('POST', `${path}/reject`)).status).toBe(204);
    }
    expect((await call('GET', `${report.code}/duplicates`)).body.suggestions).toEqual([]);
    const itself = await call('POST', `${main.code}/duplicates/${main.code}/reject`);
    expect([itself.status, itself.body.code]).toEqual([422, 'duplicate_of_itself']);
  });
});
