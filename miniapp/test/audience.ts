import type { Page } from 'playwright-core';
import { makePhoto } from '../../scripts/opening-scene/photo.ts';
import { waitFor } from '../../scripts/testing/wait-for.ts';
import type { ScreenRow, Who } from './every-screen.ts';
import { opensOutside } from './outside-zalo.ts';
import type { Phone } from './phone.ts';
import { type Stage, setTheStage } from './stage-set.ts';

export type SpokenLanguage = 'vi' | 'en';

/** All phones that are looked at, in one city with something to see. */
export interface Audience {
  stage: Stage;
  phones: Record<Who, Phone>;
  /** Opens the page of a row and does what leads to its state; returns when it stands still. */
  arrive(row: ScreenRow, language?: SpokenLanguage): Promise<Page>;
  /** Everybody chooses this language in the settings. */
  speak(language: SpokenLanguage): Promise<void>;
}

export async function gather(regular: Phone): Promise<Audience> {
  const stage = await setTheStage(regular.city, regular.citizenId);
  const [writer, sender, newcomer, frightened, visitor] = await Promise.all([
    regular.another(),
    regular.another(),
    regular.another(),
    regular.another(),
    regular.another(),
  ]);
  const phones: Record<Who, Phone> = { regular, writer, sender, newcomer, frightened, visitor };
  await writesReport(writer);
  await writesReport(sender);
  await sendsIt(sender);
  const isOffline = new Set<Phone>();
  const open = (who: Who, path: string): Promise<void> =>
    who === 'visitor' ? opensOutside(visitor, path) : phones[who].open(path);
  const network = async (phone: Phone, online: boolean): Promise<void> => {
    if (isOffline.has(phone) !== online) return;
    await phone.set({ network: { online } });
    if (online) isOffline.delete(phone);
    else isOffline.add(phone);
  };
  return {
    stage,
    phones,
    arrive: async ({ who, path, heading, act, offline = false }, language = 'vi') => {
      const phone = phones[who];
      const { page } = phone;
      const look = async () => {
        // What stood open here (a photo) is kept in the history and would be open again.
        await page.evaluate(() => history.replaceState(null, ''));
        await open(who, typeof path === 'string' ? path : path(stage));
        await page.getByRole('heading', { level: 1, name: heading[language === 'vi' ? 0 : 1] }).waitFor();
        await putLettersOn(page);
        await still(page);
      };
      await network(phone, true);
      const start = Date.now();
      await look();
      // What was kept in the language before is shown until what is in this one arrives.
      if (language !== 'vi') await page.waitForLoadState('networkidle');
      if (offline) {
        await keptSince(page, start);
        await network(phone, false);
        await look();
      }
      await act?.(page);
      await still(page);
      return page;
    },
    speak: async (language) => {
      for (const who of Object.keys(phones) as Who[]) {
        const phone = phones[who];
        await network(phone, true);
        await open(who, '/me');
        await phone.page.getByRole('radio', { name: language === 'vi' ? 'Tiếng Việt' : 'English' }).check();
        await phone.page.waitForLoadState('networkidle');
      }
    },
  };
}

/**
 * The app takes its own letters only where they are at hand at once (`font-display: optional`), which on a busy machine is chance.
 * Here they always are, as on a phone that has opened the app before.
 */
async function putLettersOn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const faces = [...document.styleSheets].flatMap(({ cssRules, href }) =>
      [...cssRules]
        .filter((rule) => rule instanceof CSSFontFaceRule)
        .map(({ cssText }) =>
          cssText
            .replace(/url\("?([^")]+)"?\)/g, (_, file: string) => `url("${new URL(file, href ?? location.href).href}")`)
            .replace('font-display: optional', 'font-display: block'),
        ),
    );
    const style = document.createElement('style');
    style.textContent = faces.join('');
    document.head.append(style);
    await Promise.allSettled(
      ['400 16px', '600 16px'].map((look) => document.fonts.load(`${look} "Be Vietnam Pro"`, 'aạ')),
    );
  });
}

/** The app writes its copy at most once a second. */
const COPY_MS = 1_500;

/** What the page has read since it was opened lies on the phone. */
async function keptSince(page: Page, opened: number): Promise<void> {
  const read = Date.now();
  await waitFor(
    async () => {
      const copied = await timeOfCopy(page);
      return copied > read || (copied > opened && Date.now() > read + COPY_MS);
    },
    { what: 'a copy on the phone' },
  );
}

function timeOfCopy(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('phan-anh-cache');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('queries').objectStore('queries').get('queries');
          reading.onsuccess = () => {
            opening.result.close();
            const { timestamp = 0 } = JSON.parse(String(reading.result ?? '{}')) as { timestamp?: number };
            resolve(timestamp);
          };
        };
      }),
  );
}

/** Nothing is loading any more: no placeholder, no picture half-way, no movement. */
export async function still(page: Page): Promise<void> {
  await waitFor(
    () =>
      page.evaluate(() => {
        const isLoading = document.querySelector('[class*="skeleton"], [aria-busy="true"]') !== null;
        const isHalf = [...document.images].some(({ complete }) => !complete);
        const isMoving = document.getAnimations().some(({ playState }) => playState === 'running');
        return !isLoading && !isHalf && !isMoving;
      }),
    { what: `a page that stands still at ${page.url()}` },
  );
}

/** Goes through the first three steps of a report about a pothole. */
async function writesReport(phone: Phone): Promise<void> {
  const { page } = phone;
  await phone.open('/report');
  const files = await streetPhotos();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Chọn ảnh có sẵn' }).click(),
  ]);
  await chooser.setFiles(files);
  await page.getByText('Đã lưu').nth(1).waitFor();
  await goOn(page);
  await page.getByRole('button', { name: /^Vị trí của tôi/ }).click();
  await page.getByRole('button', { name: 'Lấy vị trí' }).click();
  const here = page.getByRole('radio', { name: /^phường Láng/ });
  await here
    .or(page.getByText(/^Vị trí này thuộc/))
    .first()
    .waitFor();
  // Without outlines of the wards one is asked.
  if (await here.isVisible()) await here.check();
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click();
  await page.getByLabel('Chỉ dẫn thêm').fill('trước số 40 Chùa Láng');
  await goOn(page);
  await page
    .getByLabel('Chuyện gì đang xảy ra?')
    .fill('Ổ gà to giữa đường, sâu khoảng 20 cm, mấy hôm nay nhiều người ngã.');
  await page.getByRole('button', { name: /^Ổ gà/ }).click();
  await page.getByText('Lĩnh vực đã chọn').waitFor();
  await still(page);
}

/** Two views of one street with potholes, as files. */
export function streetPhotos() {
  return Promise.all(
    [1, 2].map(async (shot) => ({
      ...{ name: `IMG_${shot}.jpg`, mimeType: 'image/jpeg' },
      buffer: await makePhoto('pothole', { place: 90_000, shot }),
    })),
  );
}

async function sendsIt(phone: Phone): Promise<void> {
  const { page } = phone;
  await phone.open('/report/review');
  const consents = page.getByRole('checkbox', { name: /^Đồng ý: / });
  await consents.nth(2).waitFor();
  for (const consent of await consents.all()) await consent.check();
  await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đã nhận phản ánh' }).waitFor();
}

const goOn = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click();
