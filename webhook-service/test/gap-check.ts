import { findGap } from '../src/inbox/gaps/find-gap.ts';
import { createOaClient } from '../src/zalo/oa-client.ts';
import { createOauthClient } from '../src/zalo/oauth-client.ts';
import { createTokenStore } from '../src/zalo/tokens.ts';
import type { City } from './city.ts';

/** Compares the conversations with the inbox as a worker does once an interval, as if that were over now. */
export function gapCheck({ config, database }: City): () => ReturnType<typeof findGap> {
  const { zalo, dataKey, zaloTimeoutMs: timeoutMs, gapAfterMs, gapCheckMs } = config;
  const now = () => new Date();
  const { oaId, seedRefreshToken, openapiUrl } = zalo;
  const oauth = createOauthClient({ ...zalo, timeoutMs });
  const tokens = createTokenStore({ sql: database.sql, oauth, oaId, dataKey, seedRefreshToken, now });
  const client = createOaClient({
    openapiUrl,
    timeoutMs,
    getAccessToken: tokens.getAccessToken,
    refreshAccessToken: tokens.refreshAfter,
  });
  return async () => {
    await database.sql`update gap_checks set checked_at = checked_at - ${`${gapCheckMs} ms`}::interval`;
    return findGap({ db: database.db, zalo: client, now, appId: zalo.appId, oaId, gapAfterMs, gapCheckMs });
  };
}
