import { seal } from '../crypto/sealed-box.ts';
import { fingerprintOf } from './consented-pair.ts';
import type { AccessToken } from './oa-client.ts';
import { createRefresher, type IsDue, type RefresherOptions, type TokenEvent } from './token-refresher.ts';
import { readTokenRow, type TokenRow, writeSeed } from './token-row.ts';

export interface TokenStoreOptions extends Omit<RefresherOptions, 'log'> {
  /** ZALO_OA_REFRESH_TOKEN: the operator's consent. One that was never seen before replaces what is stored. */
  seedRefreshToken: string | null;
  log?: (event: TokenEvent) => void;
}

export interface TokenStore {
  /** A token good for some time, refreshed first when less than 30 minutes are left. Never throws. */
  getAccessToken(): Promise<AccessToken>;
  /** A token other than `stale`, which Zalo has just refused (-216, -220). Never throws. */
  refreshAfter(stale: string): Promise<AccessToken>;
  /** Refreshes a pair older than half a day (§2.2) and tries a rejected one hourly. May be called often. Never throws. */
  refreshIfDue(): Promise<AccessToken>;
}

const MINUTE_MS = 60_000;
const REFRESH_BEFORE_MS = 30 * MINUTE_MS;
const REFRESH_AFTER_MS = 12 * 60 * MINUTE_MS;
/** Refused tokens are replaced at once the first time, then not more often than this, doubling while it does not help. */
const FORCED_PAUSE_MS = 5_000;
const LONGEST_FORCED_PAUSE_MS = 10 * MINUTE_MS;

/** The OA's OAuth pair: sealed in the database, refreshed by one process at a time, stored before it is used (§2.2). */
export function createTokenStore(options: TokenStoreOptions): TokenStore {
  const { sql, oaId, dataKey, seedRefreshToken, now } = options;
  const log = options.log ?? (() => {});
  const refresher = createRefresher({ ...options, log });
  const once = serialised<AccessToken>();
  const mayForce = forcedPause(now);
  let seedChecked = false;
  let toldNoSeed = false;

  const endsSoon = (row: { expiresAt: Date | null }): boolean =>
    row.expiresAt === null || row.expiresAt.getTime() - now().getTime() < REFRESH_BEFORE_MS;
  const isOld = (row: TokenRow): boolean =>
    row.refreshedAt === null || now().getTime() - row.refreshedAt.getTime() >= REFRESH_AFTER_MS;

  return {
    async getAccessToken() {
      const known = refresher.known();
      if (known !== null && !endsSoon(known)) return { ok: true, token: known.token };
      return once('get', () => renew((row, token) => row.state === 'ok' && (token === null || endsSoon(row))));
    },

    async refreshAfter(stale) {
      return once(`after ${stale}`, async () => {
        const known = refresher.known();
        if (known !== null && known.token !== stale) return { ok: true, token: known.token };
        return renew((row, token) => row.state === 'ok' && (token === null || token === stale), stale);
      });
    },

    async refreshIfDue() {
      return once('due', () => renew((row) => row.state === 'needs_consent' || isOld(row) || endsSoon(row)));
    },
  };

  async function renew(isDue: IsDue, stale?: string): Promise<AccessToken> {
    try {
      await refresher.storePending();
      await takeSeed();
      const row = await readTokenRow(sql, oaId);
      if (row === null) {
        if (!toldNoSeed) log({ event: 'needs_consent', why: 'no_seed', code: null, afterLostAnswer: false });
        toldNoSeed = true;
        return { ok: false, why: 'needs_consent' };
      }
      if (refresher.isPaused(row) || !isDue(row, refresher.tokenOf(row))) return refresher.adopt(row, stale);
      if (stale !== undefined && !mayForce()) return { ok: false, why: 'try_later' };
      return await refresher.refresh(isDue, stale);
    } catch {
      log({ event: 'database_unavailable' });
      const known = refresher.known();
      const usable = known !== null && known.token !== stale && known.expiresAt > now();
      return usable ? { ok: true, token: known.token } : { ok: false, why: 'try_later' };
    }
  }

  /** Once per process: the environment does not change while it runs. */
  async function takeSeed(): Promise<void> {
    if (seedChecked || seedRefreshToken === null) return;
    await writeSeed(sql, {
      oaId,
      refreshTokenEnc: seal(dataKey, 'oa-refresh-token', oaId, seedRefreshToken),
      fingerprint: fingerprintOf(seedRefreshToken),
    });
    seedChecked = true;
  }
}

/** Runs tasks one after the other; a task with the name of one that waits or runs shares its result. */
function serialised<T>(): (name: string, task: () => Promise<T>) => Promise<T> {
  const waiting = new Map<string, Promise<T>>();
  let last: Promise<unknown> = Promise.resolve();
  return (name, task) => {
    const same = waiting.get(name);
    if (same !== undefined) return same;
    const mine = last.then(task).finally(() => waiting.delete(name));
    waiting.set(name, mine);
    last = mine.catch(() => {});
    return mine;
  };
}

/** Keeps a fault that new tokens do not cure (app switched off at Zalo) from using up one refresh per message. */
function forcedPause(now: () => Date): () => boolean {
  let pauseMs = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  return () => {
    const elapsed = now().getTime() - lastAt;
    if (elapsed < pauseMs) return false;
    pauseMs = elapsed > LONGEST_FORCED_PAUSE_MS ? FORCED_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_FORCED_PAUSE_MS);
    lastAt = now().getTime();
    return true;
  };
}
