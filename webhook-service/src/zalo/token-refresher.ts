import type { ISql, Sql } from 'postgres';
import { seal, unseal } from '../crypto/sealed-box.ts';
import { tokenLock, withAdvisoryLock } from './advisory-lock.ts';
import type { AccessToken } from './oa-client.ts';
import type { OauthClient, TokenPair } from './oauth-client.ts';
import { markRefreshEnded, markRefreshStarted, readTokenRow, type TokenRow, writePair } from './token-row.ts';

/** What an operator may want to know; never a token. */
export type TokenEvent =
  | { event: 'refreshed'; version: number; expiresAt: Date }
  /** Only a person can help: consent again on `/admin`. `afterLostAnswer` tells how it came about. */
  | {
      event: 'needs_consent';
      why: 'rejected' | 'no_seed' | 'unreadable';
      code: number | null;
      afterLostAnswer: boolean;
    }
  /** The refresh token may be used up with nothing to show for it; it is tried once more later. */
  | { event: 'answer_lost'; why: string }
  | { event: 'zalo_unreachable' }
  /** Zalo gave a pair that could not be stored: it is kept in memory, unused, until it can be. */
  | { event: 'pair_not_stored' }
  | { event: 'database_unavailable' };

/** True when the stored pair should be replaced; `token` is the row's access token, null when there is no readable one. */
export type IsDue = (row: TokenRow, token: string | null) => boolean;

interface KnownToken {
  token: string;
  expiresAt: Date;
}

export interface RefresherOptions {
  sql: Sql;
  oauth: OauthClient;
  oaId: string;
  dataKey: Buffer;
  now: () => Date;
  log: (event: TokenEvent) => void;
}

/** After a call that brought nothing, nobody is made to wait for another this long. */
const PAUSE_MS = 30_000;
/** A rejected token is tried again now and then, should Zalo have been the one in trouble; a new consent does not wait. */
const REJECTED_PAUSE_MS = 3_600_000;

/** Holds this process's token and the pair it could not store yet, and does the refresh itself. */
export function createRefresher({ sql, oauth, oaId, dataKey, now, log }: RefresherOptions) {
  let known: KnownToken | null = null;
  let pending: (Parameters<typeof writePair>[1] & { token: string }) | null = null;
  let paused = { until: 0, version: -1 };

  return { known: () => known, tokenOf, adopt, storePending: () => storePending(sql), isPaused, refresh };

  /** A pause is about one pair: a new consent does not wait for the end of the old one's. */
  function isPaused({ version }: TokenRow): boolean {
    return version === paused.version && now().getTime() < paused.until;
  }

  function tokenOf(row: TokenRow): string | null {
    return row.accessTokenEnc === null ? null : opened('oa-access-token', row.accessTokenEnc);
  }

  /** Takes over what the row holds. Not ok when that has expired or is the token just refused. */
  function adopt(row: TokenRow, stale?: string): AccessToken {
    const token = tokenOf(row);
    known = token !== null && row.expiresAt !== null ? { token, expiresAt: row.expiresAt } : null;
    if (known !== null && known.token !== stale && known.expiresAt > now()) return { ok: true, token: known.token };
    return { ok: false, why: row.state === 'needs_consent' ? 'needs_consent' : 'try_later' };
  }

  /**
   * One refresh across all replicas. Whoever waited for the lock reads the row again and takes what the other got. No
   * transaction is open during the call (DESIGN rule 3).
   */
  async function refresh(isDue: IsDue, stale?: string): Promise<AccessToken> {
    return withAdvisoryLock(sql, tokenLock(oaId), async (session) => {
      const row = await readTokenRow(session, oaId);
      if (row === null) return { ok: false, why: 'try_later' };
      if (!isDue(row, tokenOf(row)) || isPaused(row)) return adopt(row, stale);
      const refreshToken = opened('oa-refresh-token', row.refreshTokenEnc);
      if (refreshToken === null) {
        await needsConsent(session, row, 'unreadable', null);
        return adopt({ ...row, state: 'needs_consent' }, stale);
      }

      await markRefreshStarted(session, { oaId, version: row.version }, now());
      const result = await oauth.refresh(refreshToken);
      switch (result.outcome) {
        case 'ok':
          return use(session, row, result.pair);
        case 'rejected':
          await needsConsent(session, row, 'rejected', result.code);
          // The access token may have hours left: citizens are answered while somebody is called.
          return adopt({ ...row, state: 'needs_consent' }, stale);
        case 'unknown':
          // `refresh_started_at` stays: if Zalo rejects the token next time, this is why.
          pause(row);
          log({ event: 'answer_lost', why: result.why });
          return adopt(row, stale);
        case 'not_sent':
          pause(row);
          log({ event: 'zalo_unreachable' });
          await markRefreshEnded(session, { oaId, version: row.version }, row.state);
          return adopt(row, stale);
      }
    });
  }

  /** The new pair is stored before it is used; the old one is dead already (§2.2). */
  async function use(session: ISql, row: TokenRow, pair: TokenPair): Promise<AccessToken> {
    known = null;
    pending = {
      oaId,
      version: row.version,
      token: pair.accessToken,
      accessTokenEnc: seal(dataKey, 'oa-access-token', oaId, pair.accessToken),
      refreshTokenEnc: seal(dataKey, 'oa-refresh-token', oaId, pair.refreshToken),
      refreshedAt: now(),
      expiresAt: new Date(now().getTime() + pair.expiresInMs),
    };
    // The session's connection may have died during the call; the pool has others.
    await storePending(session).catch(() => storePending(sql));
    const stored: KnownToken | null = known;
    return stored === null ? { ok: false, why: 'try_later' } : { ok: true, token: (stored as KnownToken).token };
  }

  async function storePending(connection: ISql): Promise<void> {
    if (pending === null) return;
    const pair = pending;
    try {
      const written = await writePair(connection, pair);
      pending = null;
      // Otherwise the operator has consented anew meanwhile, which ended this pair too.
      if (!written) return;
      known = { token: pair.token, expiresAt: pair.expiresAt };
      log({ event: 'refreshed', version: pair.version + 1, expiresAt: pair.expiresAt });
    } catch (error) {
      log({ event: 'pair_not_stored' });
      throw error;
    }
  }

  async function needsConsent(
    session: ISql,
    row: TokenRow,
    why: 'rejected' | 'unreadable',
    code: number | null,
  ): Promise<void> {
    pause(row, REJECTED_PAUSE_MS);
    log({ event: 'needs_consent', why, code, afterLostAnswer: row.refreshStartedAt !== null });
    await markRefreshEnded(session, { oaId, version: row.version }, 'needs_consent');
  }

  function opened(purpose: 'oa-access-token' | 'oa-refresh-token', box: string): string | null {
    try {
      return unseal(dataKey, purpose, oaId, box);
    } catch {
      // Sealed with another DATA_KEY: as good as lost.
      return null;
    }
  }

  function pause({ version }: TokenRow, ms = PAUSE_MS): void {
    paused = { until: now().getTime() + ms, version };
  }
}
