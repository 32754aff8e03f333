import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients, type Tx } from '../../../../db/client.ts';
import { routingRuleSets } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { AppError } from '../../errors.ts';
import { activate } from './activate.ts';
import { contentHash } from './content-hash.ts';
import { dryRun } from './dry-run.ts';
import { loadAssets } from './load-assets.ts';
import type { RoutingRule } from './rule.ts';
import { saveDraft } from './rule-drafts.ts';
import { liveRuleSet } from './rule-store.ts';
import { seedRuleSet } from './seed-rule-set.ts';
import { ruleOf } from './testing/facts.ts';
import { storeReport } from './testing/store-reports.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 8 });
});
afterEach(async () => {
  await clients.sql`truncate routing_rule_sets, asset_lists`;
  await clients.sql`delete from reports`;
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const now = new Date('2026-10-06T03:00:00Z');
const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => clients.db.transaction(work);
const draft = (rules: readonly unknown[], note = 'Giao đường cho Sở') =>
  inTransaction((tx) => saveDraft(tx, rules, { by: 'lan', note, now }));
const tryOut = (id: number, lastN = 100) => inTransaction((tx) => dryRun(tx, id, { lastN, now }));
const goLive = (id: number, by = 'minh') => inTransaction((tx) => activate(tx, id, { by, now }));
const rowOf = async (id: number) => {
  const [row] = await clients.db.select().from(routingRuleSets).where(eq(routingRuleSets.id, id));
  return row;
};
const roadsToCity: RoutingRule[] = [
  ruleOf({ id: 'roads', name: 'Đường giao Sở Xây dựng', when: { categories: ['GT-01'] } }),
  ...seedRuleSet.rules,
];

describe('a draft', () => {
  test('is stored whole, in one spelling, with warnings', async () => {
    const rule = ruleOf({
      id: 'wifi',
      name: '  Mạng   không dây ',
      when: { keywords: ['  dây   mạng'] },
      to: { agency: { code: 'so-khcn' }, contact: ' Phòng  Bưu chính ' },
    });
    const saved = await draft([rule], '  vì   thử ');
    expect(saved.warnings).toEqual([expect.stringContaining('Chưa có quy tắc cuối')]);
    const row = await rowOf(saved.id);
    expect(row).toMatchObject({
      status: 'draft',
      note: 'vì thử',
      createdBy: 'lan',
      createdAt: now,
      contentHash: saved.contentHash,
      dryRun: null,
      dryRunHash: null,
      rules: [
        {
          id: 'wifi',
          name: 'Mạng không dây',
          when: { keywords: ['dây mạng'] },
          to: { agency: { code: 'so-khcn' }, contact: 'Phòng Bưu chính' },
        },
      ],
    });
    expect(contentHash(row?.rules)).toBe(saved.contentHash);
    expect(saved.version).toBe(saved.contentHash.slice(0, 12));
  });

  test('of the seed rules has neither faults nor warnings and the same version', async () => {
    expect(await draft(seedRuleSet.rules)).toMatchObject({ warnings: [], version: seedRuleSet.version });
  });

  test('with faults is refused with all of them, one a line, and nothing is stored', async () => {
    const rules = [ruleOf({ when: { categories: ['XX'], wards: ['99999'], onList: 'schools' } }), { id: 'b' }];
    const error = await draft(rules).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'rules_invalid', status: 422 });
    expect((error as AppError).detail.split('\n')).toEqual([
      'Quy tắc số 2 (b): “name” thiếu hoặc không đúng mẫu.',
      'Quy tắc số 2 (b): “when” thiếu hoặc không đúng mẫu.',
      'Quy tắc số 2 (b): “to” thiếu hoặc không đúng mẫu.',
      'Quy tắc “a”: không có lĩnh vực hay nhóm “XX”.',
      'Quy tắc “a”: không có phường, xã mã “99999”.',
      'Quy tắc “a”: không có danh mục “schools”.',
    ]);
    expect(await clients.db.select().from(routingRuleSets)).toEqual([]);
  });

  test('with hundreds of faults shows the first hundred and counts the rest', async () => {
    const rules = Array.from({ length: 103 }, (_, index) => ruleOf({ id: `r${index}`, when: { categories: ['XX'] } }));
    const error = await draft(rules).catch((caught: AppError) => caught.detail.split('\n'));
    expect(error).toHaveLength(101);
    expect(error).toContain('Và 3 lỗi khác.');
  });

  test('may name a list once it is loaded', async () => {
    const rules = [ruleOf({ when: { onList: 'schools' } })];
    await expect(draft(rules)).rejects.toMatchObject({ code: 'rules_invalid' });
    await loadAssets(clients.db, 'schools', ['Kim Liên'], { source: 'thử', now });
    expect((await draft(rules)).id).toBeGreaterThan(0);
  });
});

describe('a dry run', () => {
  test('decides the last reports by both sets and stores what it saw', async () => {
    const live = await liveRuleSet(clients.db, now);
    const pothole = await storeReport(clients.db);
    await storeReport(clients.db, { categoryCode: 'MT-01', suggestions: [{ code: 'MT-01', score: 0.9 }] });
    const { id, contentHash: hash } = await draft(roadsToCity);
    const result = await tryOut(id);
    expect(result).toMatchObject({
      draftId: id,
      liveId: live.id,
      at: now.toISOString(),
      replayed: 2,
      changed: 1,
      agencies: [
        { agencyCode: 'so-xay-dung', before: 0, after: 1, gains: 1, loses: 0 },
        { agencyCode: 'ubnd-00199', before: 2, after: 1, gains: 0, loses: 1 },
      ],
      tray: { before: 0, after: 0, in: 0, out: 0 },
      changes: [{ code: pothole.code, ruleId: 'roads' }],
      failed: [],
      shadowed: [],
      warnings: [],
    });
    expect(result.neverMatched.map(({ ruleId }) => ruleId)).not.toContain('roads');
    expect(result.neverMatched).toHaveLength(roadsToCity.length - 2);
    const row = await rowOf(id);
    expect(row?.dryRun).toEqual(result);
    expect(row?.dryRunHash).toBe(hash);
    expect(row?.status).toBe('draft');
  });

  test('takes the words, the place and the hour of the report as they were received', async () => {
    await loadAssets(clients.db, 'city_assets', ['Láng Hạ'], { source: 'thử', now });
    await liveRuleSet(clients.db, now);
    const street = await storeReport(clients.db, { placeText: 'phố Láng Hạ' });
    const night = await storeReport(clients.db, { receivedAt: new Date('2026-10-05T16:00:00Z'), text: 'ồn' });
    const byStaff = await storeReport(clients.db, {
      categoryBasis: 'staff',
      categoryCode: 'MT-06',
      wardBasis: 'guess',
    });
    const { id } = await draft([
      ruleOf({ id: 'street', when: { onList: 'city_assets' }, to: { agency: { code: 'pc07' } } }),
      ruleOf({ id: 'night', when: { time: { from: '22:00', to: '06:00' } }, to: { agency: { code: 'pc08' } } }),
      ruleOf({ id: 'noise', when: { categories: ['MT-06'] }, to: { agency: { code: 'ca-tp' } } }),
      ruleOf({ id: 'rest' }),
    ]);
    const { changes } = await tryOut(id);
    expect(changes.map(({ code, ruleId }) => [code, ruleId])).toEqual([
      [byStaff.code, 'noise'],
      [night.code, 'night'],
      [street.code, 'street'],
    ]);
  });

  test('looks at the last ones only, in portions', async () => {
    const first = await storeReport(clients.db);
    await clients.sql`
      insert into reports (code, state, channel, citizen_id, text, ward_code, ward_basis, category_code, category_basis,
        suggestions, priority_class, received_at, accept_due_at, policy_version)
      select 'X-' || n, 'received', 'chat', ${first.citizenId}, 'ổ gà', '00199', 'polygon', 'GT-01', 'suggested',
        '[{"code": "GT-01", "score": 0.9}]'::jsonb, 'normal', now(), now(), 'test'
      from generate_series(1, 600) n`;
    const { id } = await draft(roadsToCity);
    expect((await tryOut(id, 1)).changes.map(({ code }) => code)).toEqual(['X-600']);
    expect(await tryOut(id, 100)).toMatchObject({ replayed: 100, changed: 100 });
    expect(await tryOut(id, 201)).toMatchObject({ replayed: 201 });
    const all = await tryOut(id, 1_000_000);
    expect(all).toMatchObject({ replayed: 601, changed: 601 });
    expect(all.changes).toHaveLength(200);
    expect((await tryOut(id, 0)).replayed).toBe(1);
  });

  test('names shadowed rules and repeats the warnings', async () => {
    const { id } = await draft([
      ruleOf({ when: { categories: ['GT'] } }),
      ruleOf({ id: 'b', when: { categories: ['GT-01'] } }),
    ]);
    const result = await tryOut(id);
    expect(result.shadowed).toEqual([{ ruleId: 'b', name: 'Quy tắc A', coveredBy: ['a'] }]);
    expect(result.warnings).toEqual([expect.stringContaining('Chưa có quy tắc cuối')]);
    expect(result.replayed).toBe(0);
  });

  test('is for drafts only', async () => {
    const live = await liveRuleSet(clients.db, now);
    await expect(tryOut(live.id ?? 0)).rejects.toMatchObject({ code: 'not_a_draft', status: 409 });
    await expect(tryOut(999_999)).rejects.toMatchObject({ code: 'rule_set_not_found', status: 404 });
  });

  test('of a thousand reports against the seed rules takes a second or so', async () => {
    const first = await storeReport(clients.db);
    await clients.sql`
      insert into reports (code, state, channel, citizen_id, text, ward_code, ward_basis, category_code, category_basis,
        suggestions, priority_class, received_at, accept_due_at, policy_version)
      select 'Y-' || n, 'received', 'chat', ${first.citizenId}, 'ổ gà trước số 12 phố Láng Hạ, đêm qua có xe ngã', '00199',
        'polygon', 'GT-01', 'suggested', '[{"code": "GT-01", "score": 0.9}]'::jsonb, 'normal', now(), now(), 'test'
      from generate_series(1, 999) n`;
    const { id } = await draft(roadsToCity);
    const start = performance.now();
    expect((await tryOut(id, 1_000)).replayed).toBe(1_000);
    const took = performance.now() - start;
    process.stdout.write(`dry run of 1000 reports: ${took.toFixed(0)} ms\n`);
    expect(took).toBeLessThan(10_000);
  });
});

describe('activation', () => {
  test('puts the draft in the place of the live set, with who and when', async () => {
    const before = await liveRuleSet(clients.db, now);
    const { id, version } = await draft(roadsToCity);
    await tryOut(id);
    const live = await goLive(id);
    expect(live).toMatchObject({ id, version, rules: roadsToCity });
    expect(await liveRuleSet(clients.db)).toEqual(live);
    expect(await rowOf(id)).toMatchObject({ status: 'live', activatedBy: 'minh', activatedAt: now });
    expect(await rowOf(before.id ?? 0)).toMatchObject({ status: 'retired', activatedBy: 'seed' });
  });

  test('needs a dry run', async () => {
    const { id } = await draft(roadsToCity);
    await expect(goLive(id)).rejects.toMatchObject({
      code: 'dry_run_required',
      status: 409,
      detail: 'Phải chạy thử đúng bộ quy tắc này trước khi áp dụng.',
    });
    expect((await rowOf(id))?.status).toBe('draft');
  });

  test('needs a dry run of exactly this content', async () => {
    const { id } = await draft(roadsToCity);
    await tryOut(id);
    await clients.db
      .update(routingRuleSets)
      .set({ rules: [ruleOf()] })
      .where(eq(routingRuleSets.id, id));
    await expect(goLive(id)).rejects.toMatchObject({ code: 'dry_run_required' });
    // Nor is a dry run of the changed content enough: what is stored is not what was saved.
    await tryOut(id);
    await expect(goLive(id)).rejects.toMatchObject({ code: 'dry_run_required' });
  });

  test('needs a dry run against the set that is live', async () => {
    const [one, two] = [await draft(roadsToCity), await draft([ruleOf()])];
    await tryOut(one.id);
    await tryOut(two.id);
    await goLive(one.id);
    await expect(goLive(two.id)).rejects.toMatchObject({
      code: 'live_set_changed',
      status: 409,
      detail: 'Bộ quy tắc đang áp dụng đã thay đổi từ lần chạy thử, xin chạy thử lại trước khi áp dụng.',
    });
    await tryOut(two.id);
    expect(await goLive(two.id)).toMatchObject({ id: two.id });
  });

  test('looks again whether everything it names is still there', async () => {
    await loadAssets(clients.db, 'schools', ['Kim Liên'], { source: 'thử', now });
    const { id } = await draft([ruleOf({ when: { onList: 'schools' } })]);
    await tryOut(id);
    await clients.sql`truncate asset_lists`;
    await expect(goLive(id)).rejects.toMatchObject({
      code: 'rules_invalid',
      status: 422,
      detail: 'Quy tắc “a”: không có danh mục “schools”.',
    });
  });

  test('is for drafts only, and once', async () => {
    const { id } = await draft(roadsToCity);
    await tryOut(id);
    await goLive(id);
    await expect(goLive(id)).rejects.toMatchObject({ code: 'not_a_draft', status: 409 });
    await expect(goLive(999_999)).rejects.toMatchObject({ code: 'rule_set_not_found', status: 404 });
  });

  test('of two drafts at the same moment: one goes live, the other is refused', async () => {
    await liveRuleSet(clients.db, now);
    for (let round = 0; round < 5; round++) {
      const drafts = [await draft(roadsToCity), await draft([ruleOf({ id: `round-${round}` })])];
      for (const { id } of drafts) await tryOut(id);
      const results = await Promise.allSettled(drafts.map(({ id }) => goLive(id)));
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = results.find((result) => result.status === 'rejected');
      expect(refused?.status === 'rejected' && refused.reason).toMatchObject({ code: 'live_set_changed' });
      const live = await clients.db.select().from(routingRuleSets).where(eq(routingRuleSets.status, 'live'));
      expect(live).toHaveLength(1);
    }
  });

  test('of one draft from two sides: it goes live once', async () => {
    const { id } = await draft(roadsToCity);
    await tryOut(id);
    const results = await Promise.allSettled([goLive(id, 'minh'), goLive(id, 'hoa')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'not_a_draft' } });
  });
});
