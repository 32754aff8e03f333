import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { incidents } from '../../../db/schema/index.ts';
import { launchBrowser } from '../../../scripts/testing/browser.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { type Simulator, startSimulator } from '../../../scripts/zalo-simulator/simulator.ts';
import { auditPage } from '../public/testing/page-audit.ts';
import { type AdminApp, freePort, startAdminApp } from './testing/admin-app.ts';

const APP = {
  appId: '4102938475610293847',
  appSecret: 'app-secret',
  oaId: '2910384756102938475',
  oaSecret: 'oa-secret',
};
const staffToken = 'staff-token-for-tests-only';

let simulator: Simulator;
let own: TestDatabase;
let database: DatabaseClients;
let admin: AdminApp;
let publicUrl: string;
let browser: Browser;

beforeAll(async () => {
  simulator = await startSimulator({ ...APP, webhookUrl: 'http://webhook.invalid/' });
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 3 });
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}`;
  const now = () => new Date();
  const zalo = { ...APP, oauthUrl: simulator.url };
  admin = await startAdminApp({ database, now, port, publicUrl, dataKey: randomBytes(32), staffToken, zalo });
  await database.db.insert(incidents).values({
    kind: 'webhook_gap',
    key: 'oa',
    data: { cause: 'silence', advice: 'Mở trang quản lý ứng dụng Zalo, mục Webhook, và bật lại các sự kiện.' },
    firstAt: new Date(),
    lastAt: new Date(),
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await admin?.app.close();
  await database?.close();
  await own?.drop();
  await simulator?.close();
});

describe.each([
  ['a phone', { width: 360, height: 740 }],
  ['a desk', { width: 1366, height: 768 }],
])('on %s, without script', (_name, viewport) => {
  it.each(['light', 'dark'] as const)(
    'an operator signs in, consents at Zalo and is back with a pair (%s)',
    async (colorScheme) => {
      const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${publicUrl}/admin`);
      expect(await page.evaluate(auditPage)).toEqual([]);
      await page.getByLabel('Mã cá nhân').fill(staffToken);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByRole('heading', { name: 'Quyền gửi tin qua Official Account' }).waitFor();
      expect(await page.evaluate(auditPage)).toEqual([]);
      // Chromium holds the form's redirect to form-action, too.
      await page.getByRole('button', { name: 'Cấp quyền cho ứng dụng' }).click();
      await page.getByRole('button', { name: 'Cho phép' }).click();
      await page.getByRole('heading', { name: 'Đã cấp quyền' }).waitFor();
      expect(await page.evaluate(auditPage)).toEqual([]);
      await page.getByRole('link', { name: 'Về trang kết nối' }).click();
      await page.getByText('Đang hoạt động').waitFor();
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/admin-${viewport.width}-${colorScheme}.png`,
          fullPage: true,
        });
      await context.close();
    },
  );
});
