import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { citizenSessions, citizens } from '../../../db/schema/index.ts';
import { type Simulator, startSimulator } from '../../../scripts/zalo-simulator/simulator.ts';
import { type RunningApp, startApp } from '../public/testing/running-app.ts';
import { takeWithdraw } from '../rights/withdraw.ts';
import { citizenOfSession, forgetSessions, MOST_SESSIONS } from './sessions.ts';

/** The clock of the service; Zalo's runs on. */
let now = new Date();
let running: RunningApp;
let simulator: Simulator;
beforeAll(async () => {
  const ids = {
    appId: '4102938475610293847',
    oaId: '2910384756102938475',
    appSecret: 'test-app-secret',
    oaSecret: 'test-oa-secret',
  };
  simulator = await startSimulator({ ...ids, webhookUrl: 'http://127.0.0.1:9/none' });
  running = await startApp(() => now, { env: { ZALO_GRAPH_URL: simulator.url } });
});
beforeEach(async () => {
  now = new Date();
  await running.db.delete(citizenSessions);
});
afterAll(async () => {
  await running?.stop();
  await simulator?.close();
});

const signIn = (accessToken: unknown, remoteAddress = '203.0.113.1') =>
  running.app.inject({ method: 'POST', url: '/api/citizen/session', payload: { accessToken }, remoteAddress });
const list = (token: string) =>
  running.app.inject({ method: 'GET', url: '/api/citizen/reports', headers: { authorization: `Bearer ${token}` } });

/** What the Mini App of a person of the simulator holds. */
async function miniAppOf(index: number): Promise<{ accessToken: string; id: string }> {
  const citizen = simulator.state().citizens[index];
  const answer = await fetch(`${simulator.url}/_sim/citizens/${citizen?.id}/graph-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  return (await answer.json()) as { accessToken: string; id: string };
}

async function knownFromChat(userIdByApp: string): Promise<number> {
  const [row] = await running.db
    .insert(citizens)
    .values({ oaUserId: `oa-${userIdByApp}`, userIdByApp, lastInteractionAt: now })
    .onConflictDoUpdate({ target: citizens.oaUserId, set: { userIdByApp } })
    .returning();
  return row?.id ?? 0;
}

describe('signing in', () => {
  test('gives a session of two hours to whom Zalo knows and the chat has met; only its hash is kept', async () => {
    const { accessToken, id } = await miniAppOf(0);
    const citizenId = await knownFromChat(id);
    const answer = await signIn(accessToken);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { token, expiresAt, language } = answer.json<{ token: string; expiresAt: string; language: string }>();
    expect([Date.parse(expiresAt) - now.getTime(), language]).toEqual([2 * 3_600_000, 'vi']);
    expect((await list(token)).statusCode).toBe(200);
    const [row] = await running.db.select().from(citizenSessions);
    expect(row?.citizenId).toBe(citizenId);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test('refuses a token Zalo does not know, with what to do now', async () => {
    const answer = await signIn('not-a-token');
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'zalo_token_invalid']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect((await signIn('xấu\nx')).statusCode).toBe(401);
  });

  test('meets who has never opened the chat, once, and says that there is none', async () => {
    const { accessToken, id } = await miniAppOf(1);
    const [first, again] = [await signIn(accessToken), await signIn(accessToken)];
    expect([first.statusCode, first.json().chatLinked, first.json().isSensitive]).toEqual([201, false, false]);
    expect(again.statusCode).toBe(201);
    const rows = await running.db.select().from(citizens).where(eq(citizens.userIdByApp, id));
    expect(rows).toMatchObject([{ oaUserId: `miniapp:${id}`, lastInteractionAt: null }]);
    expect((await list(first.json().token)).json()).toEqual({ items: [], next: null });
  });

  test('keeps what Zalo says of accounts the law protects', async () => {
    const { accessToken, id } = await miniAppOf(0);
    await knownFromChat(id);
    await running.db.update(citizens).set({ isSensitive: true }).where(eq(citizens.userIdByApp, id));
    expect((await signIn(accessToken)).json()).toMatchObject({ chatLinked: true, isSensitive: false });
  });

  test('believes no id that a client sends along', async () => {
    const { accessToken, id } = await miniAppOf(0);
    const mine = await knownFromChat(id);
    const other = await knownFromChat('999000111222');
    const answer = await running.app.inject({
      method: 'POST',
      url: '/api/citizen/session',
      payload: { accessToken, citizenId: other, id: '999000111222' },
    });
    expect((await citizenOfSession(running.db, answer.json().token, now))?.id).toBe(mine);
  });

  test('needs a token at all', async () => {
    for (const accessToken of [undefined, '', 'x'.repeat(2_001)])
      expect((await signIn(accessToken)).statusCode).toBe(400);
  });
});

describe('a session', () => {
  test('is over after two hours, to the millisecond, and when it is ended', async () => {
    const { accessToken, id } = await miniAppOf(0);
    await knownFromChat(id);
    const { token, expiresAt } = (await signIn(accessToken)).json<{ token: string; expiresAt: string }>();
    now = new Date(Date.parse(expiresAt) - 1);
    expect((await list(token)).statusCode).toBe(200);
    now = new Date(expiresAt);
    const late = await list(token);
    expect([late.statusCode, late.json().code]).toEqual([401, 'sign_in_required']);

    now = new Date();
    const again = (await signIn(accessToken)).json<{ token: string }>().token;
    const headers = { authorization: `Bearer ${again}` };
    expect((await running.app.inject({ method: 'DELETE', url: '/api/citizen/session', headers })).statusCode).toBe(204);
    expect((await list(again)).statusCode).toBe(401);
    expect((await running.app.inject({ method: 'DELETE', url: '/api/citizen/session', headers })).statusCode).toBe(204);
  });

  test('is made anew by signing in again with it, and the old one is over', async () => {
    const { accessToken } = await miniAppOf(1);
    const old = (await signIn(accessToken)).json<{ token: string }>().token;
    const refresh = (token: string, payload: object) =>
      running.app.inject({
        ...{ method: 'POST', url: '/api/citizen/session', payload, remoteAddress: '203.0.113.1' },
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await refresh(old, { accessToken: 'not-a-token' })).statusCode).toBe(401);
    expect((await list(old)).statusCode).toBe(200);
    const fresh = (await refresh(old, { accessToken })).json<{ token: string }>().token;
    expect([(await list(old)).statusCode, (await list(fresh)).statusCode]).toEqual([401, 200]);
  });

  test('is over everywhere when its person says so, and nobody else’s is', async () => {
    const [mine, theirs] = [await miniAppOf(1), await miniAppOf(2)];
    const tokens = [];
    for (const { accessToken } of [mine, mine, theirs]) tokens.push((await signIn(accessToken)).json().token as string);
    const out = (token?: string) =>
      running.app.inject({
        ...{ method: 'DELETE', url: '/api/citizen/sessions', remoteAddress: '203.0.113.4' },
        ...(token && { headers: { authorization: `Bearer ${token}` } }),
      });
    expect((await out()).statusCode).toBe(401);
    expect((await out(tokens[0])).statusCode).toBe(204);
    const after = [];
    for (const token of tokens) after.push((await list(token)).statusCode);
    expect(after).toEqual([401, 401, 200]);
  });

  test('is one of five: the oldest ends when there is a sixth', async () => {
    const { accessToken } = await miniAppOf(1);
    const tokens: string[] = [];
    const start = now.getTime();
    for (let device = 0; device <= MOST_SESSIONS; device++) {
      now = new Date(start + device);
      tokens.push((await signIn(accessToken)).json().token);
    }
    const after = [];
    for (const token of tokens) after.push((await list(token)).statusCode);
    expect(after).toEqual([401, ...Array.from({ length: MOST_SESSIONS }, () => 200)]);
  });

  test('is over the moment its person withdraws at Zalo, in the chat or in the Mini App', async () => {
    const { accessToken, id } = await miniAppOf(1);
    for (const source of ['user_withdraw', 'miniapp_revoke'] as const) {
      const { token } = (await signIn(accessToken)).json<{ token: string }>();
      const withdrawal = { oaUserId: null, userIdByApp: id, source, at: now, key: source };
      await running.db.transaction((tx) => takeWithdraw(tx, withdrawal, now));
      expect((await list(token)).statusCode).toBe(401);
    }
  });

  test('that is over is swept away, one that runs stays', async () => {
    const { accessToken, id } = await miniAppOf(0);
    await knownFromChat(id);
    const old = (await signIn(accessToken)).json<{ token: string }>().token;
    const start = now;
    now = new Date(start.getTime() + 3_600_000);
    const young = (await signIn(accessToken)).json<{ token: string }>().token;
    const sweepAt = new Date(start.getTime() + 2 * 3_600_000);
    expect(await forgetSessions(running.db, sweepAt)).toBe(1);
    expect(await forgetSessions(running.db, sweepAt)).toBe(0);
    expect(await citizenOfSession(running.db, old, start)).toBeNull();
    expect(await citizenOfSession(running.db, young, sweepAt)).not.toBeNull();
  });

  test('is needed, and rubbish in its place is refused and counted', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer x', `Basic ${'a'.repeat(43)}`, `Bearer ${'a'.repeat(43)}`]) {
      const answer = await running.app.inject({
        url: '/api/citizen/reports',
        headers: { authorization },
        remoteAddress: '203.0.113.2',
      });
      expect(answer.statusCode).toBe(401);
    }
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 62; attempt++)
      statuses.add(
        (await running.app.inject({ url: '/api/citizen/reports', remoteAddress: '203.0.113.3' })).statusCode,
      );
    expect([...statuses]).toEqual([401, 429]);
  });
});

test('of two rows with one app-scoped id the one that wrote last is meant', async () => {
  const { accessToken, id } = await miniAppOf(0);
  const first = await knownFromChat(id);
  await running.db
    .insert(citizens)
    .values({ oaUserId: 'older', userIdByApp: id, lastInteractionAt: new Date(now.getTime() - 86_400_000) });
  await running.db.insert(citizens).values({ oaUserId: 'never', userIdByApp: id });
  const { token } = (await signIn(accessToken)).json<{ token: string }>();
  expect((await citizenOfSession(running.db, token, now))?.id).toBe(first);
  await running.db.delete(citizens).where(inArray(citizens.oaUserId, ['older', 'never']));
});

test('when Zalo cannot be reached the citizen is told to try later', async () => {
  const cut = await startApp(() => now, { env: { ZALO_GRAPH_URL: 'http://127.0.0.1:9' } });
  try {
    const answer = await cut.app.inject({
      method: 'POST',
      url: '/api/citizen/session',
      payload: { accessToken: 'token' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'zalo_unreachable']);
  } finally {
    await cut.stop();
  }
});
