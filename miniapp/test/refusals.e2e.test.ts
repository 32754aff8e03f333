/** Every "no" of the person and of Zalo: nobody is stopped by it, and a no of the person is met without a word. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  agrees,
  button,
  CONTACT,
  choosesPhotos,
  codeShown,
  expectClean,
  goOn,
  HANDLE,
  heading,
  photosSaved,
  placesByAddress,
  reports,
  sends,
  tiles,
  writesUntilReview,
} from './citizen.ts';
import { opensOutside } from './outside-zalo.ts';
import { openPhone, type Phone, type PhoneOptions } from './phone.ts';

type Settings = NonNullable<PhoneOptions['settings']>;
type Answer = NonNullable<NonNullable<Settings['permissions']>['location']>;

let phone: Phone;
beforeAll(async () => {
  phone = await openPhone({ city: { env: { WARD_BOUNDARIES: '' } } });
});
afterAll(() => phone?.stop());

const refusing = (answer: Answer): Settings => ({ permissions: { location: answer, notification: answer } });

test.each<[string, Settings]>([
  ['-201', refusing('deny:-201')],
  ['-202, not to be asked again', refusing('deny:-202')],
  ['-2002', refusing('deny:-2002')],
  ['-1401', refusing('deny:-1401')],
])('a no to the place and to notices (%s) is met without a word, and the report is sent', async (_code, settings) => {
  const other = await phone.another({ settings });
  const { page } = other;
  await other.open('/report/place');
  await button(page, /^Vị trí của tôi/).click();
  await button(page, 'Lấy vị trí').click();
  await heading(page, 'Ở đâu').waitFor();
  expect(await spoken(page).count()).toBe(0);
  await placesByMap(page);
  await goOn(page);
  await writesUntilReview(other);
  await agrees(other, HANDLE);
  await sends(other);
  await codeShown(other);
  await button(page, 'Cho phép thông báo').click();
  await page.getByText('Bạn luôn xem được tiến độ và kết quả ở “Phản ánh của tôi”.').waitFor();
  expect(await spoken(page).count()).toBe(0);
  // Who said "never" finds the way back; nobody else is reminded.
  expect(await button(page, 'Mở cài đặt quyền của Zalo').count()).toBe(_code.startsWith('-202') ? 1 : 0);
  await leaves(other);
});

test.each<[string, Settings]>([
  ['has not approved it (-1403)', { approved: [] }],
  ['is too old for it (-1404)', { zaloVersion: 'old' }],
])('a Zalo that %s says so, and the address leads to a sent report', async (_why, settings) => {
  const other = await phone.another({ settings });
  const { page } = other;
  await other.open('/report/place');
  await button(page, /^Vị trí của tôi/).click();
  await button(page, 'Lấy vị trí').click();
  await page.getByText('Zalo trên máy này chưa cho lấy vị trí. Xin chọn trên bản đồ hoặc ghi địa chỉ.').waitFor();
  await button(page, 'Chọn cách khác').click();
  await placesByAddress(other);
  await goOn(page);
  await writesUntilReview(other);
  await agrees(other, HANDLE);
  await sends(other);
  await codeShown(other);
  await leaves(other);
});

test('a Zalo that never answers holds nobody: another way to say the place, and the report is there to be seen', async () => {
  const other = await phone.another({ settings: refusing('silent') });
  const { page } = other;
  await other.open('/report/place');
  await button(page, /^Vị trí của tôi/).click();
  await button(page, 'Lấy vị trí').click();
  await button(page, 'Chọn cách khác').click();
  await placesByAddress(other);
  await goOn(page);
  await writesUntilReview(other);
  await agrees(other, HANDLE);
  await sends(other);
  const code = await codeShown(other);
  await button(page, 'Cho phép thông báo').click();
  await page.getByRole('link', { name: 'Xem phản ánh' }).click();
  await heading(page, `Mã ${code}`).waitFor();
  await leaves(other);
});

test('a no to following, however it comes, ends the questions without a word; the report stays to be seen', async () => {
  const other = await phone.another();
  const { page, city } = other;
  await city.zalo.act(other.citizenId, { act: 'text', text: 'Tra cứu phản ánh của tôi' });
  await reports(other);
  await button(page, 'Cho phép thông báo').click();
  for (const follow of ['deny:-201', 'deny:-2002', 'deny:-1401', 'deny:-202'] as const) {
    await other.set({ permissions: { follow } });
    await button(page, 'Quan tâm kênh').click();
    await page.getByText('Bạn luôn xem được tiến độ và kết quả ở “Phản ánh của tôi”.').waitFor();
    expect(await spoken(page).count()).toBe(0);
    // A fortnight later.
    await page.evaluate(() => localStorage.removeItem('pref:askedFollow'));
    await page.reload();
  }
  await leaves(other);
});

test('a no to the phone number is an answer: what still works is said, and nothing of an error', async () => {
  const other = await phone.another();
  const { page } = other;
  await reports(other, { consents: [HANDLE, CONTACT] });
  await other.open('/me/data');
  for (const answer of ['deny:-201', 'deny:-2002', 'deny:-1401', 'deny:-202'] as const) {
    await other.set({ permissions: { phone: answer } });
    await button(page, 'Chia sẻ số điện thoại').click();
    await page.getByText('Bạn đã không chia sẻ số. Kết quả vẫn xem được ở “Phản ánh của tôi”.').waitFor();
    expect(await spoken(page).count()).toBe(0);
    await page.reload();
  }
  for (const patch of [{ approved: [] }, { zaloVersion: 'old' }]) {
    const { page: theirs, ...unable } = await phone.another({ citizenId: other.citizenId, settings: patch });
    await unable.open('/me/data');
    await button(theirs, 'Chia sẻ số điện thoại').click();
    await theirs.getByText('Zalo trên máy này chưa chia sẻ được số điện thoại.').waitFor();
    await unable.stop();
  }
  await leaves(other);
});

test('Zalo’s picker closed, broken or without network harms nothing, and the phone’s own way takes photos as before', async () => {
  const other = await phone.another({ settings: { permissions: { media: 'cancel' } } });
  const { page } = other;
  const nativePicker = button(page, 'Cách khác: dùng trình chọn ảnh của Zalo');
  const failed = page.getByText('Trình chọn ảnh của Zalo chưa gửi được ảnh. Xin thử cách khác.');
  await other.open('/report');
  await nativePicker.click();
  await expect.poll(() => calls(page, 'action.pick.media')).toBe(1);
  await nativePicker.waitFor();
  expect(await spoken(page).count()).toBe(0);
  for (const server of ['garbage', 'down'] as const) {
    await other.set({ permissions: { media: 'allow' }, upload: { server } });
    await nativePicker.click();
    await failed.waitFor();
    await page.reload();
  }
  await choosesPhotos(other, 1);
  await photosSaved(other, 1);
  await other.set({ upload: { server: 'up' } });
  await nativePicker.click();
  await photosSaved(other, 2);
  await button(page, 'Bỏ ảnh 2').click();
  await expect.poll(() => tiles(page).count()).toBe(1);
  await leaves(other);
});

test('an account that Zalo does not confirm is told so in words, and what is written stays until it does', async () => {
  const other = await phone.another();
  const { page } = other;
  // What the app got of Zalo has run out on the way to the service, which has Zalo refuse it.
  const session = `${other.city.url}/api/citizen/session`;
  await page.route(session, (route) => route.continue({ postData: JSON.stringify({ accessToken: 'run-out' }) }));
  await other.open('/reports');
  await spoken(page).getByText(/Zalo/).waitFor();
  await other.open('/report/place');
  await placesByAddress(other);
  await page.unroute(session);
  await goOn(page);
  await writesUntilReview(other);
  await agrees(other, HANDLE);
  await sends(other);
  await codeShown(other);
  await leaves(other, [/status of 401/]);
});

test('outside Zalo one reads what everybody may read, and is led to Zalo for the rest', async () => {
  const other = await phone.another();
  const { page } = other;
  await opensOutside(other, '/');
  const link = page.getByRole('link', { name: 'Mở trong Zalo' });
  expect(await link.getAttribute('href')).toBe(`https://zalo.me/s/${other.city.config.zalo.miniappId}/`);
  expect(await page.getByRole('link', { name: 'Gửi phản ánh' }).count()).toBe(0);
  await page.getByRole('link', { name: /^Số liệu/ }).click();
  await heading(page, 'Số liệu').waitFor();
  for (const [path, words] of [
    ['/reports', 'Trang này cần mở trong Zalo.'],
    ['/me/data', 'Trang này chỉ mở được trong Zalo'],
  ] as const) {
    await opensOutside(other, path);
    await page.getByText(words).first().waitFor();
  }
  await leaves(other);
});

/** What is told as a failure; the regions for it stand empty all the time. */
const spoken = (page: Page) => page.getByRole('alert').filter({ hasText: /./ });

/** Puts the pin where the map is touched, and says which ward it is. */
async function placesByMap(page: Page): Promise<void> {
  await button(page, /^Chọn trên bản đồ/).click();
  // The map is there, and not only its place.
  await button(page, 'Phóng to').waitFor();
  await page.getByRole('region', { name: 'Bản đồ để đặt ghim vào nơi xảy ra sự việc' }).click();
  await page.getByRole('radio', { name: /^Tôi không chắc/ }).check();
  await button(page, 'Đúng chỗ này').click();
  await page.getByRole('region', { name: 'Nơi đã chọn' }).waitFor();
}

/** How often native code was asked for this. */
function calls(page: Page, action: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      (window as unknown as { simPhone: { calls: { action: string }[] } }).simPhone.calls.filter(
        (call) => call.action === wanted,
      ).length,
    action,
  );
}

async function leaves(other: Phone, explained: RegExp[] = []): Promise<void> {
  expectClean(other, explained);
  await other.stop();
}
