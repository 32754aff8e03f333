import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { openIncidents } from '../incidents/incidents.ts';
import { foldTallies } from '../reports/history/fold-tallies.ts';
import { type LoggedReport, logMove, logReport } from '../reports/history/testing/log-reports.ts';
import { checkBalance, checkBalances } from './check-balances.ts';
import { compareBalances } from './compare-balances.ts';
import { readBalance } from './read-balance.ts';

/** 09:00 in Hà Nội on a day of October 2026. */
const morning = (day: number) => new Date(Date.UTC(2026, 9, day, 2));

let database: TestDatabase;
let clients: DatabaseClients;
beforeEach(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 3 });
});
afterEach(async () => {
  await clients?.close();
  await database?.drop();
});

const receive = (day: number) => logReport(clients.db, morning(day));
const move = (report: LoggedReport, event: string, to: LoggedReport['state'], day: number, data = {}) =>
  logMove(clients.db, report, { event, to, at: morning(day), data });

/** One report of the first answered and confirmed, one reopened; one of the second refused, one still open. */
async function someDays(): Promise<void> {
  for (const last of ['confirmed', 'reopened'] as const) {
    const dispatched = await move(await receive(1), 'dispatched', 'dispatched', 1);
    const accepted = await move(dispatched, 'accepted', 'in_progress', 2);
    const answered = await move(accepted, 'answered', 'answered', 3, { onTime: true });
    if (last === 'confirmed') await move(answered, 'confirmed', 'closed_confirmed', 4);
    else await move(answered, 'reopened', 'in_progress', 4, { from: 'ubnd-00199', agencyCode: 'ubnd-00199' });
  }
  await move(await receive(2), 'refused', 'refused', 2);
  await receive(2);
}

const openDays = async () =>
  (await openIncidents(clients.db)).items.map(({ key, data, times }) => ({ key, data, times }));
const none = { open: 0, answered: 0, refused: 0, merged: 0, withdrawn: 0 };

describe('the balance of a period', () => {
  const expected = {
    days: [
      { day: '2026-10-01', received: 2, ...none, open: 1, answered: 1, holds: true },
      { day: '2026-10-02', received: 2, ...none, open: 1, refused: 1, holds: true },
    ],
    total: { received: 4, ...none, open: 2, answered: 1, refused: 1, holds: true },
  };
  const october = { from: '2026-10-01', to: '2026-10-31' };

  test('is the same before, between and after its tallies are folded', async () => {
    await someDays();
    expect(await readBalance(clients.sql, october)).toEqual(expected);
    await foldTallies(clients.sql, { limit: 7 });
    expect(await readBalance(clients.sql, october)).toEqual(expected);
    await foldTallies(clients.sql);
    expect(await readBalance(clients.sql, october)).toEqual(expected);
  });

  test('has the days asked for, both ends included', async () => {
    await someDays();
    const days = async (from: string, to: string) =>
      (await readBalance(clients.sql, { from, to })).days.map(({ day }) => day);
    expect(await days('2026-10-02', '2026-10-02')).toEqual(['2026-10-02']);
    expect(await days('2026-09-01', '2026-10-01')).toEqual(['2026-10-01']);
    expect(await readBalance(clients.sql, { from: '2026-10-03', to: '2026-10-09' })).toEqual({
      days: [],
      total: { received: 0, ...none, holds: true },
    });
  });

  test('does not hold when two days are wrong in opposite ways', async () => {
    await clients.sql`insert into tallies (day, measure, count) values ('2026-10-01', 'received', 1), ('2026-10-02', 'state:merged', 1)`;
    const { days, total } = await readBalance(clients.sql, october);
    expect(days.map(({ holds }) => holds)).toEqual([false, false]);
    expect(total).toEqual({ received: 1, ...none, merged: 1, holds: false });
  });
});

describe('three counts of the same reports', () => {
  test('agree on what the service wrote', async () => {
    await someDays();
    expect(await compareBalances(clients.sql, 'all')).toEqual([]);
    await foldTallies(clients.sql);
    expect(await compareBalances(clients.sql, ['2026-10-01', '2026-10-02', '2026-10-03'])).toEqual([]);
  });

  test('show a report whose state was changed past the lifecycle', async () => {
    await someDays();
    await clients.sql`update reports set state = 'refused' where state = 'closed_confirmed'`;
    const mismatch = {
      day: '2026-10-01',
      difference: {
        'state:closed_confirmed': { reports: 0, tallies: 1, history: 1 },
        'state:refused': { reports: 1, tallies: 0, history: 0 },
      },
    };
    expect(await compareBalances(clients.sql, 'all')).toEqual([mismatch]);
    expect(await compareBalances(clients.sql, ['2026-10-01'])).toEqual([mismatch]);
    expect(await compareBalances(clients.sql, ['2026-10-02'])).toEqual([]);
  });

  test('show a tally that was lost', async () => {
    await someDays();
    await clients.sql`delete from tallies where measure = 'received' and day = '2026-10-02' and id = (select max(id) from tallies where measure = 'received')`;
    expect(await compareBalances(clients.sql, 'all')).toEqual([
      { day: '2026-10-02', difference: { received: { reports: 2, tallies: 1, history: 2 } } },
    ]);
  });

  test('show a report without a history, and a history that stops short', async () => {
    await someDays();
    await clients.sql`alter table report_history disable trigger user`;
    await clients.sql`delete from report_history where event = 'confirmed'`;
    await clients.sql`delete from report_history where report_id = (select max(id) from reports)`;
    expect(await compareBalances(clients.sql, 'all')).toEqual([
      {
        day: '2026-10-01',
        difference: {
          'state:answered': { reports: 0, tallies: 0, history: 1 },
          'state:closed_confirmed': { reports: 1, tallies: 1, history: 0 },
        },
      },
      {
        day: '2026-10-02',
        difference: {
          received: { reports: 2, tallies: 2, history: 1 },
          'state:received': { reports: 1, tallies: 1, history: 0 },
        },
      },
    ]);
  });

  test('put a report received just after midnight on its day in Hà Nội', async () => {
    await logReport(clients.db, new Date('2026-10-01T17:00:00Z'));
    await logReport(clients.db, new Date('2026-10-01T16:59:59.999Z'));
    expect(await compareBalances(clients.sql, 'all')).toEqual([]);
    expect(await compareBalances(clients.sql, ['2026-10-02'])).toEqual([]);
    expect((await readBalance(clients.sql, { from: '2026-10-02', to: '2026-10-02' })).total.received).toBe(1);
  });
});

describe('the daily check', () => {
  const wrong = () => clients.sql`update reports set state = 'merged' where state = 'refused'`;
  const right = () => clients.sql`update reports set state = 'refused' where state = 'merged'`;
  const difference = {
    'state:refused': { reports: 0, tallies: 1, history: 1 },
    'state:merged': { reports: 1, tallies: 0, history: 0 },
  };
  /** 01:00 in Hà Nội, an hour after the end of the day before. */
  const night = (day: number) => new Date(Date.UTC(2026, 9, day - 1, 18));

  test('looks at everything the first time, raises an incident for a day that is wrong, and then waits for the next day', async () => {
    await someDays();
    await wrong();
    expect(await checkBalances(clients, { now: night(5) })).toEqual([{ day: '2026-10-02', difference }]);
    expect(await openDays()).toEqual([{ key: '2026-10-02', data: difference, times: 1 }]);
    expect(await checkBalances(clients, { now: morning(5) })).toEqual([]);
    expect(await clients.sql`select day::text, days, mismatches, checked_at from balance_checks`).toEqual([
      { day: '2026-10-04', days: 2, mismatches: 1, checked_at: night(5) },
    ]);
    // A minute before the day has rested for an hour nothing happens.
    expect(await checkBalances(clients, { now: new Date(night(6).getTime() - 1) })).toEqual([]);
    expect((await openDays())[0]?.times).toBe(1);
  });

  test('counts up while a day stays wrong, and settles the incident once it is right', async () => {
    await someDays();
    await wrong();
    await checkBalances(clients, { now: night(5) });
    await checkBalances(clients, { now: night(20) });
    expect(await openDays()).toEqual([{ key: '2026-10-02', data: difference, times: 2 }]);
    await right();
    expect(await checkBalances(clients, { now: night(21) })).toEqual([]);
    expect(await openDays()).toEqual([]);
  });

  test('looks again at old days to which something happened, and leaves the others alone', async () => {
    await someDays();
    const late = await receive(3);
    await checkBalances(clients, { now: night(12) });
    await clients.sql`update reports set state = 'merged' where received_day in ('2026-10-02', '2026-10-03')`;
    await move({ ...late, state: 'received' }, 'refused', 'refused', 14);
    await clients.sql`update reports set state = 'withdrawn' where id = ${late.id}`;
    const found = await checkBalances(clients, { now: night(15) });
    expect(found.map(({ day }) => day)).toEqual(['2026-10-03']);
    expect((await clients.sql`select days from balance_checks where day = '2026-10-14'`)[0]).toEqual({ days: 2 });
  });

  test('finds a report that was stored without its day', async () => {
    await someDays();
    await checkBalances(clients, { now: night(5) });
    const { id } = await receive(5);
    await clients.sql`update reports set received_day = '' where id = ${id}`;
    const found = await checkBalances(clients, { now: night(6) });
    const less = { reports: 0, tallies: 1, history: 1 };
    expect(found).toEqual([{ day: '2026-10-05', difference: { received: less, 'state:received': less } }]);
  });

  test('two replicas at once leave one incident and one line', async () => {
    await someDays();
    await wrong();
    await Promise.all([checkBalances(clients, { now: night(5) }), checkBalances(clients, { now: night(5) })]);
    expect(await openDays()).toHaveLength(1);
    expect(await clients.sql`select 1 from balance_checks`).toHaveLength(1);
  });

  test('can be asked for single days, and settles only what it looked at', async () => {
    await someDays();
    await wrong();
    const now = morning(5);
    await checkBalance(clients, { days: ['2026-10-02'], now });
    await right();
    await checkBalance(clients, { days: ['2026-10-01'], now });
    expect(await openDays()).toHaveLength(1);
    await checkBalance(clients, { days: ['2026-10-02'], now });
    expect(await openDays()).toHaveLength(0);
  });

  test('of an empty city is in order', async () => {
    expect(await checkBalances(clients, { now: night(5) })).toEqual([]);
    expect(await clients.sql`select days, mismatches from balance_checks`).toEqual([{ days: 0, mismatches: 0 }]);
  });
});
