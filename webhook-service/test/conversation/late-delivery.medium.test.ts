import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { citizens, drafts, photos } from '../../../db/schema/index.ts';
import type { City } from '../city.ts';
import { newcomer, reportsOf, startTalkingCity } from './talk.ts';

let city: City;
beforeAll(async () => {
  city = await startTalkingCity();
});
afterAll(() => city?.stop());

test('a photo sent with the burst but delivered after the report was made joins it without a word', async () => {
  const person = await newcomer(city);
  const late = await person.sendsLate(6_000, await person.photos(1));
  await person.sends('ổ gà to giữa đường, phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  await late.delivered;
  expect(await person.heardInTheEnd()).toHaveLength(2);
  const [report, ...others] = await reportsOf(city, person);
  expect(others).toHaveLength(0);
  expect(
    await city.database.db
      .select()
      .from(photos)
      .where(eq(photos.reportId, report?.id ?? 0)),
  ).toHaveLength(1);
});

test('a photo on its way when the citizen says "huỷ" is dropped with the rest', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường');
  await person.hears(/^Sự việc ở đâu\?/);
  const late = await person.sendsLate(4_000, await person.photos(1));
  // Words overtake the photo, so that it is older than the draft's last message.
  await person.sends('mong sửa sớm');
  await person.sends('hủy');
  await person.hears(/^Đã huỷ nội dung vừa gửi/);
  await late.delivered;
  const heard = await person.heardInTheEnd();
  expect(heard.filter((text) => /^Đã nhận|Sự việc là gì/.test(text))).toEqual([]);
  const states = await city.database.db
    .select({ state: drafts.state })
    .from(drafts)
    .innerJoin(citizens, eq(citizens.id, drafts.citizenId))
    .where(eq(citizens.oaUserId, person.id));
  expect(states).toEqual([{ state: 'cancelled' }]);
  expect(await reportsOf(city, person)).toEqual([]);
});
