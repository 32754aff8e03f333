import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { loadReportPages } from './load-ahead.ts';
import { useDrafts } from './use-draft.ts';

/** What the person is looking at is loaded first. */
const AFTER_MS = 1_500;

/** Sends what waits, wherever in the app the person is, and makes sure that a report can be written without a network. */
export function DraftSender() {
  const drafts = useDrafts();
  const isReporting = /^\/report(\/|$)/.test(useLocation().pathname);
  useEffect(() => drafts.start(), [drafts]);
  useEffect(() => loadReportPages(isReporting ? 0 : AFTER_MS), [isReporting]);
  return null;
}
