import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/testing/browser.ts';
import { auditPage } from './testing/page-audit.ts';
import { type RunningApp, startApp } from './testing/running-app.ts';
import { seedReport } from './testing/seed-report.ts';

const phone = { width: 360, height: 740 };
const desk = { width: 1366, height: 768 };

let running: RunningApp;
let browser: Browser;
let code: string;

beforeAll(async () => {
  running = await startApp(() => new Date(), { listen: true });
  code = await seedReport(running.db, { agencyCode: 'ubnd-00199' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_name, viewport) => {
  it.each(['light', 'dark'] as const)('every page holds up in %s', async (colorScheme) => {
    await withPage({ viewport, colorScheme }, async (page) => {
      for (const address of ['/', '/tra-cuu', '/tra-cuu?ma=HN-12345678', `/tra-cuu/${code}`]) {
        for (const language of ['vi', 'en']) {
          await page.goto(`${running.url}${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
          expect({ address, language, faults: await page.evaluate(auditPage) }).toMatchObject({ faults: [] });
        }
      }
    });
  });

  it('a report is found with the keyboard alone, also after a slip', async () => {
    await withPage({ viewport }, async (page) => {
      await page.goto(running.url);
      await page.keyboard.press('Tab');
      expect(await focused(page).textContent()).toBe('Đến nội dung chính');
      await page.keyboard.press('Enter');
      expect(await focused(page).getAttribute('id')).toBe('noi-dung');
      await page.keyboard.press('Tab');
      expect(await focused(page).getAttribute('id')).toBe('ma');
      expect(await page.evaluate('getComputedStyle(document.activeElement).outline')).toContain('solid 3px');

      await page.keyboard.type(`${code.slice(0, -2)}?`);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Mã phản ánh chưa đúng' }).waitFor();
      const field = page.getByRole('textbox', { name: 'Mã phản ánh' });
      expect(await field.inputValue()).toBe(`${code.slice(0, -2)}?`);

      await field.fill(code.toLowerCase());
      await field.press('Enter');
      await page.getByRole('heading', { level: 1, name: /^UBND phường Láng đang giữ phản ánh này/ }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/tra-cuu/${code}`);
    });
  });
});

it('nothing is lost at 320 pixels with letters twice as large', async () => {
  await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
    for (const address of ['/', '/tra-cuu?ma=HN-12345678', `/tra-cuu/${code}`, `/tra-cuu/${code}?lang=en`]) {
      await page.goto(`${running.url}${address}`);
      // What the reader's own setting does; a style put in by script would be refused by the page's policy.
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      expect({ address, faults: await page.evaluate(auditPage) }).toMatchObject({ faults: [] });
    }
  });
});

it('the language link shows the same report in the other language', async () => {
  await withPage({ viewport: phone }, async (page) => {
    await page.goto(`${running.url}/tra-cuu/${code}`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: /^UBND phường Láng has this report/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: 'Tiếng Việt' }).click();
    await page.getByRole('heading', { level: 1, name: /đang giữ phản ánh này/ }).waitFor();
  });
});

it('a first visit to a report weighs less than 100 KB, fonts included, and needs no script', async () => {
  await withPage({ viewport: phone, javaScriptEnabled: false }, async (page) => {
    const sizes = new Map<string, number>();
    page.on('requestfinished', async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      sizes.set(new URL(request.url()).pathname, responseBodySize + responseHeadersSize);
    });
    await page.goto(`${running.url}/tra-cuu/${code}`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect([...sizes.keys()].filter((path) => path.endsWith('.woff2'))).toHaveLength(4);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    if (process.env.SHOW_WEIGHT) process.stdout.write(`${JSON.stringify([...sizes])} total ${total}\n`);
    expect(total).toBeLessThan(100_000);
  });
});

const focused = (page: Page) => page.locator(':focus');

/** A page of its own; what the browser complains about (policy, missing files) fails the test. */
async function withPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    // A page that answers 422 is one of ours; Chromium calls every such status a failure to load.
    if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text());
  });
  try {
    await work(page);
  } finally {
    await context.close();
  }
  expect(complaints).toEqual([]);
}
