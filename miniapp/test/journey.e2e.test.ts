/** A report from the first opening of the app to the last word, on the phone, in the chat and at the agency. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hears, quiet } from '../../webhook-service/test/city.ts';
import { type Life, lifeIn, type Staff, untilState } from '../../webhook-service/test/life/cast.ts';
import {
  agrees,
  button,
  CONTACT,
  choosesPhotos,
  codeShown,
  describes,
  expectClean,
  goOn,
  HANDLE,
  heading,
  LANG,
  PUBLISH,
  photosSaved,
  placesByLocation,
  reports,
  SOON_MS,
  sends,
  WORDS,
} from './citizen.ts';
import { openPhone, type Phone } from './phone.ts';

const LANG_AGENCY = 'ubnd-00199';

let phone: Phone;
let life: Life;
let handler: Staff;
let leader: Staff;
let code: string;
beforeAll(async () => {
  phone = await openPhone({ isNew: true, city: { env: { WARD_BOUNDARIES: '' } } });
  life = lifeIn(phone.city);
  [handler, leader] = await Promise.all([
    life.staff(['handler'], [LANG_AGENCY]),
    life.staff(['leader'], [LANG_AGENCY]),
  ]);
});
afterAll(() => phone?.stop());

// One story in chapters: each goes on where the last one ended.

test('a newcomer is greeted, and sends photos, the place and a sentence in four steps; nothing is agreed to for them', async () => {
  const { page } = phone;
  await phone.open('/');
  await button(page, 'Bắt đầu').click();
  await page.getByRole('link', { name: 'Gửi phản ánh' }).click();
  await choosesPhotos(phone, 2);
  await photosSaved(phone, 2);
  await goOn(page);

  await button(page, /^Vị trí của tôi/).click();
  await page.getByText('Zalo sẽ hỏi bạn có đồng ý không.').waitFor();
  expect(await askedOfZalo()).not.toContain('action.get.location');
  await page.goBack();
  await placesByLocation(phone);
  await goOn(page);

  await describes(phone, WORDS);
  await button(page, /^Ổ gà, mặt đường hư hỏng, lún nứt/).click();
  await page.getByText('Lĩnh vực đã chọn').waitFor();
  await goOn(page);

  await heading(page, 'Xem lại và gửi').waitFor();
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  await part('Chuyện gì').getByText(WORDS).waitFor();
  await part('Chuyện gì').getByText('Ổ gà, mặt đường hư hỏng, lún nứt').waitFor();
  await part('Ở đâu').getByText(LANG, { exact: true }).waitFor();
  await part('Ảnh').getByRole('img', { name: 'Ảnh 2 trên 2' }).waitFor();
  await part('Bạn đồng ý những gì').getByRole('checkbox').nth(3).waitFor();
  expect(await part('Bạn đồng ý những gì').getByRole('checkbox', { checked: true }).count()).toBe(0);
  await expect.poll(() => button(page, 'Gửi phản ánh').isDisabled()).toBe(true);
  await agrees(phone, HANDLE, CONTACT, PUBLISH);
  await sends(phone);
  code = await codeShown(phone);
});

test('why comes before what Zalo asks: notices, the chat, following; the chat then tells what was received', async () => {
  const { page } = phone;
  expect(await askedOfZalo()).not.toContain('action.mp.send.notification');
  await button(page, 'Cho phép thông báo').click();
  await page.getByText('Đã bật thông báo.').waitFor();
  await button(page, 'Nhắn một lần trong Zalo').click();
  // Zalo opens the chat with the words ready; the person presses send.
  await phone.city.zalo.act(phone.citizenId, { act: 'text', text: 'Tra cứu phản ánh của tôi' });
  await hears(phone.city, phone.citizenId, new RegExp(`^Đã nhận phản ánh ${code}: `));
  await button(page, 'Quan tâm kênh').click();
  await page.getByText('Bạn đã quan tâm kênh này.').waitFor();
  expect(phone.city.simulator.state().citizens.find(({ id }) => id === phone.citizenId)?.followed).toBe(true);
});

test('my reports show who has it, and the page of the report shows what the agency does, each without reloading', async () => {
  const { page } = phone;
  await phone.open('/reports');
  await untilState(life, code, 'dispatched');
  await page.getByText(/UBND phường Láng đang giữ/).waitFor({ timeout: SOON_MS });
  await page.getByRole('link', { name: 'Ổ gà, mặt đường hư hỏng, lún nứt' }).click();
  await heading(page, `Mã ${code}`).waitFor();
  await page.getByText(/UBND phường Láng đang giữ phản ánh này/).waitFor();
  await handler.does(code, 'accept');
  await timeline().getByText('UBND phường Láng đã nhận xử lý.').waitFor({ timeout: SOON_MS });
});

test('the answer stands there with before and after, which open large', async () => {
  const { page } = phone;
  await handler.answers(code);
  const result = page.getByRole('region', { name: 'Kết quả' });
  await result.getByRole('button', { name: 'Xem lớn: Ảnh 1/1 kèm câu trả lời' }).waitFor({ timeout: SOON_MS });
  await result.getByRole('button', { name: 'Xem lớn: Ảnh 1/2 bạn đã gửi' }).waitFor();
  await result.getByRole('button', { name: 'Xem lớn: Ảnh 1/1 kèm câu trả lời' }).click();
  const viewer = page.getByRole('dialog', { name: 'Xem ảnh' });
  const after = viewer.getByRole('img', { name: 'Ảnh 1/1 kèm câu trả lời' });
  await expect.poll(() => after.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await viewer.getByRole('button', { name: 'Đóng' }).click();
});

test('"Chưa xong" opens it again, the second answer is asked about anew, "Đã xong" closes it, and it is rated', async () => {
  const { page } = phone;
  await button(page, 'Chưa xong').click();
  const sheet = page.getByRole('dialog', { name: 'Việc chưa xong' });
  await sheet.getByRole('button', { name: 'Báo chưa xong' }).click();
  await page.getByText('Phản ánh đã được mở lại. Đơn vị phải trả lời lại.').waitFor();
  expect(await untilState(life, code, 'in_progress')).toMatchObject({ round: 2, level: 1 });

  await leader.answers(code);
  await button(page, 'Đã xong').waitFor({ timeout: SOON_MS });
  await page.getByRole('region', { name: 'Câu trả lời trước' }).waitFor();
  await button(page, 'Đã xong').click();
  await page.getByText('Cảm ơn bạn. Phản ánh đã đóng vì việc đã xong.').waitFor();
  await untilState(life, code, 'closed_confirmed');

  await page.getByRole('radio', { name: /^Hài lòng/ }).check();
  await button(page, 'Gửi đánh giá').click();
  await page.getByRole('region', { name: 'Kết quả' }).getByText('Bạn đã đánh giá: Hài lòng').waitFor();
  const told = await timeline().getByRole('paragraph').allInnerTexts();
  const order = ['Đã nhận', 'Đã chuyển', 'đã nhận xử lý', 'đã trả lời', 'mở lại', 'đã trả lời', 'đã xong'];
  let at = -1;
  for (const words of order) {
    const next = told.findIndex((line, index) => index > at && line.includes(words));
    expect(next, `"${words}" after line ${at} of ${JSON.stringify(told)}`).toBeGreaterThan(at);
    at = next;
  }
  expectClean(phone);
});

test('what is said in the app is told in the chat, and what is said in the chat is seen in the app within five seconds', async () => {
  const { city } = phone;
  const other = await phone.another();
  const theirs = await reports(other);
  await city.zalo.act(other.citizenId, { act: 'follow' });
  await untilState(life, theirs, 'dispatched');
  await handler.does(theirs, 'accept');
  await handler.answers(theirs);
  await hears(city, other.citizenId, new RegExp(`đã trả lời ${theirs}`));

  await other.open(`/reports/${theirs}`);
  await button(other.page, 'Chưa xong').click();
  await button(other.page, 'Báo chưa xong').click();
  await hears(city, other.citizenId, new RegExp(`^${theirs} đã được mở lại`));

  await leader.answers(theirs);
  await button(other.page, 'Đã xong').waitFor({ timeout: SOON_MS });
  await quiet(city);
  await city.zalo.act(other.citizenId, { act: 'text', text: 'đã xong' });
  await untilState(life, theirs, 'closed_confirmed');
  await other.page.getByRole('heading', { name: 'Bạn đánh giá kết quả thế nào?' }).waitFor({ timeout: SOON_MS });
  expectClean(other);
  await other.stop();
});

const timeline = () => phone.page.getByRole('region', { name: 'Diễn biến' });

/** What the app has asked of Zalo's native side so far. */
function askedOfZalo(): Promise<string[]> {
  return phone.page.evaluate(() =>
    (window as unknown as { simPhone: { calls: { action: string }[] } }).simPhone.calls.map(({ action }) => action),
  );
}
