import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser } from '../../scripts/testing/browser.ts';
import type { PhoneSettings } from '../../scripts/zalo-simulator/miniapp/phone-settings.ts';
import { type City, type CityOptions, startCity } from '../../webhook-service/test/city.ts';

/** The built Mini App with the real SDK, in the phone of a citizen, with the whole service and a strict Zalo behind it. */
export interface Phone {
  city: City;
  page: Page;
  context: BrowserContext;
  /** Whose phone it is: OA-scoped id. */
  citizenId: string;
  /** Opens a page of the app as a link does, e.g. `/reports`. */
  open(path: string): Promise<void>;
  /** Changes the phone under the app: permissions, network, theme, type size … */
  set(settings: DeepPartial<PhoneSettings>): Promise<void>;
  /** The app is ended and opened again: only what it stored is left. `page` is another one afterwards. */
  restart(path: string): Promise<void>;
  /** Somebody else's phone in the same city: its own storage, its own person; somebody new unless it is said who. */
  another(options?: OtherPhone): Promise<Phone>;
  /** Addresses outside this machine that the app asked for; there must be none. */
  askedOutside: string[];
  /** What the app wrote to the console as an error. */
  complaints: string[];
  stop(): Promise<void>;
}

type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };

export interface PhoneOptions {
  city?: CityOptions;
  /** Somebody who has used it before skips the first greeting. */
  isNew?: boolean;
  viewport?: { width: number; height: number };
  settings?: DeepPartial<PhoneSettings>;
  colorScheme?: 'light' | 'dark';
}

interface OtherPhone extends Omit<PhoneOptions, 'city'> {
  citizenId?: string;
}

const ALLOW_ALL: DeepPartial<PhoneSettings> = {
  latencyMs: 5,
  permissions: { userInfo: 'allow', location: 'allow', phone: 'allow', notification: 'allow', follow: 'allow' },
};
/** Patient, because everything runs on one machine; a healthy run waits for seconds only. */
const WAIT_MS = 30_000;

export async function openPhone(options: PhoneOptions = {}): Promise<Phone> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const www = await mkdtemp(join(tmpdir(), 'www-'));
    undo.push(() => rm(www, { recursive: true, force: true }));
    await build({ configFile: 'miniapp/vite.config.ts', logLevel: 'error', build: { outDir: www, emptyOutDir: true } });
    const city = await startCity({ miniappDir: www, ...options.city });
    undo.push(city.stop);
    const browser = await launchBrowser();
    undo.push(() => browser.close());
    return Object.assign(await phoneIn(city, browser, options), { stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Another phone in the same city; stopping it leaves the city as it is. */
export async function phoneIn(city: City, browser: Browser, options: OtherPhone = {}): Promise<Phone> {
  const citizenId = options.citizenId ?? city.citizens()[0] ?? '';
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: options.colorScheme ?? 'light',
  });
  context.setDefaultTimeout(WAIT_MS);
  const askedOutside: string[] = [];
  const complaints: string[] = [];
  await context.route(
    (url) => !/^(?:127\.0\.0\.1|localhost|.*\.localhost)$/.test(url.hostname) && url.protocol.startsWith('http'),
    async (route) => {
      askedOutside.push(route.request().url());
      await route.abort();
    },
  );
  if (!options.isNew)
    await context.addInitScript(() => {
      if (!localStorage.getItem('pref:seenWelcome')) localStorage.setItem('pref:seenWelcome', 'yes');
    });
  const newPage = async () => {
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    return page;
  };

  const { port } = new URL(city.simulator.url);
  const root = `http://h5.zdn.vn.localhost:${port}/zapps/${city.config.zalo.miniappId}`;
  let settings = merged(ALLOW_ALL, options.settings ?? {});
  let begun = false;
  const phone: Phone = {
    ...{ city, context, citizenId, askedOutside, complaints },
    page: await newPage(),
    open: async (path) => {
      const sim = encodeURIComponent(JSON.stringify(settings));
      const first = begun ? '' : `${path.includes('?') ? '&' : '?'}citizen=${citizenId}&sim=${sim}`;
      begun = true;
      await phone.page.goto(`${root}${path}${first}`);
    },
    set: async (patch) => {
      settings = merged(settings, patch);
      await phone.page.evaluate((change) => {
        (window as unknown as { simPhone: { change(patch: unknown): void } }).simPhone.change(change);
      }, patch);
    },
    restart: async (path) => {
      await phone.page.close();
      phone.page = await newPage();
      begun = false;
      await phone.open(path);
    },
    another: async (other = {}) =>
      phoneIn(city, browser, { citizenId: (await city.zalo.addCitizen('Người dân')).id, ...other }),
    stop: () => context.close(),
  };
  return phone;
}

function merged(base: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const all = { ...base };
  for (const [name, value] of Object.entries(patch)) {
    const before = all[name];
    all[name] = isRecord(before) && isRecord(value) && !Array.isArray(value) ? merged(before, value) : value;
  }
  return all;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
