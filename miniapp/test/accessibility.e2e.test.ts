/** Every page in every state, for people who do not see well, do not point, or do not see at all (WCAG 2.2 AA). */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../scripts/testing/wait-for.ts';
import { type Audience, gather, still, streetPhotos } from './audience.ts';
import { everyScreen } from './every-screen.ts';
import { enter, focusedName, isFocusInSheet, tabTo } from './keyboard.ts';
import { handlingFaults } from './page-faults.ts';
import { openPhone, type Phone } from './phone.ts';

let phone: Phone;
let audience: Audience;
beforeAll(async () => {
  phone = await openPhone({ city: { env: { WARD_BOUNDARIES: '' } } });
  audience = await gather(phone);
}, 240_000);
afterAll(() => phone?.stop());

describe('every page in every state', () => {
  it.each(everyScreen)('$name: names, sizes, order and contrast hold, by day and by night', async (row) => {
    const page = await audience.arrive(row);
    // Who cannot see the page change hears its title; what was done since has moved on from there.
    if (!row.act) expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.evaluate(handlingFaults)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await still(page);
    expect(await axeFaults(page), 'in the dark theme').toEqual([]);
  });
});

describe('a sheet', () => {
  it.each([
    ['report-reject', /^Chưa xong$/],
    ['report-withdraw', /^Rút phản ánh$/],
    ['around-filters', /^Bộ lọc/],
    ['my-data-erase', /^Xóa dữ liệu của tôi$/],
    ['step3-what-list', /^Đổi lĩnh vực/],
    ['step3-danger', /^Chuyện gì/],
  ])('%s keeps the focus, and Esc gives it back', async (name, opener) => {
    const row = everyScreen.find((one) => one.name === name);
    if (!row) throw new Error(`no screen ${name}`);
    const page = await audience.arrive(row);
    for (const key of [...Array<string>(12).fill('Tab'), ...Array<string>(14).fill('Shift+Tab')]) {
      await page.keyboard.press(key);
      expect(await isFocusInSheet(page), `after ${key}, at "${await focusedName(page)}"`).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focusedName(page)).toMatch(opener);
  });
});

describe('without moving pictures', () => {
  it('nothing moves while a page loads or a sheet opens', async () => {
    const still = await phone.another();
    const { page } = still;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await still.open('/around?ward=all');
    await page.getByRole('button', { name: /^Bộ lọc/ }).click();
    await page.getByRole('dialog').waitFor();
    expect(await movements(page)).toEqual([]);
    await still.set({ network: { latencyMs: 3_000 } });
    await still.open('/figures');
    await page.locator('[class*="skeleton"]').first().waitFor();
    expect(await movements(page)).toEqual([]);
    await still.stop();
  });
});

describe('the keyboard alone', () => {
  it('sends a whole report: photos, the pin moved by arrow keys, words, category, consent', async () => {
    const person = await phone.another();
    const { page } = person;
    await person.open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await enter(page, /^Gửi phản ánh/);
    await page.getByRole('button', { name: 'Chọn ảnh có sẵn' }).waitFor();
    const files = await streetPhotos();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), enter(page, /^Chọn ảnh có sẵn$/)]);
    await chooser.setFiles(files);
    await page.getByText('Đã lưu').nth(1).waitFor();
    await enter(page, /^Tiếp tục$/);

    await page.getByRole('button', { name: /^Vị trí của tôi/ }).waitFor();
    await enter(page, /^Vị trí của tôi/);
    await page.getByRole('button', { name: 'Lấy vị trí' }).waitFor();
    await enter(page, /^Lấy vị trí$/);
    await page.getByRole('radio', { name: /^phường Láng/ }).waitFor();
    await enter(page, /^Chỉnh lại$/);
    await tabTo(page, /^Ghim vị trí/);
    await page.keyboard.press('ArrowUp');
    await page.getByText(/^Đã dời ghim \d+ mét, lên$/).waitFor({ state: 'attached' });
    await page.getByRole('radio', { name: /^phường Láng/ }).waitFor();
    await tabTo(page, /^phường /);
    await page.keyboard.press('Space');
    while (!/^phường Láng/.test(await focusedName(page))) await page.keyboard.press('ArrowDown');
    await enter(page, /^Đúng chỗ này$/);
    await page.getByText('Nơi đã chọn').waitFor();
    await enter(page, /^Tiếp tục$/);

    await page.getByLabel('Chuyện gì đang xảy ra?').waitFor();
    await tabTo(page, /^Chuyện gì đang xảy ra\?/);
    await page.keyboard.type('Ổ gà to giữa đường trước số 40 Chùa Láng, xe máy hay ngã.');
    await page.getByRole('button', { name: /^Ổ gà/ }).waitFor();
    await enter(page, /^Ổ gà/);
    await page.getByText('Lĩnh vực đã chọn').waitFor();
    await enter(page, /^Tiếp tục$/);
    await page.waitForURL(/\/report\/(?:similar|review)/);
    if (page.url().includes('similar')) {
      await page
        .getByRole('button', { name: /^Việc khác/ })
        .or(page.getByRole('button', { name: /^Bỏ qua/ }))
        .waitFor();
      await still(page);
      await enter(page, /^(?:Việc khác|Bỏ qua)/);
    }
    await page.getByRole('checkbox', { name: /^Đồng ý: Giải quyết phản ánh/ }).waitFor();
    await tabTo(page, /^Đồng ý: Giải quyết phản ánh/);
    await page.keyboard.press('Space');
    await enter(page, /^Gửi phản ánh$/);
    await page.getByRole('heading', { level: 1, name: 'Đã nhận phản ánh' }).waitFor();
    await person.stop();
  });

  it('rates an answer', async () => {
    const page = await audience.arrive({
      ...{ name: 'rating', who: 'regular', path: ({ mine }) => `/reports/${mine.unrated}` },
      heading: [/HN-/, /HN-/],
    });
    await tabTo(page, /^Hài lòng/);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await focusedName(page)).toMatch(/^Chấp nhận/);
    await enter(page, /^Gửi đánh giá$/);
    await page.getByText('Bạn đã đánh giá: Chấp nhận').waitFor();
    await waitFor(async () => (await focusedName(page)) !== '', { what: 'the focus to be led on' });
  });
});

it('nothing outside this machine was asked, and nothing failed', () => {
  for (const { askedOutside, complaints } of Object.values(audience.phones)) {
    expect(askedOutside).toEqual([]);
    expect(complaints.filter((words) => !/^Failed to load resource: .*(?:404|net::ERR_)/.test(words))).toEqual([]);
  }
});

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe calls serious or critical; of a page under a sheet only the sheet, which is all there is to use. */
async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
  }, STANDARDS);
}

/** What moves for longer than an eye-blink. */
function movements(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 0)
      .map((animation) => ('animationName' in animation ? String(animation.animationName) : 'a transition')),
  );
}
