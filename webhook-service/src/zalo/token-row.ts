import type { ISql } from 'postgres';

/**
 * The row of table `oa_tokens`. Its `seed_fingerprint` lists every seed ever used, newest last: a refresh token is single
 * use, so none is used again (§2.2).
 */
export interface TokenRow {
  accessTokenEnc: string | null;
  refreshTokenEnc: string;
  expiresAt: Date | null;
  refreshedAt: Date | null;
  /** Counts pairs: it goes up whenever the refresh token is another one. */
  version: number;
  /** Not null after a call whose answer never came: a crash or a time-out. */
  refreshStartedAt: Date | null;
  state: 'ok' | 'needs_consent';
}

export async function readTokenRow(sql: ISql, oaId: string): Promise<TokenRow | null> {
  const [row] = await sql<TokenRow[]>`
    select access_token_enc as "accessTokenEnc", refresh_token_enc as "refreshTokenEnc", expires_at as "expiresAt",
           refreshed_at as "refreshedAt", version, refresh_started_at as "refreshStartedAt", state
    from oa_tokens where oa_id = ${oaId}`;
  return row ?? null;
}

/**
 * The operator's consent as the next token to refresh with; true when it is new. One statement, so that two replicas that
 * start together use it once: the second would put the used token back over the pair the first got for it.
 */
export async function writeSeed(
  sql: ISql,
  seed: { oaId: string; refreshTokenEnc: string; fingerprint: string },
): Promise<boolean> {
  const written = await sql`
    insert into oa_tokens (oa_id, refresh_token_enc, version, state, seed_fingerprint)
    values (${seed.oaId}, ${seed.refreshTokenEnc}, 0, 'ok', ${seed.fingerprint})
    on conflict (oa_id) do update
    set refresh_token_enc = excluded.refresh_token_enc, state = 'ok',
        seed_fingerprint = oa_tokens.seed_fingerprint || ' ' || excluded.seed_fingerprint,
        access_token_enc = null, expires_at = null, refreshed_at = null, refresh_started_at = null,
        version = oa_tokens.version + 1
    where not ${seed.fingerprint} = any (string_to_array(oa_tokens.seed_fingerprint, ' '))`;
  return written.count === 1;
}

/** The pair a refresh starts from: a late note about an older pair must not touch a newer one. */
interface PairId {
  oaId: string;
  version: number;
}

export async function markRefreshStarted(sql: ISql, { oaId, version }: PairId, at: Date): Promise<void> {
  await sql`update oa_tokens set refresh_started_at = ${at} where oa_id = ${oaId} and version = ${version}`;
}

/** The call came to an end that leaves the pair as it was. */
export async function markRefreshEnded(sql: ISql, { oaId, version }: PairId, state: TokenRow['state']): Promise<void> {
  await sql`
    update oa_tokens set refresh_started_at = null, state = ${state} where oa_id = ${oaId} and version = ${version}`;
}

/** Stores the pair that follows `version`; false when the row has moved on, e.g. to a new consent. */
export async function writePair(
  sql: ISql,
  pair: PairId & {
    accessTokenEnc: string;
    refreshTokenEnc: string;
    expiresAt: Date;
    refreshedAt: Date;
  },
): Promise<boolean> {
  const written = await sql`
    update oa_tokens
    set access_token_enc = ${pair.accessTokenEnc}, refresh_token_enc = ${pair.refreshTokenEnc},
        expires_at = ${pair.expiresAt}, refreshed_at = ${pair.refreshedAt}, refresh_started_at = null, state = 'ok',
        version = version + 1
    where oa_id = ${pair.oaId} and version = ${pair.version}`;
  return written.count === 1;
}

/**
 * Stores the pair of a consent, whatever was there: who consents anew ends what was before. The version goes up, so that a
 * refresh of the old pair that comes late finds another row than it started from.
 */
export async function writeConsentedPair(
  sql: ISql,
  pair: Omit<Parameters<typeof writePair>[1], 'version'> & {
    /** Of the seed the environment names, if it names one: older than this consent, so it must not come back over it. */
    seedFingerprint: string;
  },
): Promise<{ version: number }> {
  const [row] = await sql<{ version: number }[]>`
    insert into oa_tokens (oa_id, access_token_enc, refresh_token_enc, expires_at, refreshed_at, version, state, seed_fingerprint)
    values (${pair.oaId}, ${pair.accessTokenEnc}, ${pair.refreshTokenEnc}, ${pair.expiresAt}, ${pair.refreshedAt}, 1, 'ok',
            ${pair.seedFingerprint})
    on conflict (oa_id) do update
    set access_token_enc = excluded.access_token_enc, refresh_token_enc = excluded.refresh_token_enc,
        expires_at = excluded.expires_at, refreshed_at = excluded.refreshed_at, refresh_started_at = null, state = 'ok',
        version = oa_tokens.version + 1,
        seed_fingerprint = case
          when excluded.seed_fingerprint = any (string_to_array(oa_tokens.seed_fingerprint, ' ')) then oa_tokens.seed_fingerprint
          else oa_tokens.seed_fingerprint || ' ' || excluded.seed_fingerprint end
    returning version`;
  if (!row) throw new Error('an upsert returns its row');
  return row;
}
