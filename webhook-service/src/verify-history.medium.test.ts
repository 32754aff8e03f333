import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../db/client.ts';
import { historyRowHash } from '../../db/history-hash.ts';
import { createTestDatabase, type TestDatabase } from '../../scripts/testing/database.ts';
import { makeDigests } from './reports/history/digests.ts';
import { findingWords } from './reports/history/finding-words.ts';
import { type LoggedReport, logMove, logReport } from './reports/history/testing/log-reports.ts';
import { type Extent, verifyHistory } from './reports/history/verify.ts';

/** 09:00 in Hà Nội on a day of October 2026. */
const morning = (day: number) => new Date(Date.UTC(2026, 9, day, 2));

let database: TestDatabase;
let clients: DatabaseClients;
let first: LoggedReport;
let second: LoggedReport;

beforeEach(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 3 });
  first = await story(1);
  second = await story(1);
  await makeDigests(clients.db, { now: morning(4) });
});
afterEach(async () => {
  await clients?.close();
  await database?.drop();
});

/** Received on one day, dispatched and accepted on the next, answered on the third. */
async function story(day: number): Promise<LoggedReport> {
  const received = await logReport(clients.db, morning(day));
  const dispatched = await logMove(clients.db, received, {
    event: 'dispatched',
    to: 'dispatched',
    at: morning(day + 1),
  });
  const accepted = await logMove(clients.db, dispatched, {
    event: 'accepted',
    to: 'in_progress',
    at: morning(day + 1),
  });
  return await logMove(clients.db, accepted, { event: 'answered', to: 'answered', at: morning(day + 2) });
}

async function findings(extent: Extent = { kind: 'all' }): Promise<string[]> {
  const found: string[] = [];
  await verifyHistory(clients, extent, { onFinding: (finding) => found.push(findingWords(finding)) });
  return found;
}

/** What somebody with all rights on the database can do. */
async function tamper(change: (sql: DatabaseClients['sql']) => PromiseLike<unknown>): Promise<void> {
  await clients.sql`alter table report_history disable trigger user`;
  await change(clients.sql);
  await clients.sql`alter table report_history enable trigger user`;
}

describe('a log nobody touched', () => {
  test('is whole, and everything in it was looked at', async () => {
    const verified = await verifyHistory(
      clients,
      { kind: 'all' },
      { onFinding: (finding) => expect(finding).toBeNull() },
    );
    expect(verified).toEqual({ rows: 8, reports: 2, digests: 3, findings: 0 });
  });

  test('can be looked at in part: one report, or the days something happened', async () => {
    const onFinding = () => {};
    expect(await verifyHistory(clients, { kind: 'report', reportId: first.id }, { onFinding })).toEqual({
      rows: 4,
      reports: 1,
      digests: 3,
      findings: 0,
    });
    expect(await verifyHistory(clients, { kind: 'days', from: '2026-10-02', to: '2026-10-02' }, { onFinding })).toEqual(
      {
        rows: 8,
        reports: 2,
        digests: 1,
        findings: 0,
      },
    );
    expect(await verifyHistory(clients, { kind: 'days', from: '2026-10-04', to: '2026-10-09' }, { onFinding })).toEqual(
      {
        rows: 0,
        reports: 0,
        digests: 0,
        findings: 0,
      },
    );
  });
});

describe('a log somebody changed', () => {
  test('shows a changed row', async () => {
    await tamper((sql) => sql`update report_history set reason = 'khác' where report_id = ${first.id} and seq = 2`);
    const place = `${first.code}, dòng 2 (dispatched, 09:00 thứ Sáu, 02/10/2026)`;
    expect(await findings()).toEqual([`${place} đã bị sửa: nội dung không khớp mã băm.`]);
    expect(await findings({ kind: 'report', reportId: first.id })).toHaveLength(1);
    expect(await findings({ kind: 'report', reportId: second.id })).toEqual([]);
    expect(await findings({ kind: 'days', from: '2026-10-03', to: '2026-10-03' })).toHaveLength(1);
  });

  test('shows a removed row, in its chain and in the digest of its day', async () => {
    await tamper((sql) => sql`delete from report_history where report_id = ${first.id} and seq = 2`);
    expect(await findings()).toEqual([
      `${first.code}, dòng 3 (accepted, 09:00 thứ Sáu, 02/10/2026): lẽ ra là dòng 2, các dòng trước đó đã mất hoặc bị đổi số.`,
      'Mã tổng hợp ngày 02/10/2026 không khớp nhật ký: ghi 4 dòng, hiện có 3 dòng.',
    ]);
  });

  test('shows by the digest that the end of a history is gone, which no chain can know', async () => {
    await tamper((sql) => sql`delete from report_history where report_id = ${first.id} and seq = 4`);
    expect(await findings()).toEqual(['Mã tổng hợp ngày 03/10/2026 không khớp nhật ký: ghi 2 dòng, hiện có 1 dòng.']);
  });

  test('shows a report whose whole history is gone', async () => {
    await tamper((sql) => sql`delete from report_history where report_id = ${first.id}`);
    expect(await findings()).toContain(`${first.code}: không còn dòng lịch sử nào.`);
    expect(await findings({ kind: 'report', reportId: first.id })).toEqual([
      `${first.code}: không còn dòng lịch sử nào.`,
    ]);
    expect(await findings({ kind: 'report', reportId: second.id })).not.toContain(
      `${second.code}: không còn dòng lịch sử nào.`,
    );
  });

  test('shows a row slipped in between, though the rest was renumbered', async () => {
    await tamper(async (sql) => {
      await sql`update report_history set seq = seq + 100 where report_id = ${first.id} and seq > 2`;
      await sql`
        insert into report_history (report_id, seq, at, event, actor_kind, actor_role, is_public, previous_hash, hash)
        select report_id, 3, at, 'extended', 'staff', 'handler', true, hash, repeat('a', 64)
        from report_history where report_id = ${first.id} and seq = 2`;
      await sql`update report_history set seq = seq - 99 where report_id = ${first.id} and seq > 100`;
    });
    const found = await findings();
    expect(found[0]).toBe(
      `${first.code}, dòng 3 (extended, 09:00 thứ Sáu, 02/10/2026) đã bị sửa: nội dung không khớp mã băm.`,
    );
    expect(found[1]).toBe(
      `${first.code}, dòng 4 (accepted, 09:00 thứ Sáu, 02/10/2026) không nối tiếp dòng trước: có dòng đã bị thay, chèn hoặc xoá.`,
    );
  });

  test('shows two rows that changed places', async () => {
    await tamper(async (sql) => {
      await sql`update report_history set seq = 100 where report_id = ${first.id} and seq = 2`;
      await sql`update report_history set seq = 2 where report_id = ${first.id} and seq = 3`;
      await sql`update report_history set seq = 3 where report_id = ${first.id} and seq = 100`;
    });
    expect((await findings()).filter((words) => words.includes('đã bị sửa'))).toEqual([
      `${first.code}, dòng 2 (accepted, 09:00 thứ Sáu, 02/10/2026) đã bị sửa: nội dung không khớp mã băm.`,
      `${first.code}, dòng 3 (dispatched, 09:00 thứ Sáu, 02/10/2026) đã bị sửa: nội dung không khớp mã băm.`,
    ]);
  });

  test('shows by the digest a history forged with all its hashes', async () => {
    await tamper(async (sql) => {
      const [row] = await sql`select * from report_history where report_id = ${first.id} and seq = 4`;
      const forged = {
        ...{ reportId: first.id, seq: 4, at: row?.at, event: 'refused', actorKind: 'system', actor: null },
        ...{ actorRole: 'system', reason: null, data: {}, isPublic: true },
      };
      const hash = historyRowHash(forged, row?.previous_hash);
      await sql`update report_history set event = 'refused', hash = ${hash} where id = ${row?.id}`;
    });
    const words = 'Mã tổng hợp ngày 03/10/2026 không khớp nhật ký: ghi 2 dòng, hiện có 2 dòng.';
    expect(await findings()).toEqual([words]);
    expect(await findings({ kind: 'report', reportId: first.id })).toEqual([words]);
  });

  test('shows a changed digest, and that the next one does not continue it', async () => {
    await clients.sql`update history_digests set digest = repeat('a', 64) where day = '2026-10-02'`;
    expect(await findings()).toEqual([
      'Mã tổng hợp ngày 02/10/2026 không khớp nhật ký: ghi 4 dòng, hiện có 4 dòng.',
      'Mã tổng hợp ngày 03/10/2026 không nối tiếp ngày trước: có ngày đã bị sửa hoặc xoá.',
    ]);
  });

  test('shows a removed digest', async () => {
    await clients.sql`delete from history_digests where day = '2026-10-02'`;
    expect(await findings()).toEqual([
      'Mã tổng hợp ngày 03/10/2026 không nối tiếp ngày trước: có ngày đã bị sửa hoặc xoá.',
    ]);
  });
});

describe('a digest', () => {
  test('exists for each day that is over for an hour, and is made once', async () => {
    const days = async () =>
      (await clients.sql`select day::text, rows from history_digests order by day`).map((row) => ({ ...row }));
    const upToThird = [
      { day: '2026-10-01', rows: 2 },
      { day: '2026-10-02', rows: 4 },
      { day: '2026-10-03', rows: 2 },
    ];
    expect(await days()).toEqual(upToThird);
    // 00:59:59.999 in Hà Nội: transactions of before midnight may still be under way.
    expect(await makeDigests(clients.db, { now: new Date('2026-10-04T17:59:59.999Z') })).toBe(0);
    expect(await days()).toEqual(upToThird);
    expect(await makeDigests(clients.db, { now: new Date('2026-10-04T18:00:00.000Z') })).toBe(1);
    expect(await makeDigests(clients.db, { now: new Date('2026-10-04T18:00:00.000Z') })).toBe(0);
    expect(await days()).toEqual([...upToThird, { day: '2026-10-04', rows: 0 }]);
  });

  test('is made once by two replicas, and after days of standstill for every day of them', async () => {
    const now = morning(20);
    const made = await Promise.all([makeDigests(clients.db, { now }), makeDigests(clients.db, { now })]);
    expect(made[0] + made[1]).toBe(16);
    expect(await clients.sql`select 1 from history_digests`).toHaveLength(19);
    expect(await findings()).toEqual([]);
  });

  test('is not broken by a row that came after it: that one is in the digest of the day it came', async () => {
    // Zalo may deliver hours late, and then the time of what happened lies in a day that is closed.
    await logMove(clients.db, second, { event: 'confirmed', to: 'closed_confirmed', at: morning(3) });
    await logReport(clients.db, morning(4));
    expect(await findings()).toEqual([]);
    await makeDigests(clients.db, { now: morning(5) });
    expect((await clients.sql`select rows from history_digests where day = '2026-10-04'`)[0]).toEqual({ rows: 2 });
    expect(await findings()).toEqual([]);
    expect(await findings({ kind: 'report', reportId: second.id })).toEqual([]);

    await tamper((sql) => sql`delete from report_history where report_id = ${second.id} and seq = 5`);
    expect(await findings()).toEqual(['Mã tổng hợp ngày 04/10/2026 không khớp nhật ký: ghi 2 dòng, hiện có 1 dòng.']);
  });

  test('waits for a transaction that has drawn its row numbers and not committed', async () => {
    let made = 0;
    let inTime = true;
    await clients.sql.begin(async (tx) => {
      await tx`insert into report_history (report_id, seq, at, event, actor_kind, actor_role, is_public, previous_hash, hash)
        values (${first.id}, 5, ${morning(4)}, 'noted', 'system', 'system', false, '', 'x')`;
      // Gives up after two seconds, to be tried again by the next sweep.
      made = await makeDigests(clients.db, { now: morning(5) });
      inTime = (await tx`select 1 from history_digests where day = '2026-10-04'`).length > 0;
    });
    expect([made, inTime]).toEqual([0, false]);
    expect(await makeDigests(clients.db, { now: morning(5) })).toBe(1);
    expect((await clients.sql`select rows from history_digests where day = '2026-10-04'`)[0]).toEqual({ rows: 1 });
  });

  test('of an empty log is none', async () => {
    const empty = await createTestDatabase();
    const emptyClients = connectDatabase(empty.url, { max: 1 });
    expect(await makeDigests(emptyClients.db, { now: morning(5) })).toBe(0);
    await emptyClients.close();
    await empty.drop();
  });
});

describe('npm run history:verify', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'phan-anh-digests-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('says that all is whole and exits with 0', async () => {
    expect(await run([])).toEqual({
      code: 0,
      out: '✓ Đã kiểm tra 8 dòng lịch sử của 2 phản ánh và 3 mã tổng hợp ngày: toàn vẹn.\n',
      err: '',
    });
  });

  test('says what is broken, where, and exits with 1', async () => {
    await tamper((sql) => sql`update report_history set is_public = false where report_id = ${first.id} and seq = 3`);
    const line = `✗ ${first.code}, dòng 3 (accepted, 09:00 thứ Sáu, 02/10/2026) đã bị sửa: nội dung không khớp mã băm.`;
    expect(await run([first.code])).toEqual({
      code: 1,
      out: `${line}\n✗ Đã kiểm tra 4 dòng lịch sử của 1 phản ánh và 3 mã tổng hợp ngày: 1 chỗ sai.\n`,
      err: '',
    });
    expect((await run(['--from', '2026-10-03', '--to', '2026-10-03'])).code).toBe(1);
    expect(await run([second.code])).toMatchObject({ code: 0 });
  });

  test('compares with digests somebody kept', async () => {
    const items = await clients.sql<{ day: string; digest: string }[]>`select day::text, digest from history_digests`;
    const file = join(folder, 'kept.json');
    writeFileSync(file, JSON.stringify({ items }));
    expect((await run(['--digests', file])).code).toBe(0);
    const [, other] = items;
    if (other) other.digest = 'a'.repeat(64);
    writeFileSync(file, JSON.stringify({ items }));
    const outcome = await run(['--digests', file]);
    expect(outcome.code).toBe(1);
    expect(outcome.out).toMatch(/^✗ Mã tổng hợp ngày 0\d\/10\/2026 khác bản đã công bố\.$/m);
  });

  test.each([
    [['HN-ABCDEFGH'], 'Không tìm thấy phản ánh có mã này.'],
    [['--to', '2026-10-01'], 'Cách dùng:'],
    [['--from', '2026-10-02', '--to', '2026-10-01'], 'Cách dùng:'],
    [['--from', '2026-02-30'], 'Cách dùng:'],
    [['--everything'], 'Cách dùng:'],
    [['HN-ABCDEFGH', 'HN-ABCDEFGH'], 'Cách dùng:'],
  ])('does not guess at %j: says what is wrong and exits with 2', async (args, message) => {
    const outcome = await run(args);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(message);
  });

  test('without DATABASE_URL says so', async () => {
    expect(await run([], { DATABASE_URL: '' })).toMatchObject({ code: 2, err: 'DATABASE_URL chưa được đặt.\n' });
  });

  function run(args: string[], env: Record<string, string> = { DATABASE_URL: database.url }) {
    const script = fileURLToPath(new URL('./verify-history.ts', import.meta.url));
    return new Promise<{ code: number; out: string; err: string }>((done) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', script, ...args],
        { env: { PATH: process.env.PATH, ...env } },
        (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
    });
  }
});
