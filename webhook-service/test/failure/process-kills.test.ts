import { spawn } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { migrateDatabase } from '../../../db/migrate.ts';
import { startOwnPostgres } from '../../../scripts/testing/own-servers.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { whereFound } from '../../src/rights/testing/scan.ts';
import { type City, startCity } from '../city.ts';
import { allRead, hire, inboxEmpty, proofPhoto } from '../console/official.ts';
import { newcomer, type Person, reportsOf } from '../conversation/talk.ts';
import { standstill, tell } from './troubles.ts';

const POTHOLE = 'ổ gà to giữa đường, phường Láng';
const env = { WARD_BOUNDARIES: '' };
/** A worker of its own needs some seconds to start, and what a killed one had in hand some more to be found again. */
const PATIENCE_MS = 60_000;

let undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.reverse()) await step();
  undo = [];
});

async function openCity(options: Parameters<typeof startCity>[0]): Promise<City> {
  const city = await startCity({ env, ...options });
  undo.push(city.stop);
  return city;
}

async function reporter(city: City): Promise<{ person: Person; code: string; reportId: number }> {
  const person = await newcomer(city);
  await person.sends(POTHOLE);
  await waitFor(async () => (await city.heard(person.id)).some((text) => /đã chuyển/.test(text)), {
    what: 'the report to be on its way',
    timeoutMs: PATIENCE_MS,
  });
  const [report] = await reportsOf(city, person);
  return { person, code: report?.code ?? '', reportId: report?.id ?? 0 };
}

test('the server is killed when an event is stored and not yet answered: its redelivery is known, the report is made once', async () => {
  const city = await openCity({ roles: ['worker'] });
  const server = spawn(process.execPath, ['--import', 'tsx', 'webhook-service/src/server.ts'], {
    env: { PATH: process.env.PATH, ...city.env },
    stdio: 'ignore',
  });
  undo.push(async () => server.kill('SIGKILL'));
  await waitFor(async () => (await fetch(`${city.url}/livez`)).ok, { what: 'the server', timeoutMs: PATIENCE_MS });
  const person = await newcomer(city);
  const stop = await slowInserts(city);
  await person.sends(POTHOLE);
  await stop.reached();
  server.kill('SIGKILL');
  await city.simulator.idle();
  await stop.end();
  const stored = () => city.database.sql`select id from inbox_events where event_name = 'user_send_text'`;
  await waitFor(async () => (await stored()).length === 1, { what: 'the event that was on its way to be stored' });

  await city.startServer();
  await city.zalo.advance(30_000);
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  const attempts = (await city.zalo.wire()).filter(({ title }) => title.startsWith('user_send_text'));
  expect(attempts.map(({ status }) => status)).toEqual([expect.not.stringMatching(/200/), 200]);
  expect(await stored()).toHaveLength(1);
  expect(await reportsOf(city, person)).toHaveLength(1);
  expect((await person.heardInTheEnd()).filter((text) => /^Đã nhận phản ánh/.test(text))).toHaveLength(1);
}, 120_000);

test('the worker is killed while an answer typed in the console is carried out: the next one gives it, once', async () => {
  const city = await openCity({ roles: ['server'] });
  const worker = city.spawnWorker();
  const answered = await answerIsRead(city);
  const stop = await standstill(city, 'report_history');
  await answered.letItBeRead();
  await stop.reached();
  worker.kill('SIGKILL');
  await stop.end();

  await city.startWorker();
  await answered.once();
}, 120_000);

test('PostgreSQL is killed while an answer typed in the console is carried out: it is given once when it is back', async () => {
  const postgres = await startOwnPostgres();
  undo.push(postgres.stop);
  await migrateDatabase(postgres.url);
  const city = await openCity({ databaseUrl: postgres.url });
  const answered = await answerIsRead(city);
  const stop = await standstill(city, 'report_history');
  await answered.letItBeRead();
  await stop.reached();
  await postgres.kill();
  // The lock has gone with the server.
  await stop.end().catch(() => {});
  await postgres.start();

  await answered.once();
}, 120_000);

test('the worker is killed in the middle of an erasure: the next one ends it, and the person is told once', async () => {
  const city = await openCity({ roles: ['server'] });
  const worker = city.spawnWorker();
  const { person, code } = await reporter(city);
  await person.sends('Xóa dữ liệu của tôi');
  await person.hears(/^Xóa dữ liệu thì không lấy lại được/);
  const stop = await standstill(city, 'report_history');
  await person.sends('XÓA DỮ LIỆU');
  await stop.reached();
  worker.kill('SIGKILL');
  await stop.end();

  await city.startWorker();
  const request = () => city.database.sql<{ state: string }[]>`select state from privacy_requests where kind = 'erase'`;
  await waitFor(async () => (await request())[0]?.state === 'done', { what: 'the erasure', timeoutMs: PATIENCE_MS });
  expect(await request()).toHaveLength(1);
  // The echo and the receipt of the last message name the person once more; they are looked for a quarter of an hour later.
  await city.simulator.idle();
  await city.database.sql`
    update jobs set run_at = now(), version = version + 1, queued_at = null where name = 'privacy.perform'`;
  const traces = () => whereFound(city.database.sql, [POTHOLE, person.id]);
  await waitFor(async () => (await traces()).length === 0, { what: 'every trace to be gone' });
  const events = await city.database.sql<{ event: string }[]>`
    select event from report_history join reports on reports.id = report_id where code = ${code} order by report_history.id`;
  expect(events.filter(({ event }) => event === 'personal_data_erased')).toHaveLength(1);
  expect((await city.heard(person.id)).filter((text) => /được xóa ngay sau tin này/.test(text))).toHaveLength(1);
}, 120_000);

test('the worker is killed while small news becomes a digest: the next one writes it, once', async () => {
  const city = await openCity({ roles: ['server'] });
  const worker = city.spawnWorker();
  const { person, reportId } = await reporter(city);
  await city.zalo.act(person.id, { act: 'block' });
  const ids: number[] = [];
  for (const text of ['Tin nhỏ một', 'Tin nhỏ hai', 'Tin nhỏ ba']) {
    ids.push(await tell(city, person, text, { kind: 'due_changed', reportId }));
  }
  const small = () =>
    city.database.sql<{ state: string }[]>`select state from outbox_messages where kind = 'due_changed'`;
  const allAre = async (state: string) => (await small()).every((message) => message.state === state);
  await waitFor(() => allAre('held'), { what: 'the news to be held', timeoutMs: PATIENCE_MS });
  const digest = await sameKeyElsewhere(city, ids);
  await city.zalo.act(person.id, { act: 'unblock' });
  await person.sends('cảm ơn');
  await digest.reached();
  worker.kill('SIGKILL');
  await digest.end();

  await city.startWorker();
  await waitFor(() => allAre('folded'), { what: 'the news to be folded', timeoutMs: PATIENCE_MS });
  const heard = await person.heardInTheEnd();
  expect(heard.filter((text) => /Xem diễn biến: /.test(text) && !/đã chuyển/.test(text))).toHaveLength(1);
  expect(heard.filter((text) => /^Tin nhỏ/.test(text))).toEqual([]);
  const [digests] = await city.database.sql`select count(*)::int as count from outbox_messages where kind = 'digest'`;
  expect(digests).toEqual({ count: 1 });
}, 120_000);

/**
 * Events are stored only when let go, also for a server that has died meanwhile: PostgreSQL has its whole statement already
 * (a lock of the table would be met before that).
 */
async function slowInserts({ database: { sql } }: City) {
  await sql`create function stand_still() returns trigger language plpgsql
            as 'begin perform pg_advisory_xact_lock_shared(20250722); return null; end'`;
  await sql`create trigger stand_still before insert on inbox_events for each statement execute function stand_still()`;
  const blocker = await sql.reserve();
  await blocker`select pg_advisory_lock(20250722)`;
  const waiting = () => sql`select 1 from pg_locks where not granted and locktype = 'advisory' and objid = 20250722`;
  return {
    reached: () => waitFor(async () => (await waiting()).length > 0, { what: 'an event on its way to be stored' }),
    end: async () => {
      await blocker`select pg_advisory_unlock(20250722)`;
      blocker.release();
    },
  };
}

/** An uncommitted row with the key of the digest: whoever wants to write it stands still. */
async function sameKeyElsewhere({ database: { sql } }: City, ids: number[]) {
  const blocker = await sql.reserve();
  await blocker`begin`;
  await blocker`
    insert into outbox_messages (citizen_id, kind, text, idempotency_key, next_attempt_at, created_at)
    select id, 'digest', '', 'digest:' || id || ':' || ${Math.max(...ids)}, now(), now() from citizens
    where id = (select citizen_id from outbox_messages where id = ${ids[0] ?? 0})`;
  const waiting = () => sql`
    select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'insert into "outbox_messages"%'
      and datname = current_database()`;
  return {
    reached: () => waitFor(async () => (await waiting()).length > 0, { what: 'the digest', timeoutMs: PATIENCE_MS }),
    end: async () => {
      await blocker`rollback`;
      blocker.release();
    },
  };
}

/** An official types a result with its photo in the chat of somebody whose report it is. */
async function answerIsRead(city: City) {
  const { person, code, reportId } = await reporter(city);
  const official = await hire(city, { agencies: ['ubnd-00199'] });
  await official.linksAccount(person.id);
  const day = new Date().toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
  const words = `Sáng ${day}, tổ hạ tầng phường đã vá ổ gà giữa đường bằng 6 m2 bê tông nhựa, mặt đường đã bằng phẳng.`;
  await official.types(person.id, `Kết quả ${code}: ${words}`);
  await official.sendsPhoto(person.id, await proofPhoto(city));
  await inboxEmpty(city);
  return {
    /** Ends the time in which the answer waits for more photos. */
    letItBeRead: () =>
      city.database.sql.begin(async (sql) => {
        await sql`update console_messages set settle_at = now() - interval '1 second' where state = 'gathering'`;
        await sql`update jobs set run_at = now() - interval '1 second', version = version + 1, queued_at = null
                  where name = 'console.settle' and finished_at is null and failed_at is null`;
        await sql`select pg_notify('relay', '')`;
      }),
    once: async () => {
      await waitFor(async () => (await reportsOf(city, person))[0]?.state === 'answered', {
        what: 'the report to be answered',
        timeoutMs: PATIENCE_MS,
      });
      await allRead(city);
      const heard = await person.heardInTheEnd();
      expect(heard.filter((text) => /đã trả lời/.test(text))).toHaveLength(1);
      const [counts] = await city.database.sql`
        select (select count(*)::int from answers where report_id = ${reportId}) as answers,
               (select count(*)::int from evidence where report_id = ${reportId} and answer_id is not null) as photos,
               (select count(*)::int from report_history where report_id = ${reportId} and event = 'answered') as events,
               (select count(*)::int from console_messages where deed = 'answer' and state = 'done') as done`;
      expect(counts).toEqual({ answers: 1, photos: 1, events: 1, done: 1 });
    },
  };
}
