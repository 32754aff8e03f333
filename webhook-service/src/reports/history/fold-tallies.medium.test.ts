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
  await clients.sql`truncate tallies, tally_sums`;
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const sums = () =>
  clients.sql`select day::text, measure, agency_code as agency, ward_code as ward, count::int from tally_sums order by measure, day, agency_code, ward_code`;

function tally(day: string, measure: string, agency: string, ward: string, count = 1) {
  return clients.sql`insert into tallies (day, measure, agency_code, ward_code, count) values (${day}, ${measure}, ${agency}, ${ward}, ${count})`;
}

describe('folding tallies', () => {
  test('keeps each as it is, per agency and day, and per agency and month', async () => {
    await tally('2026-10-02', 'answered', 'ubnd-00199', '00199');
    await tally('2026-10-02', 'answered', 'ubnd-00199', '00200');
    await tally('2026-10-31', 'answered', 'ubnd-00199', '00199');
    expect(await foldTallies(clients.sql)).toBe(3);
    const agency = 'ubnd-00199';
    expect(await sums()).toEqual([
      { day: '2026-10-02', measure: 'answered', agency, ward: '00199', count: 1 },
      { day: '2026-10-02', measure: 'answered', agency, ward: '00200', count: 1 },
      { day: '2026-10-31', measure: 'answered', agency, ward: '00199', count: 1 },
      { day: '2026-10-02', measure: 'day:answered', agency, ward: '', count: 2 },
      { day: '2026-10-31', measure: 'day:answered', agency, ward: '', count: 1 },
      { day: '2026-10-01', measure: 'month:answered', agency, ward: '', count: 3 },
    ]);
    expect(await clients.sql`select 1 from tallies`).toHaveLength(0);
  });

  test('keeps what belongs to no agency only as it is', async () => {
    await tally('2026-10-02', 'state:received', '', '', 1);
    await foldTallies(clients.sql);
    expect(await sums()).toEqual([{ day: '2026-10-02', measure: 'state:received', agency: '', ward: '', count: 1 }]);
  });

  test('adds to what is there, also negative counts', async () => {
    await tally('2026-10-02', 'state:received', '', '', 5);
    await foldTallies(clients.sql);
    await tally('2026-10-02', 'state:received', '', '', -2);
    await foldTallies(clients.sql);
    expect((await sums())[0]).toMatchObject({ count: 3 });
  });

  test('takes no more than asked for, oldest first, and says when nothing is left', async () => {
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-03']) await tally(day, 'received', '', '');
    expect(await foldTallies(clients.sql, { limit: 2 })).toBe(2);
    expect((await sums()).map(({ day }) => day)).toEqual(['2026-10-01', '2026-10-02']);
    expect(await foldTallies(clients.sql, { limit: 2 })).toBe(1);
    expect(await foldTallies(clients.sql, { limit: 2 })).toBe(0);
  });

  test('several replicas at once neither lose nor double a tally', async () => {
    await clients.sql`
      insert into tallies (day, measure, agency_code, count)
      select date '2026-10-01' + n % 7, 'answered', 'agency-' || n % 11, 1 from generate_series(1, 5000) n`;
    const replica = async () => {
      while ((await foldTallies(clients.sql, { limit: 100 })) > 0);
    };
    await Promise.all([replica(), replica(), replica(), replica()]);
    // A replica that finds the rest locked by another one stops; its next sweep comes.
    await replica();
    const [total] = await clients.sql`
      select sum(count) filter (where measure = 'answered')::int as plain, sum(count) filter (where measure = 'day:answered')::int as days,
        sum(count) filter (where measure = 'month:answered')::int as months from tally_sums`;
    expect(total).toEqual({ plain: 5000, days: 5000, months: 5000 });
  });
});
