import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachments, citizens, inboxEvents, outboxMessages, reports } from '../../../db/schema/index.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { enqueue } from '../../src/queues/enqueue.ts';
import type { City } from '../city.ts';
import { newcomer, type Person, reportsOf, startTalkingCity } from './talk.ts';

let city: City;
beforeAll(async () => {
  city = await startTalkingCity();
});
afterAll(() => city?.stop());

test.concurrent('a voice message goes with the report it was sent with, and its sender is told that people will listen', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường, phường Láng', { act: 'audio' });
  await person.hears(/^Đã giữ tin thoại cùng phản ánh HN-\w{8}; cán bộ sẽ nghe\.$/);
  const [report] = await reportsOf(city, person);
  expect(await filesOf(report?.id)).toEqual(['voice']);
});

test.concurrent('a voice message and a pin become a report for a person to listen to, a day after nothing more came', async () => {
  const person = await newcomer(city);
  await person.sends({ act: 'audio' }, { act: 'location', latitude: 21.0291, longitude: 105.81798 });
  await person.hears(/^Đã giữ tin thoại cùng phản ánh; cán bộ sẽ nghe\. Bạn muốn phản ánh việc gì\?/);
  const draftId = await openDraftOf(person);
  await city.database.db.transaction((tx) =>
    enqueue(tx, 'intake.giveUpWaiting', { draftId }, { key: `draft-${draftId}`, runAt: new Date() }),
  );
  await person.hears(/^Đã nhận phản ánh HN-/);
  const [report] = await reportsOf(city, person);
  expect(report).toMatchObject({ state: 'received', latitude: 21.0291, text: '' });
  expect(await filesOf(report?.id)).toEqual(['voice']);
  // It was told with the question already.
  expect((await person.heardInTheEnd()).filter((text) => text.startsWith('Đã giữ'))).toHaveLength(1);
});

test.concurrent('a sticker disturbs nothing: the draft goes on waiting for its answer', async () => {
  const person = await newcomer(city);
  await person.sends('ổ gà to giữa đường');
  await person.hears(/^Sự việc ở đâu\?/);
  await person.sends({ act: 'sticker' });
  expect(await person.heardInTheEnd()).toHaveLength(1);
  await person.sends('phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
});

test.concurrent('thanks get a heart and no sentence', async () => {
  const person = await newcomer(city);
  await person.sends('cảm ơn anh chị nhiều ạ');
  await waitFor(async () => (await city.zalo.messages(person.id)).some((message) => hearts(message)), {
    what: 'a heart',
  });
  expect(await person.heardInTheEnd()).toEqual([]);
});

test.concurrent('a business card is declined once a day, and the phone number in it is kept nowhere', async () => {
  const person = await newcomer(city);
  const card = { act: 'businessCard' as const, name: 'Trần Văn Thử', phone: '84900000077' };
  await person.sends(card);
  await person.sends(card);
  expect(await person.heardInTheEnd()).toEqual([
    expect.stringMatching(/^Không cần gửi danh thiếp; số điện thoại trong đó không được lưu\./),
  ]);
  expect(await bodiesOf(person, 'user_send_business_card')).toEqual(['{"forgotten":true}', '{"forgotten":true}']);
});

test.concurrent('a form that nobody asked for is not kept, and a reaction gets no answer', async () => {
  const person = await newcomer(city);
  await person.sends({ act: 'follow' });
  await person.hears(/^Kênh phản ánh/);
  const ours = (await city.zalo.messages(person.id)).findLast(({ from }) => from === 'app');
  await person.sends({ act: 'react', messageId: ours?.id ?? '', icon: '/-heart' });
  await person.sends({ act: 'submitInfo', name: 'Nguyễn Thị Thử', phone: '84900000078' });
  expect(await person.heardInTheEnd()).toHaveLength(1);
  expect(await bodiesOf(person, 'user_submit_info')).toEqual(['{"forgotten":true}']);
});

test.concurrent('who calls is told once a day to write instead, and whom to call in danger', async () => {
  const person = await newcomer(city);
  await person.sends({ act: 'call' });
  await person.sends({ act: 'call' });
  expect(await person.heardInTheEnd()).toEqual([
    expect.stringMatching(/^Kênh này không nghe điện thoại\..*113, 114 hoặc 115\.$/),
  ]);
});

test.concurrent('curses alone get one calm sentence, curses in a report are a report', async () => {
  const person = await newcomer(city);
  await person.sends('đm chúng mày');
  expect(await person.hears(/^Việc gì làm bạn bức xúc/)).toHaveLength(1);
  await person.sends('đm rác chất đống ba ngày không ai thu, phường Láng');
  await person.hears(/đã chuyển UBND phường Láng xử lý/);
});

test.concurrent('a correction while the draft is open replaces the house number, and every word is kept', async () => {
  const person = await newcomer(city);
  await person.sends('rác chất đống không ai thu');
  await person.hears(/^Sự việc ở đâu\?/);
  await person.sends('số 5 phố Láng Hạ, phường Láng', 'không phải, ở số 15');
  await person.hears(/^Đã nhận phản ánh HN-\w{8}: .* tại số 15 phố Láng Hạ/);
  const [report, ...others] = await reportsOf(city, person);
  expect(others).toHaveLength(0);
  expect(report?.text).toContain('không phải, ở số 15');
});

test.concurrent('three matters in one burst are one report, and its sender learns how to send the others', async () => {
  const person = await newcomer(city);
  await person.sends(
    'ổ gà to giữa đường ở số 5 phố Láng Hạ, phường Láng',
    'rác chất đống ở ngõ 106 Hoàng Quốc Việt',
    'đèn đường hỏng tối om ở số 3 phố Tràng Tiền',
  );
  await person.hears(/^HN-\w{8} đang giữ cả 3 việc bạn nêu, .*gửi riêng từng việc còn lại, mở đầu bằng "việc mới"\.$/);
  expect(await reportsOf(city, person)).toHaveLength(1);
});

test('somebody without a Zalo identity is asked once a day to sign in', async () => {
  const { anonymousId, conversationId } = await city.zalo.anonymous('cho tôi hỏi giờ làm việc');
  await waitFor(async () => (await saidTo(anonymousId)).length === 1, { what: 'the reply' });
  const again = await city.zalo.anonymous({ anonymousId, conversationId, text: 'có ai không' });
  await applied(again.messageId);
  expect(await saidTo(anonymousId)).toEqual([expect.stringMatching(/^Để gửi phản ánh, xin đăng nhập Zalo/)]);
  const [citizen] = await city.database.db
    .select()
    .from(citizens)
    .where(eq(citizens.oaUserId, `anonymous:${anonymousId}`));
  expect(citizen?.anonymousConversationId).toBe(conversationId);
});

test('danger told without a Zalo identity is a report all the same, with the numbers first', async () => {
  const { anonymousId } = await city.zalo.anonymous('cháy nhà rồi, có người kẹt bên trong');
  await waitFor(async () => (await anonymousReports(anonymousId)).length === 1, { what: 'the report' });
  expect(await anonymousReports(anonymousId)).toMatchObject([{ emergencyWords: true, priorityClass: 'emergency' }]);
  expect((await saidTo(anonymousId))[0]).toMatch(/^Nếu có người đang gặp nguy hiểm, hãy gọi ngay .*114/);
});

async function filesOf(reportId: number | undefined): Promise<string[]> {
  const rows = await city.database.db
    .select()
    .from(attachments)
    .where(eq(attachments.reportId, reportId ?? 0));
  return rows.map(({ kind }) => kind);
}

async function openDraftOf(person: Person): Promise<number> {
  const [row] = await city.database.sql`
    select drafts.id from drafts join citizens on citizens.id = citizen_id where oa_user_id = ${person.id} and state = 'open'`;
  return Number(row?.id);
}

async function bodiesOf(person: Person, eventName: string): Promise<string[]> {
  const rows = await city.database.db
    .select()
    .from(inboxEvents)
    .where(and(eq(inboxEvents.zaloUserId, person.id), eq(inboxEvents.eventName, eventName)));
  return rows.map(({ body }) => body);
}

async function applied(messageId: string): Promise<void> {
  const done = async () => {
    const rows = await city.database
      .sql`select 1 from inbox_events where dedupe_key like ${`%${messageId}`} and finished_at is not null`;
    return rows.length > 0;
  };
  await waitFor(done, { what: 'the event to be applied' });
}

async function saidTo(anonymousId: string): Promise<string[]> {
  const rows = await city.database.db
    .select({ text: outboxMessages.text })
    .from(outboxMessages)
    .innerJoin(citizens, eq(citizens.id, outboxMessages.citizenId))
    .where(eq(citizens.oaUserId, `anonymous:${anonymousId}`))
    .orderBy(outboxMessages.id);
  return rows.map(({ text }) => text);
}

async function anonymousReports(anonymousId: string) {
  const rows = await city.database.db
    .select({ report: reports })
    .from(reports)
    .innerJoin(citizens, eq(citizens.id, reports.citizenId))
    .where(eq(citizens.oaUserId, `anonymous:${anonymousId}`));
  return rows.map(({ report }) => report);
}

function hearts(message: object): boolean {
  return JSON.stringify(message).includes('/-heart');
}
