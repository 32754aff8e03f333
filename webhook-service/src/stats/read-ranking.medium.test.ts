import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { foldTallies } from '../reports/history/fold-tallies.ts';
import { readRanking } from './read-ranking.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 2 });
});
beforeEach(async () => {
  await clients.sql`truncate tallies, tally_sums, balance_sums, agency_totals`;
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

/** An answer on time every day from 15 August to 14 November 2026, in two wards; on odd days of the month also one late. */
async function answers(): Promise<void> {
  await clients.sql`
    insert into tallies (day, measure, agency_code, ward_code, count)
    select day, measure, agency, 'ward-' || extract(day from day)::int % 2, 1
    from generate_series(timestamp '2026-08-15', timestamp '2026-11-14', interval '1 day') as day,
      unnest(array['ubnd-00199', 'so-xay-dung', '']) as agency, unnest(array['answered', 'answered_on_time']) as measure`;
  await clients.sql`
    insert into tallies (day, measure, agency_code, count)
    select day, measure, 'so-xay-dung', 1
    from generate_series(timestamp '2026-08-15', timestamp '2026-11-14', interval '1 day') as day,
      unnest(array['answered', 'answered_late']) as measure
    where extract(day from day)::int % 2 = 1`;
  await clients.sql`insert into tallies (day, measure, count) values ('2026-09-01', 'received', 5), ('2026-09-01', 'state:answered', 5)`;
}

const shares = async (from: string, to: string, minimum?: number) =>
  (await readRanking(clients.sql, { from, to, ...(minimum !== undefined && { minimum }) })).map(
    ({ agencyCode, progress: { rank, share }, answered }) =>
      `${agencyCode} ${rank} ${share.numerator}/${share.denominator} of ${answered}`,
  );

describe('the ranking of a period', () => {
  test.each([
    ['not folded', async () => {}],
    ['folded by half', () => foldTallies(clients.sql, { limit: 300 })],
    ['folded', () => foldTallies(clients.sql)],
  ])('counts every day from the first to the last and no other, tallies %s', async (_how, fold) => {
    await answers();
    await fold();
    // 17 days of August, all of September and October, 14 days of November.
    expect(await shares('2026-08-15', '2026-11-14')).toEqual([
      'ubnd-00199 1 92/92 of 92',
      'so-xay-dung 2 92/139 of 139',
    ]);
    expect(await shares('2026-09-01', '2026-09-30')).toEqual(['ubnd-00199 1 30/30 of 30', 'so-xay-dung 2 30/45 of 45']);
    expect(await shares('2026-09-30', '2026-10-01')).toEqual(['so-xay-dung null 2/3 of 3', 'ubnd-00199 null 2/2 of 2']);
    expect(await shares('2026-08-31', '2026-10-01', 30)).toEqual([
      'ubnd-00199 1 32/32 of 32',
      'so-xay-dung 2 32/49 of 49',
    ]);
    expect(await shares('2027-01-01', '2027-12-31')).toEqual([]);
  });
});
