import { eq } from 'drizzle-orm';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reports } from '../../../db/schema/index.ts';
import { launchBrowser } from '../../../scripts/testing/browser.ts';
import { reporter, system } from '../reports/lifecycle/roles.ts';
import { auditPage } from './testing/page-audit.ts';
import { type RunningApp, startApp } from './testing/running-app.ts';
import { handle, order, seedAnswer, seedReport } from './testing/seed-report.ts';

const phone = { width: 360, height: 740 };
const desk = { width: 1366, height: 768 };

let running: RunningApp;
let browser: Browser;
let code: string;
/** A report in every state, by its state. */
let story: Map<string, string>;

beforeAll(async () => {
  running = await startApp(() => new Date(), { listen: true });
  code = await seedReport(running.db, { agencyCode: 'ubnd-00199' });
  story = await seedStory();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

/** Leads one report into each state the way it is led there, so that every page has the history it would have. */
async function seedStory(): Promise<Map<string, string>> {
  const { db, media } = running;
  const dispatcher = { kind: 'staff', role: 'dispatcher', id: '5' } as const;
  const made = () => seedReport(db, { agencyCode: 'ubnd-00199' });
  const accepted = async () => {
    const own = await made();
    await handle(db, own, { type: 'accept' });
    return own;
  };
  const answered = async () => {
    const own = await accepted();
    await seedAnswer(db, own, media);
    return own;
  };
  const [asked, extended, escalated] = [await accepted(), await accepted(), await accepted()];
  const [main, refused, merged] = [await answered(), await seedReport(db), await made()];
  const [withdrawn, done, silent] = [await made(), await answered(), await answered()];
  await handle(db, asked, { type: 'askCitizen', question: 'Ổ gà ở trước số nhà nào?' });
  await handle(db, extended, { type: 'extend', minutes: 480, reason: 'Chờ nhà thầu giao bê tông nhựa' });
  await handle(db, escalated, {
    type: 'escalate',
    superiorAgency: 'so-xay-dung',
    proposal: 'Đề nghị Sở bố trí kinh phí sửa chữa đoạn đường này.',
  });
  await order(db, refused, { command: { type: 'refuse', reason: 'civil_dispute' }, actor: dispatcher });
  const [row] = await db.select().from(reports).where(eq(reports.code, main));
  await order(db, merged, { command: { type: 'merge' }, actor: dispatcher, mergeIntoId: row?.id ?? 0 });
  const me = reporter(row?.citizenId ?? 0);
  await order(db, withdrawn, { command: { type: 'withdraw' }, actor: me });
  await order(db, done, { command: { type: 'confirm' }, actor: me });
  await order(db, silent, { command: { type: 'close' }, actor: system });
  const reopened = await answered();
  await order(db, reopened, { command: { type: 'rejectResult' }, actor: me });
  return new Map([
    ['received', await seedReport(db)],
    ['dispatched', await made()],
    ['in_progress', extended],
    ...[['escalated', escalated] as const, ['awaiting_citizen', asked] as const, ['answered', main] as const],
    ...[['reopened', reopened] as const, ['refused', refused] as const, ['merged', merged] as const],
    ...[
      ['withdrawn', withdrawn] as const,
      ['closed_confirmed', done] as const,
      ['closed_unconfirmed', silent] as const,
    ],
  ]);
}

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

  it('the page of a report holds up in every state, with its answer and proof', async () => {
    let visitor = 0;
    for (const [state, own] of story) {
      // Each from an address of its own: so many pages a minute are slowed down for one.
      visitor += 1;
      const extraHTTPHeaders = { 'x-forwarded-for': `198.51.100.${visitor}` };
      await withPage({ viewport, extraHTTPHeaders }, async (page) => {
        for (const language of ['vi', 'en']) {
          const answer = await page.goto(`${running.url}/tra-cuu/${own}?lang=${language}`, {
            waitUntil: 'networkidle',
          });
          expect({ state, status: answer?.status() }).toEqual({ state, status: 200 });
          expect({ state, language, faults: await page.evaluate(auditPage) }).toMatchObject({ faults: [] });
          const path = `${process.env.SHOTS}/${state}-${language}-${viewport.width}.png`;
          if (process.env.SHOTS) await page.screenshot({ path, fullPage: true });
        }
        if (state !== 'answered') return;
        const photo = page.getByRole('img', { name: 'Photo 1 of 1 with the answer' });
        expect(await photo.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(640);
      });
    }
  }, 120_000);

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
