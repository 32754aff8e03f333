import { useEffect } from 'react';
import { useDrafts } from './use-draft.ts';

/** Sends what waits, wherever in the app the person is. */
export function DraftSender() {
  const drafts = useDrafts();
  useEffect(() => drafts.start(), [drafts]);
  return null;
}
