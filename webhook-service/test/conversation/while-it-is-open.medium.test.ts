import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { duplicateSuggestions, follows, photos, questions, ratings } from '../../../db/schema/index.ts';
import { offerDuplicate } from '../../src/conversation/drafts/offer-duplicate.ts';
import { duplicateOfferFor } from '../../src/reports/duplicates/offer.ts';
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

test.concurrent('"tra cứu" names a holder and a due time only while somebody has to act', async () => {
  const { person, code } = await people.reporterOf();
  await office.asks(code, 'Ổ gà ở trước số nhà nào?');
  await person.hears(/cần thêm thông tin/);
  await person.sends(`tra cứu ${code}`);
  await person.hears(new RegExp(`^${code}: Chờ người dân bổ sung\\. UBND phường Láng đang giữ\\. Xem tiến độ: http`));
  await person.sends('trước số 12');
  await person.hears(/^Đã chuyển câu trả lời của bạn/);
  await office.answers(code);
  await person.heardInTheEnd();
  await person.sends(code);
  await person.hears(new RegExp(`^${code}: Đã có kết quả\\. Xem tiến độ: http`));
});

test.concurrent('a question of an official is answered in the chat: words beside it, photo and pin to the report', async () => {
  const { person, code } = await people.reporterOf();
  await office.asks(code, 'Ổ gà ở trước số nhà nào, làn nào?');
  await person.hears(
    /^UBND phường Láng cần thêm thông tin cho HN-\w{8}: Ổ gà ở trước số nhà nào, làn nào\? Xin nhắn trả lời tại đây trước /,
  );
  await person.sends('dạ vâng ạ');
  await person.hears(/^Câu hỏi về HN-\w{8} vẫn chờ bạn trả lời: Ổ gà ở trước số nhà nào/);
  await person.sends('cảm ơn');
  await person.heardInTheEnd();
  expect(await people.stateOf(code)).toBe('awaiting_citizen');

  await person.sends('trước số 12, làn trong cùng', await person.photos(2), {
    act: 'location',
    latitude: 21.0135,
    longitude: 105.8165,
  });
  await person.hears(
    /^Đã chuyển câu trả lời của bạn về HN-\w{8} cho UBND phường Láng\. Hạn trả lời hiện tại: .*"việc mới"\.$/,
  );
  const report = await office.report(code);
  expect(report).toMatchObject({ state: 'in_progress', latitude: 21.0135 });
  expect(report.text).not.toContain('làn trong cùng');
  const [asked] = await city.database.db.select().from(questions).where(eq(questions.reportId, report.id));
  expect(asked).toMatchObject({ state: 'replied', reply: 'trước số 12, làn trong cùng' });
  const pictures = await city.database.db.select().from(photos).where(eq(photos.reportId, report.id));
  expect(pictures).toHaveLength(2);
  expect(await reportsOf(city, person)).toHaveLength(1);
});

test.concurrent('"không" and "đã xong" are answers to a question, and "việc mới" is not', async () => {
  const { person, code } = await people.reporterOf();
  await office.asks(code, 'Đoạn đường này đã được vá lần nào chưa?');
  await person.hears(/cần thêm thông tin/);
  await person.sends('việc mới: rác chất đống ngõ 106 Hoàng Quốc Việt, phường Nghĩa Đô');
  await person.hears(/đã chuyển UBND phường Nghĩa Đô xử lý/);
  expect(await people.stateOf(code)).toBe('awaiting_citizen');
  await person.sends('chưa');
  await person.hears(/^Đã chuyển câu trả lời của bạn/);
  const [asked] = await city.database.db
    .select()
    .from(questions)
    .where(eq(questions.reportId, (await office.report(code)).id));
  expect(asked?.reply).toBe('chưa');
});

test.concurrent('a reply while two officials wait: which report is asked, and its code answers', async () => {
  const { person, code: first } = await people.reporterOf();
  await people.age(first);
  const second = await people.reports(person, 'cột đèn đường hỏng tối om cả phố, phường Láng');
  await office.asks(first, 'Ổ gà ở trước số nhà nào?');
  await office.asks(second, 'Cột đèn mang số hiệu nào?');
  await person.hears(/Cột đèn mang số hiệu nào/);
  await person.heardInTheEnd();
  await person.sends('ghi là LH-12');
  await person.hears(new RegExp(`^Câu trả lời này cho phản ánh nào: ${second} hay ${first}\\? `));
  await person.sends(second);
  await person.hears(new RegExp(`^Đã chuyển câu trả lời của bạn về ${second} cho`));
  const [asked] = await city.database.db
    .select()
    .from(questions)
    .where(eq(questions.reportId, (await office.report(second)).id));
  expect(asked).toMatchObject({ state: 'replied', reply: 'ghi là LH-12' });
  expect(await people.stateOf(first)).toBe('awaiting_citizen');
});

test.concurrent('"rút" withdraws the only open report until an agency has begun', async () => {
  const { person, code } = await people.reporterOf();
  await person.sends('rút phản ánh');
  await person.hears(/^Đã rút phản ánh HN-\w{8} theo yêu cầu của bạn/);
  expect(await people.stateOf(code)).toBe('withdrawn');
  await person.sends('rút');
  expect(await people.last(person)).toMatch(/^Không có phản ánh nào của bạn có thể rút lúc này/);
  await person.sends(`rút ${code}`);
  await person.hears(/^HN-\w{8} đã được rút theo yêu cầu của bạn\./);
  const begun = await people.reports(person);
  await office.accepts(begun);
  await person.sends(`rút ${begun}`);
  await person.hears(new RegExp(`^${begun} chưa rút được vì UBND phường Láng đã bắt đầu xử lý\\.`));
  expect(await people.stateOf(begun)).toBe('in_progress');
});

test.concurrent('a refusal is looked at again once; "xem lại" of any other report only shows it', async () => {
  const person = await newcomer(city);
  await person.sends('hàng xóm lấn đất nhà tôi');
  await person.hears(/^Sự việc ở đâu/);
  await person.sends('không biết');
  await person.hears(/^Đã nhận phản ánh HN-/);
  const code = await person.code();
  await person.sends(`xem lại ${code}`);
  await person.hears(new RegExp(`^${code}: Đã tiếp nhận`));
  await office.refuses(code);
  await person.hears(
    /^Chúng tôi không thể tiếp nhận HN-\w{8} vì nội dung là tranh chấp dân sự\..*nhắn "HN-\w{8} xem lại" để được xem lại một lần\.$/,
  );
  await person.sends(`${code} xem lại`);
  await person.hears(/^HN-\w{8} được xem lại theo đề nghị của bạn\./);
  expect(await office.report(code)).toMatchObject({ state: 'received', objections: 1 });
  await office.refuses(code);
  await person.heardInTheEnd();
  await person.sends(`${code} xem lại`);
  await person.hears(/^HN-\w{8} đã được xem lại một lần theo đề nghị của bạn\./);
});

test.concurrent('a report found to be the same is offered once; "cùng phản ánh" joins it, and its reporter acts as a follower', async () => {
  const [neighbour, me] = [await people.reporterOf(), await people.reporterOf()];
  const [main, own] = [await office.report(neighbour.code), await office.report(me.code)];
  await city.database.db
    .insert(duplicateSuggestions)
    .values({ reportId: own.id, otherId: main.id, score: 99, because: ['x'], foundAt: new Date() })
    .onConflictDoUpdate({ target: [duplicateSuggestions.reportId, duplicateSuggestions.otherId], set: { score: 99 } });
  for (let twice = 0; twice < 2; twice++)
    await city.database.db.transaction(async (tx) => {
      const offer = await duplicateOfferFor(tx, own.id);
      expect(offer?.mainCode).toBe(main.code);
      if (offer) await offerDuplicate(tx, own, offer, new Date());
    });
  await me.person.hears(
    new RegExp(`^${own.code} có thể trùng ${main.code} đã gửi trước: Ổ gà.*nhắn "cùng phản ánh ${main.code}"`),
  );
  expect((await me.person.heardInTheEnd()).filter((text) => text.includes('có thể trùng'))).toHaveLength(1);
  await me.person.sends(`cùng phản ánh ${main.code}`);
  await me.person.hears(
    new RegExp(`^Phản ánh ${own.code} của bạn trùng sự việc ${main.code} đang được UBND phường Láng xử lý`),
  );
  expect(await office.report(own.code)).toMatchObject({ state: 'merged', mergedIntoId: main.id });

  await office.answers(main.code);
  await me.person.hears(new RegExp(`^UBND phường Láng đã trả lời ${own.code}: `));
  await me.person.sends('đã xong');
  await me.person.hears(new RegExp(`^Cảm ơn bạn\\. ${own.code} sẽ đóng khi người gửi phản ánh chính xác nhận\\.`));
  expect(await people.stateOf(main.code)).toBe('answered');
  await me.person.sends('chấp nhận được');
  await me.person.hears(new RegExp(`^Đã lưu đánh giá "chấp nhận" cho ${own.code}\\.`));
  const [rating] = await city.database.db.select().from(ratings).where(eq(ratings.reportId, own.id));
  expect(rating).toMatchObject({ citizenId: own.citizenId, level: 'accepted' });
  await me.person.sends(`${own.code} chưa xong`);
  await neighbour.person.hears(new RegExp(`^${main.code} đã được mở lại vì có ý kiến việc chưa xong`));
  await me.person.hears(new RegExp(`^${own.code} đã được mở lại`));
  expect(await office.report(main.code)).toMatchObject({ state: 'in_progress', round: 2 });
  expect((await neighbour.person.heardInTheEnd()).join('\n')).not.toMatch(/Đã lưu đánh giá/);
});

test.concurrent('"theo dõi" with a code follows somebody else’s report, "bỏ theo dõi" ends it, and a stranger’s code moves nothing', async () => {
  const { code } = await people.reporterOf();
  const watcher = await newcomer(city);
  await watcher.sends(`${code} đã xong`);
  await watcher.hears(new RegExp(`^${code} không phải phản ánh gửi từ tài khoản Zalo này`));
  await watcher.sends(`theo dõi ${code}`);
  await watcher.hears(
    new RegExp(`^Bạn đang theo dõi ${code} và sẽ nhận tin khi có kết quả\\. UBND phường Láng đang giữ`),
  );
  await office.answers(code);
  await watcher.hears(new RegExp(`^UBND phường Láng đã trả lời ${code}`));
  await watcher.sends('hài lòng');
  await watcher.hears(new RegExp(`^Đã lưu đánh giá "hài lòng" cho ${code}`));
  await watcher.sends(`bỏ theo dõi ${code}`);
  await watcher.hears(new RegExp(`^Đã thôi theo dõi ${code}`));
  expect(
    await city.database.db
      .select()
      .from(follows)
      .where(eq(follows.reportId, (await office.report(code)).id)),
  ).toEqual([]);
  await watcher.sends('HN-7K3MR4T5 đã xong');
  await watcher.hears(/^Không tìm thấy phản ánh HN-7K3MR4T5/);
  await watcher.sends('HN-7K3MR4T8 đã xong');
  await watcher.hears(/^Mã vừa gửi chưa đúng/);
});
