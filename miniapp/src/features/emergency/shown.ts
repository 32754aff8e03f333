/** For which drafts somebody was stopped. Forgotten when the app is closed: reading the numbers once more does no harm. */
const shown = new Set<string>();

export function wasShown(draftKey: string): boolean {
  if (shown.has(draftKey)) return true;
  try {
    return sessionStorage.getItem(nameOf(draftKey)) !== null;
  } catch {
    return false;
  }
}

export function rememberShown(draftKey: string): void {
  shown.add(draftKey);
  try {
    sessionStorage.setItem(nameOf(draftKey), '1');
  } catch {
    // Closed or full: the set holds it as long as the page lives.
  }
}

const nameOf = (draftKey: string) => `emergency-shown:${draftKey}`;
