/**
 * Pictures of every page in every state, to be looked at: `SCREENSHOTS=1 npx vitest run --project browser miniapp/test/screens`
 * writes them to `artifacts/mini-app/<name>.<language>.<theme>.<size>.png`.
 */
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Audience, gather, type SpokenLanguage, still } from './audience.ts';
import { everyScreen, type ScreenRow } from './every-screen.ts';
import { openPhone, type Phone } from './phone.ts';

const FOLDER = 'artifacts/mini-app';

interface Look {
  theme: 'light' | 'dark';
  width: number;
  height: number;
  /** Per cent of the usual type. */
  type?: number;
  /** As long as the page is, to be seen at one glance. */
  isWhole?: boolean;
}

const small = { width: 360, height: 740 };
const bothThemes: Look[] = [
  { theme: 'light', ...small },
  { theme: 'dark', ...small },
];
const looks: Record<SpokenLanguage, Look[]> = {
  vi: [
    ...bothThemes,
    { theme: 'light', ...small, isWhole: true },
    { theme: 'light', width: 412, height: 915 },
    { theme: 'light', width: 320, height: 568, type: 200 },
  ],
  en: bothThemes,
};

describe.skipIf(process.env.SCREENSHOTS !== '1')('pictures to look at', () => {
  let phone: Phone;
  let audience: Audience;
  beforeAll(async () => {
    await mkdir(FOLDER, { recursive: true });
    phone = await openPhone();
    audience = await gather(phone);
  }, 240_000);
  afterAll(() => phone?.stop());

  describe('in Vietnamese', () => {
    it.each(everyScreen)('$name shows what it should and nothing that went wrong', (row) => picture(row, 'vi'));
  });

  describe('in English', () => {
    beforeAll(() => audience.speak('en'), 60_000);
    it.each(everyScreen)('$name shows what it should and nothing that went wrong', (row) => picture(row, 'en'));
  });

  async function picture(row: ScreenRow, language: SpokenLanguage): Promise<void> {
    const page = await audience.arrive(row, language);
    if (!row.warns) expect(await page.getByRole('alert').filter({ hasText: /\S/ }).allInnerTexts()).toEqual([]);
    for (const look of looks[language]) {
      await put(page, look);
      const { theme, width, height, type = 100, isWhole } = look;
      const size = isWhole ? 'whole' : `${width}x${height}${type === 100 ? '' : `@${type}`}`;
      // As sharp as the phone shows it where a picture may go into the documents.
      const scale = isWhole || type !== 100 ? 'css' : 'device';
      await page.screenshot({ path: `${FOLDER}/${row.name}.${language}.${theme}.${size}.png`, scale });
    }
    await put(page, { theme: 'light', ...small });
  }
});

/** Shows the page as on another phone, without opening it anew. */
async function put(page: Page, { theme, width, height, type = 100, isWhole = false }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  const long = await page.evaluate(
    ([look, percent]) => {
      document.documentElement.setAttribute('data-theme', look);
      document.documentElement.style.fontSize = `${percent}%`;
      const scrolled = document.querySelectorAll('.zaui-page, [role="dialog"], [role="dialog"] > *');
      return Math.max(...[...scrolled].map(({ scrollHeight }) => scrollHeight));
    },
    [theme, type] as const,
  );
  if (isWhole) await page.setViewportSize({ width, height: Math.min(Math.max(long, height), 4_000) });
  await still(page);
}
