import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outboxMessages, photos } from '../../../db/schema/index.ts';
import type { City } from '../city.ts';
import { type Office, officeOf } from './office.ts';
import { type Reporters, reportersOf } from './reporters.ts';
import { type Person, reportsOf, startTalkingCity } from './talk.ts';

let city: City;
let office: Office;
let people: Reporters;
beforeAll(async () => {
  city = await startTalkingCity();
  office = officeOf(city);
  people = reportersOf(city, office);
});
afterAll(() => city?.stop());

test.concurrent('words in reply to a message about a report belong to it, however old it is', async () => {
  const { person, code: first } = await people.reporterOf();
  await people.age(first);
  await people.reports(person, 'cột đèn đường hỏng tối om cả phố, phường Láng');
  const quoteId = await messageAbout(person, first);
  await person.sends({ act: 'text', text: 'hôm nay có thêm một hố nữa', quoteId }, await person.photos(1));
  await person.hears(new RegExp(`^Đã thêm 1 ảnh và lời bạn vừa nhắn vào phản ánh ${first}\\.`));
  const report = await office.report(first);
  expect(report.text).toContain('hôm nay có thêm một hố nữa');
  expect(await city.database.db.select().from(photos).where(eq(photos.reportId, report.id))).toHaveLength(1);
  expect(await reportsOf(city, person)).toHaveLength(2);
});

test.concurrent('"chưa xong" in reply to one of two answers is about that one', async () => {
  const { person, code: first } = await people.reporterOf();
  await people.age(first);
  const second = await people.reports(person, 'cột đèn đường hỏng tối om cả phố, phường Láng');
  for (const code of [first, second]) await office.answers(code);
  await person.heardInTheEnd();
  await person.sends({ act: 'text', text: 'chưa xong', quoteId: await messageAbout(person, first) });
  await person.hears(new RegExp(`^${first} đã được mở lại`));
  expect(await people.stateOf(second)).toBe('answered');
});

test.concurrent('words in reply to an answer, or with its code, are asked about: only its reporter reopens it', async () => {
  const { person, code } = await people.answeredReport();
  await person.sends(`${code} vẫn còn hố sâu ở giữa`);
  await person.hears(new RegExp(`^Bạn nói về kết quả ${code}, hoặc một việc mới\\?`));
  await person.sends('việc mới');
  await person.hears(/^Sự việc ở đâu\?/);
  expect(await people.stateOf(code)).toBe('answered');
  await person.sends('ngõ 106 Hoàng Quốc Việt, phường Nghĩa Đô');
  await person.heardInTheEnd();
  expect((await reportsOf(city, person)).map(({ wardCode }) => wardCode)).toEqual([
    '00199',
    expect.not.stringMatching('00199'),
  ]);
});

test.concurrent('a button says what could have been typed, code included', async () => {
  const { person, code } = await people.answeredReport();
  await presses(person, 'Chưa xong');
  await person.hears(new RegExp(`^${code} đã được mở lại`));
  await office.answers(code);
  await person.heardInTheEnd();
  await presses(person, 'Đã xong');
  await person.hears(new RegExp(`^Cảm ơn bạn đã xác nhận ${code} đã xong`));
  await person.heardInTheEnd();
  await presses(person, 'Chưa hài lòng');
  await person.hears(/^Xin cho biết điều chưa đạt/);
  await person.heardInTheEnd();
  await presses(person, '4 Quá chậm');
  await person.hears(/^Đã lưu đánh giá "chưa hài lòng"/);
});

test.concurrent('while an official waits, the code of another report of theirs is about that one', async () => {
  const { person, code: asked } = await people.reporterOf();
  await people.age(asked);
  const other = await people.reports(person, 'cột đèn đường hỏng tối om cả phố, phường Láng');
  await office.asks(asked, 'Ổ gà ở trước số nhà nào?');
  await person.hears(/cần thêm thông tin/);
  await person.sends(`${other} hôm nay hỏng thêm hai cột nữa`);
  await person.hears(new RegExp(`^Đã thêm lời bạn vừa nhắn vào phản ánh ${other}\\.`));
  expect(await people.stateOf(asked)).toBe('awaiting_citizen');
  await person.sends(`${asked} ${other} trước số 12`);
  await person.hears(new RegExp(`^Đã chuyển câu trả lời của bạn về ${asked}`));
});

/** Zalo's id of our latest message about a report. */
async function messageAbout(person: Person, code: string): Promise<string> {
  await person.heardInTheEnd();
  const { id } = await office.report(code);
  const sent = await city.database.db
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.reportId, id))
    .orderBy(outboxMessages.id);
  return sent.findLast(({ zaloMessageId }) => zaloMessageId !== null)?.zaloMessageId ?? '';
}

async function presses(person: Person, title: string): Promise<void> {
  const messages = await city.zalo.messages(person.id);
  const message = messages.findLast(({ buttons }) => buttons?.some((button) => button.title === title));
  const buttonIndex = message?.buttons?.findIndex((button) => button.title === title) ?? -1;
  expect(buttonIndex, `a button "${title}"`).toBeGreaterThanOrEqual(0);
  await person.sends({ act: 'press', messageId: message?.id ?? '', buttonIndex });
}
