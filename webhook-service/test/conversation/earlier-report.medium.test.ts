import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photos, reportHistory, timers } from '../../../db/schema/index.ts';
import type { City } from '../city.ts';
import { newcomer, type Person, reportsOf, startTalkingCity } from './talk.ts';

/** On the line between two wards for a service that only knows their centres. */
const UNCLEAR: Parameters<City['zalo']['act']>[1] = { act: 'location', latitude: 21.0156, longitude: 105.8137 };
/** Plainly nearest to the middle of phường Giảng Võ; Ô Chợ Dừa is next door. */
const GIANG_VO: Parameters<City['zalo']['act']>[1] = { act: 'location', latitude: 21.0291, longitude: 105.81798 };

let city: City;
beforeAll(async () => {
  city = await startTalkingCity();
});
afterAll(() => city?.stop());

test.concurrent('a ward that is a guess between two is asked for, and the answer sends the report on', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường', UNCLEAR);
  await person.hears(/Nơi này thuộc phường .* hay phường .*\? Xin nhắn tên phường, xã\./);
  expect(await reportsOf(city, person)).toMatchObject([{ state: 'received', wardBasis: 'unclear-guess' }]);
  await person.sends('phường Láng');
  const heard = await person.hears(/đã chuyển UBND phường Láng xử lý/);
  expect(heard.filter((text) => /^Đã ghi nơi xảy ra của HN-\w{8}: phường Láng\./.test(text))).toHaveLength(1);
  expect(await reportsOf(city, person)).toMatchObject([{ state: 'dispatched', wardBasis: 'named', wardCode: '00199' }]);
});

test.concurrent('a ward that contradicts the pin is kept as words for the intake officer', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường', UNCLEAR);
  await person.hears(/Nơi này thuộc phường/);
  await person.sends('phường Hà Đông');
  await person.hears(/^Đã thêm lời bạn vừa nhắn vào phản ánh HN-\w{8}\.$/);
  expect(await reportsOf(city, person)).toMatchObject([
    { state: 'received', wardBasis: 'unclear-guess', text: 'ổ gà to giữa đường\nphường Hà Đông' },
  ]);
});

test.concurrent('a guessed ward that is corrected after dispatch: the report is handed over and its due time stays', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường', GIANG_VO);
  await person.hears(/đã chuyển UBND phường Giảng Võ xử lý/);
  const [before] = await reportsOf(city, person);
  await person.sends('phường Ô Chợ Dừa');
  await person.hears(/thuộc trách nhiệm của UBND phường Ô Chợ Dừa, đã chuyển ngày .* Hạn trả lời không đổi: /);
  const [after, ...others] = await reportsOf(city, person);
  expect(others).toHaveLength(0);
  expect(after?.answerDueAt).toEqual(before?.answerDueAt);
});

test.concurrent('a guessed ward that is confirmed is settled, and a ward far from the pin is added as words for the unit to read', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường', GIANG_VO);
  await person.hears(/đã chuyển UBND phường Giảng Võ xử lý/);
  await person.sends('phường Hà Đông');
  await person.hears(/^Đã thêm lời bạn vừa nhắn vào phản ánh HN-/);
  await person.sends('phường Giảng Võ');
  await person.hears(/^Đã ghi nơi xảy ra của HN-\w{8}: phường Giảng Võ\./);
  expect(await reportsOf(city, person)).toMatchObject([
    {
      state: 'dispatched',
      wardBasis: 'named',
      agencyCode: 'ubnd-00025',
      text: expect.stringContaining('phường Hà Đông'),
    },
  ]);
});

test.concurrent('a photo within a quarter of an hour is added to the report, and the citizen is told and may object', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường, phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  await person.sends(await person.photos(2), 'ảnh đây ạ');
  await person.hears(/^Đã thêm 2 ảnh vào phản ánh HN-\w{8}\. Nếu là việc khác/);
  const [report, ...others] = await reportsOf(city, person);
  expect(others).toHaveLength(0);
  expect(await picturesOf(report?.id)).toHaveLength(2);
});

test.concurrent('a pin that follows the words is added to the report', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường, phường Giảng Võ');
  await person.hears(/đã chuyển UBND phường Giảng Võ xử lý/);
  await person.sends(GIANG_VO);
  await person.hears(/^Đã ghi nơi xảy ra của HN-/);
  expect(await reportsOf(city, person)).toMatchObject([{ wardBasis: 'named', latitude: 21.0291 }]);
});

test.concurrent('more words right after a report: new or the same is asked, and "thêm" adds them', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường, phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  await person.sends('nguy hiểm lắm, hôm qua có cháu bé bị ngã');
  await person.hears(/^Đây là việc mới, hay nói thêm về HN-\w{8}\?/);
  await person.sends('thêm');
  await person.hears(/^Đã thêm lời bạn vừa nhắn vào phản ánh HN-/);
  expect(await reportsOf(city, person)).toMatchObject([
    { text: expect.stringMatching(/^ổ gà.*\nnguy hiểm lắm.*ngã$/) },
  ]);
});

test.concurrent('more words right after a report with an address of their own are a new report', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường, phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  await person.sends('rác chất đống đầu ngõ không ai thu');
  await person.hears(/^Đây là việc mới/);
  await person.sends('ngõ 106 Hoàng Quốc Việt, phường Nghĩa Đô');
  await person.hears(/đã chuyển UBND phường Nghĩa Đô xử lý/);
  expect(await reportsOf(city, person)).toHaveLength(2);
});

test.concurrent('a code in the text says which report is meant; a code of somebody else does not', async () => {
  const [person, stranger] = [await newcomer(city), await newcomer(city)];
  await person.sends('ổ gà to giữa đường, phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
  const code = await person.code();
  await person.sends(`${code} đường vẫn hỏng, thêm ảnh`, await person.photos(1));
  await person.hears(/^Đã thêm 1 ảnh và lời bạn vừa nhắn vào phản ánh HN-/);
  const [report] = await reportsOf(city, person);
  const history = await city.database.db
    .select()
    .from(reportHistory)
    .where(eq(reportHistory.reportId, report?.id ?? 0));
  expect(history.filter(({ event, actorKind }) => event === 'supplemented' && actorKind === 'citizen')).toHaveLength(1);

  await stranger.sends(`ổ gà to như ${code}, phường Láng`);
  await stranger.hears(/đã chuyển UBND phường Láng xử lý/);
  expect(await reportsOf(city, stranger)).toHaveLength(1);
  expect(await reportsOf(city, person)).toMatchObject([{ text: expect.not.stringContaining('to như') }]);
});

test.concurrent('words that make a waiting report an emergency shorten its clock', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường');
  await person.hears(/^Sự việc ở đâu/);
  await person.sends('không biết');
  await person.hears(/^Đã nhận phản ánh HN-/);
  const [before] = await reportsOf(city, person);
  await person.sends(`${await person.code()} vừa có tai nạn, người nằm bất động`);
  await person.hears(/hãy gọi ngay 115/);
  await person.hears(/^Đã thêm lời bạn vừa nhắn vào phản ánh HN-/);
  const [after, ...others] = await reportsOf(city, person);
  expect(others).toHaveLength(0);
  expect(after?.priorityClass).toBe('emergency');
  expect(after?.acceptDueAt.getTime()).toBeLessThan(before?.acceptDueAt.getTime() ?? 0);
  const armed = await city.database.db
    .select()
    .from(timers)
    .where(eq(timers.reportId, after?.id ?? 0));
  const breach = armed.find((timer) => timer.kind === 'accept_breach');
  expect(breach?.runAt.getTime()).toBeLessThan(before?.acceptDueAt.getTime() ?? 0);
});

test.concurrent('a place that could be for two reports: which one is asked, and its code answers', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường');
  await person.hears(/^Sự việc ở đâu/);
  await person.sends('không biết');
  await person.hears(/^Đã nhận phản ánh HN-/);
  const first = await person.code();
  await person.sends('cháy nhà, cứu với');
  await waitForReports(person, 2);
  await person.sends('phường Láng');
  await person.hears(/^Địa điểm này là của phản ánh nào: HN-\w{8} hay HN-\w{8}\?/);
  await person.sends(first);
  await person.hears(new RegExp(`${first} đã chuyển UBND phường Láng xử lý`));
  expect((await reportsOf(city, person)).map((report) => report.wardCode)).toEqual(['00199', null]);
});

async function waitForReports(person: Person, count: number): Promise<void> {
  await person.heardInTheEnd();
  expect(await reportsOf(city, person)).toHaveLength(count);
}

async function picturesOf(reportId: number | undefined) {
  return city.database.db
    .select()
    .from(photos)
    .where(eq(photos.reportId, reportId ?? 0));
}
