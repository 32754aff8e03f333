import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser } from '../../../scripts/testing/browser.ts';
import { type City, type CityOptions, startCity } from '../city.ts';

/** The whole service, and the simulator's page in a browser from which everybody is played. */
export interface Stage {
  city: City;
  page: Page;
  /** Who holds the phone from here on; somebody new when the name is not known yet. @returns their id */
  phoneOf(name: string): Promise<string>;
  phone: ReturnType<Page['getByRole']>;
  /** The chat console of the OA; open on the chat of whoever holds the phone. */
  console: ReturnType<Page['getByRole']>;
  /** Everything that goes wrong, and the log of the wire. */
  side: ReturnType<Page['getByRole']>;
  citizenSays(words: string): Promise<void>;
  officialSays(words: string): Promise<void>;
  /** What is hidden behind the phone's “Khác”. */
  more(choice: string): Promise<void>;
  /** Waits until the phone shows a message of the OA that matches, and gives it. */
  shown(what: RegExp): Promise<ReturnType<Page['locator']>>;
  stop(): Promise<void>;
}

/** Patient, because everything runs on one machine; a healthy run waits for seconds only. */
const WAIT_MS = 40_000;

export async function openStage(options: CityOptions = {}): Promise<Stage> {
  const pageDir = await mkdtemp(join(tmpdir(), 'simulator-page-'));
  await build({
    configFile: 'scripts/zalo-simulator/page/vite.config.ts',
    logLevel: 'warn',
    build: { outDir: pageDir, emptyOutDir: true },
  });
  let city: City | undefined;
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close();
    await city?.stop();
    await rm(pageDir, { recursive: true, force: true });
  };
  try {
    city = await startCity({ pageDir, ...options });
    browser = await launchBrowser();
    return { ...(await play(city, browser)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function play(city: City, browser: Browser): Promise<Omit<Stage, 'stop'>> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(WAIT_MS);
  await page.goto(city.simulator.url);
  const phone = page.getByRole('region', { name: 'Người dân' });
  const consolePane = page.getByRole('region', { name: 'Cán bộ', exact: true });
  const write = async (pane: typeof phone, name: RegExp, words: string) => {
    const field = pane.getByRole('textbox', { name });
    await field.fill(words);
    await field.press('Enter');
  };
  await phone.getByRole('button', { name: 'Ảnh', exact: true }).waitFor();
  return {
    city,
    page,
    phone,
    console: consolePane,
    side: page.getByRole('region', { name: /^(?:Đường truyền|Tình huống)$/ }),
    phoneOf: async (name) => {
      const known = city.simulator.state().citizens.find((citizen) => citizen.name === name);
      if (known) {
        await phone.getByLabel('Điện thoại của').selectOption(known.id);
      } else {
        await phone.getByRole('button', { name: 'Thêm người' }).click();
        await phone.getByLabel('Tên người dân mới').fill(name);
        await phone.getByLabel('Tên người dân mới').press('Enter');
      }
      await phone.getByRole('textbox', { name: `Tin nhắn của ${name}` }).waitFor();
      await consolePane.getByRole('textbox', { name: `Trả lời ${name}` }).waitFor();
      return city.simulator.state().citizens.find((citizen) => citizen.name === name)?.id ?? '';
    },
    citizenSays: (words) => write(phone, /^Tin nhắn của/, words),
    officialSays: (words) => write(consolePane, /^Trả lời/, words),
    more: async (choice) => {
      await phone.getByRole('button', { name: 'Khác', exact: true }).click();
      await phone.getByRole('button', { name: choice, exact: true }).click();
      // It closes by itself once the act is done.
      await phone.getByRole('region', { name: 'Việc khác' }).waitFor({ state: 'detached' });
    },
    shown: async (what) => {
      const message = phone.locator('article:not([data-from="citizen"])').filter({ hasText: what }).last();
      await message.waitFor();
      return message;
    },
  };
}
