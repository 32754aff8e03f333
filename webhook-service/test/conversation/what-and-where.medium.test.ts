import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { citizens, drafts, outboxMessages, photos } from '../../../db/schema/index.ts';
import { enqueue } from '../../src/queues/enqueue.ts';
import type { City } from '../city.ts';
import { newcomer, QUIET_MS, reportsOf, startTalkingCity } from './talk.ts';

let city: City;
beforeAll(async () => {
  city = await startTalkingCity();
});
afterAll(() => city?.stop());

test.concurrent('words without a place: the place is asked for once, the address that follows makes the report', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường');
  expect(await person.hears(/^Sự việc ở đâu\?/)).toHaveLength(1);
  await person.sends('vâng ạ');
  await person.sends('số 5 ngõ 12, phường Láng');
  const heard = await person.hears(/đã chuyển UBND phường Láng xử lý\. Hạn trả lời: \d\d:\d\d/);
  expect(heard.filter((text) => /ở đâu/.test(text))).toHaveLength(1);
  expect(heard[1]).toMatch(
    /^Đã nhận phản ánh HN-\w{8}: .* tại số 5 ngõ 12, phường Láng\. Chúng tôi sẽ chuyển UBND phường Láng xử lý trước \d\d:\d\d/,
  );
  expect(await reportsOf(city, person)).toMatchObject([
    { state: 'dispatched', categoryCode: 'GT-01', placeText: 'số 5 ngõ 12' },
  ]);
});

test.concurrent('a place in words only its speaker knows goes to a person together with the rest', async () => {
  const person = await newcomer(city);
  await person.sends('nắp cống bị mất');
  await person.hears(/^Sự việc ở đâu\?/);
  await person.sends('trước cổng trường');
  await person.hears(/^Đã nhận phản ánh HN-\w{8}: .* trước cổng trường\. Cán bộ tiếp nhận sẽ xác định/);
});

test.concurrent('"không biết" is an answer: the report is taken without a place and the ward is asked for with the code', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường');
  await person.hears(/^Sự việc ở đâu\?/);
  await person.sends('em không biết ạ');
  const heard = await person.hears(/^Đã nhận phản ánh HN-/);
  expect(heard[1]).not.toMatch(/không biết/);
  expect(heard[1]).toMatch(/nhắn tên phường, xã/);
  expect(await reportsOf(city, person)).toMatchObject([{ placeText: null, wardCode: null }]);
});

test.concurrent('who never answers our question is not lost: after a day a person gets what there is', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường');
  await person.hears(/^Sự việc ở đâu\?/);
  const [draft] = await city.database.db
    .select({ id: drafts.id })
    .from(drafts)
    .innerJoin(citizens, eq(citizens.id, drafts.citizenId))
    .where(eq(citizens.oaUserId, person.id));
  const draftId = draft?.id ?? 0;
  // The alarm of tomorrow rings now.
  await city.database.db.transaction((tx) =>
    enqueue(tx, 'intake.giveUpWaiting', { draftId }, { key: `draft-${draftId}`, runAt: new Date() }),
  );
  await person.hears(/^Đã nhận phản ánh HN-.* Cán bộ tiếp nhận sẽ xác định đơn vị/);
  expect(await reportsOf(city, person)).toMatchObject([{ draftId, state: 'received' }]);
});

test.concurrent('photos alone: both are asked for in one question', async () => {
  const person = await newcomer(city);
  await person.sends(await person.photos(2));
  expect(await person.hears(/^Đã nhận 2 ảnh\. Sự việc là gì và ở đâu\?/)).toHaveLength(1);
  await person.sends('rác chất đống đầu ngõ không ai thu, phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  const [report] = await reportsOf(city, person);
  const pictures = await city.database.db
    .select()
    .from(photos)
    .where(eq(photos.reportId, report?.id ?? 0));
  expect(pictures).toHaveLength(2);
});

test.concurrent('pin first, words after the question: one report', async () => {
  const person = await newcomer(city);
  await person.sends({ act: 'location', latitude: 21.02911, longitude: 105.81798 });
  await person.hears(/^Bạn muốn phản ánh việc gì\?/);
  await person.sends('ổ gà to giữa đường');
  await person.hears(/^Đã nhận phản ánh .* tại phường Giảng Võ\..* có lẽ thuộc phường Giảng Võ; nếu chưa đúng/);
  expect(await reportsOf(city, person)).toHaveLength(1);
});

test.concurrent('no diacritics at all, with the ward in the text: a report with that ward', async () => {
  const person = await newcomer(city);
  await person.sends('rac chat dong ba ngay khong ai thu o phuong Lang');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  expect(await reportsOf(city, person)).toMatchObject([
    { wardCode: '00199', wardBasis: 'named', categoryCode: 'MT-01' },
  ]);
});

test.concurrent('emergency words bring the numbers at once, and the report is taken without a place', async () => {
  const person = await newcomer(city);
  await person.sends('cháy nhà rồi, có người kẹt bên trong');
  await person.hears(/hãy gọi ngay .*114/);
  await person.hears(/^Đã nhận phản ánh HN-/);
  const [report] = await reportsOf(city, person);
  expect(report).toMatchObject({ emergencyWords: true, priorityClass: 'emergency', wardCode: null });
  const sent = await city.database.db
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.citizenId, report?.citizenId ?? 0))
    .orderBy(outboxMessages.id);
  // The notice on their data waits behind what may save a life.
  expect(sent.map((message) => message.kind)).toEqual(['emergency', 'notice', 'received']);
  const [numbers, , acknowledgement] = sent.map((message) => message.createdAt.getTime());
  // Before the quiet window ends, not with the acknowledgement.
  expect((acknowledgement ?? 0) - (numbers ?? 0)).toBeGreaterThanOrEqual(QUIET_MS - 50);
});

test.concurrent('many people at once: each burst becomes its own report, with its own photos', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, (_, index) => newcomer(city, `Người thứ ${index}`)));
  await Promise.all(
    people.map(async (person, index) =>
      person.sends(await person.photos(2), `ổ gà to trước số ${index + 1} phố Láng Hạ`, 'phường Láng'),
    ),
  );
  for (const [index, person] of people.entries()) {
    // Potholes in one street are offered to each other's reporters, too; that is another story.
    const heard = (await person.hears(/đã chuyển UBND phường Láng xử lý/)).filter(
      (text) => !text.includes('có thể trùng'),
    );
    expect(heard).toHaveLength(2);
    expect(heard[0]).toContain(`trước số ${index + 1} phố Láng Hạ`);
    const [report, ...others] = await reportsOf(city, person);
    expect(others).toHaveLength(0);
    const pictures = await city.database.db
      .select()
      .from(photos)
      .where(eq(photos.reportId, report?.id ?? 0));
    expect(pictures).toHaveLength(2);
  }
});
