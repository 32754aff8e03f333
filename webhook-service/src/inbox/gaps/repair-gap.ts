import type { Db } from '../../../../db/client.ts';
import type { OaClient } from '../../zalo/oa-client.ts';

export interface GapDeps {
  db: Db;
  zalo: OaClient;
  now: () => Date;
  appId: string;
  oaId: string;
  /** A message older than this and not in the inbox was missed, ms. */
  gapAfterMs: number;
}

/** Reads back the conversations of a gap, page by page, and puts what was missed into the inbox. */
export async function repairGap(_gapId: number, _deps: GapDeps): Promise<void> {
  throw new Error('not wired yet');
}
