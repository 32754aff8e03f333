import type { Db } from '../../../../db/client.ts';
import type { OaClient } from '../../zalo/oa-client.ts';

export interface TagDeps {
  db: Db;
  zalo: OaClient;
  now: () => Date;
}

/** Makes the tags on a citizen's chat say which agency holds their open reports, and in which state. */
export async function syncTags(_citizenId: number, _deps: TagDeps): Promise<void> {
  throw new Error('not wired yet');
}
