import { afterAll, beforeAll, expect, test } from 'vitest';
import { photos } from '../../../db/schema/index.ts';
import type { City } from '../city.ts';
import { newcomer, reportsOf, startTalkingCity } from './talk.ts';

let city: City;
beforeAll(async () => {
  city = await startTalkingCity();
  await city.startWorker();
});
afterAll(() => city?.stop());

test('two workers, every event twice and out of order: no report is doubled, no photo lost, nobody told twice', async () => {
  await city.zalo.settings({ webhook: { copies: 2, delayMinMs: 0, delayMaxMs: 400 } });
  const people = await Promise.all(Array.from({ length: 5 }, (_, index) => newcomer(city, `Người thứ ${index}`)));
  await Promise.all(
    people.map(async (person) => person.sends(await person.photos(3), 'ổ gà to giữa đường', 'ngay phường Láng')),
  );
  for (const person of people) {
    await person.hears(/đã chuyển UBND phường Láng xử lý/);
    expect(await person.heardInTheEnd()).toHaveLength(2);
    expect(await reportsOf(city, person)).toHaveLength(1);
  }
  const stored = await city.database.db.select().from(photos);
  expect(stored).toHaveLength(15);
  expect(stored.every((photo) => photo.reportId !== null)).toBe(true);
});
