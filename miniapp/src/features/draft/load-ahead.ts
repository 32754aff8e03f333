/**
 * The pages of the report are loaded before they are opened: whoever loses the network in the middle still writes it to its end and
 * presses "Gửi".
 */
const pages: readonly (() => Promise<unknown>)[] = [
  () => import('../../pages/report-photos.tsx'),
  () => import('../../pages/report-place.tsx'),
  () => import('../../pages/report-what.tsx'),
  () => import('../../pages/report-similar.tsx'),
  () => import('../../pages/report-review.tsx'),
  () => import('../../pages/report-sent.tsx'),
];

/** What the person is looking at goes first. */
const AFTER_MS = 1_500;

/** @returns stops it */
export function loadReportPages(): () => void {
  const load = async () => {
    for (const page of pages) await page();
    window.removeEventListener('online', begin);
  };
  // Without a network it is tried again with it.
  const begin = () => void load().catch(() => {});
  const timer = setTimeout(begin, AFTER_MS);
  window.addEventListener('online', begin);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('online', begin);
  };
}
