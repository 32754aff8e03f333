import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, hears, quiet, sendWholeReport, startCity } from '../city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
  await city.zalo.settings({ webhook: { copies: 5 } });
});
afterAll(() => city?.stop());

test('every event delivered five times: one report, each message once', async () => {
  const [citizen = ''] = city.citizens();
  await city.zalo.act(citizen, { act: 'follow' });
  await sendWholeReport(city, citizen, 2);

  await hears(city, citizen, /đã chuyển .* xử lý/);
  await quiet(city);
  const heard = await city.heard(citizen);
  expect(heard.filter((text) => text.startsWith('Kênh phản ánh'))).toHaveLength(1);
  expect(heard.filter((text) => text.startsWith('Đã nhận phản ánh'))).toHaveLength(1);
  expect(heard.filter((text) => text.includes('đã chuyển'))).toHaveLength(1);
  const [counts] = await city.database.sql`
    select (select count(*)::int from reports) as reports, (select count(*)::int from photos) as photos,
           (select count(*)::int from inbox_events where event_name = 'user_send_text') as texts`;
  expect(counts).toEqual({ reports: 1, photos: 2, texts: 1 });
});
