import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { duplicateSuggestions, follows, photos, questions, ratings } from '../../../db/schema/index.ts';
import { offerDuplicate } from '../../src/conversation/offer-duplicate.ts';
import { duplicateOfferFor } from '../../src/reports/duplicates/offer.ts';
import type { City } from '../city.ts';
import { type Office, officeOf } from './office.ts';
import { newcomer, type Person, reportsOf, startTalkingCity } from './talk.ts';

let city: City;
let office: Office;
beforeAll(async () => {
  city = await startTalkingCity();
  office = officeOf(city);
});
afterAll(() => city?.stop());

/** Somebody whose report UBND phường Láng has. */
async function reporterOf(words = 'ổ gà to giữa đường, phường Láng'): Promise<{ person: Person; code: string }> {
  const person = await newcomer(city);
  return { person, code: await reports(person, words) };
}

/** Another report of the same person. */
async function reports(person: Person, words = 'ổ gà to giữa đường, phường Láng'): Promise<string> {
  const before = await reportsOf(city, person);
  await person.sends(words);
  await person.heardInTheEnd();
  const made = (await reportsOf(city, person)).at(before.length);
  expect(made?.state).toBe('dispatched');
  return made?.code ?? '';
}

async function answeredReport(words?: string) {
  const known = await reporterOf(words);
  await office.answers(known.code);
  await known.person.hears(/^UBND phường Láng đã trả lời HN-\w{8}: .*Việc đã xong chưa\?/s);
  return known;
}

const stateOf = async (code: string) => (await office.report(code)).state;
const last = async (person: Person) => (await person.heardInTheEnd()).at(-1) ?? '';

test.concurrent('"đã xong" closes the report, asks for the rating, and "hài lòng" rates it', async () => {
  const { person, code } = await answeredReport();
  await person.sends('đã xong ạ');
  await person.hears(/^Cảm ơn bạn đã xác nhận HN-\w{8} đã xong\. Bạn đánh giá kết quả thế nào\?/);
  expect(await stateOf(code)).toBe('closed_confirmed');
  await person.sends('hai long');
  await person.hears(/^Đã lưu đánh giá "hài lòng" cho HN-/);
  await person.sends('chấp nhận');
  expect(await last(person)).toBe(
    'Chưa có kết quả nào đang chờ bạn đánh giá. Nếu muốn đánh giá một phản ánh cũ, xin nhắn mã kèm lời đánh giá.',
  );
  await person.sends(`${code} chưa hài lòng`);
  await person.hears(/^Bạn đã đánh giá kết quả HN-\w{8}, mỗi kết quả đánh giá một lần\./);
  await person.sends(`${code} đã xong`);
  await person.hears(/^HN-\w{8} đã đóng nên không cần làm gì thêm\./);
  expect(await reportsOf(city, person)).toHaveLength(1);
});

test.concurrent('"chưa xong" reopens it one level up; its words and photos go to the report', async () => {
  const { person, code } = await answeredReport();
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
  const { person, code } = await answeredReport();
  const { id } = await office.report(code);
  await city.database.sql`update reports set state = 'closed_unconfirmed', closed_at = now() where id = ${id}`;
  await person.sends('chưa xong');
  expect(await last(person)).toMatch(
    /^Chưa có kết quả nào của bạn đang chờ xác nhận\. Nếu muốn mở lại phản ánh đã đóng/,
  );
  await person.sends(`${code} chưa xong`);
  await person.hears(/^HN-\w{8} đã được mở lại/);
  expect(await stateOf(code)).toBe('in_progress');
});

test.concurrent('"chưa hài lòng" asks what was not good enough, takes numbers or words, and reopens nothing', async () => {
  const [one, other] = [await answeredReport(), await answeredReport()];
  await one.person.sends('chưa hài lòng');
  await one.person.hears(/^Xin cho biết điều chưa đạt ở HN-\w{8}, nhắn một số: 1 trả lời chung chung/);
  await one.person.sends('3, 4');
  await one.person.hears(
    /^Đã lưu đánh giá "chưa hài lòng" .* Đánh giá không tự mở lại phản ánh: nếu việc chưa xong, xin nhắn "HN-\w{8} chưa xong"/,
  );
  expect(await stateOf(one.code)).toBe('answered');
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
  const { person, code } = await answeredReport();
  await age(code);
  await person.sends('vẫn còn ngập đầu ngõ');
  await person.hears(
    /^Bạn nói về kết quả HN-\w{8}, hoặc một việc mới\? Kết quả: xin nhắn "đã xong" hoặc "chưa xong"\./,
  );
  expect(await stateOf(code)).toBe('answered');
  await person.sends('chưa xong');
  await person.hears(/^Đã thêm lời bạn vừa nhắn vào phản ánh HN-/);
  expect(await office.report(code)).toMatchObject({
    state: 'in_progress',
    text: expect.stringContaining('vẫn còn ngập đầu ngõ'),
  });
  expect(await reportsOf(city, person)).toHaveLength(1);
});

test.concurrent('the same words with a place are a new report', async () => {
  const { person, code } = await answeredReport();
  await age(code);
  await person.sends('rác chất đống không ai thu');
  await person.hears(/^Bạn nói về kết quả HN-/);
  await person.sends('ngõ 106 Hoàng Quốc Việt, phường Nghĩa Đô');
  await person.hears(/đã chuyển UBND phường Nghĩa Đô xử lý/);
  expect(await stateOf(code)).toBe('answered');
});

test.concurrent('thanks and stories that contain "xong rồi" confirm nothing', async () => {
  const { person, code } = await answeredReport();
  for (const text of ['ok', 'cảm ơn đã xử lý', 'dạ vâng', '👍']) await person.sends(text);
  await person.heardInTheEnd();
  expect(await stateOf(code)).toBe('answered');
  await age(code);
  await person.sends('tôi gọi xong rồi mà không ai đến');
  await person.hears(/^Bạn nói về kết quả HN-/);
  expect(await stateOf(code)).toBe('answered');
  await person.sends('xong chưa?');
  expect(await stateOf(code)).toBe('answered');
});

test.concurrent('with two answers waiting the chat asks which, and a bare code answers', async () => {
  const { person, code: first } = await reporterOf();
  await age(first);
  const second = await reports(person, 'cột đèn đường hỏng tối om cả phố, phường Láng');
  for (const code of [first, second]) await office.answers(code);
  await person.heardInTheEnd();
  await person.sends('xong rồi');
  await person.hears(
    new RegExp(
      `^Bạn nói về phản ánh nào: ${second} hay ${first}\\? Xin nhắn mã của phản ánh đó, ví dụ "${second} đã xong"\\.`,
    ),
  );
  expect([await stateOf(first), await stateOf(second)]).toEqual(['answered', 'answered']);
  await person.sends(first);
  await person.hears(new RegExp(`^Cảm ơn bạn đã xác nhận ${first} đã xong`));
  // The question is answered: the next bare code only asks how that report stands.
  await person.sends(second);
  await person.hears(new RegExp(`^${second}: Đã có kết quả`));
  expect([await stateOf(first), await stateOf(second)]).toEqual(['closed_confirmed', 'answered']);
  await person.sends('chưa xong');
  await person.hears(new RegExp(`^${second} đã được mở lại`));
});

test.concurrent('"xong rồi" while something is being written may mean the writing: it is asked', async () => {
  const { person, code } = await answeredReport();
  await age(code);
  await person.sends({ act: 'location', latitude: 21.0135, longitude: 105.8165 });
  await person.hears(/^Bạn muốn phản ánh việc gì\?/);
  await person.sends('xong rồi');
  await person.hears(new RegExp(`^Bạn nói về phản ánh ${code}\\? Nếu đúng, xin nhắn "${code} đã xong"\\.`));
  expect(await stateOf(code)).toBe('answered');
});

test.concurrent('while nothing is answered yet, "chưa xong" is told who holds it and until when', async () => {
  const { person, code } = await reporterOf();
  await person.sends('chưa xong');
  await person.hears(
    new RegExp(
      `^${code} chưa có kết quả nên chưa thể xác nhận hay đánh giá\\. UBND phường Láng đang giữ, hạn trả lời: \\d\\d:\\d\\d `,
    ),
  );
  for (const text of await person.heardInTheEnd()) expect(text).not.toMatch(/Thao tác này dành cho|vai trò/i);
  expect(await stateOf(code)).toBe('dispatched');
});

test.concurrent('"tra cứu" names a holder and a due time only while somebody has to act', async () => {
  const { person, code } = await reporterOf();
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
  const { person, code } = await reporterOf();
  await office.asks(code, 'Ổ gà ở trước số nhà nào, làn nào?');
  await person.hears(
    /^UBND phường Láng cần thêm thông tin cho HN-\w{8}: Ổ gà ở trước số nhà nào, làn nào\? Xin nhắn trả lời tại đây trước /,
  );
  await person.sends('dạ vâng ạ');
  await person.hears(/^Câu hỏi về HN-\w{8} vẫn chờ bạn trả lời: Ổ gà ở trước số nhà nào/);
  await person.sends('cảm ơn');
  await person.heardInTheEnd();
  expect(await stateOf(code)).toBe('awaiting_citizen');

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
  const { person, code } = await reporterOf();
  await office.asks(code, 'Đoạn đường này đã được vá lần nào chưa?');
  await person.hears(/cần thêm thông tin/);
  await person.sends('việc mới: rác chất đống ngõ 106 Hoàng Quốc Việt, phường Nghĩa Đô');
  await person.hears(/đã chuyển UBND phường Nghĩa Đô xử lý/);
  expect(await stateOf(code)).toBe('awaiting_citizen');
  await person.sends('chưa');
  await person.hears(/^Đã chuyển câu trả lời của bạn/);
  const [asked] = await city.database.db
    .select()
    .from(questions)
    .where(eq(questions.reportId, (await office.report(code)).id));
  expect(asked?.reply).toBe('chưa');
});

test.concurrent('a reply while two officials wait: which report is asked, and its code answers', async () => {
  const { person, code: first } = await reporterOf();
  await age(first);
  const second = await reports(person, 'cột đèn đường hỏng tối om cả phố, phường Láng');
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
  expect(await stateOf(first)).toBe('awaiting_citizen');
});

test.concurrent('"rút" withdraws the only open report until an agency has begun', async () => {
  const { person, code } = await reporterOf();
  await person.sends('rút phản ánh');
  await person.hears(/^Đã rút phản ánh HN-\w{8} theo yêu cầu của bạn/);
  expect(await stateOf(code)).toBe('withdrawn');
  await person.sends('rút');
  expect(await last(person)).toMatch(/^Không có phản ánh nào của bạn có thể rút lúc này/);
  await person.sends(`rút ${code}`);
  await person.hears(/^HN-\w{8} đã được rút theo yêu cầu của bạn\./);
  const begun = await reports(person);
  await office.accepts(begun);
  await person.sends(`rút ${begun}`);
  await person.hears(new RegExp(`^${begun} chưa rút được vì UBND phường Láng đã bắt đầu xử lý\\.`));
  expect(await stateOf(begun)).toBe('in_progress');
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
  const [neighbour, me] = [await reporterOf(), await reporterOf()];
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
  expect(await stateOf(main.code)).toBe('answered');
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
  const { code } = await reporterOf();
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

/** As if the report were made an hour ago, so that what follows is no part of its burst. */
async function age(code: string): Promise<void> {
  await city.database.sql`update reports set received_at = received_at - interval '1 hour' where code = ${code}`;
}
