/** A canvas knows no style sheet: it is told the colours of the design, and again whenever the theme changes. */
export interface MapColours {
  land: string;
  line: string;
  chosenLand: string;
  chosenLine: string;
}

export function coloursOf(element: Element): MapColours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    land: token('surface-raised'),
    line: token('border-strong'),
    chosenLand: token('accent-soft'),
    chosenLine: token('accent'),
  };
}

/** Calls when the phone or the person changes the theme. @returns how to stop */
export function watchTheme(changed: () => void): () => void {
  const attribute = new MutationObserver(changed);
  attribute.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const phone = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;
  // Safari 13 knows only the older name; 14 knows both.
  phone?.addEventListener?.('change', changed);
  return () => {
    attribute.disconnect();
    phone?.removeEventListener?.('change', changed);
  };
}
