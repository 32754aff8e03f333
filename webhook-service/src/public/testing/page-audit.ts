/** As much of a browser as is asked about below: the service's own code is compiled without the types of browsers. */
interface BrowserElement {
  id: string;
  tagName: string;
  outerHTML: string;
  textContent: string | null;
  scrollWidth: number;
  parentElement: BrowserElement | null;
  labels?: ArrayLike<BrowserElement> | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): BrowserElement | null;
  getBoundingClientRect(): { width: number; height: number };
}
declare const innerWidth: number;
declare const document: {
  body: BrowserElement;
  documentElement: BrowserElement;
  querySelectorAll(selector: string): Iterable<BrowserElement> & { length: number };
  createTreeWalker(root: BrowserElement, show: number): { nextNode(): BrowserElement | null };
};
declare function getComputedStyle(
  element: BrowserElement,
): Record<'color' | 'backgroundColor' | 'lineHeight' | 'fontSize', string>;

/**
 * What a browser can tell about a page without a person looking: run inside it with `page.evaluate(auditPage)`, so it
 * uses nothing from outside. @returns one sentence per fault.
 */
export function auditPage(): string[] {
  const SHOW_TEXT = 4;
  const faults: string[] = [];
  const { documentElement } = document;
  if (documentElement.scrollWidth > innerWidth) faults.push(`scrolls sideways: ${documentElement.scrollWidth}px`);
  for (const landmark of ['header', 'main', 'footer', 'h1']) {
    const count = document.querySelectorAll(landmark === 'header' ? 'body > header' : landmark).length;
    if (count !== 1) faults.push(`${count} × ${landmark}`);
  }

  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    const next = Number(heading.tagName.slice(1));
    if (next > level + 1) faults.push(`heading level ${level} is followed by ${next}: ${heading.textContent}`);
    level = next;
  }

  for (const control of document.querySelectorAll('a, button, input:not([type="hidden"])')) {
    if (!nameOf(control)) faults.push(`no name: ${control.outerHTML.slice(0, 80)}`);
    const { height, width } = control.getBoundingClientRect();
    if (height < 47.5 || width < 40) faults.push(`small target ${width}×${height}: ${nameOf(control)}`);
  }
  for (const picture of document.querySelectorAll('img')) {
    if (!picture.getAttribute('alt')) faults.push(`no alternative text: ${picture.outerHTML.slice(0, 80)}`);
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice');
  for (const element of document.querySelectorAll('[aria-labelledby], [aria-describedby]')) {
    const named = `${element.getAttribute('aria-labelledby') ?? ''} ${element.getAttribute('aria-describedby') ?? ''}`;
    for (const id of named.split(' ').filter(Boolean)) if (!ids.includes(id)) faults.push(`nothing has the id ${id}`);
  }

  const words = document.createTreeWalker(document.body, SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim()) continue;
    const style = getComputedStyle(element);
    const ratio = contrast(parts(style.color), backgroundOf(element));
    if (ratio < 4.5) faults.push(`contrast ${ratio.toFixed(2)}: ${node.textContent.trim().slice(0, 40)}`);
    const leading = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
    if (leading < 1.45) faults.push(`line height ${leading}: ${node.textContent.trim().slice(0, 40)}`);
  }
  return faults;

  function nameOf(element: BrowserElement): string {
    const label = element.labels?.[0]?.textContent ?? element.textContent;
    const picture = element.querySelector('img[alt]')?.getAttribute('alt');
    return (element.getAttribute('aria-label') ?? (label?.trim() || picture) ?? '').trim();
  }

  function backgroundOf(element: BrowserElement): number[] {
    for (let at: BrowserElement | null = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 1) === 1) return colour;
    }
    return [255, 255, 255];
  }

  function parts(colour: string): number[] {
    return (colour.match(/[\d.]+/g) ?? []).map(Number);
  }

  function contrast(one: number[], other: number[]): number {
    const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dim + 0.05);
  }

  function luminance(rgb: number[]): number {
    const [r = 0, g = 0, b = 0] = rgb.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
}
