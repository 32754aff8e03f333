import { useEffect } from 'react';
import { loadReportPages } from './load-ahead.ts';
import { useDrafts } from './use-draft.ts';

/** Sends what waits, wherever in the app the person is, and makes sure that a report can be written without a network. */
export function DraftSender() {
  const drafts = useDrafts();
  useEffect(() => drafts.start(), [drafts]);
  useEffect(loadReportPages, []);
  return null;
}
