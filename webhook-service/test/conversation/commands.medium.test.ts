import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { citizens, outboxMessages } from '../../../db/schema/index.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import type { City } from '../city.ts';
import { newcomer, type Person, reportsOf, startTalkingCity } from './talk.ts';

let city: City;
let owner: Person;
let code: string;
beforeAll(async () => {
  city = await startTalkingCity();
  owner = await newcomer(city);
  await owner.sends('ổ gà to trước số 12 phố Láng Hạ, cạnh nhà bà Lan, phường Láng');
  await owner.hears(/đã chuyển UBND phường Láng xử lý/);
  code = await owner.code();
});
afterAll(() => city?.stop());

test('"tra cứu" with a code tells state, unit and due time', async () => {
  await owner.sends(`tra cuu ${code.toLowerCase()}`);
  await owner.hears(
    /: Đã chuyển đơn vị xử lý\. UBND phường Láng đang giữ\. Hạn trả lời: \d\d:\d\d .*Xem tiến độ: http/,
  );
});

test('"tra cứu" without a code tells about the own latest report, and a stranger that there is none', async () => {
  await owner.sends('tra cứu phản ánh của tôi');
  await waitFor(
    async () => (await owner.heardInTheEnd()).filter((text) => text.startsWith(`${code}: Đã chuyển`)).length === 2,
    {
      what: 'a second status',
    },
  );
  const stranger = await newcomer(city);
  await stranger.sends('tra cứu');
  expect(await stranger.hears(/^Chưa có phản ánh nào được gửi từ tài khoản Zalo này/)).toHaveLength(1);
});

test('a stranger who knows the code learns state, unit and due time, nothing of the words, the place or the person', async () => {
  const stranger = await newcomer(city);
  await stranger.sends(`${code} đến đâu rồi`);
  const [told = '', ...more] = await stranger.hears(/Đã chuyển đơn vị xử lý/);
  expect(more).toEqual([]);
  const [report] = await reportsOf(city, owner);
  expect(told.replace(/\d\d:\d\d (?:thứ \S+|Chủ nhật), \d\d\/\d\d\/\d{4}/, '…')).toBe(
    `${code}: Đã chuyển đơn vị xử lý. UBND phường Láng đang giữ. Hạn trả lời: …. Xem tiến độ: ${city.url}/tra-cuu/${code}`,
  );
  expect(told).not.toMatch(/ổ gà|Láng Hạ|bà Lan/);
  expect(report?.citizenId).toBeDefined();
});

test('a code nobody has, and a mistyped one', async () => {
  const person = await newcomer(city);
  await person.sends('tra cứu HN-7K3MR4T5');
  await person.hears(/^Không tìm thấy phản ánh HN-7K3MR4T5/);
  await person.sends('HN-7K3MR4T6');
  await person.hears(/^Mã vừa gửi chưa đúng/);
  expect(await reportsOf(city, person)).toEqual([]);
});

test('"huỷ" drops what was being written, and nothing becomes a report', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường');
  await person.hears(/^Sự việc ở đâu\?/);
  await person.sends('hủy');
  await person.hears(/^Đã huỷ nội dung vừa gửi, chưa có phản ánh nào được tạo/);
  await person.sends('huy');
  await person.hears(/^Không có nội dung nào đang soạn để huỷ/);
  expect(await person.heardInTheEnd()).toHaveLength(3);
  expect(await reportsOf(city, person)).toEqual([]);
});

test('"huỷ" with a code undoes no report', async () => {
  await owner.sends(`huỷ phản ánh ${code}`);
  await owner.hears(/^Không có nội dung nào đang soạn để huỷ\. Phản ánh đã có mã vẫn được xử lý/);
  expect(await reportsOf(city, owner)).toMatchObject([{ state: 'dispatched' }]);
});

test('news outside the 48 hours is held and leaves with the next message of the citizen', async () => {
  const person = await newcomer(city);
  await person.sends('nắp cống bị mất, phường Láng');
  await person.hears(/^Đã nhận phản ánh HN-/);
  await person.heardInTheEnd();
  await city.database.db
    .update(citizens)
    .set({ lastInteractionAt: new Date(Date.now() - 49 * 3_600_000) })
    .where(eq(citizens.oaUserId, person.id));
  const answer = await fetch(`${city.url}/api/staff/reports/${await person.code()}/dispatch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${city.env.STAFF_API_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ agencyCode: 'ubnd-00199', categoryCode: 'GT-02' }),
  });
  expect(answer.status).toBe(204);
  await waitFor(async () => (await stateOfNews(person)) === 'held', { what: 'the news to be held' });
  expect(await person.heardInTheEnd()).toHaveLength(1);

  await person.sends('cảm ơn');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
});

async function stateOfNews(person: Person): Promise<string | undefined> {
  const [report] = await reportsOf(city, person);
  const sent = await city.database.db
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.reportId, report?.id ?? 0));
  return sent.find((message) => message.kind === 'dispatched')?.state;
}
