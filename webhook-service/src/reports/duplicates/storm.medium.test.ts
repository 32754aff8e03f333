import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import type { Report } from '../report.ts';
import { COMPARED, candidateQuery, LOOKED_AT, nearestFirst } from './candidates.ts';
import { findDuplicates } from './find-duplicates.ts';
import { searchLimits } from './limits.ts';
import { suggestDuplicates } from './suggest-duplicates.ts';
import { storeCitizen, storeReport } from './testing/store-report.ts';

let own: TestDatabase;
let database: DatabaseClients;
let main: Report;
let report: Report;
const NOW = new Date('2026-09-08T03:00:00Z');
const FLOOD = { latitude: 21.0117, longitude: 105.8198 };

/** A city's worth of reports, and one flood told 2 000 times within 150 m and an hour, 800 of them merged already. */
beforeAll(async () => {
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 4 });
  const citizenId = await storeCitizen(database.db);
  const flood = { ...FLOOD, categoryCode: 'TN-01', text: 'ngập sâu, xe chết máy phố Thái Hà', citizenId };
  main = await storeReport(database.db, { ...flood, receivedAt: new Date(NOW.getTime() - 3_600_000) });
  await database.sql`
    insert into reports (code, state, channel, citizen_id, text, latitude, longitude, ward_code, category_code,
      priority_class, received_at, accept_due_at, policy_version, merged_into_id)
    select 'far-' || n, 'dispatched', 'chat', ${citizenId}::bigint, 'ngập', 20.9 + random() * 0.25, 105.7 + random() * 0.25,
      '00199', 'TN-01', 'urgent', ${NOW}::timestamptz - random() * interval '400 days', ${NOW}::timestamptz, 'test', null::bigint
    from generate_series(1, 30000) n
    union all
    select 'flood-' || n, case when n <= 800 then 'merged' else 'received' end, 'chat', ${citizenId}::bigint,
      'ngập hết rồi, nước vào nhà', ${FLOOD.latitude}::float8 + (random() - 0.5) * 0.0018, ${FLOOD.longitude}::float8 + (random() - 0.5) * 0.0018,
      '00199', 'TN-01', 'urgent', ${NOW}::timestamptz - random() * interval '1 hour', ${NOW}::timestamptz, 'test',
      case when n <= 800 then ${main.id}::bigint end
    from generate_series(1, 2000) n`;
  await database.sql`vacuum analyze reports`;
  report = await storeReport(database.db, { ...flood, citizenId: await storeCitizen(database.db), receivedAt: NOW });
});
afterAll(async () => {
  await database?.close();
  await own?.drop();
});

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  'Subplan Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

async function explained(search: Partial<Parameters<typeof candidateQuery>[0]> = {}): Promise<Plan[]> {
  const { id: reportId, latitude, longitude, wardCode, categoryCode, receivedAt } = report;
  const limits = searchLimits(categoryCode);
  if (!limits) throw new Error('no limits');
  const query = candidateQuery({
    ...{ reportId, latitude, longitude, wardCode, categoryCode, limits, around: receivedAt },
    ...search,
  });
  const [row] = await database.db.transaction((tx) =>
    nearestFirst(tx, () =>
      tx.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(sql`explain (analyze, format json) ${query}`),
    ),
  );
  return row ? flat(row['QUERY PLAN'][0].Plan) : [];
}

function flat(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flat)];
}

describe('a flood reported 2 000 times', () => {
  test('points a new report to the one that gathers the others', async () => {
    const found = await database.db.transaction((tx) => findDuplicates(tx, report, { now: NOW, limit: 5 }));
    expect(found).toHaveLength(5);
    expect(found[0]?.other.id).toBe(main.id);
  });

  test('is searched by the index of places, a bounded number of rows however many there are', async () => {
    const nodes = await explained();
    const places = nodes.filter((node) => node['Index Name'] === 'reports_place');
    expect(places.map((node) => node['Node Type'])).toEqual(['Index Scan']);
    for (const node of places) {
      expect(node['Actual Rows']).toBeLessThanOrEqual(LOOKED_AT);
      expect(node['Rows Removed by Filter'] ?? 0).toBeLessThanOrEqual(10);
    }
    expect(nodes.some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'reports')).toBe(false);
    expect(nodes[0]?.['Actual Rows']).toBeLessThanOrEqual(COMPARED);
    const touched = nodes
      .filter((node) => node['Relation Name'] === 'reports')
      .reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0);
    console.log(
      `duplicates: ${Math.round(touched)} rows of reports touched by one search among 32 000, 2 000 of them near`,
    );
    // 200 near the pin, none in the ward without a pin, 200 main reports, 50 followers of the one that has any.
    expect(touched).toBeLessThanOrEqual(2 * LOOKED_AT + 50 + 1);
  });

  test('without a pin is searched by ward and category, bounded too', async () => {
    const nodes = await explained({ latitude: null, longitude: null });
    const byWard = nodes.filter((node) => node['Index Name']?.startsWith('reports_newest'));
    expect(byWard.map((node) => node['Node Type'])).toEqual(['Index Scan']);
    for (const node of byWard) expect(node['Actual Rows']).toBeLessThanOrEqual(LOOKED_AT);
    expect(nodes.some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'reports')).toBe(false);
  });

  test('a search takes a few milliseconds', async () => {
    const took: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const from = performance.now();
      await suggestDuplicates(report.id, { db: database.db, now: () => NOW });
      took.push(performance.now() - from);
    }
    const median = took.sort((a, b) => a - b)[5] ?? 0;
    console.log(`duplicates: one search in the storm takes ${median.toFixed(1)} ms (median of ten)`);
    expect(median).toBeLessThan(200);
  });
});
