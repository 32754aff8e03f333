import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { escalations, obstacles, reportHistory } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { AppError } from '../errors.ts';
import { registerProblems } from '../problem.ts';
import { storeReport } from '../reports/duplicates/testing/store-report.ts';
import { EXPORT_LIMIT, readForExport } from '../reports/obstacles/export.ts';
import { countObstacles } from '../reports/obstacles/obstacle-list.ts';
import { inScope } from '../reports/obstacles/scope.ts';
import type { Report } from '../reports/report.ts';
import { registerEscalationsApi } from './escalations-api.ts';
import { registerObstaclesApi } from './obstacles-api.ts';

let own: TestDatabase;
let database: DatabaseClients;
let app: FastifyInstance;
const [LANG, TU_LIEM] = ['ubnd-00199', 'ubnd-00004'];
/** Who asks is said in headers; signing in is tested where it lives. */
const roleOf = (request: FastifyRequest) => String(request.headers.role ?? '');
const scopeOf = (request: FastifyRequest) => ({
  agencies: request.headers.agency ? [String(request.headers.agency)] : null,
  categories: request.headers.categories ? String(request.headers.categories).split(' ') : null,
});
const NOW = new Date('2026-10-06T17:30:00Z');
const proposal = 'Đề nghị Sở Tài chính cấp bổ sung kinh phí quý IV.';
const decision = 'Giao Sở Xây dựng hỗ trợ phương tiện trước 30/10/2026.';

beforeAll(async () => {
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 4 });
  app = fastify();
  registerProblems(app);
  const deps: Parameters<typeof registerObstaclesApi>[1] = {
    db: database.db,
    now: () => NOW,
    requireRole: (request, roles) => {
      const role = roles.find((one) => one === roleOf(request));
      if (!role) throw new AppError({ code: 'not_for_this_role', status: 403, detail: 'Không được phép.' });
      return { id: `${role}-1`, role };
    },
    requireVisible: (request, report) => {
      if (report && inScope(scopeOf(request), report)) return report;
      throw new AppError({ code: 'report_not_found', status: 404, detail: 'Không tìm thấy.' });
    },
    scopeOf,
  };
  registerObstaclesApi(app, deps);
  registerEscalationsApi(app, deps);
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await own?.drop();
});

type As = Partial<Record<'role' | 'agency' | 'categories', string>>;
const handler: As = { role: 'handler', agency: LANG };
const leader: As = { role: 'leader', agency: LANG };
const cityOffice: As = { role: 'cityOffice' };

async function call(method: 'GET' | 'POST' | 'PATCH', url: string, as: As, payload?: object) {
  const answer = await app.inject({ method, url, headers: { ...as }, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : null };
}
const report = (over: Parameters<typeof storeReport>[1] = {}) =>
  storeReport(database.db, { state: 'in_progress', agencyCode: LANG, ...over });
const write = (on: Report, as: As = handler, over: object = {}) =>
  call('POST', `/api/staff/reports/${on.code}/obstacles`, as, {
    stage: 'unit',
    cause: 'no_funding',
    proposal,
    ...over,
  });
const eventsOf = async (id: number) =>
  (await database.db.select().from(reportHistory)).filter(({ reportId }) => reportId === id);

describe('recording an obstacle', () => {
  test('keeps it for the agency that holds the report, with an internal line in the history and no words in it', async () => {
    const on = await report();
    const { status, body } = await write(on, handler, { note: 'Hết kinh phí quý III' });
    expect([status, body]).toEqual([
      201,
      {
        ...{ id: body.id, reportCode: on.code, categoryCode: 'GT-01', agencyCode: LANG, stage: 'unit' },
        ...{ step: 'in_progress', cause: 'no_funding', note: 'Hết kinh phí quý III', proposal, status: 'open' },
        ...{ decision: null, recordedBy: 'handler-1', recordedAt: NOW.toISOString(), decidedBy: null, decidedAt: null },
      },
    ]);
    const [event, ...more] = await eventsOf(on.id);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      event: 'obstacle_recorded',
      ...{ actorRole: 'handler', actor: 'handler-1', isPublic: false, reason: null },
      data: { obstacleId: body.id, stage: 'unit', cause: 'no_funding', agencyCode: LANG },
    });
    const listed = await call('GET', `/api/staff/reports/${on.code}/obstacles`, { role: 'dispatcher' });
    expect(listed.body.items).toEqual([body]);
  });

  test.each<[string, object, number, string]>([
    ['a vague proposal', { proposal: 'xem xét' }, 422, 'obstacle_proposal_vague'],
    ['a cause that does not fit', { stage: 'citizen' }, 422, 'obstacle_cause_stage'],
    ['an unknown stage', { stage: 'sky' }, 400, 'request_invalid'],
    ['the character nought', { note: 'a\u0000b' }, 400, 'request_invalid'],
  ])('is refused with %s', async (_, over, status, code) => {
    const answer = await write(await report(), handler, over);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('is refused while nobody holds the report, and when it was merged', async () => {
    const everywhere = { role: 'handler' };
    expect((await write(await report({ agencyCode: null, state: 'received' }), everywhere)).body.code).toBe(
      'obstacle_agency_missing',
    );
    expect((await write(await report({ state: 'merged' }))).body.code).toBe('obstacle_not_here');
    expect((await write(await report({ agencyCode: TU_LIEM }))).status).toBe(404);
  });
});

describe('deciding', () => {
  const decide = (id: number, as: As, body: object) => call('PATCH', `/api/staff/obstacles/${id}`, as, body);

  test('goes forward to an end with words, each step in the history', async () => {
    const on = await report();
    const { id } = (await write(on)).body;
    expect((await decide(id, leader, { status: 'in_hand' })).body).toMatchObject({ status: 'in_hand', decision: null });
    expect((await decide(id, cityOffice, { status: 'settled' })).body.code).toBe('obstacle_decision_missing');
    expect((await decide(id, cityOffice, { status: 'settled', decision })).body).toMatchObject({
      ...{ status: 'settled', decision, decidedBy: 'cityOffice-1', decidedAt: NOW.toISOString() },
    });
    expect((await decide(id, cityOffice, { status: 'declined', decision })).body.code).toBe('obstacle_status_back');
    const events = await eventsOf(on.id);
    expect(events.map(({ event, data, isPublic }) => [event, data, isPublic]).slice(1)).toEqual([
      ['obstacle_decided', { obstacleId: id, from: 'open', to: 'in_hand' }, false],
      ['obstacle_decided', { obstacleId: id, from: 'in_hand', to: 'settled' }, false],
    ]);
  });

  test('of two at once the second sees the first', async () => {
    const { id } = (await write(await report())).body;
    const both = await Promise.all(
      ['settled', 'declined'].map((status) => decide(id, cityOffice, { status, decision })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is for leaders of that agency and the city office', async () => {
    const { id } = (await write(await report())).body;
    expect((await decide(id, handler, { status: 'in_hand' })).status).toBe(403);
    const other = await decide(id, { ...leader, agency: TU_LIEM }, { status: 'in_hand' });
    expect([other.status, other.body.code]).toEqual([403, 'not_for_this_report']);
    const otherField = await decide(id, { ...leader, categories: 'MT' }, { status: 'in_hand' });
    expect(otherField.body.code).toBe('not_for_this_report');
    expect((await decide(id, { ...leader, categories: 'GT' }, { status: 'in_hand' })).status).toBe(200);
    expect((await decide(99_999_999, cityOffice, { status: 'in_hand' })).body.code).toBe('obstacle_not_found');
  });
});

describe('lists, counts and exports', () => {
  const CITY = '/api/staff/obstacles';
  beforeAll(async () => {
    await database.db.delete(obstacles);
    const [lang, tuLiem] = [await report(), await report({ agencyCode: TU_LIEM, categoryCode: 'MT-01' })];
    const row = { step: 'in_progress', proposal, recordedBy: 'handler-1' } as const;
    // 17:30 UTC on the 6th is half past midnight on the 7th in Hà Nội.
    await database.db.insert(obstacles).values([
      { ...row, reportId: lang.id, agencyCode: LANG, stage: 'unit', cause: 'no_funding', recordedAt: NOW },
      {
        ...row,
        reportId: lang.id,
        agencyCode: LANG,
        stage: 'unit',
        cause: 'no_funding',
        recordedAt: new Date(+NOW - 3_600_000),
      },
      {
        ...row,
        reportId: lang.id,
        agencyCode: LANG,
        stage: 'citizen',
        cause: 'weather',
        status: 'in_hand',
        recordedAt: NOW,
      },
      {
        ...row,
        reportId: tuLiem.id,
        agencyCode: TU_LIEM,
        stage: 'unit',
        cause: 'other',
        note: '=1+1',
        recordedAt: NOW,
      },
    ]);
  });
  const ids = async (query: string, as: As = cityOffice): Promise<number[]> =>
    (await call('GET', `${CITY}${query}`, as)).body.items.map(({ id }: { id: number }) => id);

  test('page by keyset, newest first, without gap or repeat', async () => {
    const all = await ids('');
    expect(all).toHaveLength(4);
    expect([...all].sort((a, b) => b - a)).toEqual(all);
    const first = (await call('GET', `${CITY}?limit=3`, cityOffice)).body;
    const second = (await call('GET', `${CITY}?limit=3&after=${first.next}`, cityOffice)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all);
    expect(second.next).toBeNull();
  });

  test.each([
    ['?agency=ubnd-00199', 3],
    ['?stage=unit', 3],
    ['?cause=weather', 1],
    ['?status=in_hand', 1],
    ['?from=2026-10-07', 3],
    ['?to=2026-10-06', 1],
    ['?from=2026-10-06&to=2026-10-07&stage=unit&agency=ubnd-00199', 2],
  ])('are filtered by %s', async (query, count) => expect(await ids(query)).toHaveLength(count));

  test('show a unit its own, and the city office all', async () => {
    expect(await ids('', leader)).toHaveLength(3);
    expect(await ids('', { role: 'leader', categories: 'MT' })).toHaveLength(1);
    expect(await ids('', { role: 'leader', categories: 'MT-01 GT-01' })).toHaveLength(4);
    expect(await ids('', { role: 'leader', categories: 'XX' })).toEqual([]);
    for (const path of ['', '/counts', '/export.csv', '/export.json']) {
      expect((await call('GET', `${CITY}${path}`, { role: 'dispatcher' })).status).toBe(403);
    }
  });

  test('are counted by stage, cause and status', async () => {
    const { body } = await call('GET', `${CITY}/counts?agency=${LANG}`, cityOffice);
    expect(body).toEqual({
      items: [
        { stage: 'unit', cause: 'no_funding', status: 'open', count: 2 },
        { stage: 'citizen', cause: 'weather', status: 'in_hand', count: 1 },
      ],
      total: 3,
    });
    expect(await countObstacles(database.db, { agencies: [], categories: null }, {})).toEqual([]);
  });

  test('are exported as CSV that a spreadsheet may open, and as JSON', async () => {
    const answer = await app.inject({ url: `${CITY}/export.csv?agency=${TU_LIEM}`, headers: cityOffice });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="vuong-mac.csv"');
    const [header, line, end] = answer.body.split('\r\n');
    expect(header).toBe(
      '\uFEFFSố,Mã phản ánh,Lĩnh vực,Đơn vị,Khâu,Bước xử lý,Nguyên nhân,Ghi chú,Đề xuất,Trạng thái,Quyết định,Ngày ghi,Ngày quyết định',
    );
    expect(line).toMatch(
      /^\d+,HN-\w{8},MT-01,UBND [^,]+,"Đơn vị, doanh nghiệp thực hiện",Đang xử lý,Nguyên nhân khác,'=1\+1,Đề nghị [^,]+,Chưa giải quyết,,2026-10-07 00:30,$/,
    );
    expect(end).toBe('');
    expect((await call('GET', `${CITY}/export.json?agency=${TU_LIEM}`, cityOffice)).body).toHaveLength(1);
  });

  test('are never cut off silently', async () => {
    const rows = async ({ limit }: { limit: number }) => Array.from({ length: Math.min(limit, 4) }, (_, i) => i);
    expect(await readForExport(rows, 4)).toHaveLength(4);
    await expect(readForExport(rows, 3)).rejects.toMatchObject({ code: 'export_too_large', status: 422 });
    expect(EXPORT_LIMIT).toBe(20_000);
  });

  test('refuse a day that does not exist', async () => {
    expect((await call('GET', `${CITY}?from=2026-02-30`, cityOffice)).body.code).toBe('day_invalid');
    expect((await call('GET', `${CITY}?from=hôm-qua`, cityOffice)).status).toBe(400);
  });

  test('offer the causes with their stages', async () => {
    const { body } = await call('GET', '/api/staff/obstacle-causes', handler);
    expect(body.stages).toContainEqual({ code: 'citizen', name: 'Người dân' });
    expect(body.causes).toContainEqual({
      ...{ code: 'other', name: 'Nguyên nhân khác', stages: ['citizen', 'unit', 'authority'], needsNote: true },
    });
  });
});

describe('escalations', () => {
  const PATH = '/api/staff/escalations';
  const stored = async (over: Partial<typeof escalations.$inferInsert> = {}) => {
    const on = await report();
    const [row] = await database.db
      .insert(escalations)
      .values({
        ...{ reportId: on.id, kind: 'beyond_authority', fromAgency: LANG, toAgency: 'so-xay-dung', level: 2, proposal },
        ...{ raisedBy: 'handler-1', raisedAt: NOW, dueAt: new Date(+NOW - 1) },
        ...over,
      })
      .returning();
    return { on, id: row?.id ?? 0 };
  };
  const superior: As = { role: 'leader', agency: 'so-xay-dung' };

  test('are seen by both sides, counted with those late, and exported', async () => {
    await database.db.delete(escalations);
    const { on, id } = await stored();
    await stored({ kind: 'overdue', dueAt: NOW, toAgency: 'vp-ubnd', fromAgency: TU_LIEM });
    await stored({ status: 'settled', toAgency: 'vp-ubnd', fromAgency: null, raisedAt: new Date(+NOW - 3_600_000) });
    for (const as of [leader, superior]) {
      expect((await call('GET', PATH, as)).body.items.map((item: { id: number }) => item.id)).toEqual([id]);
    }
    expect((await call('GET', `${PATH}?kind=beyond_authority&status=open`, cityOffice)).body).toEqual({
      items: [
        {
          ...{ id, reportCode: on.code, categoryCode: 'GT-01', kind: 'beyond_authority', fromAgency: LANG },
          ...{ toAgency: 'so-xay-dung', level: 2, proposal, status: 'open', decision: null, raisedBy: 'handler-1' },
          ...{ dueAt: '2026-10-06T17:29:59.999Z', raisedAt: NOW.toISOString(), settledBy: null, settledAt: null },
        },
      ],
      next: null,
    });
    expect((await call('GET', `${PATH}/counts`, cityOffice)).body).toEqual({
      items: [
        { kind: 'beyond_authority', status: 'open', count: 1, late: 1 },
        { kind: 'beyond_authority', status: 'settled', count: 1, late: 0 },
        { kind: 'overdue', status: 'open', count: 1, late: 0 },
      ],
      total: 3,
    });
    expect((await call('GET', `${PATH}?agency=${TU_LIEM}`, cityOffice)).body.items).toHaveLength(1);
    expect((await call('GET', `${PATH}?to=2026-10-06`, cityOffice)).body.items).toHaveLength(1);
    const page = (await call('GET', `${PATH}?limit=2`, cityOffice)).body;
    expect(
      (await call('GET', `${PATH}?limit=2&after=${page.next}`, cityOffice)).body.items.map((i: { id: number }) => i.id),
    ).toEqual([id]);
    const csv = (await app.inject({ url: `${PATH}/export.csv?kind=overdue`, headers: cityOffice })).body;
    expect(csv.split('\r\n')[1]).toMatch(
      /^\d+,HN-\w+,GT-01,Quá hạn,UBND [^,]+,Văn phòng UBND[^,]*,2,Đề nghị [^,]+,Chờ quyết định,,2026-10-07 00:30,2026-10-07 00:30,$/,
    );
    expect((await call('GET', `${PATH}/export.json`, cityOffice)).body).toHaveLength(3);
    expect((await call('GET', PATH, handler)).status).toBe(403);
  });

  test('are settled once, in words, by whom they were put to', async () => {
    const { on, id } = await stored();
    const settle = (as: As, words = decision) => call('PATCH', `${PATH}/${id}`, as, { decision: words });
    expect((await settle(leader)).body.code).toBe('not_for_this_report');
    expect((await settle(handler)).status).toBe(403);
    expect((await settle(superior, 'Đồng ý')).body.code).toBe('escalation_decision_missing');
    expect((await settle(superior, ` ${decision} `)).body).toMatchObject({
      ...{ status: 'settled', decision, settledBy: 'leader-1', settledAt: NOW.toISOString() },
    });
    expect(await settle(cityOffice)).toMatchObject({ status: 409, body: { code: 'escalation_settled' } });
    expect((await eventsOf(on.id)).map(({ event, data, isPublic, reason }) => [event, data, isPublic, reason])).toEqual(
      [['escalation_settled', { escalationId: id, kind: 'beyond_authority' }, false, null]],
    );
    expect((await call('PATCH', `${PATH}/99999999`, cityOffice, { decision })).body.code).toBe('escalation_not_found');
  });
});
