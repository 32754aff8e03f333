import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { citizens } from '../../../db/schema/index.ts';
import { simulatorControl } from '../../../scripts/zalo-simulator/control-client.ts';
import { type Simulator, startSimulator } from '../../../scripts/zalo-simulator/simulator.ts';
import { type RunningApp, startApp } from '../public/testing/running-app.ts';
import { whereFound } from '../rights/testing/scan.ts';
import { type MiniApp, openMiniApp } from './testing/mini-app.ts';

const LANG = { latitude: 21.01352468, longitude: 105.81654321 };
const DA_NANG = { latitude: 16.0544, longitude: 108.2022 };

let running: RunningApp;
let simulator: Simulator;
let zalo: ReturnType<typeof simulatorControl>;
let me: MiniApp;
let ids: string[];
beforeAll(async () => {
  simulator = await startSimulator({
    ...{ appId: '4102938475610293847', oaId: '2910384756102938475' },
    ...{ appSecret: 'test-app-secret', oaSecret: 'test-oa-secret', webhookUrl: 'http://127.0.0.1:9/none' },
  });
  zalo = simulatorControl(simulator.url);
  running = await startApp(() => new Date(), { env: { ZALO_GRAPH_URL: simulator.url } });
  ids = simulator.state().citizens.map(({ id }) => id);
});
beforeEach(async () => {
  const { id: userIdByApp } = await tokensOf(0);
  const [mine] = await running.db
    .insert(citizens)
    .values({ oaUserId: `miniapp:${userIdByApp}`, userIdByApp })
    .onConflictDoUpdate({ target: citizens.oaUserId, set: { userIdByApp } })
    .returning();
  me = await openMiniApp(running, mine?.id ?? 0);
});
afterAll(async () => {
  await running?.stop();
  await simulator?.close();
});

/** What the Mini App of somebody holds after `getLocation()`. */
async function tokensOf(person: number, location?: { latitude: number; longitude: number }) {
  const answer = await zalo.graphToken(ids[person] ?? '', { ...(location && { location }) });
  return { id: answer.id, accessToken: answer.accessToken, code: answer.locationCode ?? '' };
}
const locate = ({ accessToken, code }: { accessToken: string; code: string }) =>
  me.post('/location', { accessToken, code });

describe('where the phone is', () => {
  test('comes with its ward, and is kept nowhere', async () => {
    const answer = await locate(await tokensOf(0, LANG));
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const { ward, ...place } = answer.json();
    expect(place).toEqual({ ...LANG, accuracy: null });
    const { latitude, longitude } = LANG;
    const asked = await running.app.inject(`/api/public/wards/at?latitude=${latitude}&longitude=${longitude}`);
    expect(ward).toEqual(asked.json());
    expect(ward.ward.name).toMatch(/^phường /);
    expect(await whereFound(running.database.sql, ['21.0135', '105.8165'])).toEqual([]);
  });

  test('outside the city is told, not refused', async () => {
    const answer = await locate(await tokensOf(0, DA_NANG));
    expect([answer.statusCode, answer.json().ward.outside, answer.json().ward.ward]).toEqual([200, true, null]);
  });
});

describe('is refused', () => {
  test('a code that was used, or is somebody else’s: ask the phone again', async () => {
    const tokens = await tokensOf(0, LANG);
    await locate(tokens);
    const { code: theirs } = await tokensOf(1, LANG);
    for (const given of [tokens, { ...tokens, code: theirs }, { ...tokens, code: 'x' }]) {
      const answer = await locate(given);
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'location_code_refused']);
    }
  });

  test('an access token of another person, or none of Zalo’s; the code is still good then', async () => {
    const mine = await tokensOf(0, LANG);
    const theirs = await tokensOf(1, LANG);
    for (const accessToken of [theirs.accessToken, 'not-a-token']) {
      const answer = await locate({ accessToken, code: mine.code });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'zalo_token_invalid']);
    }
    expect((await locate({ ...theirs })).statusCode).toBe(401);
    expect((await locate(mine)).statusCode).toBe(200);
  });

  test('without a session, without a code', async () => {
    const payload = await tokensOf(0, LANG);
    const open = await running.app.inject({ method: 'POST', url: '/api/citizen/location', payload });
    expect(open.statusCode).toBe(401);
    expect((await me.post('/location', { accessToken: payload.accessToken })).statusCode).toBe(400);
  });

  test('too often', async () => {
    const [other] = await running.db.insert(citizens).values({ oaUserId: 'too-often' }).returning();
    const eager = await openMiniApp(running, other?.id ?? 0);
    const codes = new Set<number>();
    for (let times = 0; times < 22; times++)
      codes.add((await eager.post('/location', { accessToken: 'x', code: 'x' })).statusCode);
    expect([...codes]).toEqual([401, 429]);
    await running.db.update(citizens).set({ erasedAt: new Date() }).where(eq(citizens.oaUserId, 'too-often'));
  });
});

test('when Zalo cannot be reached the citizen is told to try later', async () => {
  const cut = await startApp(() => new Date(), { env: { ZALO_GRAPH_URL: 'http://127.0.0.1:9' } });
  try {
    const [somebody] = await cut.db.insert(citizens).values({ oaUserId: 'x' }).returning();
    const app = await openMiniApp(cut, somebody?.id ?? 0);
    const answer = await app.post('/location', { accessToken: 'token', code: 'code' });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'zalo_unreachable']);
  } finally {
    await cut.stop();
  }
});
