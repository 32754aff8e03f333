import { eq } from 'drizzle-orm';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { citizens, reports } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { AppError } from '../errors.ts';
import { registerProblems } from '../problem.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import {
  DONG_DA,
  HOAN_KIEM,
  reorganisation,
  reorganisationOutlines,
  squareWards,
} from '../routing/boundaries/testing/square-wards.ts';
import { createWardMaps } from '../routing/boundaries/ward-maps.ts';
import { registerBoundariesApi } from './boundaries-api.ts';

let database: TestDatabase;
let clients: DatabaseClients;
let app: FastifyInstance;
const clock = { at: new Date('2026-10-05T02:00:00Z') };
const appliedBy: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 4 });
  app = fastify();
  registerProblems(app);
  const now = () => clock.at;
  registerBoundariesApi(app, {
    db: clients.db,
    now,
    wardMaps: createWardMaps({ base: squareWards(), now }),
    requireRole: (request, roles) => {
      const role = request.headers['x-role'] as StaffRole | undefined;
      if (!role || !roles.includes(role))
        throw new AppError({ code: 'role_missing', status: 403, detail: 'Không đủ quyền.' });
      return { id: `staff-${role}`, role };
    },
    moveReport: async (tx, reportId, move) => {
      appliedBy.push(move.by);
      await tx
        .update(reports)
        .set({ wardCode: move.wardCode, agencyCode: move.agencyCode })
        .where(eq(reports.id, reportId));
    },
  });
});
afterAll(async () => {
  await app?.close();
  await clients?.close();
  await database?.drop();
});

async function call(method: 'GET' | 'POST', url: string, body?: unknown, role: StaffRole = 'operations') {
  const answer = await app.inject({
    method,
    url,
    headers: { 'x-role': role },
    ...(body !== undefined && { payload: body as Record<string, unknown> }),
  });
  return { status: answer.statusCode, body: answer.json() };
}
const map = (change: Record<string, unknown> = {}) => ({
  validFrom: '2027-01-01',
  label: 'Nghị quyết thử',
  units: reorganisation(),
  outlines: reorganisationOutlines(),
  ...change,
});

describe('roles', () => {
  test.each<['GET' | 'POST', string, unknown, StaffRole[]]>([
    ['GET', '/api/staff/ward-maps', undefined, ['dispatcher', 'leader', 'handler', 'intakeOfficer']],
    ['POST', '/api/staff/ward-maps', map(), ['cityOffice', 'dispatcher', 'leader']],
    ['POST', '/api/staff/ward-maps/1/rehoming', { reason: 'x' }, ['cityOffice', 'dispatcher', 'leader']],
    ['GET', '/api/staff/rehoming/1', undefined, ['dispatcher', 'leader']],
    ['POST', '/api/staff/rehoming/1/apply', undefined, ['cityOffice', 'dispatcher', 'leader']],
  ])('%s %s is for operations, looking also for the city office', async (method, url, body, refused) => {
    for (const role of refused) expect((await call(method, url, body, role)).status, role).toBe(403);
    if (method === 'GET') expect((await call(method, url, body, 'cityOffice')).status).not.toBe(403);
  });
});

test('before anything is loaded the map is the one of NQ 1656', async () => {
  expect(await call('GET', '/api/staff/ward-maps')).toEqual({
    status: 200,
    body: {
      items: [
        {
          id: null,
          validFrom: '2025-07-01',
          label: 'Nghị quyết 1656/NQ-UBTVQH15',
          wards: 126,
          changes: 126,
          outlines: true,
          inForce: true,
          usedFrom: null,
          loadedBy: null,
          loadedAt: null,
        },
      ],
    },
  });
});

describe('loading', () => {
  test.each<[string, Record<string, unknown>]>([
    ['no wards', { units: [] }],
    ['a code of four digits', { units: [{ ...reorganisation()[0], code: '9901' }] }],
    ['a third kind', { units: [{ ...reorganisation()[0], kind: 'thi_tran' }] }],
    ['a centre of three numbers', { units: [{ ...reorganisation()[0], centre: [1, 2, 3] }] }],
    ['no label', { label: undefined }],
  ])('with %s is refused', async (_, change) => {
    expect(await call('POST', '/api/staff/ward-maps', map(change))).toMatchObject({
      status: 400,
      body: { code: 'request_invalid' },
    });
  });

  test('with a fault names it in Vietnamese', async () => {
    expect(await call('POST', '/api/staff/ward-maps', map({ validFrom: '2025-07-01' }))).toMatchObject({
      status: 422,
      body: {
        code: 'ward_map_invalid',
        detail:
          'Bản đồ phường, xã có 1 lỗi. Ngày hiệu lực 2025-07-01 phải sau ngày 2025-07-01 của bản đồ mới nhất đang có.',
      },
    });
  });
});

test('a reorganisation from loading to the last report', async () => {
  const [citizen] = await clients.db.insert(citizens).values({ oaUserId: 'invented-1' }).returning({ id: citizens.id });
  const row = (index: number, wardCode: string): typeof reports.$inferInsert => ({
    code: `HN-TEST${String(index).padStart(4, '0')}`,
    state: 'dispatched',
    channel: 'chat',
    citizenId: citizen?.id ?? 0,
    text: 'Nắp cống vỡ',
    priorityClass: 'normal',
    receivedAt: clock.at,
    acceptDueAt: clock.at,
    policyVersion: 'test',
    wardCode,
    agencyCode: `ubnd-${wardCode}`,
  });
  await clients.db
    .insert(reports)
    .values(Array.from({ length: 203 }, (_, index) => row(index, index === 0 ? DONG_DA : HOAN_KIEM)));

  const loaded = await call('POST', '/api/staff/ward-maps', map());
  expect(loaded).toEqual({ status: 201, body: { id: expect.any(Number), created: true } });
  const { id } = loaded.body;
  expect(await call('POST', '/api/staff/ward-maps', map())).toEqual({ status: 200, body: { id, created: false } });
  expect((await call('GET', '/api/staff/ward-maps')).body.items[1]).toEqual({
    id,
    validFrom: '2027-01-01',
    label: 'Nghị quyết thử',
    wards: 127,
    changes: 6,
    outlines: true,
    inForce: false,
    usedFrom: '2026-12-31T17:00:00.000Z',
    loadedBy: 'staff-operations',
    loadedAt: '2026-10-05T02:00:00.000Z',
  });

  const preview = await call('POST', `/api/staff/ward-maps/${id}/rehoming`, { reason: 'Sắp xếp lại phường, xã' });
  expect(preview).toMatchObject({
    status: 201,
    body: {
      versionId: id,
      status: 'previewed',
      reason: 'Sắp xếp lại phường, xã',
      createdBy: 'staff-operations',
      appliedBy: null,
      counts: { pin: 0, onlySuccessor: 202, needsPerson: 1 },
      next: 200,
    },
  });
  expect(preview.body.items).toHaveLength(200);
  expect(preview.body.items[0]).toEqual({
    code: 'HN-TEST0000',
    fromWard: DONG_DA,
    toWard: null,
    fromAgency: 'ubnd-00235',
    toAgency: null,
    how: 'needs_person',
  });
  const batch = preview.body.id;
  expect((await call('GET', `/api/staff/rehoming/${batch}?after=200`)).body).toMatchObject({
    items: [{ code: 'HN-TEST0200' }, { code: 'HN-TEST0201' }, { code: 'HN-TEST0202' }],
    next: null,
  });

  expect((await call('POST', `/api/staff/rehoming/${batch}/apply`)).body.code).toBe('ward_map_not_in_force');
  clock.at = new Date('2027-01-01T03:00:00Z');
  expect(await call('POST', `/api/staff/rehoming/${batch}/apply`)).toEqual({
    status: 200,
    body: { moved: 202, alreadyMoved: 0, changedMeanwhile: [], needsPerson: ['HN-TEST0000'] },
  });
  expect(new Set(appliedBy)).toEqual(new Set(['staff-operations']));
  expect((await call('GET', `/api/staff/rehoming/${batch}`)).body).toMatchObject({
    status: 'applied',
    appliedBy: 'staff-operations',
    appliedAt: '2027-01-01T03:00:00.000Z',
  });
  const { items } = (await call('GET', '/api/staff/ward-maps')).body;
  expect(items.map(({ inForce }: { inForce: boolean }) => inForce)).toEqual([false, true]);
});

test.each([
  ['GET', '/api/staff/rehoming/999999', 'rehoming_not_found'],
  ['POST', '/api/staff/rehoming/999999/apply', 'rehoming_not_found'],
  ['POST', '/api/staff/ward-maps/999999/rehoming', 'ward_map_not_found'],
] as const)('%s %s: there is none', async (method, url, code) => {
  const body = url.endsWith('rehoming') ? { reason: 'x' } : undefined;
  expect(await call(method, url, body)).toMatchObject({ status: 404, body: { code } });
});
