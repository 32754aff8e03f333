import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type City, quiet, sendWholeReport, startCity } from '../city.ts';

let city: City;
beforeEach(async () => {
  city = await startCity({ roles: ['server'] });
});
afterEach(() => city?.stop());

test('killed between claiming a draft and committing its report: the next worker makes it, once', async () => {
  const [citizen = ''] = city.citizens();
  const first = city.spawnWorker();
  const blocker = await city.database.sql.reserve();
  // Holds every insert into the report's history, so that the transaction that makes the report stands still in its middle.
  await blocker`begin`;
  await blocker`lock table report_history in access exclusive mode`;
  await sendWholeReport(city, citizen, 2);
  await waitFor(async () => (await blocked(city)) > 0, {
    what: 'the worker to stand in the middle of its transaction',
    timeoutMs: 30_000,
  });
  first.kill('SIGKILL');
  await blocker`rollback`;
  blocker.release();

  await city.startWorker();
  await quiet(city);
  const [counts] = await city.database.sql`
    select (select count(*)::int from reports) as reports, (select count(*)::int from report_history where event = 'received') as received`;
  expect(counts).toEqual({ reports: 1, received: 1 });
  const heard = await city.heard(citizen);
  expect(heard.filter((text) => text.startsWith('Đã nhận phản ánh'))).toHaveLength(1);
});

test('killed while Zalo has the message but the answer is on its way: the citizen gets it once', async () => {
  const [citizen = ''] = city.citizens();
  // Zalo takes the message, echoes nothing, and never answers: only the conversation can tell.
  await city.zalo.settings({ fault: 'timeout-after', faultCalls: 1, echo: 'none' });
  const first = city.spawnWorker();
  await sendWholeReport(city, citizen);
  // The notice on their data is the first thing said.
  await waitFor(async () => (await fromTheOa(citizen)).length === 1, {
    what: 'Zalo to have the message',
    timeoutMs: 30_000,
  });
  first.kill('SIGKILL');

  await city.startWorker();
  await quiet(city);
  const heard = await fromTheOa(citizen);
  expect(new Set(heard).size).toBe(heard.length);
  expect(heard.filter((text) => text.startsWith('Đã nhận phản ánh'))).toHaveLength(1);
  const [message] = await city.database
    .sql`select attempts, zalo_message_id is not null as known from outbox_messages order by id limit 1`;
  expect(message).toEqual({ attempts: 1, known: true });
});

async function fromTheOa(citizenId: string): Promise<string[]> {
  const messages = await city.zalo.messages(citizenId);
  return messages.filter(({ from }) => from === 'app').map(({ text }) => text ?? '');
}

async function blocked(target: City): Promise<number> {
  const [row] = await target.database.sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and query like '%report_history%' and datname = current_database()`;
  return row?.count ?? 0;
}
