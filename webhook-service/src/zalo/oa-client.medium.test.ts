import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Citizen, SimSettings, WireEntry } from '../../../scripts/zalo-simulator/control-api.ts';
import { type Simulator, startSimulator } from '../../../scripts/zalo-simulator/simulator.ts';
import { type AccessToken, createOaClient } from './oa-client.ts';
import { createOauthClient } from './oauth-client.ts';

const APP = {
  appId: '4102938475610293847',
  appSecret: 'app-secret',
  oaId: '2910384756102938475',
  oaSecret: 'oa-secret',
};

let simulator: Simulator;
let citizen: Citizen;
let token: string;

const ask = async <T>(path: string, body?: unknown): Promise<T> => {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await (await fetch(simulator.url + path, init)).json()) as T;
};
const set = (settings: Partial<SimSettings>) => ask('/_sim/settings', settings);
const sent = async (): Promise<string[]> =>
  (await ask<{ messages: { from: string; text?: string }[] }>(`/_sim/citizens/${citizen.id}/messages`)).messages
    .filter((message) => message.from === 'app')
    .map((message) => message.text ?? '');
const calls = async (title: string): Promise<number> =>
  (await ask<{ entries: WireEntry[] }>('/_sim/wire')).entries.filter((entry) => entry.title === title).length;

const oauth = () => createOauthClient({ oauthUrl: simulator.url, ...APP, timeoutMs: 5_000 });
const freshToken = async (): Promise<string> => {
  const { refresh_token: first } = await ask<{ refresh_token: string }>('/_sim/first-token', {});
  const result = await oauth().refresh(first);
  if (result.outcome !== 'ok') throw new Error(result.outcome);
  return result.pair.accessToken;
};
const client = (over: { refresh?: () => Promise<AccessToken>; token?: string; timeoutMs?: number } = {}) =>
  createOaClient({
    openapiUrl: simulator.url,
    timeoutMs: over.timeoutMs ?? 5_000,
    getAccessToken: async () => ({ ok: true, token: over.token ?? token }),
    refreshAccessToken: over.refresh ?? (async () => ({ ok: false, why: 'needs_consent' })),
  });

beforeAll(async () => {
  // No webhook receiver: events have nowhere to go, and that is not what is tested here.
  simulator = await startSimulator({ ...APP, webhookUrl: 'http://webhook.invalid/', settings: { autoReceive: false } });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await ask('/_sim/reset', {});
  citizen = await ask<Citizen>('/_sim/citizens', { name: 'Người thử' });
  await ask(`/_sim/citizens/${citizen.id}/act`, { act: 'text', text: 'Xin chào' });
  token = await freshToken();
});

describe('a message to a citizen', () => {
  it('arrives, and its id and time are known', async () => {
    const result = await client().sendText(citizen.id, 'Đã tiếp nhận phản ánh');
    expect(result).toEqual({ ok: true, messageId: expect.any(String), sentAt: expect.any(Date), quotaType: 'reply' });
    expect(await sent()).toEqual(['Đã tiếp nhận phản ánh']);
  });

  it('is sent as NFC, whichever form it was written in', async () => {
    await client().sendText(citizen.id, 'Đã tiếp nhận'.normalize('NFD'));
    expect(await sent()).toEqual(['Đã tiếp nhận'.normalize('NFC')]);
  });

  it('may have 2000 characters; more is our bug and costs no call', async () => {
    expect(await client().sendText(citizen.id, 'ế'.normalize('NFD').repeat(2000))).toMatchObject({ ok: true });
    for (const text of ['ế'.repeat(2001), '', ' \n']) {
      expect(await client().sendText(citizen.id, text)).toMatchObject({ outcome: 'refused', errorClass: 'our_bug' });
    }
    expect(await calls('POST /v3.0/oa/message/cs')).toBe(1);
  });

  it('that Zalo refuses carries the number and its class', async () => {
    await ask(`/_sim/citizens/${citizen.id}/act`, { act: 'block' });
    expect(await client().sendText(citizen.id, 'Xin chào')).toMatchObject({
      outcome: 'refused',
      code: -244,
      errorClass: 'blocked',
    });
  });

  it.each([
    ['http500', { outcome: 'unknown', why: 'http', status: 500 }, 0],
    ['http500-after', { outcome: 'unknown', why: 'http', status: 500 }, 1],
    ['reset', { outcome: 'unknown', why: 'connection' }, 0],
    ['reset-after', { outcome: 'unknown', why: 'connection' }, 1],
    ['timeout-after', { outcome: 'unknown', why: 'timeout' }, 1],
    ['error-32', { outcome: 'refused', code: -32, errorClass: 'rate_limited' }, 0],
    ['error-224', { outcome: 'refused', code: -224, errorClass: 'needs_human' }, 0],
  ] as const)('lost or refused by "%s" is never sent a second time', async (fault, expected, arrived) => {
    await set({ fault, faultCalls: 1 });
    expect(await client({ timeoutMs: 500 }).sendText(citizen.id, 'Một lần')).toMatchObject({ ok: false, ...expected });
    expect(await sent()).toHaveLength(arrived);
  });
});

describe('a dead access token', () => {
  it('is replaced once, and the message goes out once', async () => {
    const stale: string[] = [];
    const refresh = async (): Promise<AccessToken> => {
      stale.push('asked');
      return { ok: true, token };
    };
    expect(await client({ token: 'dead', refresh }).sendText(citizen.id, 'Xin chào')).toMatchObject({ ok: true });
    expect({ refreshes: stale.length, sent: await sent() }).toEqual({ refreshes: 1, sent: ['Xin chào'] });
  });

  it('that is still refused after the refresh is not refreshed again', async () => {
    const refresh = async (): Promise<AccessToken> => ({ ok: true, token: 'dead too' });
    const result = await client({ token: 'dead', refresh }).sendText(citizen.id, 'Xin chào');
    expect(result).toMatchObject({ outcome: 'refused', code: -216, errorClass: 'refresh_token' });
    expect(await calls('POST /v3.0/oa/message/cs')).toBe(2);
  });

  it('that cannot be replaced leaves the refusal as it is', async () => {
    expect(await client({ token: 'dead' }).getOa()).toMatchObject({ outcome: 'refused', code: -216 });
  });

  it('that is known to be missing costs no call', async () => {
    const none = createOaClient({
      openapiUrl: simulator.url,
      timeoutMs: 5_000,
      getAccessToken: async () => ({ ok: false, why: 'needs_consent' }),
      refreshAccessToken: async () => ({ ok: false, why: 'needs_consent' }),
    });
    expect(await none.sendText(citizen.id, 'Xin chào')).toEqual({
      ok: false,
      outcome: 'not_sent',
      why: 'needs_consent',
    });
    expect(await calls('POST /v3.0/oa/message/cs')).toBe(0);
  });
});

describe('what Zalo remembers', () => {
  it('is read page by page, newest first', async () => {
    await client().sendText(citizen.id, 'Đã tiếp nhận');
    const page = await client().getConversation(citizen.id, { offset: 0, count: 10 });
    expect(page).toMatchObject({
      ok: true,
      messages: [
        { from: 'oa', userId: citizen.id, text: 'Đã tiếp nhận', type: 'text', sentAt: expect.any(Date) },
        { from: 'user', userId: citizen.id, text: 'Xin chào' },
      ],
    });
    expect(await client().getConversation(citizen.id, { offset: 1, count: 1 })).toMatchObject({
      messages: [{ text: 'Xin chào' }],
    });
  });

  it('says which OA this is', async () => {
    expect(await client().getOa()).toMatchObject({ ok: true, oa: { oaId: APP.oaId } });
  });
});

describe('the OAuth client', () => {
  it('trades a refresh token once; the second time Zalo rejects it', async () => {
    const { refresh_token: first } = await ask<{ refresh_token: string }>('/_sim/first-token', {});
    const traded = await oauth().refresh(first);
    expect(traded).toMatchObject({ outcome: 'ok', pair: { expiresInMs: 90_000_000 } });
    expect(await oauth().refresh(first)).toEqual({ outcome: 'rejected', code: -14014 });
  });

  it('tells an unreachable Zalo from a rejected token', async () => {
    const away = createOauthClient({ oauthUrl: 'http://oauth.invalid', ...APP, timeoutMs: 5_000 });
    expect(await away.refresh('x')).toEqual({ outcome: 'not_sent', why: 'connection' });
  });
});
