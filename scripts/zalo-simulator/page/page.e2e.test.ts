import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../testing/browser.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

const APP_ID = '4102938475610293847';
const APP_SECRET = 'app-secret-for-tests';
const MINI_APP_KEY = 'mini-app-key-for-tests';

let pageDir: string;
let browser: Browser;
let service: { server: Server; url: string; events: string[] };
let simulator: Simulator;
let page: Page;
let faults: string[];

beforeAll(async () => {
  pageDir = await mkdtemp(join(tmpdir(), 'simulator-page-'));
  // Always built anew and beside dist/, so that neither a stale nor a half-written page is tested.
  await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: pageDir, emptyOutDir: true },
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(pageDir, { recursive: true, force: true });
});

beforeEach(async () => {
  service = await startService();
  simulator = await startSimulator(options());
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(20_000);
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(simulator.url);
  await phone().getByRole('button', { name: 'Ảnh', exact: true }).waitFor();
});

afterEach(async () => {
  await page?.close();
  await simulator?.close();
  await new Promise((resolve) => service.server.close(resolve));
  expect(faults).toEqual([]);
});

describe('the simulator page', () => {
  it('shows a citizen’s text, photo and pin on the phone, in the console and on the wire', async () => {
    await phone().getByRole('textbox').fill('Ổ gà sâu trước số nhà 12, nguy hiểm quá');
    await phone().getByRole('textbox').press('Enter');
    await phone().getByRole('log').getByText('Ổ gà sâu').waitFor();

    await phone().getByRole('button', { name: 'Ảnh', exact: true }).click();
    await phone().getByRole('button', { name: 'Ổ gà', exact: true }).click();
    await phone().getByRole('list', { name: 'Ảnh chờ gửi' }).getByRole('img').waitFor();
    await phone().getByRole('button', { name: 'Gửi', exact: true }).click();
    await phone().getByRole('log').getByRole('img').waitFor();

    await phone().getByRole('button', { name: 'Vị trí', exact: true }).click();
    await phone().getByLabel('Nơi quen thuộc').selectOption('Bát Tràng');
    await phone().getByRole('button', { name: 'Gửi vị trí' }).click();

    for (const view of [phone(), consolePane()]) {
      await view.getByRole('log').getByText('Ổ gà sâu').waitFor();
      await view.getByRole('log').getByRole('img').waitFor();
      await view.getByRole('log').getByText('gần Bát Tràng').waitFor();
    }
    for (const event of ['user_send_text', 'user_send_image', 'user_send_location']) {
      await wire().getByRole('button', { name: event }).waitFor();
    }
    expect(service.events.filter((name) => name.startsWith('user_send_'))).toEqual([
      'user_send_text',
      'user_send_image',
      'user_send_location',
    ]);
  });

  it('lets the citizen press a button the app sent, and says in the console that the app sent it', async () => {
    await phone().getByRole('textbox').fill('Phản ánh của tôi đến đâu rồi?');
    await phone().getByRole('textbox').press('Enter');
    await wire().getByRole('button', { name: 'user_send_text' }).waitFor();
    const [citizen] = simulator.state().citizens;
    await sendByApp({
      recipient: { user_id: citizen?.id },
      message: {
        text: 'Việc đã xong chưa?',
        attachment: {
          type: 'template',
          payload: { buttons: [{ title: 'Đã xong', type: 'oa.query.show', payload: 'Việc đã xong' }] },
        },
      },
    });

    await consolePane().getByRole('log').getByText('Ứng dụng').waitFor();
    await phone().getByRole('button', { name: 'Đã xong' }).click();
    await phone().locator('[data-from="citizen"]').getByText('Việc đã xong', { exact: true }).waitFor();
    await consolePane().getByRole('log').getByText('Đã xem').waitFor();
  });

  it('explains in Vietnamese, in plain view, why Zalo refused a message', async () => {
    const [stranger] = simulator.state().citizens;
    await sendByApp({ recipient: { user_id: stranger?.id }, message: { text: 'Chào bạn' } });

    await wire().getByText('Bị từ chối (1)').click();
    const refused = wire().getByRole('listitem').filter({ hasText: 'message/cs' });
    await refused.getByText('-232').waitFor();
    expect(await refused.locator('.wire-why').textContent()).toMatch(/[ăâđêôơư]/i);
  });

  it('brings an official’s answer with a photo to the phone', async () => {
    await phone().getByRole('textbox').fill('Đèn đường hỏng');
    await phone().getByRole('textbox').press('Enter');
    await consolePane().getByRole('button', { name: 'Ảnh sau xử lý' }).click();
    await consolePane().getByRole('list', { name: 'Ảnh chờ gửi' }).getByRole('img').waitFor();
    await consolePane()
      .getByRole('textbox', { name: /^Trả lời/ })
      .fill('Đã thay bóng đèn tối nay');
    await consolePane()
      .getByRole('textbox', { name: /^Trả lời/ })
      .press('Enter');

    const answer = phone().locator('[data-from="official"]');
    await answer.getByText('Đã thay bóng đèn tối nay').waitFor();
    await answer.getByRole('img').waitFor();
    await wire().getByRole('button', { name: 'oa_send_image' }).waitFor();
  });

  it('lets an official answer under their own name with photos and a document, and puts a tag on the chat', async () => {
    await phone().getByRole('textbox').fill('Đèn đường hỏng');
    await phone().getByRole('textbox').press('Enter');
    await consolePane().getByLabel('Cán bộ đang trực').selectOption({ label: 'Cô Mai (trực tổng đài)' });
    await consolePane().getByRole('button', { name: 'Biên bản PDF' }).click();
    await phone().locator('[data-kind="file"]').getByText('bien-ban-xu-ly.pdf').waitFor();
    await consolePane().getByRole('log').getByText('Cô Mai').waitFor();
    await wire().getByRole('button', { name: 'oa_send_file' }).waitFor();

    await consolePane().getByRole('button', { name: 'Nhãn', exact: true }).click();
    await consolePane().getByLabel('Nhãn mới').fill('Phường Láng');
    await consolePane().getByLabel('Nhãn mới').press('Enter');
    await consolePane().getByRole('button', { name: 'Phường Láng (1)' }).click();
    const chats = consolePane().getByRole('navigation', { name: 'Các cuộc trò chuyện' });
    await expect.poll(() => chats.getByRole('listitem').count()).toBe(1);
    expect(service.events).toContain('add_user_to_tag');
  });

  it('shows a template by phone and a Mini App notice on the phone only, each under its own name', async () => {
    const [citizen] = simulator.state().citizens;
    await sendByPhone(citizen?.phone);
    await phone().getByText('Tin ZNS').waitFor();
    await phone().getByText('ma_phan_anh: HN-7K3M9QX').waitFor();

    await phone().getByRole('button', { name: 'Khác', exact: true }).click();
    await phone().getByRole('button', { name: 'Cho thông báo' }).click();
    await phone().getByText('cho phép Mini App gửi thông báo').waitFor();
    await notify(citizen?.idByApp ?? '');
    await phone().getByText('Thông báo Mini App', { exact: true }).waitFor();
    await phone().getByRole('link', { name: 'Xem kết quả' }).waitFor();
    expect(await consolePane().getByRole('log').getByText('HN-7K3M9QX').count()).toBe(0);
  });

  it('lets a citizen call, send a card, react and withdraw consent in the Mini App', async () => {
    for (const name of ['Gọi OA', 'Danh thiếp', 'Rút ở Mini App']) {
      await phone().getByRole('button', { name: 'Khác', exact: true }).click();
      await phone().getByRole('button', { name }).click();
      // It closes by itself once the act is done; opened again too early, the click would close it.
      await phone().getByRole('region', { name: 'Việc khác' }).waitFor({ state: 'detached' });
    }
    for (const event of ['user_call_oa', 'user_send_business_card', 'user.revoke.consent']) {
      await wire().getByRole('button', { name: event }).waitFor();
    }
    const [citizen] = simulator.state().citizens;
    await sendByApp({ recipient: { user_id: citizen?.id }, message: { text: 'Đã tiếp nhận' } });
    await phone().getByText('Đã tiếp nhận').waitFor();
    await phone().getByRole('button', { name: 'Thả biểu tượng' }).last().click();
    await page.keyboard.press('Enter');
    await wire().getByRole('button', { name: 'user_reacted_message' }).waitFor();
    await consolePane().getByTitle('Người dân thả biểu tượng này').waitFor();
  });

  it('plays an outage and the loss of the grant, and says both in plain view', async () => {
    await page.getByRole('button', { name: /^Tình huống/ }).click();
    const controls = page.getByRole('region', { name: 'Tình huống' });
    await controls.getByRole('checkbox', { name: 'Mất mọi sự kiện, không gửi lại' }).check();
    await controls.getByRole('button', { name: 'Mất mọi sự kiện', exact: true }).waitFor();
    await phone().getByRole('textbox').fill('Trong lúc mất sự kiện');
    await phone().getByRole('textbox').press('Enter');
    await consolePane().getByRole('log').getByText('Trong lúc mất sự kiện').waitFor();
    expect(service.events).not.toContain('user_send_text');

    await controls.getByRole('button', { name: 'Token chết lặng lẽ' }).click();
    await controls.getByRole('alert').getByRole('link', { name: 'Cấp quyền lại' }).waitFor();
    expect(simulator.state().granted).toBe(false);
    await page.getByRole('button', { name: '+49 giờ' }).click();
    await page.getByRole('button', { name: 'Tới đêm' }).click();
    await expect.poll(() => new Date(simulator.state().now + 7 * 3_600_000).getUTCHours()).toBe(23);
  });

  it('says that the simulator is gone, and carries on by itself when it is back', async () => {
    const { port } = simulator;
    await simulator.close();
    await page.getByText('Mất kết nối với bộ giả lập').waitFor();
    simulator = await startSimulator({ ...options(), port });
    await page.getByText('Mất kết nối với bộ giả lập').waitFor({ state: 'detached' });
    await phone().getByRole('textbox').fill('Alo');
    await phone().getByRole('textbox').press('Enter');
    await phone().getByRole('log').getByText('Alo').waitFor();
  });

  it('fits every screen, also with letters twice as large', async () => {
    for (const percent of [100, 200]) {
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size}%`;
      }, percent);
      for (const width of [360, 412, 1024, 1366]) {
        await page.setViewportSize({ width, height: 768 });
        for (const tab of ['Điện thoại', 'Chat của OA', 'Đường truyền']) {
          const button = page.getByRole('navigation', { name: 'Các màn hình' }).getByRole('button', { name: tab });
          if (await button.isVisible()) await button.click();
          expect({ percent, width, tab, cutOff: await cutOff() }).toEqual({ percent, width, tab, cutOff: [] });
        }
      }
    }
  });
});

const phone = () => page.getByRole('region', { name: 'Người dân' });
const consolePane = () => page.getByRole('region', { name: 'Cán bộ', exact: true });
const wire = () => page.getByRole('region', { name: 'Đường truyền' });

/** Controls of which a part lies beyond the page or beyond a frame that hides what sticks out. */
const cutOff = () =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('button, input, select, textarea, a, h1, h2, h3')].filter(
      (element) => element.checkVisibility() && !element.matches('.sr-only'),
    );
    const escapes = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      for (let frame = element.parentElement; frame; frame = frame.parentElement) {
        const box = frame.getBoundingClientRect();
        const hides = getComputedStyle(frame).overflowX !== 'visible' || frame === document.documentElement;
        if (hides && (left < box.left - 1 || right > box.right + 1)) return true;
      }
      return false;
    };
    return shown.filter(escapes).map((element) => element.outerHTML.slice(0, 120));
  });

function options() {
  return {
    appId: APP_ID,
    appSecret: APP_SECRET,
    oaId: '2910384756102938475',
    oaSecret: 'oa-secret-for-tests',
    oaName: 'Phản ánh Hà Nội',
    webhookUrl: `${service.url}/webhooks/zalo/oa`,
    pageDir,
    miniAppId: '3350917264850192736',
    miniAppApiKey: MINI_APP_KEY,
  };
}

/** Stands where the webhook service will be: answers 200 and remembers what came. */
async function startService() {
  const events: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as { event_name?: string; event?: string };
    events.push(body.event_name ?? body.event ?? '');
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, events, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** One message through the OpenAPI, with a token got as an administrator would get it (§2.2). */
async function sendByApp(body: unknown): Promise<void> {
  await post('/v3.0/oa/message/cs', { access_token: await accessToken() }, JSON.stringify(body));
}

/** A template by phone (§4.1). */
async function sendByPhone(phone: string | undefined): Promise<void> {
  const templates = [{ id: '418273', name: 'Kết quả phản ánh', parameters: ['ma_phan_anh'] }];
  await post('/_sim/templates', {}, JSON.stringify({ templates }));
  const template_data = { ma_phan_anh: 'HN-7K3M9QX' };
  const body = { phone, template_id: '418273', template_data, tracking_id: 'HN-7K3M9QX-1' };
  await post('/message/template', { access_token: await accessToken() }, JSON.stringify(body));
}

/** A Mini App notice (§7.4). */
async function notify(userId: string): Promise<void> {
  const templateData = {
    title: 'Phản ánh đã xử lý',
    contentTitle: 'HN-7K3M9QX',
    contentDescription: 'Đèn đường đã được sửa',
    buttonText: 'Xem kết quả',
    buttonUrl: 'https://zalo.me/s/3350917264850192736/reports/HN-7K3M9QX',
  };
  const key = { 'X-Api-Key': `Bearer ${MINI_APP_KEY}`, 'X-MiniApp-Id': '3350917264850192736' };
  const body = JSON.stringify({ templateId: '00126fd75392bacce383', templateData });
  await post('/notification/template', { ...key, 'X-User-Id': userId }, body);
}

async function accessToken(): Promise<string> {
  const first = await post<{ refresh_token: string }>('/_sim/first-token', {}, '{}');
  const tokens = await post<{ access_token: string }>(
    '/v4/oa/access_token',
    { secret_key: APP_SECRET, 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({ refresh_token: first.refresh_token, app_id: APP_ID, grant_type: 'refresh_token' }).toString(),
  );
  return tokens.access_token;
}

async function post<T>(path: string, headers: Record<string, string>, body: string): Promise<T> {
  const response = await fetch(simulator.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return (await response.json()) as T;
}
