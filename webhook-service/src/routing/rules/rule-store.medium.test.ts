import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { assetLists, routingRuleSets } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { decideRouting } from '../agency-rules.ts';
import { contentHash } from './content-hash.ts';
import { loadAssets } from './load-assets.ts';
import { createRuleStore, liveRuleSet, loadAssetLists } from './rule-store.ts';
import { seedRuleSet } from './seed-rule-set.ts';
import { ruleOf } from './testing/facts.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 8 });
});
afterEach(async () => {
  await clients.sql`truncate routing_rule_sets, asset_lists`;
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const now = new Date('2026-10-05T05:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

async function goLive(rules: unknown[]): Promise<void> {
  await clients.db.transaction(async (tx) => {
    await tx.update(routingRuleSets).set({ status: 'retired' }).where(eq(routingRuleSets.status, 'live'));
    const note = 'thử';
    const hash = contentHash(rules);
    await tx
      .insert(routingRuleSets)
      .values({ status: 'live', rules, contentHash: hash, note, createdBy: 'test', createdAt: now });
  });
}

describe('the live rules', () => {
  test('of a new database are those of this build, stored once', async () => {
    const live = await liveRuleSet(clients.db, now);
    expect(live).toMatchObject({ version: seedRuleSet.version, rules: seedRuleSet.rules });
    expect(live.id).toBeGreaterThan(0);
    expect(live.agencies?.has('ubnd-00199')).toBe(true);
    expect(await liveRuleSet(clients.db)).toEqual(live);
    const rows = await clients.db.select().from(routingRuleSets);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      status: 'live',
      contentHash: contentHash(seedRuleSet.rules),
      note: 'Bộ quy tắc đầu tiên, theo danh mục lĩnh vực.',
      createdBy: 'seed',
      createdAt: now,
      activatedBy: 'seed',
      activatedAt: now,
    });
    // Through jsonb and back they are the same content.
    expect(contentHash(rows[0]?.rules)).toBe(rows[0]?.contentHash);
  });

  test('are seeded once, however many transactions ask at the same moment', async () => {
    const all = await Promise.all(
      Array.from({ length: 6 }, () => clients.db.transaction((tx) => liveRuleSet(tx, now))),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await clients.db.select().from(routingRuleSets)).toHaveLength(1);
  });
});

describe('the store of a process', () => {
  test('answers with the rules of the build before anything is read', () => {
    const store = createRuleStore(() => now);
    expect(store.rules()).toBe(seedRuleSet);
    expect(store.lists().get('city_assets')?.size).toBe(0);
  });

  test('shows a changed set and a loaded list after a minute, not before', async () => {
    let at = now;
    const store = createRuleStore(() => at);
    await liveRuleSet(clients.db, now);
    const first = await store.refresh(clients.db);
    expect(store.rules()).toBe(first.rules);

    await goLive([ruleOf()]);
    await loadAssets(clients.db, 'city_assets', ['Láng Hạ'], { source: 'thử', now });
    at = new Date(now.getTime() + 59_999);
    expect((await store.refresh(clients.db)).rules).toBe(first.rules);
    at = minutes(1);
    const { rules, lists } = await store.refresh(clients.db);
    expect(rules.rules).toEqual([ruleOf()]);
    expect(lists.get('city_assets')?.size).toBe(1);
    expect(store.rules()).toBe(rules);
    expect(store.lists()).toBe(lists);
    expect(decideRouting({ suggestions: [], chosenCategory: 'DV-01', ward: { kind: 'unknown' }, rules })).toMatchObject(
      {
        agencyCode: 'so-xay-dung',
        ruleSet: { id: rules.id, version: rules.version },
      },
    );
  });

  test('does not keep a set that its transaction took back', async () => {
    const store = createRuleStore(() => now);
    const rolledBack = clients.db.transaction(async (tx) => {
      expect((await store.refresh(tx)).rules.id).toBeGreaterThan(0);
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(store.rules()).toBe(seedRuleSet);
    const again = await store.refresh(clients.db);
    const [row] = await clients.db.select().from(routingRuleSets);
    expect(again.rules.id).toBe(row?.id);
  });

  test('gives out a damaged set as it is: a report then waits for a person, with the rule that is to blame', async () => {
    await goLive([{ id: 'damaged' }, ruleOf()]);
    const { rules } = await createRuleStore(() => now).refresh(clients.db);
    expect(decideRouting({ suggestions: [], chosenCategory: 'DV-01', ward: { kind: 'unknown' }, rules })).toMatchObject(
      {
        kind: 'tray',
        reasons: ['rule_failed'],
        failedRule: { ruleId: 'damaged', code: 'rule_malformed' },
      },
    );
  });

  test('knows agencies that came after this build', async () => {
    await clients.sql`insert into agencies (code, name_vi, kind) values ('ban-moi', 'Ban mới', 'board')`;
    await goLive([ruleOf({ to: { agency: { code: 'ban-moi' } } })]);
    const { rules } = await createRuleStore(() => now).refresh(clients.db);
    expect(decideRouting({ suggestions: [], chosenCategory: 'DV-01', ward: { kind: 'unknown' }, rules })).toMatchObject(
      {
        agencyCode: 'ban-moi',
      },
    );
    await clients.sql`delete from agencies where code = 'ban-moi'`;
  });
});

describe('loading a list', () => {
  const load = (names: string[], list = 'city_assets') =>
    clients.db.transaction((tx) => loadAssets(tx, list, names, { source: 'QĐ 5904/QĐ-UBND', now }));
  const stored = async () =>
    (await clients.db.select().from(assetLists).orderBy(assetLists.id)).map(({ list, name, plainName }) => [
      list,
      name,
      plainName,
    ]);

  test('replaces what was there; the same name in another spelling is one', async () => {
    expect(await load(['  Láng   Hạ ', 'LANG HA', 'Tây Sơn (đoạn 2)'])).toBe(2);
    expect(await stored()).toEqual([
      ['city_assets', 'Láng Hạ', 'lang ha'],
      ['city_assets', 'Tây Sơn (đoạn 2)', 'tay son doan 2'],
    ]);
    expect(await load(['Huế'])).toBe(1);
    expect(await load(['Huế'])).toBe(1);
    expect(await stored()).toEqual([['city_assets', 'Huế', 'hue']]);
    expect(await load([])).toBe(0);
    expect(await stored()).toEqual([]);
  });

  test('leaves other lists alone', async () => {
    await load(['Kim Liên'], 'schools');
    await load(['Huế']);
    expect([...(await loadAssetLists(clients.db))].map(([list, { size }]) => [list, size])).toEqual([
      ['city_assets', 1],
      ['schools', 1],
    ]);
  });

  test.each([
    ['a name without letters', ['Huế', ' — '], 'city_assets', 'Tên “—” không có chữ nào.'],
    ['nothing, for a list that then would not exist', [], 'schools', 'Danh mục phải có ít nhất một tên.'],
  ])('refuses %s', async (_, names, list, detail) => {
    await expect(load(names, list)).rejects.toMatchObject({ code: 'asset_names_invalid', status: 422, detail });
  });

  test('takes thousands of names at once, from two sides at once', async () => {
    const names = Array.from({ length: 12_000 }, (_, index) => `Phố ${index}`);
    expect(await Promise.all([load(names), load(names)])).toEqual([12_000, 12_000]);
    expect(await stored()).toHaveLength(12_000);
  });
});
