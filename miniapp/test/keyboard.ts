import type { Page } from 'playwright-core';

/** More than any page has stops; who is not there by then never comes. */
const MOST_STOPS = 80;

/** Walks on with the Tab key until something of this name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    passed.push(focused);
  }
  throw new Error(`The keyboard does not reach ${name}; it passes ${JSON.stringify(passed)}`);
}

/** Goes there with the Tab key and presses Enter. */
export async function enter(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** What a screen reader says of what has the focus, near enough. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return '';
    const labels = 'labels' in focused ? [...((focused as HTMLInputElement).labels ?? [])] : [];
    const words =
      focused.getAttribute('aria-label') ?? (labels.map(({ innerText }) => innerText).join(' ') || focused.innerText);
    return words.replace(/\s+/g, ' ').trim();
  });
}

export function isFocusInSheet(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const sheets = document.querySelectorAll('[role="dialog"]');
    return sheets[sheets.length - 1]?.contains(document.activeElement) ?? false;
  });
}
