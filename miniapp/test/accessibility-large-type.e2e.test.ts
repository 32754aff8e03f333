/** Every page in every state with type twice as large on the narrowest phone, in both languages; and that the English is English. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Audience, gather, still } from './audience.ts';
import { everyScreen } from './every-screen.ts';
import { largeTypeFaults, wordsNotEnglish } from './page-faults.ts';
import { openPhone, type Phone } from './phone.ts';

let phone: Phone;
let audience: Audience;
beforeAll(async () => {
  phone = await openPhone({ city: { env: { WARD_BOUNDARIES: '' } } });
  audience = await gather(phone);
}, 240_000);
afterAll(() => phone?.stop());

describe('in Vietnamese', () => {
  it.each(everyScreen)('$name keeps all its words with type twice as large on a narrow phone', async (row) => {
    const page = await audience.arrive(row);
    expect(await withLargeType(page, () => page.evaluate(largeTypeFaults))).toEqual([]);
  });
});

describe('in English', () => {
  beforeAll(() => audience.speak('en'), 60_000);

  it.each(everyScreen)('$name is in English, and keeps its words with large type, too', async (row) => {
    const page = await audience.arrive(row, 'en');
    if (!row.isKept) expect(await page.evaluate(wordsNotEnglish)).toEqual([]);
    expect(await withLargeType(page, () => page.evaluate(largeTypeFaults))).toEqual([]);
  });
});

async function withLargeType<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 568 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await still(page);
  try {
    return await look();
  } finally {
    if (before) await page.setViewportSize(before);
  }
}
