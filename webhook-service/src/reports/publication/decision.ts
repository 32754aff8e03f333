import type { Decision } from './may-publish.ts';

/** The event by which a person decides about a report's publication; never public. */
export const DECIDED = 'publication_decided';

export interface DecidingEntry {
  event: string;
  data: Record<string, unknown>;
}

/** Reads the last decision from the history, oldest first. `mendedTextLost`: the row no longer holds the words a person wrote. */
export function decisionOf(
  entries: readonly DecidingEntry[],
  { mendedTextLost }: { mendedTextLost: boolean },
): Decision | null {
  const at = entries.findLastIndex(({ event }) => event === DECIDED);
  const last = entries[at];
  if (!last) return null;
  const mended = last.data.mended === true;
  const wordsSince = entries.slice(at + 1).some(({ event, data }) => event === 'supplemented' && data.words === true);
  return { hidden: last.data.hidden === true, mended, outdated: wordsSince || (mended && mendedTextLost) };
}
