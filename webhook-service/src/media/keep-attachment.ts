import type { Db } from '../../../db/client.ts';
import type { MediaStore } from './store.ts';

export interface KeepDeps {
  db: Db;
  store: MediaStore;
  now: () => Date;
  mediaHosts: readonly string[];
}

/** Fetches one voice message, video or file of the chat and stores it as it came. */
export async function keepAttachment(_attachmentId: number, _deps: KeepDeps): Promise<void> {
  throw new Error('not wired yet');
}
