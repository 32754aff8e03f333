import { createHash, randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { simulatorControl } from '../../../scripts/zalo-simulator/control-client.ts';
import { type Simulator, startSimulator } from '../../../scripts/zalo-simulator/simulator.ts';
import { storeConsentedPair } from './consented-pair.ts';
import { createOauthClient, type OauthClient, type TokenPair } from './oauth-client.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';

const APP = {
  appId: '4102938475610293847',
  appSecret: 'app-secret',
  oaId: '2910384756102938475',
  oaSecret: 'oa-secret',
};
const dataKey = randomBytes(32);
const now = new Date();
const pair: TokenPair = {
  accessToken: 'access-of-consent',
  refreshToken: 'refresh-of-consent',
  expiresInMs: 90_000_000,
};

let simulator: Simulator;
let database: TestDatabase;
let replicas: postgres.Sql[];
let oauth: ReturnType<typeof createOauthClient>;

beforeAll(async () => {
  simulator = await startSimulator({ ...APP, webhookUrl: 'http://webhook.invalid/' });
  oauth = createOauthClient({ oauthUrl: simulator.url, ...APP, timeoutMs: 5_000 });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  database = await createTestDatabase();
  replicas = [1, 2].map(() => postgres(database.url, { max: 2, onnotice: () => {} }));
});
afterEach(async () => {
  await Promise.all(replicas.map((client) => client.end({ timeout: 1 })));
  await database.drop();
});

const connection = (n: number): postgres.Sql => {
  const client = replicas[n];
  if (!client) throw new Error('two replicas');
  return client;
};
const store = (n: number, over: { oauth?: OauthClient; seed?: string | null } = {}): TokenStore =>
  createTokenStore({
    sql: connection(n),
    oauth: over.oauth ?? oauth,
    oaId: APP.oaId,
    dataKey,
    seedRefreshToken: over.seed ?? null,
    now: () => now,
  });
const consent = (seedRefreshToken: string | null = null) =>
  storeConsentedPair(connection(1), { oaId: APP.oaId, dataKey, pair, seedRefreshToken, now });
const firstSeed = async () => (await simulatorControl(simulator.url).firstToken()).refresh_token;

describe('the pair of a consent', () => {
  it('is the first there is, sealed, and every replica works with it', async () => {
    expect(await consent()).toEqual({ version: 1 });
    for (const n of [0, 1]) expect(await store(n).getAccessToken()).toEqual({ ok: true, token: pair.accessToken });
    const [row] = await connection(0)`select * from oa_tokens`;
    expect(JSON.stringify(row)).not.toContain(pair.refreshToken);
  });

  it('replaces one that is dead, and a replica that has given up takes it over at once', async () => {
    const seed = await firstSeed();
    await oauth.refresh(seed);
    const waiting = store(0, { seed });
    expect(await waiting.getAccessToken()).toEqual({ ok: false, why: 'needs_consent' });
    await consent();
    expect(await waiting.getAccessToken()).toEqual({ ok: true, token: pair.accessToken });
  });

  it('is not overwritten by a refresh of the old pair that began before and ends after it', async () => {
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let began = false;
    const slow: OauthClient = {
      async refresh(token) {
        began = true;
        await held;
        return oauth.refresh(token);
      },
    };
    const refreshing = store(0, { oauth: slow, seed: await firstSeed() }).getAccessToken();
    await waitFor(() => began, { what: 'the refresh to begin' });
    // It holds the lock, so the consent waits for it and is written after it.
    const consented = consent();
    letGo();
    await refreshing;
    await consented;
    expect(await store(1).getAccessToken()).toEqual({ ok: true, token: pair.accessToken });
  });

  it('survives a refresh that lost its lock with its connection', async () => {
    const cut: OauthClient = {
      async refresh(token) {
        const result = await oauth.refresh(token);
        await connection(1)`
          select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`;
        await consent();
        return result;
      },
    };
    await store(0, { oauth: cut, seed: await firstSeed() }).getAccessToken();
    expect(await store(1).getAccessToken()).toEqual({ ok: true, token: pair.accessToken });
  });

  it('is not replaced by a seed of the environment that nobody had used yet', async () => {
    const seed = await firstSeed();
    await consent(seed);
    expect(await store(0, { seed }).getAccessToken()).toEqual({ ok: true, token: pair.accessToken });
  });

  it('is good for a refresh that a rejected one would have made wait an hour', async () => {
    const seed = await firstSeed();
    await oauth.refresh(seed);
    const waiting = store(0, { seed });
    await waiting.getAccessToken();
    const fresh = await oauth.refresh(await firstSeed());
    if (fresh.outcome !== 'ok') throw new Error(fresh.outcome);
    await storeConsentedPair(connection(1), { oaId: APP.oaId, dataKey, pair: fresh.pair, seedRefreshToken: null, now });
    expect(await waiting.refreshAfter(fresh.pair.accessToken)).toMatchObject({ ok: true });
  });
});

describe('the code of a consent', () => {
  const verifier = randomBytes(32).toString('base64url');
  const approved = async (challenge: string): Promise<string> => {
    const answer = await fetch(`${simulator.url}/v4/oa/permission`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ app_id: APP.appId, redirect_uri: 'http://back.invalid/', code_challenge: challenge }),
    });
    return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  };
  const challenge = createHash('sha256').update(verifier).digest('base64url');

  it('brings a pair that works, once', async () => {
    const code = await approved(challenge);
    expect(await oauth.exchangeCode({ code, verifier })).toMatchObject({
      outcome: 'ok',
      pair: { expiresInMs: 90_000_000, refreshToken: expect.stringMatching(/./) },
    });
    expect(await oauth.exchangeCode({ code, verifier })).toMatchObject({ outcome: 'rejected' });
  });

  it('is worth nothing without the verifier it was asked with', async () => {
    const code = await approved(challenge);
    const other = randomBytes(32).toString('base64url');
    expect(await oauth.exchangeCode({ code, verifier: other })).toMatchObject({ outcome: 'rejected' });
  });
});
