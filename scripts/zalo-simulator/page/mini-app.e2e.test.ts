import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../testing/browser.ts';
import type {} from '../miniapp/host/window.d.ts';
import { type Kit, MINI_APP_ID, startKit } from '../testing/kit.ts';
import { buildMiniApp } from './testing/build-mini-app.ts';

let pageDir: string;
let appDir: string;
let browser: Browser;
let kit: Kit;
let uploads: { server: Server; port: number; parts: number };
let page: Page;
let faults: string[];

beforeAll(async () => {
  pageDir = await mkdtemp(join(tmpdir(), 'simulator-page-'));
  appDir = await mkdtemp(join(tmpdir(), 'mini-app-'));
  await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: pageDir, emptyOutDir: true },
  });
  await buildMiniApp(appDir);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(pageDir, { recursive: true, force: true });
  await rm(appDir, { recursive: true, force: true });
});

beforeEach(async () => {
  uploads = await startUploads();
  kit = await startKit({ pageDir, miniappDir: appDir, oaName: 'Phản ánh Hà Nội' });
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(20_000);
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  // As a person does who types the address that other programs use.
  await page.goto(kit.simulator.url);
  await phone().getByRole('button', { name: 'Gửi phản ánh' }).waitFor();
});

afterEach(async () => {
  await page?.close();
  await kit?.stop();
  await new Promise((resolve) => uploads.server.close(resolve));
  expect(faults).toEqual([]);
});

describe('the Mini App on the simulator’s phone', () => {
  it('opens from the OA’s menu at the page of the entry, and closes by the capsule', async () => {
    expect(new URL(page.url()).hostname).toBe('h5.zdn.vn.localhost');
    await phone().getByRole('button', { name: 'Gửi phản ánh' }).click();
    await app().getByRole('heading', { name: '/report', exact: true }).waitFor();
    await phone().getByRole('button', { name: 'Đóng Mini App' }).click();
    await phone().getByTitle('Màn hình Mini App').waitFor({ state: 'detached' });
    await phone().getByRole('button', { name: 'Mở Mini App' }).click();
    await app().getByRole('heading', { name: '/', exact: true }).waitFor();
  });

  it('asks for the place in Zalo’s own sheet: no, no for ever, and yes once that was taken back', async () => {
    await openApp();
    await app().getByRole('button', { name: 'Vị trí' }).click();
    await sheet().getByText('Vị trí hiện tại của điện thoại này').waitFor();
    await sheet().getByRole('button', { name: 'Từ chối' }).click();
    await said('lỗi -2002');

    await app().getByRole('button', { name: 'Vị trí' }).click();
    await sheet().getByRole('button', { name: 'Không hỏi lại' }).click();
    await said('lỗi -202');
    await app().getByRole('button', { name: 'Quan tâm' }).click();
    await sheet().getByRole('button', { name: 'Từ chối' }).click();
    await said('lỗi -201');

    await phone().getByRole('button', { name: 'Tùy chọn Mini App' }).click();
    await phone().getByRole('button', { name: 'Quyền đã cấp' }).click();
    await sheet().getByText('từ chối, không hỏi lại').waitFor();
    await sheet().getByRole('button', { name: 'Thu hồi tất cả' }).click();
    await sheet().getByText('từ chối, không hỏi lại').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');

    await app().getByRole('button', { name: 'Vị trí' }).click();
    await sheet().getByRole('button', { name: 'Cho phép' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await said('có mã vị trí');
    await wire().getByRole('button', { name: 'action.get.location' }).first().waitFor();
  });

  it('makes following a real follow event', async () => {
    await openApp();
    await app().getByRole('button', { name: 'Quan tâm' }).click();
    await sheet().getByRole('button', { name: 'Cho phép' }).click();
    await said('xong');
    await kit.simulator.idle();
    expect(kit.receiver.named('follow')).toHaveLength(1);
  });

  it('follows a deep link of a message while it is open, and comes back from the chat where it stood', async () => {
    const link = `https://zalo.me/s/${MINI_APP_ID}/reports/HN-7K3M9QX?from=oa`;
    await kit.control.act(kit.citizen.id, { act: 'text', text: 'Đèn đường hỏng' });
    await openApp();
    await phone().getByRole('button', { name: 'Thu nhỏ' }).click();
    await kit.control.console(kit.citizen.id, { act: 'text', text: `Xem kết quả tại ${link}` });
    await phone().getByRole('log').getByRole('link', { name: link }).click();
    await app().getByRole('heading', { name: '/reports/HN-7K3M9QX?from=oa' }).waitFor();
    await phone().getByRole('button', { name: 'Phím quay lại' }).click();
    await app().getByRole('heading', { name: '/', exact: true }).waitFor();
    await phone().getByRole('button', { name: 'Phím quay lại' }).click();
    await phone().getByTitle('Màn hình Mini App').waitFor({ state: 'detached' });
  });

  it('opens from a notice, too', async () => {
    await kit.control.notifyAllowed(kit.citizen.id);
    const buttonUrl = `https://zalo.me/s/${MINI_APP_ID}/reports/HN-7K3M9QX`;
    const words = {
      title: 'Đã xử lý',
      contentTitle: 'HN-7K3M9QX',
      contentDescription: 'Xong',
      buttonText: 'Xem kết quả',
    };
    await kit.notify({ templateId: '00126fd75392bacce383', templateData: { ...words, buttonUrl } });
    await phone().getByRole('link', { name: 'Xem kết quả' }).click();
    await app().getByRole('heading', { name: '/reports/HN-7K3M9QX' }).waitFor();
  });

  it('goes behind the chat with the words of openChat in the field, for the citizen to send or not', async () => {
    await openApp();
    await app().getByRole('button', { name: 'Nhắn OA' }).click();
    const field = phone().getByRole('textbox', { name: /^Tin nhắn của/ });
    await expect.poll(() => field.inputValue()).toBe('Mã của tôi: 123');
    expect(kit.receiver.named('user_send_text')).toHaveLength(0);
    await phone().getByRole('button', { name: 'Trở lại Mini App' }).click();
    await said('trở lại');
  });

  it('sends chosen photos from the phone to the service, past the web view', async () => {
    await openApp();
    await page.evaluate((port) => {
      const frame = document.querySelector('iframe');
      if (frame?.contentWindow) frame.contentWindow.phanAnhApi = `http://127.0.0.1:${port}`;
    }, uploads.port);
    await app().getByRole('button', { name: 'Ảnh' }).click();
    for (const scene of ['Ổ gà', 'Đống rác']) await sheet().getByRole('button', { name: scene, exact: true }).click();
    await sheet().getByRole('button', { name: 'Xong (2)' }).click();
    await said('{"data":"{\\"error\\":0}"}');
    expect(uploads.parts).toBe(2);
  });

  it('has no network when the switch says so, and has it again', async () => {
    await openApp();
    await page.getByRole('button', { name: /^Tình huống/ }).click();
    const network = page.getByLabel('Mạng của điện thoại');
    await network.selectOption({ label: 'Mất mạng' });
    await app().getByRole('button', { name: 'Mạng' }).click();
    await said('lỗi TypeError: Failed to fetch');
    expect(
      await page
        .frameLocator('iframe')
        .locator('html')
        .evaluate(() => navigator.onLine),
    ).toBe(false);
    await network.selectOption({ label: 'Bình thường' });
    await app().getByRole('button', { name: 'Mạng' }).click();
    await said('HTTP 200');
  });

  it('dresses the app as another phone when it is told to', async () => {
    await openApp();
    await page.getByRole('button', { name: /^Tình huống/ }).click();
    await page.getByLabel('Máy', { exact: true }).selectOption({ label: 'iPhone' });
    await page.getByLabel('Giao diện').selectOption({ label: 'Tối' });
    const seen = () =>
      page
        .frameLocator('iframe')
        .locator('html')
        .evaluate(() => [/iPhone/.test(navigator.userAgent), window.zTheme]);
    await expect.poll(seen).toEqual([true, 'dark']);
  });

  it('keeps the way clear for a screen reader and a keyboard in Zalo’s own sheets', async () => {
    await openApp();
    await page.evaluate(axe.source);
    const broken = () =>
      page.evaluate(async () => {
        const { axe: inPage } = window as unknown as { axe: typeof axe };
        const found = await inPage.run('.mini-app', { iframes: false });
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
    for (const button of ['Vị trí', 'Ảnh', 'Trang ngoài']) {
      await app().getByRole('button', { name: button, exact: true }).click();
      await sheet().waitFor();
      expect(await broken()).toEqual([]);
      await page.keyboard.press('Escape');
      await sheet().waitFor({ state: 'detached' });
    }
    await said('trang ngoài đã đóng');
  });
});

const phone = () => page.getByRole('region', { name: 'Người dân' });
const wire = () => page.getByRole('region', { name: 'Đường truyền' });
const app = () => page.frameLocator('iframe[title="Màn hình Mini App"]');
const sheet = () => phone().getByRole('dialog');

async function openApp(): Promise<void> {
  await phone().getByRole('button', { name: 'Mở Mini App' }).click();
  await app().getByRole('heading', { name: '/', exact: true }).waitFor();
}

/** What the small app wrote down last. */
async function said(text: string): Promise<void> {
  await expect.poll(() => app().getByRole('status').textContent()).toBe(text);
}

async function startUploads() {
  const made = { parts: 0 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    made.parts = Buffer.concat(chunks).toString('latin1').split('name="file"').length - 1;
    response.end('{"error":0}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(made, { server, port: (server.address() as AddressInfo).port });
}
