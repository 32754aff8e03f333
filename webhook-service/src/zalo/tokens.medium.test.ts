import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import type { WireEntry } from '../../../scripts/zalo-simulator/control-api.ts';
import { type Simulator, startSimulator } from '../../../scripts/zalo-simulator/simulator.ts';
import { seal } from '../crypto/sealed-box.ts';
import { type AccessToken, createOaClient } from './oa-client.ts';
import { createOauthClient, type OauthClient } from './oauth-client.ts';
import type { TokenEvent } from './token-refresher.ts';
import { writeSeed } from './token-row.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';

const APP = {
  appId: '4102938475610293847',
  appSecret: 'app-secret',
  oaId: '2910384756102938475',
  oaSecret: 'oa-secret',
};
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let simulator: Simulator;
let database: TestDatabase;
let sql: postgres.Sql;
let dataKey: Buffer;
let seed: string;
let now: Date;
let events: TokenEvent[];
const opened: postgres.Sql[] = [];

const ask = async <T>(path: string, body?: unknown): Promise<T> => {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await (await fetch(simulator.url + path, body === undefined ? {} : post)).json()) as T;
};
const newSeed = async (): Promise<string> =>
  (await ask<{ refresh_token: string }>('/_sim/first-token', {})).refresh_token;
const refreshes = async (): Promise<number> =>
  (await ask<{ entries: WireEntry[] }>('/_sim/wire')).entries.filter((e) => e.title.includes('/v4/oa/access_token'))
    .length;
const zalo = (): OauthClient => createOauthClient({ oauthUrl: simulator.url, ...APP, timeoutMs: 5_000 });
const row = async () => (await sql`select * from oa_tokens`)[0];
const later = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};

interface Over {
  oauth?: OauthClient;
  seed?: string | null;
  key?: Buffer;
}
/** A replica: a process of its own as far as the store can tell. */
function replica(over: Over = {}): TokenStore {
  const own = postgres(database.url, { max: 3, onnotice: () => {} });
  opened.push(own);
  return createTokenStore({
    sql: own,
    oauth: over.oauth ?? zalo(),
    oaId: APP.oaId,
    dataKey: over.key ?? dataKey,
    seedRefreshToken: over.seed === undefined ? seed : over.seed,
    now: () => now,
    log: (event) => events.push(event),
  });
}
/** Does Zalo take it? */
async function works(result: AccessToken): Promise<boolean> {
  if (!result.ok) return false;
  const client = createOaClient({
    openapiUrl: simulator.url,
    timeoutMs: 5_000,
    getAccessToken: async () => result,
    refreshAccessToken: async () => ({ ok: false, why: 'try_later' }),
  });
  return (await client.getOa()).ok;
}
const named = (name: TokenEvent['event']) => events.filter((event) => event.event === name);

beforeAll(async () => {
  simulator = await startSimulator({ ...APP, webhookUrl: 'http://webhook.invalid/' });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await ask('/_sim/reset', {});
  database = await createTestDatabase();
  sql = postgres(database.url, { max: 1 });
  dataKey = randomBytes(32);
  seed = await newSeed();
  now = new Date();
  events = [];
});
afterEach(async () => {
  await Promise.all([sql, ...opened.splice(0)].map((client) => client.end({ timeout: 1 })));
  await database.drop();
});

describe('the first pair', () => {
  it("comes from the operator's consent and works", async () => {
    expect(await works(await replica().getAccessToken())).toBe(true);
    expect(await row()).toMatchObject({ version: 1, state: 'ok', refresh_started_at: null, refreshed_at: now });
  });

  it('lies sealed in the database: neither token nor seed can be read there', async () => {
    const result = await replica().getAccessToken();
    const stored = JSON.stringify(await row());
    expect(result.ok && stored.includes(result.token)).toBe(false);
    expect(stored).not.toContain(seed);
    expect(stored).toContain('v1.');
  });

  it('is kept for the process and for the next one', async () => {
    const store = replica();
    const first = await store.getAccessToken();
    expect(await store.getAccessToken()).toEqual(first);
    expect(await replica().getAccessToken()).toEqual(first);
    expect(await refreshes()).toBe(1);
  });

  it('cannot come from nothing: a person has to consent', async () => {
    const store = replica({ seed: null });
    for (const ask of [store.getAccessToken, store.refreshIfDue, store.getAccessToken]) {
      expect(await ask()).toEqual({ ok: false, why: 'needs_consent' });
    }
    expect(named('needs_consent')).toMatchObject([{ why: 'no_seed' }]);
  });
});

describe('refreshing in time', () => {
  it('happens when less than half an hour is left, not before', async () => {
    const store = replica();
    const first = await store.getAccessToken();
    later(24 * HOUR + 20 * MINUTE);
    expect(await store.getAccessToken()).toEqual(first);
    later(15 * MINUTE);
    const second = await store.getAccessToken();
    expect(second).not.toEqual(first);
    expect(await works(second)).toBe(true);
  });

  it('happens twice a day, also when nobody sends anything', async () => {
    const store = replica();
    await store.getAccessToken();
    later(11 * HOUR);
    await store.refreshIfDue();
    expect(await refreshes()).toBe(1);
    later(HOUR);
    expect(await works(await store.refreshIfDue())).toBe(true);
    expect(await refreshes()).toBe(2);
  });
});

describe('two replicas', () => {
  it('that start at once use the consent once and share the pair', async () => {
    const stores = [replica(), replica(), replica()];
    const results = await Promise.all(stores.flatMap((store) => [store.getAccessToken(), store.refreshIfDue()]));
    expect(new Set(results.map((result) => result.ok && result.token)).size).toBe(1);
    expect(await refreshes()).toBe(1);
    expect(await works(results[0] as AccessToken)).toBe(true);
  });

  it('that find the token dead at once refresh once', async () => {
    const stores = [replica(), replica()];
    const [dead] = await Promise.all(stores.map((store) => store.getAccessToken()));
    const stale = dead?.ok ? dead.token : '';
    const results = await Promise.all(
      stores.flatMap((store) => [store.refreshAfter(stale), store.refreshAfter(stale)]),
    );
    expect(new Set(results.map((result) => result.ok && result.token)).size).toBe(1);
    expect(await refreshes()).toBe(2);
    expect(await works(results[0] as AccessToken)).toBe(true);
  });
});

describe('token dead mid-send', () => {
  it('the message goes out with a new one, after one refresh', async () => {
    const citizen = await ask<{ id: string }>('/_sim/citizens', { name: 'Người thử' });
    await ask(`/_sim/citizens/${citizen.id}/act`, { act: 'text', text: 'Xin chào' });
    const store = replica();
    await store.getAccessToken();
    // Another process refreshed, unknown to this one.
    later(13 * HOUR);
    await replica().refreshIfDue();
    const client = createOaClient({
      openapiUrl: simulator.url,
      timeoutMs: 5_000,
      getAccessToken: store.getAccessToken,
      refreshAccessToken: store.refreshAfter,
    });
    expect(await client.sendText(citizen.id, 'Đã tiếp nhận')).toMatchObject({ ok: true });
    expect(await refreshes()).toBe(2);
  });

  it('a fault that no token cures does not use up a refresh per message', async () => {
    await ask('/_sim/settings', { fault: 'error-216', faultCalls: 0 });
    const store = replica();
    const client = createOaClient({
      openapiUrl: simulator.url,
      timeoutMs: 5_000,
      getAccessToken: store.getAccessToken,
      refreshAccessToken: store.refreshAfter,
    });
    for (let i = 0; i < 10; i++)
      expect(await client.getOa()).toMatchObject({ code: -216, errorClass: 'refresh_token' });
    expect(await refreshes()).toBe(2);
    later(6_000);
    await client.getOa();
    expect(await refreshes()).toBe(3);
  });
});

describe('answer lost', () => {
  const losing = (reached: boolean): OauthClient => ({
    async refresh(token) {
      if (reached) await zalo().refresh(token);
      return { outcome: 'unknown', why: 'timeout' };
    },
  });

  it('the token is tried once more later, and works if Zalo never saw it', async () => {
    expect(await replica({ oauth: losing(false) }).getAccessToken()).toEqual({ ok: false, why: 'try_later' });
    expect(await row()).toMatchObject({ state: 'ok', refresh_started_at: now });
    expect(await works(await replica().getAccessToken())).toBe(true);
    expect(await row()).toMatchObject({ refresh_started_at: null });
  });

  it('when Zalo had used it up, a person is called and told why, and nothing is tried over and over', async () => {
    await replica({ oauth: losing(true) }).getAccessToken();
    const store = replica();
    expect(await store.getAccessToken()).toEqual({ ok: false, why: 'needs_consent' });
    expect(named('needs_consent')).toEqual([
      { event: 'needs_consent', why: 'rejected', code: -14014, afterLostAnswer: true },
    ]);
    expect(await row()).toMatchObject({ state: 'needs_consent' });
    for (let i = 0; i < 5; i++) await Promise.all([store.getAccessToken(), store.refreshIfDue()]);
    expect(await refreshes()).toBe(2);
    later(HOUR);
    for (let i = 0; i < 5; i++) await Promise.all([store.getAccessToken(), store.refreshIfDue()]);
    expect(await refreshes()).toBe(3);
  });

  it('nobody waits for Zalo again within half a minute', async () => {
    let calls = 0;
    const oauth: OauthClient = {
      async refresh() {
        calls++;
        return { outcome: 'not_sent', why: 'connection' };
      },
    };
    const store = replica({ oauth });
    for (let i = 0; i < 5; i++) expect(await store.getAccessToken()).toEqual({ ok: false, why: 'try_later' });
    expect(calls).toBe(1);
    later(31_000);
    await store.getAccessToken();
    expect(calls).toBe(2);
    expect(await row()).toMatchObject({ state: 'ok', refresh_started_at: null });
  });

  it('a token that still lives is used although it could not be renewed', async () => {
    const first = await replica().getAccessToken();
    later(24 * HOUR + 45 * MINUTE);
    const store = replica({ oauth: losing(false) });
    expect(await store.getAccessToken()).toEqual(first);
    expect(named('answer_lost')).toHaveLength(1);
  });
});

describe('store fails after refresh', () => {
  it('the pair waits unused in memory and is stored as soon as the table is back', async () => {
    const oauth: OauthClient = {
      async refresh(token) {
        const result = await zalo().refresh(token);
        await sql`alter table oa_tokens rename to oa_tokens_away`;
        return result;
      },
    };
    const store = replica({ oauth });
    expect(await store.getAccessToken()).toEqual({ ok: false, why: 'try_later' });
    expect(await store.getAccessToken()).toEqual({ ok: false, why: 'try_later' });
    await sql`alter table oa_tokens_away rename to oa_tokens`;
    expect(await works(await store.getAccessToken())).toBe(true);
    expect(await refreshes()).toBe(1);
    expect(await row()).toMatchObject({ version: 1, state: 'ok', refresh_started_at: null });
    expect(await works(await replica().getAccessToken())).toBe(true);
  });

  it('the session that holds the lock is cut: the pair is stored over another one', async () => {
    const oauth: OauthClient = {
      async refresh(token) {
        await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`;
        return zalo().refresh(token);
      },
    };
    expect(await works(await replica({ oauth }).getAccessToken())).toBe(true);
    expect(await works(await replica().getAccessToken())).toBe(true);
    expect(await refreshes()).toBe(1);
  });

  it('a pair that comes after a new consent is not stored over it', async () => {
    const nextSeed = await newSeed();
    const oauth: OauthClient = {
      async refresh(token) {
        const result = await zalo().refresh(token);
        const refreshTokenEnc = seal(dataKey, 'oa-refresh-token', APP.oaId, nextSeed);
        await writeSeed(sql, { oaId: APP.oaId, refreshTokenEnc, fingerprint: 'of another replica' });
        return result;
      },
    };
    expect(await replica({ oauth }).getAccessToken()).toEqual({ ok: false, why: 'try_later' });
    expect(await works(await replica().getAccessToken())).toBe(true);
    expect(await row()).toMatchObject({ version: 2, state: 'ok' });
  });
});

describe('database away', () => {
  it('a token in hand is used, and nothing is thrown without one', async () => {
    const store = replica();
    const first = await store.getAccessToken();
    later(24 * HOUR + 45 * MINUTE);
    await sql`alter table oa_tokens rename to oa_tokens_away`;
    expect(await store.getAccessToken()).toEqual(first);
    expect(await replica().getAccessToken()).toEqual({ ok: false, why: 'try_later' });
    expect(named('database_unavailable').length).toBeGreaterThan(0);
  });
});

describe('a new consent', () => {
  it('replaces a dead pair', async () => {
    await zalo().refresh(seed);
    expect(await replica().getAccessToken()).toEqual({ ok: false, why: 'needs_consent' });
    const again = await newSeed();
    expect(await works(await replica({ seed: again }).getAccessToken())).toBe(true);
    expect(await row()).toMatchObject({ state: 'ok' });
  });

  it('is called for while the access token in hand still serves', async () => {
    const first = await replica().getAccessToken();
    const oauth: OauthClient = { refresh: async () => ({ outcome: 'rejected', code: null }) };
    const store = replica({ oauth });
    later(13 * HOUR);
    expect(await store.refreshIfDue()).toEqual(first);
    expect(await row()).toMatchObject({ state: 'needs_consent' });
    expect(await store.getAccessToken()).toEqual(first);
    later(13 * HOUR);
    expect(await store.getAccessToken()).toEqual({ ok: false, why: 'needs_consent' });
  });

  it('is used once: neither a restart nor an old replica brings a used seed back', async () => {
    await replica().getAccessToken();
    const nextSeed = await newSeed();
    const current = await replica({ seed: nextSeed }).getAccessToken();
    expect(await replica({ seed }).getAccessToken()).toEqual(current);
    expect(await replica({ seed: nextSeed }).getAccessToken()).toEqual(current);
    expect(await refreshes()).toBe(2);
  });

  it('is needed when DATA_KEY is another one', async () => {
    await replica().getAccessToken();
    expect(await replica({ key: randomBytes(32) }).getAccessToken()).toEqual({ ok: false, why: 'needs_consent' });
    expect(named('needs_consent')).toMatchObject([{ why: 'unreadable' }]);
  });
});
