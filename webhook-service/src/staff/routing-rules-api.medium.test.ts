import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { AppError } from '../errors.ts';
import { registerProblems } from '../problem.ts';
import { record } from '../reports/history/record.ts';
import { type StaffRole, system } from '../reports/lifecycle/roles.ts';
import { decideRouting } from '../routing/agency-rules.ts';
import { routingInputOf } from '../routing/rules/replay-input.ts';
import { seedRuleSet } from '../routing/rules/seed-rule-set.ts';
import { ruleOf, setOf } from '../routing/rules/testing/facts.ts';
import { storeReport } from '../routing/rules/testing/store-reports.ts';
import { worthKeeping } from '../routing/rules/trace.ts';
import { registerRoutingRulesApi } from './routing-rules-api.ts';

const now = new Date('2026-10-06T03:00:00Z');
let database: TestDatabase;
let clients: DatabaseClients;
let app: FastifyInstance;
/** Who is signed in; the guard itself belongs to whoever registers this face. */
let role: StaffRole | null = 'cityOffice';

beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 4 });
  app = fastify();
  registerProblems(app);
  registerRoutingRulesApi(app, {
    db: clients.db,
    now: () => now,
    requireRole: (_request, roles) => {
      if (!role) throw new AppError({ code: 'staff_sign_in_required', status: 401, detail: 'Cần đăng nhập.' });
      if (!roles.includes(role)) throw new AppError({ code: 'role_required', status: 403, detail: 'Không có quyền.' });
      return { id: '12', role };
    },
    mayRead: (_request, report) => report.agencyCode !== 'pc08',
  });
});
afterEach(async () => {
  role = 'cityOffice';
  await clients.sql`truncate routing_rule_sets, asset_lists`;
});
afterAll(async () => {
  await app?.close();
  await clients?.close();
  await database?.drop();
});

async function call(method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) {
  const response = await app.inject({ method, url, ...(body !== undefined && { payload: body as object }) });
  return { status: response.statusCode, body: response.json() };
}
const rules = '/api/staff/routing-rules';
const draft = async (list: unknown[] = [ruleOf(), ...seedRuleSet.rules]) =>
  (await call('POST', rules, { rules: list, note: 'Thử quy tắc mới' })).body;

describe('the way of a rule set through the face', () => {
  test('is draft, dry run, activation; then it is live', async () => {
    const report = await storeReport(clients.db);
    const before = (await call('GET', rules)).body;
    expect(before.live).toMatchObject({ version: seedRuleSet.version, rules: seedRuleSet.rules });
    expect(before.lists).toEqual([{ list: 'city_assets', size: 0, loadedAt: null, source: null }]);

    const saved = await call('POST', rules, { rules: [ruleOf(), ...seedRuleSet.rules], note: 'Thử quy tắc mới' });
    expect(saved).toMatchObject({ status: 201, body: { warnings: [] } });
    const { id, version } = saved.body;
    expect(await call('POST', `${rules}/${id}/activate`)).toMatchObject({
      status: 409,
      body: { code: 'dry_run_required' },
    });

    const tried = await call('POST', `${rules}/${id}/dry-run`, { lastN: 5 });
    expect(tried).toMatchObject({
      status: 200,
      body: {
        draftId: id,
        liveId: before.live.id,
        replayed: 1,
        changed: 1,
        agencies: [
          { agencyCode: 'so-xay-dung', gains: 1 },
          { agencyCode: 'ubnd-00199', loses: 1 },
        ],
        changes: [{ code: report.code, from: { agencyCode: 'ubnd-00199' }, to: { agencyCode: 'so-xay-dung' } }],
      },
    });
    expect(tried.body.shadowed).toHaveLength(seedRuleSet.rules.length);
    expect(await call('GET', `${rules}/${id}`)).toMatchObject({
      status: 200,
      body: {
        id,
        status: 'draft',
        version,
        rules: seedRuleSet.rules.length + 1,
        note: 'Thử quy tắc mới',
        createdBy: '12',
        createdAt: now.toISOString(),
        activatedBy: null,
        activatedAt: null,
        dryRunAt: now.toISOString(),
        content: [ruleOf(), ...seedRuleSet.rules],
        dryRun: tried.body,
      },
    });

    expect(await call('POST', `${rules}/${id}/activate`)).toEqual({ status: 200, body: { id, version } });
    const after = (await call('GET', rules)).body;
    expect(after.live).toMatchObject({ id, version });
    expect(after.sets.map((set: { id: number; status: string }) => [set.id, set.status])).toEqual([
      [id, 'live'],
      [before.live.id, 'retired'],
    ]);
    expect(after.sets[0]).toMatchObject({ activatedBy: '12', activatedAt: now.toISOString() });
  });

  test('replays a thousand reports when nobody says how many', async () => {
    const { id } = await draft();
    expect((await call('POST', `${rules}/${id}/dry-run`, {})).status).toBe(200);
    expect((await call('POST', `${rules}/${id}/dry-run`, { lastN: 5_001 })).status).toBe(400);
    expect((await call('POST', `${rules}/${id}/dry-run`, { lastN: 0 })).status).toBe(400);
  });

  test('shows a page of sets at a time, newest first', async () => {
    await clients.sql`
      insert into routing_rule_sets (status, rules, content_hash, note, created_by, created_at)
      select 'draft', '[]'::jsonb, 'x', 'n' || n, 'test', now() from generate_series(1, 60) n`;
    const first = (await call('GET', rules)).body;
    expect(first.sets).toHaveLength(50);
    expect(first.sets[0].id).toBe(first.live.id);
    const second = (await call('GET', `${rules}?before=${first.next}`)).body;
    expect(second.sets).toHaveLength(11);
    expect(second.next).toBeNull();
    expect(second.sets[0].id).toBe(first.next - 1);
  });

  test('shows a damaged set, so that it can be mended', async () => {
    const { id } = await draft();
    await clients.sql`update routing_rule_sets set rules = '[{"id": 5}, "x"]'::jsonb where id = ${id}`;
    expect((await call('GET', `${rules}/${id}`)).body.content).toEqual([{ id: 5 }, 'x']);
  });

  test('refuses a draft with faults, all of them named', async () => {
    const refused = await call('POST', rules, { rules: [{ id: 'x' }], note: 'Thử quy tắc mới' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'rules_invalid' } });
    expect(refused.body.detail.split('\n')).toHaveLength(3);
    expect((await call('POST', rules, { rules: [ruleOf()], note: 'x' })).status).toBe(400);
    expect((await call('POST', rules, { note: 'không có quy tắc' })).status).toBe(400);
  });

  test('knows no other sets', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/activate'],
    ] as const)
      expect(await call(method, `${rules}/999999${path}`)).toMatchObject({
        status: 404,
        body: { code: 'rule_set_not_found' },
      });
    expect((await call('GET', `${rules}/abc`)).status).toBe(400);
  });

  test('tells the shape of a rule', async () => {
    const { status, body } = await call('GET', `${rules}/schema`);
    expect([status, Object.keys(body.properties)]).toEqual([200, ['id', 'name', 'when', 'to']]);
  });
});

describe('a list', () => {
  test('is replaced by name, with its source and who loaded it', async () => {
    const put = (list: string, names: unknown, source = 'QĐ 5904/QĐ-UBND') =>
      call('PUT', `/api/staff/asset-lists/${list}`, { names, source });
    expect(await put('city_assets', ['Láng Hạ', 'lang ha'])).toEqual({
      status: 200,
      body: { list: 'city_assets', size: 1 },
    });
    expect((await call('GET', rules)).body.lists).toEqual([
      {
        list: 'city_assets',
        size: 1,
        loadedAt: now.toISOString(),
        source: 'QĐ 5904/QĐ-UBND (nạp bởi 12)',
      },
    ]);
    expect(await put('city_assets', ['—'])).toMatchObject({ status: 422, body: { code: 'asset_names_invalid' } });
    expect((await put('City', ['Huế'])).status).toBe(400);
    expect((await put('city_assets', [], 'x')).status).toBe(400);
  });
});

describe('why a report went where it went', () => {
  test('is told from its history, beside what the live rules would decide today', async () => {
    const report = await storeReport(clients.db, { agencyCode: 'ubnd-00199', state: 'dispatched' });
    const then = decideRouting({
      ...routingInputOf(report, now),
      rules: setOf(
        ruleOf({ id: 'mt', when: { categories: ['MT'] } }),
        ruleOf({ id: 'old', to: { agency: { type: 'ward_pc' } } }),
      ),
    });
    const { because, ruleSet, tried } = then;
    await record(clients.db, report.id, [
      { event: 'received', actor: system, at: now, isPublic: true },
      {
        event: 'put_into_tray',
        actor: system,
        at: now,
        isPublic: false,
        data: { reasons: ['ward_unknown'], because: ['Chưa có vị trí.'], proposedAgency: 'so-xay-dung' },
      },
      {
        event: 'dispatched',
        actor: system,
        at: now,
        isPublic: true,
        data: { agencyCode: 'ubnd-00199', because, ruleSet, tried: worthKeeping(tried) },
      },
    ]);
    const { status, body } = await call('GET', `/api/staff/reports/${report.code}/routing`);
    expect(status).toBe(200);
    expect(body.code).toBe(report.code);
    expect(body.history).toEqual([
      {
        at: now.toISOString(),
        event: 'put_into_tray',
        agencyCode: 'so-xay-dung',
        because: ['Chưa có vị trí.'],
        routing: null,
      },
      {
        at: now.toISOString(),
        event: 'dispatched',
        agencyCode: 'ubnd-00199',
        because,
        routing: {
          ruleSet: { id: 7, version: 'test' },
          ruleId: 'old',
          tried: [{ ruleId: 'old', name: 'Quy tắc A', matched: true, why: 'Khớp: áp dụng cho mọi phản ánh.' }],
        },
      },
    ]);
    expect(body.today).toMatchObject({
      outcome: { tray: false, agencyCode: 'ubnd-00199', copyTo: [], reasons: [] },
      contact: null,
      routing: { ruleId: 'not-on-city-list/dept_construction', ruleSet: { version: seedRuleSet.version } },
    });
    expect(
      body.today.routing.tried.map(({ ruleId, matched }: { ruleId: string; matched: boolean }) => [ruleId, matched]),
    ).toEqual([
      ['city-list/dept_construction', false],
      ['not-on-city-list/dept_construction', true],
    ]);
    // The words of the citizen are no part of an explanation.
    expect(JSON.stringify(body)).not.toContain(report.text);
  });

  test('also names the contact the rules give', async () => {
    const report = await storeReport(clients.db, {
      categoryCode: 'MT-01',
      suggestions: [{ code: 'MT-01', score: 0.9 }],
    });
    expect((await call('GET', `/api/staff/reports/${report.code}/routing`)).body.today.contact).toBe(
      'Đơn vị thu gom rác theo đặt hàng của UBND phường, xã',
    );
  });

  test('is told to nobody who may not see the report', async () => {
    const hidden = await storeReport(clients.db, { agencyCode: 'pc08' });
    for (const code of [hidden.code, 'HN-00000000', 'x']) {
      expect(await call('GET', `/api/staff/reports/${code}/routing`)).toMatchObject({
        status: 404,
        body: { code: 'report_not_found' },
      });
    }
  });
});

describe('roles', () => {
  const doors: Record<string, () => ReturnType<typeof call>> = {
    list: () => call('GET', rules),
    schema: () => call('GET', `${rules}/schema`),
    read: () => call('GET', `${rules}/1`),
    draft: () => call('POST', rules, { rules: [], note: 'Thử quy tắc mới' }),
    tryOut: () => call('POST', `${rules}/1/dry-run`, {}),
    activate: () => call('POST', `${rules}/1/activate`),
    load: () => call('PUT', '/api/staff/asset-lists/city_assets', { names: [], source: 'thử' }),
    explain: () => call('GET', '/api/staff/reports/x/routing'),
  };
  const reading = ['list', 'schema', 'read', 'explain'];
  test.each<[StaffRole, string[]]>([
    ['intakeOfficer', reading],
    ['handler', reading],
    ['leader', reading],
    ['dispatcher', [...reading, 'draft', 'tryOut']],
    ['cityOffice', Object.keys(doors)],
    ['operations', Object.keys(doors)],
  ])('%s may %j', async (who, open) => {
    role = who;
    for (const [door, knock] of Object.entries(doors))
      expect((await knock()).status === 403, door).toBe(!open.includes(door));
  });

  test('nobody may do anything without signing in', async () => {
    role = null;
    for (const [door, knock] of Object.entries(doors)) expect((await knock()).status, door).toBe(401);
  });
});
