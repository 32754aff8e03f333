import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/testing/browser.ts';
import { type City, quiet, startCity } from './city.ts';

let city: City;
let browser: Browser;
let pageDir: string;
beforeAll(async () => {
  pageDir = await mkdtemp(join(tmpdir(), 'simulator-page-'));
  await build({
    configFile: 'scripts/zalo-simulator/page/vite.config.ts',
    logLevel: 'warn',
    build: { outDir: pageDir, emptyOutDir: true },
  });
  city = await startCity({ pageDir, env: { CHAT_QUIET_MS: '2000' } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
  await rm(pageDir, { recursive: true, force: true });
});

const phone = (page: Page) => page.getByRole('region', { name: 'Người dân' });

test('a newcomer plays a citizen: photos, a pin and a sentence on the phone, two answers in the chat, and the page behind the link', async () => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(30_000);
  await page.goto(city.simulator.url);

  await phone(page).getByRole('button', { name: 'Ảnh', exact: true }).click();
  for (let photo = 0; photo < 3; photo++) await phone(page).getByRole('button', { name: 'Ổ gà', exact: true }).click();
  await phone(page).getByRole('button', { name: 'Gửi', exact: true }).click();
  await phone(page).getByRole('button', { name: 'Vị trí', exact: true }).click();
  await phone(page).getByLabel('Nơi quen thuộc').selectOption('Bát Tràng');
  await phone(page).getByRole('button', { name: 'Gửi vị trí' }).click();
  await phone(page)
    .getByRole('textbox', { name: /^Tin nhắn của/ })
    .fill('ổ gà to giữa đường, xe máy ngã liên tục');
  await phone(page)
    .getByRole('textbox', { name: /^Tin nhắn của/ })
    .press('Enter');

  await phone(page)
    .getByText(/đã chuyển UBND xã Bát Tràng xử lý/)
    .waitFor();
  const link = phone(page).getByRole('link', { name: /tra-cuu\/HN-/ });
  const [statusPage] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await statusPage.getByRole('heading', { level: 1, name: /UBND xã Bát Tràng đang giữ phản ánh này/ }).waitFor();
  await statusPage.getByText('Ổ gà, mặt đường hư hỏng, lún nứt').waitFor();

  await quiet(city);
  // Told: how their data is used, the code, the agency.
  const [counts] = await city.database.sql`
    select (select count(*)::int from reports) as reports, (select count(*)::int from photos where state = 'stored') as photos,
           (select count(*)::int from outbox_messages where state in ('received', 'seen')) as told`;
  expect(counts).toEqual({ reports: 1, photos: 3, told: 3 });
});
