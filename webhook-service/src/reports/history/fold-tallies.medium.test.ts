import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { foldTallies } from './fold-tallies.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 6 });
});
beforeEach(async () => {
  await clients.sql`truncate tallies, tally_sums, balance_sums, agency_totals`;
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const list = async (rows: PromiseLike<Record<string, unknown>[]>) =>
  (await rows).map((row) => Object.values(row).join(' '));
const balance = () => list(clients.sql`select day::text, measure, count from balance_sums order by day, measure`);
const sums = () =>
  list(
    clients.sql`select day::text, measure, agency_code, ward_code, category_code, count from tally_sums order by day, measure, agency_code, ward_code`,
  );
const totals = () =>
  list(
    clients.sql`select agency_code, measure.key, day::text, measure.value from agency_totals, jsonb_each_text(totals) measure order by 1, 2, 3`,
  );

function tally(day: string, measure: string, agency: string, ward: string, count = 1) {
  return clients.sql`insert into tallies (day, measure, agency_code, ward_code, count) values (${day}, ${measure}, ${agency}, ${ward}, ${count})`;
}

describe('folding tallies', () => {
  test('keeps each as it was written, and the total of its agency up to each day', async () => {
    await tally('2026-10-02', 'answered', 'ubnd-00199', '00199');
    await tally('2026-10-02', 'answered', 'ubnd-00199', '00199', 2);
    await tally('2026-10-02', 'answered', 'ubnd-00199', '00200');
    await tally('2026-10-31', 'answered', 'ubnd-00199', '00199');
    await tally('2026-10-31', 'overdue', 'ubnd-00199', '00199');
    expect(await foldTallies(clients.sql)).toBe(5);
    expect(await sums()).toEqual([
      '2026-10-02 answered ubnd-00199 00199  3',
      '2026-10-02 answered ubnd-00199 00200  1',
      '2026-10-31 answered ubnd-00199 00199  1',
      '2026-10-31 overdue ubnd-00199 00199  1',
    ]);
    expect(await totals()).toEqual([
      'ubnd-00199 answered 2026-10-02 4',
      'ubnd-00199 answered 2026-10-31 5',
      'ubnd-00199 overdue 2026-10-31 1',
    ]);
    expect(await balance()).toEqual([]);
    expect(await clients.sql`select 1 from tallies`).toHaveLength(0);
  });

  test('keeps the balance by day and measure only', async () => {
    await tally('2026-10-02', 'received', '', '');
    await tally('2026-10-02', 'state:received', '', '');
    await tally('2026-10-02', 'state:received', '', '', -1);
    await tally('2026-10-02', 'state:merged', '', '');
    expect(await foldTallies(clients.sql)).toBe(4);
    expect(await balance()).toEqual([
      '2026-10-02 received 1',
      '2026-10-02 state:merged 1',
      '2026-10-02 state:received 0',
    ]);
    expect([...(await sums()), ...(await totals())]).toEqual([]);
  });

  test('keeps no total of what belongs to no agency', async () => {
    await tally('2026-10-02', 'refused', '', '00199');
    await foldTallies(clients.sql);
    expect(await sums()).toEqual(['2026-10-02 refused  00199  1']);
    expect(await totals()).toEqual([]);
  });

  test('adds to what is there; what comes late is in the total of its day and of every later one', async () => {
    await tally('2026-10-02', 'answered', 'a', '');
    await tally('2026-10-05', 'answered', 'a', '');
    await tally('2026-10-05', 'answered', 'b', '');
    await tally('2026-10-02', 'received', '', '', 5);
    await foldTallies(clients.sql);
    await tally('2026-10-01', 'answered', 'a', '');
    await tally('2026-10-03', 'answered', 'a', '', 10);
    await tally('2026-10-05', 'answered', 'a', '', 100);
    await tally('2026-10-02', 'received', '', '', -2);
    await foldTallies(clients.sql);
    expect(await totals()).toEqual([
      'a answered 2026-10-01 1',
      'a answered 2026-10-02 2',
      'a answered 2026-10-03 12',
      'a answered 2026-10-05 113',
      'b answered 2026-10-05 1',
    ]);
    expect(await balance()).toEqual(['2026-10-02 received 3']);
    expect(await sums()).toContain('2026-10-05 answered a   101');
  });

  test('takes no more than asked for, oldest first, and says when nothing is left', async () => {
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-03']) await tally(day, 'received', '', '');
    expect(await foldTallies(clients.sql, { limit: 2 })).toBe(2);
    expect(await balance()).toEqual(['2026-10-01 received 1', '2026-10-02 received 1']);
    expect(await foldTallies(clients.sql, { limit: 2 })).toBe(1);
    expect(await foldTallies(clients.sql, { limit: 2 })).toBe(0);
  });

  test('several replicas at once neither lose nor double a tally', async () => {
    await clients.sql`
      insert into tallies (day, measure, agency_code, count)
      select date '2026-10-01' + n % 7, 'answered', 'agency-' || n % 11, 1 from generate_series(1, 5000) n`;
    const replica = async () => {
      while ((await clients.sql`select 1 from tallies limit 1`).length > 0)
        await foldTallies(clients.sql, { limit: 100 });
    };
    await Promise.all([replica(), replica(), replica()]);
    const [summed] = await clients.sql`select sum(count)::int as count from tally_sums`;
    expect(summed).toEqual({ count: 5000 });
    const [last] =
      await clients.sql`select sum((totals->>'answered')::int)::int as total from agency_totals where day = '2026-10-07'`;
    expect(last).toEqual({ total: 5000 });
  });

  test('gives the same totals in whatever portions and order tallies come', async () => {
    const happened = fc.record({
      day: fc.integer({ min: 1, max: 9 }),
      agency: fc.constantFrom('a', 'b'),
      count: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(happened, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        async (all, limit) => {
          await clients.sql`truncate tallies, tally_sums, agency_totals`;
          for (const { day, agency, count } of all) await tally(`2026-10-0${day}`, 'answered', agency, '', count);
          while ((await foldTallies(clients.sql, { limit })) > 0);
          for (const {
            agency_code,
            day,
            total,
          } of await clients.sql`select agency_code, extract(day from day)::int as day, (totals->>'answered')::int as total from agency_totals`) {
            const upTo = all.filter((one) => one.agency === agency_code && one.day <= day);
            expect(total).toBe(upTo.reduce((sum, { count }) => sum + count, 0));
          }
          expect(await totals()).toHaveLength(new Set(all.map(({ agency, day }) => `${agency} ${day}`)).size);
        },
      ),
      { numRuns: 25 },
    );
  });
});
