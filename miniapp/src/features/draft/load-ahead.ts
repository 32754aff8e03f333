/**
 * The pages of the report are loaded before they are opened: whoever loses the network in the middle still writes it to its end and
 * presses "Gửi".
 */
const pages: readonly (() => Promise<unknown>)[] = [
  () => import('../../pages/report-sent.tsx'),
  () => import('../../pages/report-photos.tsx'),
  () => import('../../pages/report-place.tsx'),
  () => import('../../pages/report-what.tsx'),
  () => import('../../pages/report-similar.tsx'),
  () => import('../../pages/report-review.tsx'),
];

let isLoaded = false;

/** Loads them `inMs` from now, and again with the network where it was missing. @returns stops it */
export function loadReportPages(inMs: number): () => void {
  if (isLoaded) return () => {};
  const begin = () => {
    Promise.all(pages.map((page) => page())).then(
      () => {
        isLoaded = true;
        window.removeEventListener('online', begin);
      },
      () => {},
    );
  };
  const timer = setTimeout(begin, inMs);
  window.addEventListener('online', begin);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('online', begin);
  };
}
