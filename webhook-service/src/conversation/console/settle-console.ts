import type { Db } from '../../../../db/client.ts';
import type { MediaStore } from '../../media/store.ts';
import type { PerformDeps } from '../../reports/perform/perform.ts';

export interface ConsoleDeps extends PerformDeps {
  db: Db;
  store: MediaStore;
  now: () => Date;
  mediaHosts: readonly string[];
}

/** The files that belong to an official's words are in: ties them to a report and does what they say. */
export async function settleConsoleMessage(_messageId: number, _deps: ConsoleDeps): Promise<void> {
  throw new Error('not wired yet');
}
