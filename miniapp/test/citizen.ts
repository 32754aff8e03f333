/** What a person does in the app, found by the names a screen reader says. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { picture } from '../../webhook-service/test/life/cast.ts';
import type { Phone } from './phone.ts';

/** What the product promises: a change is on every screen within five seconds. */
export const SOON_MS = 5_000;

export const WORDS = 'Ổ gà to trước số 12 phố Chùa Láng, phường Láng, xe máy ngã liên tục';
export const LANG = 'phường Láng';

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** The big button of a step. */
export const goOn = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click();

/** Chooses invented photos from the phone's album. */
export async function choosesPhotos({ page }: Phone, count: number): Promise<void> {
  const files = await Promise.all(
    Array.from({ length: count }, async (_, index) => ({
      name: `IMG_${index}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await picture(),
    })),
  );
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Chọn ảnh có sẵn').click()]);
  await chooser.setFiles(files);
}

/** Waits until so many photos lie on the service. */
export async function photosSaved({ page }: Phone, count: number): Promise<void> {
  await expect.poll(() => tiles(page).filter({ hasText: 'Đã lưu' }).count(), { timeout: 20_000 }).toBe(count);
}

export const tiles = (page: Page) => page.getByRole('region', { name: /^Ảnh đã chọn/ }).getByRole('listitem');

/** Says where it is by Zalo's location, from the choice of ways to the place that was chosen. */
export async function placesByLocation({ page }: Phone): Promise<void> {
  await button(page, /^Vị trí của tôi/).click();
  await button(page, 'Lấy vị trí').click();
  await heading(page, 'Chọn trên bản đồ').waitFor();
  // Without outlines of the wards the service asks which one it is.
  await page.getByRole('radio', { name: new RegExp(`^${LANG}`) }).check();
  await button(page, 'Đúng chỗ này').click();
  await page.getByRole('region', { name: 'Nơi đã chọn' }).getByText(LANG).first().waitFor();
}

/** Says where it is in words. */
export async function placesByAddress({ page }: Phone, address = `12 phố Chùa Láng, ${LANG}`): Promise<void> {
  await button(page, /^Ghi địa chỉ/).click();
  await page.getByRole('textbox', { name: 'Địa chỉ, hoặc nơi gần đó' }).fill(address);
  await button(page, 'Dùng địa chỉ này').click();
  await page.getByRole('region', { name: 'Nơi đã chọn' }).waitFor();
}

export const describes = ({ page }: Phone, words: string) =>
  page.getByRole('textbox', { name: 'Chuyện gì đang xảy ra?' }).fill(words);

/** On the last page: agrees to these, and to nothing else. */
export async function agrees({ page }: Phone, ...purposes: RegExp[]): Promise<void> {
  for (const purpose of purposes) await page.getByRole('checkbox', { name: purpose }).check();
}

export const HANDLE = /^Đồng ý: Giải quyết phản ánh/;
export const CONTACT = /^Đồng ý: Liên hệ/;
export const PUBLISH = /^Đồng ý: Công khai/;

/** From the question what it is to the letter, passing over what others reported. */
export async function writesUntilReview(phone: Phone, words = WORDS): Promise<void> {
  const { page } = phone;
  await describes(phone, words);
  await goOn(page);
  const other = button(page, 'Việc khác, gửi phản ánh mới');
  await heading(page, 'Xem lại và gửi').or(other).first().waitFor();
  if (await other.isVisible()) await other.click();
  await heading(page, 'Xem lại và gửi').waitFor();
}

export async function sends({ page }: Phone): Promise<void> {
  await button(page, 'Gửi phản ánh').click();
}

/** The code that is shown after sending. */
export async function codeShown({ page }: Phone): Promise<string> {
  await heading(page, 'Đã nhận phản ánh').waitFor();
  return page.getByText(/^HN-[0-9A-Z]{8}$/).innerText();
}

/** The shortest way to a report: in words, without photos. @returns its code */
export async function reports(phone: Phone, { words = WORDS, consents = [HANDLE] } = {}): Promise<string> {
  await phone.open('/report/place');
  await placesByAddress(phone);
  await goOn(phone.page);
  await writesUntilReview(phone, words);
  await agrees(phone, ...consents);
  await sends(phone);
  return codeShown(phone);
}

/** How many reports this person has on the service. */
export async function countReports({ city, citizenId }: Phone): Promise<number> {
  const idByApp = city.simulator.state().citizens.find(({ id }) => id === citizenId)?.idByApp ?? '';
  const [row] = await city.database.sql<{ n: number }[]>`
    select count(*)::int as n from reports join citizens on citizens.id = reports.citizen_id
    where citizens.oa_user_id = ${citizenId} or citizens.user_id_by_app = ${idByApp}`;
  return row?.n ?? 0;
}

/** Nothing was asked of the world outside, and the app complained of nothing but what the test did to it. */
export function expectClean({ askedOutside, complaints }: Phone, explained: RegExp[] = []): void {
  expect(askedOutside).toEqual([]);
  expect(complaints.filter((words) => !explained.some((one) => one.test(words)))).toEqual([]);
}

/** What Chromium writes of a call that did not get through; the app never writes it itself. */
export const LOST_CALLS = /^Failed to load resource: net::ERR_/;
