/** One person in the chat and in the app, and several people around one matter. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvedTemplates } from '../../scripts/start/templates.ts';
import { waitFor } from '../../scripts/testing/wait-for.ts';
import { hears, quiet } from '../../webhook-service/test/city.ts';
import { type Life, lifeIn, reportOf, type Staff, untilState } from '../../webhook-service/test/life/cast.ts';
import {
  agrees,
  button,
  codeShown,
  countReports,
  describes,
  expectClean,
  goOn,
  HANDLE,
  heading,
  LANG,
  PUBLISH,
  placesByAddress,
  placesByLocation,
  reports,
  SOON_MS,
  sends,
  tiles,
  writesUntilReview,
} from './citizen.ts';
import { openPhone, type Phone } from './phone.ts';

const LANG_AGENCY = 'ubnd-00199';
const HOUR_MS = 3_600_000;

let phone: Phone;
let life: Life;
let handler: Staff;
beforeAll(async () => {
  phone = await openPhone({
    city: { env: { WARD_BOUNDARIES: '', CHAT_QUIET_MS: '2500', ZALO_TEMPLATES: 'docs/zalo-templates.example.json' } },
  });
  await phone.city.zalo.templates(approvedTemplates);
  life = lifeIn(phone.city);
  handler = await life.staff(['handler'], [LANG_AGENCY]);
});
afterAll(() => phone?.stop());

test('what was begun in the chat is finished in the app: its words and photos are there', async () => {
  const { city } = phone;
  const other = await phone.another();
  const photoIds = [await city.photo(), await city.photo()];
  await city.zalo.act(other.citizenId, { act: 'photos', photoIds });
  await city.zalo.act(other.citizenId, { act: 'text', text: 'ổ gà to, xe máy ngã liên tục' });
  await hears(city, other.citizenId, /./);
  await quiet(city);

  await other.open('/');
  await button(other.page, /^Viết tiếp: ổ gà to/).waitFor();
  await other.page.getByRole('link', { name: 'Gửi phản ánh' }).click();
  await other.page.getByText('Bạn đã bắt đầu phản ánh này trong chat.').waitFor();
  await expect.poll(() => tiles(other.page).filter({ hasText: 'Đã lưu' }).count()).toBe(2);
  await goOn(other.page);
  await placesByAddress(other, `12 phố Láng Hạ, ${LANG}`);
  await goOn(other.page);
  expect(await other.page.getByRole('textbox', { name: 'Chuyện gì đang xảy ra?' }).inputValue()).toBe(
    'ổ gà to, xe máy ngã liên tục',
  );
  await writesUntilReview(other, 'Ổ gà to, xe máy ngã liên tục');
  await agrees(other, HANDLE);
  await sends(other);
  const code = await codeShown(other);
  await hears(city, other.citizenId, new RegExp(`^Đã nhận phản ánh ${code}`));
  expect(await countReports(other)).toBe(1);
  const [sent] = await city.database.sql`
    select count(*)::int as photos from photos where report_id = ${(await reportOf(life, code)).id}`;
  expect(sent).toEqual({ photos: 2 });
  await leaves(other);
});

test('to look into the app while the chat still listens changes nothing: the chat sends it, and the app says so', async () => {
  const { city } = phone;
  const other = await phone.another();
  await other.open('/');
  await other.page.getByText(/^Bạn chưa gửi phản ánh nào\./).waitFor();
  await city.zalo.act(other.citizenId, { act: 'text', text: `ổ gà to trước số 15 phố Láng Hạ, ${LANG}` });
  await draftWith(other, 'ổ gà to trước số 15');
  await emits(other.page, 'h5.event.resumed');
  const goOnWith = button(other.page, /^Viết tiếp: ổ gà to trước số 15/);
  await goOnWith.waitFor();
  await hears(city, other.citizenId, /^Đã nhận phản ánh HN-/);
  await goOnWith.waitFor({ state: 'detached', timeout: SOON_MS });
  await other.page.getByRole('link', { name: /^Ổ gà/ }).waitFor();
  expect(await countReports(other)).toBe(1);
  // That the draft is closed, and as which report, comes as a conflict.
  await leaves(other, [/status of 409/]);
});

test('what was begun in the app is finished in the chat, and the app knows that it has become a report', async () => {
  const { city } = phone;
  const other = await phone.another();
  await other.open('/report/what');
  await describes(other, 'Rác đổ tràn vỉa hè từ tối qua, bốc mùi');
  await draftWith(other, 'Rác đổ tràn');
  await city.zalo.act(other.citizenId, { act: 'text', text: `trước số 30 phố Láng Hạ, ${LANG}` });
  const [code = ''] = /HN-\w{8}/.exec((await hears(city, other.citizenId, /HN-\w{8}/)).join(' ')) ?? [];
  await emits(other.page, 'h5.event.resumed');
  expect(await codeShown(other)).toBe(code);
  expect(await countReports(other)).toBe(1);
  expect((await reportOf(life, code)).text).toContain('Rác đổ tràn vỉa hè');
  // That the draft is closed, and as which report, comes as a conflict.
  await leaves(other, [/status of 409/]);
});

test('a notice in Zalo opens the page of its report, in an app that was closed and in one that is running', async () => {
  const { city } = phone;
  const other = await phone.another();
  const code = await reports(other, { words: `Cống tắc, nước đọng trước số 20 phố Láng Hạ, ${LANG}` });
  await button(other.page, 'Cho phép thông báo').click();
  await other.page.getByText('Đã bật thông báo.').waitFor();
  await city.zalo.act(other.citizenId, { act: 'text', text: 'Tra cứu phản ánh của tôi' });
  await hears(city, other.citizenId, new RegExp(code));
  await untilState(life, code, 'dispatched');
  await quiet(city);
  // Two days later the chat may not be written to any more.
  await city.zalo.advance(49 * HOUR_MS);
  await city.database.sql`update citizens set last_interaction_at = last_interaction_at - interval '49 hours'`;
  await city.database.sql`update reports set priority_class = 'emergency' where code = ${code}`;
  await handler.does(code, 'accept');
  await handler.answers(code);
  const path = await waitFor(() => linkOfNotice(other, code), { what: 'the notice of the Mini App' });
  await city.zalo.resetClock();
  expect(path).toBe(`/reports/${code}`);

  await other.restart(path);
  await button(other.page, 'Đã xong').waitFor();
  await other.page.getByRole('button', { name: 'Quay lại' }).click();
  await heading(other.page, 'Phản ánh của tôi').waitFor();
  await emits(other.page, 'h5.event.open.mp', { url: `https://h5.zdn.vn/zapps/${city.config.zalo.miniappId}${path}` });
  await heading(other.page, `Mã ${code}`).waitFor();
  await leaves(other);
});

test('who reports what somebody has reported already joins with one press, and both see the answer', async () => {
  const words = `Đèn đường hỏng cả đoạn trước số 40 phố Láng Hạ, ${LANG}, tối om`;
  const [first, second] = [await phone.another(), await phone.another()];
  const main = await reportsAtPin(first, words);
  await untilState(life, main, 'dispatched');

  await second.open('/report/place');
  await placesByLocation(second);
  await goOn(second.page);
  await describes(second, `Đèn đường hỏng trước số 40 phố Láng Hạ, ${LANG}, đi lại nguy hiểm`);
  await second.page.getByText('Chọn việc giống nhất').waitFor();
  await goOn(second.page);
  await button(second.page, /^Đúng việc này, cùng phản ánh: /).click();
  await second.page.getByText(new RegExp(`^Gửi cùng phản ánh ${main}`)).waitFor();
  await agrees(second, HANDLE);
  await button(second.page, 'Gửi, cùng phản ánh').click();
  const joined = await codeShown(second);
  expect(await reportOf(life, joined)).toMatchObject({
    state: 'merged',
    mergedIntoId: (await reportOf(life, main)).id,
  });
  await second.page.getByRole('link', { name: 'Xem phản ánh' }).click();
  await second.page.getByText(new RegExp(`^Cùng sự việc với phản ánh ${main}`)).waitFor();

  await first.page.getByRole('link', { name: 'Xem phản ánh' }).click();
  await handler.does(main, 'accept');
  await handler.answers(main);
  await first.page.getByRole('region', { name: 'Kết quả', exact: true }).waitFor({ timeout: SOON_MS });
  await second.page.getByRole('region', { name: 'Kết quả', exact: true }).waitFor({ timeout: SOON_MS });
  await leaves(first);
  await leaves(second);
});

test('others read what was published without who is in it, follow it, hear the news, and no longer when consent is withdrawn', async () => {
  const writer = await phone.another();
  const code = await reports(writer, {
    words: `Ổ gà sâu trước số 60 phố Láng Hạ, ${LANG}, gọi anh Nguyễn Văn Thử 0912345678 là biết`,
    consents: [HANDLE, PUBLISH],
  });
  await untilState(life, code, 'dispatched');

  const reader = await phone.another();
  const { page } = reader;
  await reader.city.zalo.act(reader.citizenId, { act: 'follow' });
  await quiet(reader.city);
  await reader.open('/around');
  const card = page.getByRole('listitem').filter({ hasText: 'Ổ gà sâu trước số 60 phố Láng Hạ' });
  await card.getByRole('link').click();
  await heading(page, `Mã ${code}`).waitFor();
  const reported = page.getByRole('region', { name: 'Điều được phản ánh' });
  await reported.getByText('Ổ gà sâu trước số 60 phố Láng Hạ').waitFor();
  expect(await page.getByRole('main').innerText()).not.toMatch(/0912345678|Nguyễn|Thử/);
  await button(page, 'Theo dõi').click();
  await page.getByText('Bạn đang theo dõi và sẽ nhận kết quả.').waitFor();

  await handler.does(code, 'accept');
  await handler.answers(code);
  await page.getByRole('region', { name: 'Kết quả' }).waitFor({ timeout: SOON_MS });
  await hears(reader.city, reader.citizenId, new RegExp(`đã trả lời.*${code}`));

  await writer.open('/me/consents');
  await button(writer.page, 'Rút lại: Công khai nội dung và ảnh').click();
  await writer.page.getByRole('dialog').getByRole('button', { name: 'Rút lại' }).click();
  await button(writer.page, 'Đồng ý: Công khai nội dung và ảnh').waitFor();
  await page.getByRole('heading', { name: 'Phản ánh này không công khai' }).waitFor({ timeout: SOON_MS });
  await leaves(writer);
  await leaves(reader, [/status of 404/]);
});

test('English chosen in the app stays, and is what the chat asks in', async () => {
  const other = await phone.another();
  await other.open('/me');
  await other.page.getByRole('radio', { name: 'English' }).check();
  await other.page.getByRole('group', { name: 'Ngôn ngữ · Language' }).waitFor();
  await waitFor(async () => (await languageOf(other)) === 'en', { what: 'the service to know' });
  await other.restart('/reports');
  await heading(other.page, 'My reports').waitFor();
  // Without words of their own to go by, the chat asks in the language that was chosen.
  await other.city.zalo.act(other.citizenId, { act: 'photos', photoIds: [await other.city.photo()] });
  await hears(other.city, other.citizenId, /What is the problem and where\?/);
  await leaves(other);
});

test('everything is erased: a tombstone is left on the service, nothing on the phone, and the app greets anew', async () => {
  const other = await phone.another();
  const words = `Ổ gà rộng trước số 80 phố Láng Hạ, ${LANG}`;
  const code = await reports(other, { words });
  await untilState(life, code, 'dispatched');
  await other.open('/me/data');
  await button(other.page, 'Xóa dữ liệu của tôi').click();
  const sheet = other.page.getByRole('dialog', { name: 'Xóa dữ liệu của bạn?' });
  await sheet.getByRole('checkbox', { name: 'Tôi hiểu: xóa rồi không lấy lại được' }).check();
  await sheet.getByRole('button', { name: 'Xóa vĩnh viễn' }).click();
  await other.page.getByText('Đã nhận yêu cầu xóa.').waitFor();
  await heading(other.page, 'Phản ánh Hà Nội').waitFor();

  await waitFor(async () => (await countReports(other)) === 0, { what: 'the report to be nobody’s' });
  const tombstone = await reportOf(life, code);
  expect(tombstone.erasedAt).not.toBeNull();
  expect(tombstone.text).not.toContain('Ổ gà rộng');
  await button(other.page, 'Bắt đầu').click();
  await other.page.getByText(/^Bạn chưa gửi phản ánh nào\./).waitFor();
  await other.restart('/reports');
  await other.page.getByRole('region', { name: 'Bạn chưa gửi phản ánh nào' }).waitFor();
  await leaves(other);
});

/** Waits until the service has a draft with these words. */
async function draftWith({ city }: Phone, words: string): Promise<void> {
  await waitFor(
    async () => (await city.database.sql`select 1 from drafts where content::text like ${`%${words}%`}`)[0],
    {
      what: `a draft with "${words}"`,
    },
  );
}

/** A report whose place is a pin. @returns its code */
async function reportsAtPin(other: Phone, words: string): Promise<string> {
  await other.open('/report/place');
  await placesByLocation(other);
  await goOn(other.page);
  await writesUntilReview(other, words);
  await agrees(other, HANDLE, PUBLISH);
  await sends(other);
  return codeShown(other);
}

/** The page of the app that the notice about this report leads to. */
async function linkOfNotice({ city, citizenId }: Phone, code: string): Promise<string | null> {
  const notices = (await city.zalo.messages(citizenId)).filter(({ channel }) => channel === 'miniapp');
  const address = JSON.stringify(notices).match(/https:\/\/zalo\.me\/s\/\d+(\/reports\/HN-\w{8})/);
  return address?.[1]?.endsWith(code) ? address[1] : null;
}

/** An event of Zalo's native side. */
function emits(page: Page, name: string, data: unknown = {}): Promise<void> {
  return page.evaluate(
    ([event, detail]) =>
      (window as unknown as { simPhone: { emit(event: unknown, detail: unknown): void } }).simPhone.emit(event, detail),
    [name, data] as const,
  );
}

async function languageOf({ city, citizenId }: Phone): Promise<string | undefined> {
  const idByApp = city.simulator.state().citizens.find(({ id }) => id === citizenId)?.idByApp ?? '';
  const [row] = await city.database.sql<{ language: string }[]>`
    select language from citizens where user_id_by_app = ${idByApp}`;
  return row?.language;
}

async function leaves(other: Phone, explained: RegExp[] = []): Promise<void> {
  expectClean(other, explained);
  await other.stop();
}
