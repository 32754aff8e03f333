import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { seal } from '../crypto/sealed-box.ts';
import { tokenLock, withAdvisoryLock } from './advisory-lock.ts';
import type { TokenPair } from './oauth-client.ts';
import { writeConsentedPair } from './token-row.ts';

/**
 * Stores the pair a person's consent has just brought. Waits for a refresh that is under way, and is never overwritten by one:
 * whoever began with the old pair finds another version. @throws when the database is away or the lock was not had in time.
 */
export async function storeConsentedPair(
  sql: Sql,
  {
    oaId,
    dataKey,
    pair,
    seedRefreshToken,
    now,
  }: {
    oaId: string;
    dataKey: Buffer;
    pair: TokenPair;
    /** ZALO_OA_REFRESH_TOKEN; a seed that was not used until now has been overtaken. */
    seedRefreshToken: string | null;
    now: Date;
  },
): Promise<{ version: number }> {
  return withAdvisoryLock(sql, tokenLock(oaId), (session) =>
    writeConsentedPair(session, {
      oaId,
      accessTokenEnc: seal(dataKey, 'oa-access-token', oaId, pair.accessToken),
      refreshTokenEnc: seal(dataKey, 'oa-refresh-token', oaId, pair.refreshToken),
      refreshedAt: now,
      expiresAt: new Date(now.getTime() + pair.expiresInMs),
      seedFingerprint: seedRefreshToken === null ? '' : fingerprintOf(seedRefreshToken),
    }),
  );
}

/** Tells one seed from another without giving it away: a prefix of the hash of some hundred random bits. */
export function fingerprintOf(seedRefreshToken: string): string {
  return createHash('sha256').update(seedRefreshToken).digest('hex').slice(0, 16);
}
