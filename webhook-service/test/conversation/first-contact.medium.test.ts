import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { citizens, reports } from '../../../db/schema/index.ts';
import type { City } from '../city.ts';
import { newcomer, startTalkingCity } from './talk.ts';

let city: City;
beforeAll(async () => {
  city = await startTalkingCity();
});
afterAll(() => city?.stop());

test('who follows is welcomed in two lines, once, also when the events come twice and the chat is opened too', async () => {
  const person = await newcomer(city);
  await city.zalo.settings({ webhook: { copies: 2 } });
  await person.sends({ act: 'follow' });
  await city.zalo.settings({ webhook: { copies: 1 } });
  await person.sends({ act: 'chatnow' });

  const heard = await person.heardInTheEnd();
  expect(heard).toHaveLength(1);
  expect(heard[0]?.split('\n')).toHaveLength(2);
  expect(heard[0]).toMatch(/^Kênh phản ánh thành phố Hà Nội/);
});

test.concurrent('a greeting is answered with what this channel does', async () => {
  const person = await newcomer(city);
  await person.sends('alo ad ơi');
  expect(await person.hears(/Gửi ảnh, vị trí và vài chữ/)).toHaveLength(1);
});

test.concurrent('thanks, a thumb and a sticker need no answer', async () => {
  const person = await newcomer(city);
  await person.sends('dạ em cảm ơn anh chị nhiều ạ', { act: 'sticker' });
  await person.sends('👍');
  expect(await person.heardInTheEnd()).toEqual([]);
});

test.concurrent('voice messages and a video are kept, said once together with what is missing', async () => {
  const person = await newcomer(city);
  await person.sends({ act: 'audio' }, { act: 'audio' }, { act: 'video' });
  const heard = await person.heardInTheEnd();
  expect(heard).toEqual([
    expect.stringMatching(/^Đã giữ tin thoại và video cùng phản ánh; cán bộ sẽ nghe và xem\. Sự việc là gì và ở đâu\?/),
  ]);
});

test.concurrent('a visitor who writes English is answered in English, also after sending a Vietnamese address', async () => {
  const visitor = await newcomer(city, 'Visitor');
  await visitor.sends('There is a big pothole in the middle of the road');
  await visitor.hears(/^Where is it\?/);
  await visitor.sends('12 Hang Bai street, phường Cửa Nam');
  const heard = await visitor.hears(/^Report HN-\w{8} received: .* at 12 Hang Bai/);
  expect(heard.every((text) => !/Xin|Hạn|Đã/.test(text))).toBe(true);
  await visitor.hears(/was sent to UBND phường Cửa Nam\. They will answer by \d\d:\d\d on \w+day, /);
});

test.concurrent('a visitor who first wrote Vietnamese words without marks is answered in Vietnamese', async () => {
  const person = await newcomer(city);
  await person.sends('on ao qua khong the ngu duoc, quan karaoke hat to ca dem');
  await person.hears(/^Sự việc ở đâu\?/);
  const [citizen] = await city.database.db.select().from(citizens).where(eq(citizens.oaUserId, person.id));
  expect(citizen?.language).toBe('vi');
  expect(
    await city.database.db
      .select()
      .from(reports)
      .where(eq(reports.citizenId, citizen?.id ?? 0)),
  ).toEqual([]);
});
