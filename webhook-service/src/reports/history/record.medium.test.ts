import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chainOldHistory } from '../../../../db/chain-history.ts';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { NO_HASH_BEFORE } from '../../../../db/history-hash.ts';
import { reportHistory, tallies } from '../../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts';
import { waitFor } from '../../../../scripts/testing/wait-for.ts';
import { system } from '../lifecycle/roles.ts';
import { record } from './record.ts';
import { type LoggedReport, logReport, officer } from './testing/log-reports.ts';
import { type Finding, verifyHistory } from './verify.ts';

let database: TestDatabase;
let clients: DatabaseClients;
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 4 });
});
afterAll(async () => {
  await clients?.close();
  await database?.drop();
});

const at = new Date('2026-10-02T02:15:00.123Z');
const entry = (event: string, data: Record<string, unknown> = {}) => ({
  event,
  actor: system,
  at,
  isPublic: false,
  data,
});

const historyOf = ({ id }: LoggedReport) =>
  clients.db.select().from(reportHistory).where(eq(reportHistory.reportId, id)).orderBy(asc(reportHistory.seq));

async function findingsOf({ id }: LoggedReport): Promise<Finding[]> {
  const findings: Finding[] = [];
  const extent = { kind: 'report', reportId: id } as const;
  await verifyHistory(clients, extent, { onFinding: (finding) => findings.push(finding) });
  return findings;
}

describe('recording', () => {
  test('numbers the rows of a report from 1 and chains each to the one before, over several calls', async () => {
    const report = await logReport(clients.db, at);
    await record(clients.db, report.id, [entry('dispatched'), entry('accepted')]);
    const actor = officer;
    await record(clients.db, report.id, [{ event: 'extended', actor, at, isPublic: true, reason: 'Chờ vật tư' }]);

    const rows = await historyOf(report);
    expect(rows.map(({ seq, event }) => [seq, event])).toEqual([
      [1, 'received'],
      [2, 'dispatched'],
      [3, 'accepted'],
      [4, 'extended'],
    ]);
    expect(rows.map(({ previousHash }) => previousHash)).toEqual([
      NO_HASH_BEFORE,
      ...rows.slice(0, -1).map(({ hash }) => hash),
    ]);
    expect(rows[3]).toMatchObject({
      actorKind: 'staff',
      actor: '7',
      actorRole: 'handler',
      reason: 'Chờ vật tư',
      isPublic: true,
      data: {},
      at,
    });
    expect(await findingsOf(report)).toEqual([]);
  });

  test('writes nothing for no entries', async () => {
    const report = await logReport(clients.db, at);
    await record(clients.db, report.id, []);
    expect(await historyOf(report)).toHaveLength(1);
  });

  test('keeps a hash that still fits after any data went through jsonb', async () => {
    const report = await logReport(clients.db, at);
    const data = fc.object({
      key: fc.string({ unit: 'binary' }),
      values: [
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.integer(),
        fc.date(),
        fc.boolean(),
        fc.constant(null),
        fc.constant(undefined),
      ],
    });
    const entries = fc.record({ data, reason: fc.option(fc.string({ unit: 'binary' })) });
    await record(
      clients.db,
      report.id,
      fc.sample(entries, 300).map((made) => ({ ...entry('noted'), ...made })),
    );
    expect(await historyOf(report)).toHaveLength(301);
    expect(await findingsOf(report)).toEqual([]);
  });

  test('lets the second of two writers who did not lock the report fail, loudly and without a trace', async () => {
    const report = await logReport(clients.db, at);
    const outcomes = await Promise.allSettled([twoStep('accepted'), twoStep('refused')]);
    async function twoStep(event: string) {
      await clients.db.transaction(async (tx) => {
        await record(tx, report.id, [entry(event)]);
        // The other one has read the same last row before either commits.
        await bothHaveWritten();
      });
    }
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [failed] = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(String(failed.cause)).toContain('report_history_one_per_seq');
    expect(await historyOf(report)).toHaveLength(2);
    expect(await findingsOf(report)).toEqual([]);
  });

  test('writes what the entries count for in the same transaction', async () => {
    const report = await logReport(clients.db, at);
    await clients.sql`truncate tallies`;
    const whereabouts = { agencyCode: 'so-xay-dung', wardCode: '00199', categoryCode: 'GT-01' };
    const tally = {
      ...whereabouts,
      receivedDay: report.receivedDay,
      stateBefore: 'in_progress',
      stateAfter: 'answered',
    } as const;
    const answered = [entry('answered', { onTime: true })];
    await record(clients.db, report.id, answered, tally);
    const undone = clients.db.transaction(async (tx) => {
      await record(tx, report.id, answered, tally);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');

    const rows = await clients.db.select().from(tallies).orderBy(asc(tallies.id));
    expect(rows.map(({ id: _id, ...row }) => row)).toEqual([
      { day: '2026-10-02', measure: 'state:in_progress', agencyCode: '', wardCode: '', categoryCode: '', count: -1 },
      { day: '2026-10-02', measure: 'state:answered', agencyCode: '', wardCode: '', categoryCode: '', count: 1 },
      { day: '2026-10-02', measure: 'answered', ...whereabouts, count: 1 },
      { day: '2026-10-02', measure: 'answered_on_time', ...whereabouts, count: 1 },
    ]);
  });
});

describe('the log itself', () => {
  test.each([
    ['changed', (id: number) => clients.sql`update report_history set event = 'refused' where report_id = ${id}`],
    ['shortened', (id: number) => clients.sql`delete from report_history where report_id = ${id}`],
    ['emptied', () => clients.sql`truncate report_history`],
  ])('cannot be %s', async (_what, change) => {
    const report = await logReport(clients.db, at);
    await expect(change(report.id)).rejects.toThrow(/append-only/);
    expect(await historyOf(report)).toHaveLength(1);
  });
});

describe('history of before the chain', () => {
  test('is chained once, counted in the balance, and goes on from there', async () => {
    const report = await logReport(clients.db, at);
    const other = await logReport(clients.db, at);
    await asBeforeTheChain([report, other]);
    await expect(record(clients.db, report.id, [entry('accepted')])).rejects.toThrow(/before the chain/);

    expect(await chainOldHistory(clients.sql)).toBe(4);
    expect(await chainOldHistory(clients.sql)).toBe(0);
    await record(clients.db, report.id, [entry('accepted')]);

    expect((await historyOf(report)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(await findingsOf(report)).toEqual([]);
    expect(await findingsOf(other)).toEqual([]);
    const counted =
      await clients.sql`select day::text, measure, sum(count)::int as count from tallies group by 1, 2 order by 2`;
    expect(counted).toEqual([
      { day: '2026-10-02', measure: 'received', count: 2 },
      { day: '2026-10-02', measure: 'state:dispatched', count: 2 },
    ]);
  });

  /** Rows as the migration leaves them: numbered, without hashes, and without tallies. */
  async function asBeforeTheChain(old: LoggedReport[]): Promise<void> {
    const ids = old.map(({ id }) => id);
    const { sql } = clients;
    await sql`truncate tallies`;
    await sql`update reports set state = 'dispatched' where id = any(${ids}::bigint[])`;
    await sql`alter table report_history disable trigger report_history_append_only`;
    await sql`update report_history set hash = '', previous_hash = '' where report_id = any(${ids}::bigint[])`;
    await sql`alter table report_history enable trigger report_history_append_only`;
    await sql`
      insert into report_history (report_id, seq, at, event, actor_kind, actor_role, data, is_public, previous_hash, hash)
      select id, 2, received_at, 'dispatched', 'system', 'system', '{"agencyCode": "so-xay-dung", "n": 1.50}', true, '', ''
      from reports where id = any(${ids}::bigint[])`;
  }
});

/** The first writer holds its transaction open until the second, who has read the same last row, waits for it. */
async function bothHaveWritten(): Promise<void> {
  await waitFor(
    async () =>
      (
        await clients.sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      ).length > 0,
    { what: 'the other writer to wait for the index' },
  );
}
