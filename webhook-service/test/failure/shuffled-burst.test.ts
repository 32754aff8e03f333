import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, quiet, sendWholeReport, startCity } from '../city.ts';

const BURSTS = 200;

let city: City;
beforeAll(async () => {
  // The quiet window must outlast the disorder, or one burst would rightly become two.
  city = await startCity({ env: { CHAT_QUIET_MS: '2500' } });
  await city.startWorker();
  await city.zalo.settings({ webhook: { delayMinMs: 0, delayMaxMs: 800 } });
});
afterAll(() => city?.stop());

test('200 bursts whose events overtake each other, on two workers: 200 reports with all their photos, each acknowledged once', async () => {
  const citizens = await Promise.all(
    Array.from({ length: BURSTS }, (_, index) => city.zalo.addCitizen(`Người dân ${index + 1}`)),
  );
  for (let from = 0; from < BURSTS; from += 20) {
    await Promise.all(citizens.slice(from, from + 20).map((citizen) => sendWholeReport(city, citizen.id, 2)));
  }
  await quiet(city, 280_000);

  const [counts] = await city.database.sql`
    select count(*)::int as reports, count(distinct citizen_id)::int as citizens, count(*) filter (where state = 'dispatched')::int as dispatched,
           (select count(*)::int from photos where report_id is not null and state = 'stored') as photos,
           (select count(*)::int from outbox_messages where kind = 'received') as acknowledged,
           (select count(distinct zalo_message_id)::int from outbox_messages) as sent,
           (select count(*)::int from outbox_messages) as written
    from reports`;
  expect(counts).toMatchObject({
    reports: BURSTS,
    citizens: BURSTS,
    dispatched: BURSTS,
    photos: 2 * BURSTS,
    acknowledged: BURSTS,
  });
  expect(counts?.sent).toBe(counts?.written);
  for (const citizen of citizens) {
    const heard = await city.heard(citizen.id);
    expect(new Set(heard).size).toBe(heard.length);
    // All of them report one pothole, so the later ones are also offered to join another.
    expect(heard.filter((text) => !text.includes('có thể trùng'))).toHaveLength(2);
  }
}, 400_000);
