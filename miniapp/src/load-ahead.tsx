import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { loadEveryPage } from './routes.tsx';

/** What the person is looking at comes first. */
const AFTER_MS = 1_500;

/**
 * Loads what has not been opened yet, so that whoever loses the network in the middle still writes a report to its end, presses
 * "Gửi" and finds their way about. At once for somebody who is reporting; again with the network where it was missing.
 */
export function LoadAhead() {
  const isReporting = /^\/report(\/|$)/.test(useLocation().pathname);
  useEffect(() => {
    const load = () => void loadEveryPage().catch(() => {});
    const timer = setTimeout(load, isReporting ? 0 : AFTER_MS);
    window.addEventListener('online', load);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', load);
    };
  }, [isReporting]);
  return null;
}
