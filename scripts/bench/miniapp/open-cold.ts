import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';

export interface SlowPhone {
  /** How many times slower than this machine. */
  slowdown: number;
  kilobitsPerSecond: number;
  /** Of a round trip, ms. */
  delayMs: number;
}

/** One opening of a page with nothing kept from before; times in ms since the address was opened. */
export interface Opening {
  firstPaint: number;
  largestPaint: number;
  /** The end of the last long task before five seconds without one; never before the first paint. */
  interactive: number;
  longestTask: number;
  /** Over the network, as sent. */
  bytes: number;
}

/** Without a long task for this long a page counts as one that answers (the usual definition of "interactive"). */
const CALM_MS = 5_000;
const GIVE_UP_MS = 60_000;

export async function openCold(browser: Browser, url: string, phone: SlowPhone): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: join(import.meta.dirname, 'watch-page.mjs') });
    // Who comes back: the greeting is for the first time only.
    await page.addInitScript("localStorage.setItem('pref:seenWelcome', 'yes')");
    const cdp = await context.newCDPSession(page);
    await slow(cdp, phone);
    let bytes = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'commit', timeout: GIVE_UP_MS });
    await page.getByRole('link', { name: 'Gửi phản ánh' }).first().waitFor({ timeout: GIVE_UP_MS });
    await page.waitForFunction(
      (calm) => {
        const { seen } = globalThis as unknown as { seen: Seen };
        return performance.now() - Math.max(seen.lastTaskEnd, seen.firstPaint) > calm;
      },
      CALM_MS,
      { timeout: GIVE_UP_MS, polling: 250 },
    );
    return { ...(await readSeen(page)), bytes };
  } finally {
    await context.close();
  }
}

/** What `watch-page.mjs` keeps. */
interface Seen {
  firstPaint: number;
  largestPaint: number;
  lastTaskEnd: number;
  longestTask: number;
}

async function readSeen(page: Page): Promise<Omit<Opening, 'bytes'>> {
  const { firstPaint, largestPaint, lastTaskEnd, longestTask } = await page.evaluate(
    () => (globalThis as unknown as { seen: Seen }).seen,
  );
  return { firstPaint, largestPaint, interactive: Math.max(firstPaint, lastTaskEnd), longestTask };
}

async function slow(cdp: CDPSession, { slowdown, kilobitsPerSecond, delayMs }: SlowPhone): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  const bytesPerSecond = (kilobitsPerSecond * 1_000) / 8;
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: delayMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}
