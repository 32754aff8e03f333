import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type City, hears, quiet, sendWholeReport, startCity } from '../city.ts';
import { gapCheck } from '../gap-check.ts';

let city: City;
beforeAll(async () => {
  city = await startCity({ roles: ['server'], env: { GAP_CHECK_MS: '3600000', GAP_AFTER_MS: '0' } });
});
afterAll(() => city?.stop());

test('the worker is killed while it reads the lost conversations back: another goes on, every report is made once', async () => {
  const check = gapCheck(city);
  const [first = '', ...others] = city.citizens();
  const silent = others.slice(0, 3);
  await city.zalo.act(first, { act: 'follow' });
  await city.simulator.idle();
  await check();
  await city.zalo.settings({ webhook: { subscribed: false } });
  for (const citizen of silent) await sendWholeReport(city, citizen);
  expect(await check()).toBe('found');
  // Slow enough to be killed between two chats.
  await city.zalo.settings({ fault: 'slow', slowMs: 600, faultCalls: 0 });
  const worker = city.spawnWorker();
  const done = async () => {
    const [row] = await city.database.sql`select count(*)::int as n from gap_chats where done_at is not null`;
    return Number(row?.n);
  };
  await waitFor(async () => (await done()) > 0, { what: 'the first chat to be read back', timeoutMs: 60_000 });
  worker.kill('SIGKILL');
  expect(await done()).toBeLessThan(3);

  await city.zalo.settings({ fault: null });
  await city.startWorker();
  for (const citizen of silent) await hears(city, citizen, /^Đã nhận phản ánh/, 60_000);
  await quiet(city);
  const [row] = await city.database.sql`
    select (select count(*)::int from reports) as reports,
           (select count(*)::int from inbox_events where source = 'recovered') as recovered,
           (select messages from webhook_gaps where state = 'repaired') as counted`;
  expect(row).toEqual({ reports: 3, recovered: 9, counted: 9 });
}, 180_000);
