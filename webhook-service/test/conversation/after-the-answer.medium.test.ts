import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photos, ratings } from '../../../db/schema/index.ts';
import type { City } from '../city.ts';
import { type Office, officeOf } from './office.ts';
import { type Reporters, reportersOf } from './reporters.ts';
import { newcomer, reportsOf, startTalkingCity } from './talk.ts';

let city: City;
let office: Office;
let people: Reporters;
beforeAll(async () => {
  city = await startTalkingCity();
  office = officeOf(city);
  people = reportersOf(city, office);
});
afterAll(() => city?.stop());

test.concurrent('"đã xong" closes the report, asks for the rating, and "hài lòng" rates it', async () => {
  const { person, code } = await people.answeredReport();
  await person.sends('đã xong ạ');
  await person.hears(/^Cảm ơn bạn đã xác nhận HN-\w{8} đã xong\. Bạn đánh giá kết quả thế nào\?/);
  expect(await people.stateOf(code)).toBe('closed_confirmed');
  await person.sends('hai long');
  await person.hears(/^Đã lưu đánh giá "hài lòng" cho HN-/);
  await person.sends('chấp nhận');
  expect(await people.last(person)).toBe(
    'Chưa có kết quả nào đang chờ bạn đánh giá. Nếu muốn đánh giá một phản ánh cũ, xin nhắn mã kèm lời đánh giá.',
  );
  await person.sends(`${code} chưa hài lòng`);
  await person.hears(/^Bạn đã đánh giá kết quả HN-\w{8}, mỗi kết quả đánh giá một lần\./);
  await person.sends(`${code} đã xong`);
  await person.hears(/^HN-\w{8} đã đóng nên không cần làm gì thêm\./);
  expect(await reportsOf(city, person)).toHaveLength(1);
});

test.concurrent('"chưa xong" reopens it one level up; its words and photos go to the report', async () => {
  const { person, code } = await people.answeredReport();
  await person.sends('chưa xong, đoạn cuối vẫn còn hố sâu');
  await person.hears(
    /^HN-\w{8} đã được mở lại vì có ý kiến việc chưa xong\. Lần này lãnh đạo UBND phường Láng phải trả lời\./,
  );
  await person.hears(/^Đã thêm lời bạn vừa nhắn vào phản ánh HN-/);
  const report = await office.report(code);
  expect(report).toMatchObject({ state: 'in_progress', level: 1, round: 2 });
  expect(report.text).toContain('đoạn cuối vẫn còn hố sâu');
  await office.answers(code);
  await person.sends({ ...(await person.photos(1)), caption: 'vẫn chưa xong' } as never);
  await person.heardInTheEnd();
  expect(await office.report(code)).toMatchObject({ round: 3, level: 2 });
  const pictures = await city.database.db.select().from(photos).where(eq(photos.reportId, report.id));
  expect(pictures).toHaveLength(1);
  expect(await reportsOf(city, person)).toHaveLength(1);
});

test.concurrent('a report closed in silence is reopened by its code', async () => {
  const { person, code } = await people.answeredReport();
  const { id } = await office.report(code);
  await city.database.sql`update reports set state = 'closed_unconfirmed', closed_at = now() where id = ${id}`;
  await person.sends('chưa xong');
  expect(await people.last(person)).toMatch(
    /^Chưa có kết quả nào của bạn đang chờ xác nhận\. Nếu muốn mở lại phản ánh đã đóng/,
  );
  await person.sends(`${code} chưa xong`);
  await person.hears(/^HN-\w{8} đã được mở lại/);
  expect(await people.stateOf(code)).toBe('in_progress');
});

test.concurrent('"chưa hài lòng" asks what was not good enough, takes numbers or words, and reopens nothing', async () => {
  const [one, other] = [await people.answeredReport(), await people.answeredReport()];
  await one.person.sends('chưa hài lòng');
  await one.person.hears(/^Xin cho biết điều chưa đạt ở HN-\w{8}, nhắn một số: 1 trả lời chung chung/);
  await one.person.sends('3, 4');
  await one.person.hears(
    /^Đã lưu đánh giá "chưa hài lòng" .* Đánh giá không tự mở lại phản ánh: nếu việc chưa xong, xin nhắn "HN-\w{8} chưa xong"/,
  );
  expect(await people.stateOf(one.code)).toBe('answered');
  await other.person.sends('ko hài lòng vì trả lời chung chung');
  await other.person.hears(/^Đã lưu đánh giá "chưa hài lòng"/);
  const rated = await city.database.db.select().from(ratings);
  const of = async (code: string) => rated.find(({ reportId }) => reportId === ids.get(code));
  const ids = new Map([
    [one.code, (await office.report(one.code)).id],
    [other.code, (await office.report(other.code)).id],
  ]);
  expect((await of(one.code))?.reasons).toEqual(['not_done', 'too_late']);
  expect((await of(other.code))?.reasons).toEqual(['general']);
  // A number with no question open is no rating, and no reason.
  await one.person.sends('3');
  await one.person.heardInTheEnd();
  expect(
    await city.database.db
      .select()
      .from(ratings)
      .where(eq(ratings.reportId, ids.get(one.code) ?? 0)),
  ).toHaveLength(1);
});

test.concurrent('words that may be about the result or about something new are asked about, never guessed', async () => {
  const { person, code } = await people.answeredReport();
  await people.age(code);
  await person.sends('vẫn còn ngập đầu ngõ');
  await person.hears(
    /^Bạn nói về kết quả HN-\w{8}, hoặc một việc mới\? Kết quả: xin nhắn "đã xong" hoặc "chưa xong"\./,
  );
  expect(await people.stateOf(code)).toBe('answered');
  await person.sends('chưa xong');
  await person.hears(/^Đã thêm lời bạn vừa nhắn vào phản ánh HN-/);
  expect(await office.report(code)).toMatchObject({
    state: 'in_progress',
    text: expect.stringContaining('vẫn còn ngập đầu ngõ'),
  });
  expect(await reportsOf(city, person)).toHaveLength(1);
});

test.concurrent('the same words with a place are a new report', async () => {
  const { person, code } = await people.answeredReport();
  await people.age(code);
  await person.sends('rác chất đống không ai thu');
  await person.hears(/^Bạn nói về kết quả HN-/);
  await person.sends('ngõ 106 Hoàng Quốc Việt, phường Nghĩa Đô');
  await person.hears(/đã chuyển UBND phường Nghĩa Đô xử lý/);
  expect(await people.stateOf(code)).toBe('answered');
});

test.concurrent('thanks and stories that contain "xong rồi" confirm nothing', async () => {
  const { person, code } = await people.answeredReport();
  for (const text of ['ok', 'cảm ơn đã xử lý', 'dạ vâng', '👍']) await person.sends(text);
  await person.heardInTheEnd();
  expect(await people.stateOf(code)).toBe('answered');
  await people.age(code);
  await person.sends('tôi gọi xong rồi mà không ai đến');
  await person.hears(/^Bạn nói về kết quả HN-/);
  expect(await people.stateOf(code)).toBe('answered');
  await person.sends('xong chưa?');
  expect(await people.stateOf(code)).toBe('answered');
});

test.concurrent('with two answers waiting the chat asks which, and a bare code answers', async () => {
  const { person, code: first } = await people.reporterOf();
  await people.age(first);
  const second = await people.reports(person, 'cột đèn đường hỏng tối om cả phố, phường Láng');
  for (const code of [first, second]) await office.answers(code);
  await person.heardInTheEnd();
  await person.sends('xong rồi');
  await person.hears(
    new RegExp(
      `^Bạn nói về phản ánh nào: ${second} hay ${first}\\? Xin nhắn mã của phản ánh đó, ví dụ "${second} đã xong"\\.`,
    ),
  );
  expect([await people.stateOf(first), await people.stateOf(second)]).toEqual(['answered', 'answered']);
  await person.sends(first);
  await person.hears(new RegExp(`^Cảm ơn bạn đã xác nhận ${first} đã xong`));
  // The question is answered: the next bare code only asks how that report stands.
  await person.sends(second);
  await person.hears(new RegExp(`^${second}: Đã có kết quả`));
  expect([await people.stateOf(first), await people.stateOf(second)]).toEqual(['closed_confirmed', 'answered']);
  await person.sends('chưa xong');
  await person.hears(new RegExp(`^${second} đã được mở lại`));
});

test.concurrent('"xong rồi" while something is being written may mean the writing: it is asked', async () => {
  const { person, code } = await people.answeredReport();
  await people.age(code);
  await person.sends({ act: 'location', latitude: 21.0135, longitude: 105.8165 });
  await person.hears(/^Bạn muốn phản ánh việc gì\?/);
  await person.sends('xong rồi');
  await person.hears(new RegExp(`^Bạn nói về phản ánh ${code}\\? Nếu đúng, xin nhắn "${code} đã xong"\\.`));
  expect(await people.stateOf(code)).toBe('answered');
});

test.concurrent('while nothing is answered yet, "chưa xong" is told who holds it and until when', async () => {
  const { person, code } = await people.reporterOf();
  await person.sends('chưa xong');
  await person.hears(
    new RegExp(
      `^${code} chưa có kết quả nên chưa thể xác nhận hay đánh giá\\. UBND phường Láng đang giữ, hạn trả lời: \\d\\d:\\d\\d `,
    ),
  );
  for (const text of await person.heardInTheEnd()) expect(text).not.toMatch(/Thao tác này dành cho|vai trò/i);
  expect(await people.stateOf(code)).toBe('dispatched');
});

test.concurrent('a visitor does the same in English', async () => {
  const person = await newcomer(city);
  await person.sends('there is a big pothole in the road, very dangerous, phường Láng');
  await person.hears(/was sent to UBND phường Láng/);
  const code = await person.code();
  await office.answers(code);
  await person.hears(/^UBND phường Láng has answered HN-\w{8}: .*Is it solved\? Please send "done" or "not done"\.$/s);
  await person.sends('not done yet');
  await person.hears(/^HN-\w{8} was reopened/);
  await office.answers(code);
  await person.heardInTheEnd();
  await person.sends('Done, thank you!');
  await person.hears(/^Thank you for confirming that HN-\w{8} is solved/);
  await person.sends('not satisfied');
  await person.hears(/^What was not good enough about HN-\w{8}\?/);
  await person.sends('too slow');
  await person.hears(
    /^Your rating "not satisfied" for HN-\w{8} is recorded\. A reviewer will read it and find the cause\.$/,
  );
});
