/**
 * What a browser can tell about a page without a person looking, beside axe. Each runs inside the page (`page.evaluate`), so it uses
 * nothing from outside itself. @returns one sentence per fault
 */

/** Names, sizes for fingers, the heading, and where the focus is. */
export function handlingFaults(): string[] {
  const FINGER_PX = 44;
  const INLINE_PX = 24;
  const faults: string[] = [];
  const dialogs = document.querySelectorAll('[role="dialog"]');
  const dialog = dialogs[dialogs.length - 1] ?? null;
  const headings = document.querySelectorAll('h1');
  if (headings.length !== 1) faults.push(`${headings.length} × h1`);
  if (dialog && !dialog.contains(document.activeElement)) faults.push('the focus is not in the sheet');

  const scope = dialog ?? document.body;
  const controls = 'a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]';
  for (const control of scope.querySelectorAll<HTMLElement>(controls)) {
    if (!isShown(control)) continue;
    const name = nameOf(control);
    if (!name) faults.push(`no name: ${control.outerHTML.slice(0, 120)}`);
    // A box to tick is as large as the words that belong to it.
    const label = control instanceof HTMLInputElement ? control.closest('label') : null;
    const { width, height } = (label ?? pressedArea(control)).getBoundingClientRect();
    const least = isInSentence(control) ? INLINE_PX : FINGER_PX;
    if (width < least - 0.5 || height < least - 0.5)
      faults.push(`small: ${Math.round(width)}×${Math.round(height)} ${name || control.tagName}`);
  }
  return faults;

  function isShown(element: HTMLElement): boolean {
    if (element.closest('[aria-hidden="true"], [inert]') || element.closest('.visually-hidden')) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
  }

  function nameOf(element: HTMLElement): string {
    const named = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const byOthers = named.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const byLabel = labels.map((label) => label.textContent).join(' ');
    const picture = element.querySelector('img[alt], [role="img"][aria-label]');
    const byPicture = picture?.getAttribute('alt') ?? picture?.getAttribute('aria-label') ?? '';
    const words = byOthers || element.getAttribute('aria-label') || byLabel || element.innerText || byPicture;
    return words.trim().slice(0, 60);
  }

  /** A link that covers the card it stands in. */
  function pressedArea(element: HTMLElement): Element {
    const { position, content } = getComputedStyle(element, '::after');
    return (position === 'absolute' && content !== 'none' && element.offsetParent) || element;
  }

  /** A link among words, which cannot be larger than they are. */
  function isInSentence(element: HTMLElement): boolean {
    if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
    return (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim();
  }
}

/** With large type on a narrow phone: nothing beside the screen, nothing cut off, and room between what sticks. */
export function largeTypeFaults(): string[] {
  const faults: string[] = [];
  const { clientWidth, clientHeight } = document.documentElement;
  const dialogs = document.querySelectorAll('[role="dialog"]');
  const scope = dialogs[dialogs.length - 1] ?? document.body;
  for (const box of [document.documentElement, ...document.querySelectorAll('.zaui-page, [role="dialog"], main')])
    if (box.scrollWidth > box.clientWidth + 1) faults.push(`scrolls sideways: ${nameOf(box)} ${box.scrollWidth}`);

  const words = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const text = node.textContent?.trim();
    const element = node.parentElement;
    if (!text || !element || element.closest('.visually-hidden, option, script, style, .leaflet-container')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right, top, bottom, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const edge = edgesOf(element);
    const isCut = left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1;
    if (isCut) faults.push(`cut off: "${text.slice(0, 60)}"`);
  }

  if (dialogs.length === 0) {
    const page = document.querySelector('.zaui-page');
    page?.scrollTo({ top: Math.max(0, (page.scrollHeight - page.clientHeight) / 2) });
    const stuck = [...document.querySelectorAll<HTMLElement>('.zaui-page > *')]
      .filter((part) => getComputedStyle(part).position === 'sticky')
      .map((part) => part.getBoundingClientRect())
      .map(({ top, bottom }) => Math.max(0, Math.min(bottom, clientHeight) - Math.max(top, 0)));
    const taken = stuck.reduce((sum, height) => sum + height, 0);
    if (page && page.scrollHeight > page.clientHeight && taken > clientHeight / 2)
      faults.push(`what sticks takes ${Math.round(taken)} of ${clientHeight}px`);
    page?.scrollTo({ top: 0 });
  }
  return faults;

  /** Where this element's words end to be seen: the sides of the screen, and every box around it that hides what is over. */
  function edgesOf(element: Element) {
    const FAR = 1e6;
    const edge = { left: 0, right: clientWidth, top: -FAR, bottom: FAR };
    for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, clip } = getComputedStyle(box);
      const { left, right, top, bottom } = box.getBoundingClientRect();
      // Not shown before the keyboard gets there.
      if (clip !== 'auto') return { left: -FAR, right: FAR, top: -FAR, bottom: FAR };
      if (overflowX === 'auto' || overflowX === 'scroll') {
        const isStrip = box.scrollWidth > box.clientWidth + 1;
        if (isStrip) return { left: -FAR, right: FAR, top: edge.top, bottom: edge.bottom };
      }
      if (overflowX === 'hidden' || overflowX === 'clip')
        Object.assign(edge, { left: Math.max(edge.left, left), right: Math.min(edge.right, right) });
      if (overflowY === 'hidden' || overflowY === 'clip')
        Object.assign(edge, { top: Math.max(edge.top, top), bottom: Math.min(edge.bottom, bottom) });
    }
    return edge;
  }

  function nameOf(box: Element): string {
    return box.getAttribute('role') ?? box.tagName.toLowerCase();
  }
}

/** Vietnamese words on a page in English that are no names and not somebody's own words (those say `lang="vi"`). */
export function wordsNotEnglish(): string[] {
  const found = new Set<string>();
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const element = node.parentElement;
    if (!element || element.closest('[lang="vi"], textarea, script, style, .leaflet-container')) continue;
    const text = node.textContent?.normalize('NFC').trim() ?? '';
    // The product's own name, what a ward is called, an address as an example, and a term beside its translation.
    const rest = text.replace(
      /Phản ánh Hà Nội|Ngôn ngữ · |(?:phường|xã|quận|ngõ) (?=\p{Lu}|\d)|\([^)]*\)|“[^”]*”/gu,
      '',
    );
    // A name has capitals; anything else with these letters is a sentence that was not translated.
    if (/(?:^|[^\p{L}])\p{Ll}*(?=\p{Ll})[ăâđêôơưạ-ỹàáèéìíòóùúýãõĩũ]\p{Ll}*(?![\p{L}])/u.test(rest))
      found.add(text.slice(0, 120));
  }
  return [...found];
}
