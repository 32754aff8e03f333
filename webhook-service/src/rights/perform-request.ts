import type { Db } from '../../../db/client.ts';
import type { MediaStore } from '../media/store.ts';
import type { PerformDeps } from '../reports/perform/perform.ts';

export interface RightsDeps extends PerformDeps {
  db: Db;
  store: MediaStore;
  now: () => Date;
}

/** Does what a data subject's request asks for. */
export async function performPrivacyRequest(_requestId: number, _deps: RightsDeps): Promise<void> {
  throw new Error('not wired yet');
}
