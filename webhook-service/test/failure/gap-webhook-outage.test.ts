import { afterAll, beforeAll, expect, test } from 'vitest';
import type { findGap } from '../../src/inbox/gaps/find-gap.ts';
import { type City, hears, POTHOLE, quiet, sendWholeReport, startCity } from '../city.ts';
import { gapCheck } from '../gap-check.ts';

let city: City;
let check: () => ReturnType<typeof findGap>;
beforeAll(async () => {
  city = await startCity({ env: { GAP_CHECK_MS: '3600000', GAP_AFTER_MS: '0' } });
  check = gapCheck(city);
  const [first = ''] = city.citizens();
  await city.zalo.act(first, { act: 'follow' });
  await quiet(city);
  await check();
});
afterAll(() => city?.stop());

const counts = async () => {
  const [row] = await city.database.sql`
    select (select count(*)::int from reports) as reports, (select count(*)::int from photos) as photos,
           (select count(*)::int from inbox_events where source = 'recovered') as recovered`;
  return row;
};
const openIncidents = () =>
  city.database.sql`select kind, data from incidents where kind = 'webhook_gap' and resolved_at is null`;

test('events stop coming: every report written meanwhile is made once, and the alarm says how many there were', async () => {
  const [, an = '', binh = ''] = city.citizens();
  await city.zalo.settings({ webhook: { subscribed: false } });
  await sendWholeReport(city, an, 2);
  await sendWholeReport(city, binh);
  expect(await check()).toBe('found');
  for (const citizen of [an, binh]) await hears(city, citizen, /^Đã nhận phản ánh/, 30_000);
  await quiet(city);
  expect(await counts()).toEqual({ reports: 2, photos: 3, recovered: 7 });
  expect(await openIncidents()).toMatchObject([{ data: { cause: 'silence', people: 2, messages: 7 } }]);
});

test('Zalo delivers the lost events after all: nothing changes', async () => {
  const lost = await city.database.sql<{ body: string }[]>`select body from inbox_events where source = 'recovered'`;
  for (const { body } of lost) expect(await city.zalo.sendWebhook(body)).toMatchObject({ status: 200 });
  await quiet(city);
  expect(await counts()).toEqual({ reports: 2, photos: 3, recovered: 7 });
  const [texts] = await city.database
    .sql`select count(*)::int as n from inbox_events where body like ${`%${POTHOLE}%`}`;
  expect(texts).toEqual({ n: 2 });
});

test('events come again: the alarm ends', async () => {
  await city.zalo.settings({ webhook: { subscribed: true } });
  const [, an = ''] = city.citizens();
  await city.zalo.act(an, { act: 'text', text: 'cảm ơn' });
  await quiet(city);
  await check();
  expect(await openIncidents()).toEqual([]);
});
