import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, quiet, sendWholeReport, startCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
  await city.startWorker();
});
afterAll(() => city?.stop());

test('two hundred timers due in one second fire once each, on two workers, with their alarms ringing twice', async () => {
  const [citizen = ''] = city.citizens();
  await sendWholeReport(city, citizen);
  await quiet(city);
  const { sql } = city.database;
  // Copies of a dispatched report, whose answer was due a moment ago.
  await sql`
    insert into reports (code, state, channel, citizen_id, text, priority_class, received_at, accept_due_at, answer_due_at, agency_code, category_code, policy_version)
    select 'HN-TEST' || n, 'dispatched', 'chat', citizen_id, text, priority_class, received_at, accept_due_at, now(), agency_code, category_code, policy_version
    from (select * from reports order by id limit 1) as first, generate_series(1, 100) as n`;
  await sql`
    insert into timers (report_id, kind, run_at)
    select id, kind, now() + interval '1 second' from reports, (values ('answer_warn'), ('answer_breach')) as kinds(kind) where code like 'HN-TEST%'`;
  await sql`select pg_notify('relay', '')`;
  await sql`update timers set queued_at = null where finished_at is null`;
  await quiet(city);

  const [counts] = await sql`
    select count(*)::int as fired, count(distinct report_id)::int as reports from timers
    where outcome = 'fired' and report_id in (select id from reports where code like 'HN-TEST%')`;
  expect(counts).toEqual({ fired: 200, reports: 100 });
  const acts = await sql`
    select event, count(*)::int as times, count(distinct report_id)::int as reports from report_history
    where event in ('due_soon', 'overdue') group by event order by event`;
  expect([...acts]).toEqual([
    { event: 'due_soon', times: 100, reports: 100 },
    { event: 'overdue', times: 100, reports: 100 },
  ]);
  const [told] = await sql`select count(*)::int as messages from outbox_messages where kind = 'overdue'`;
  expect(told).toEqual({ messages: 100 });
}, 120_000);
