import { createHash } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { citizens, jobs, privacyRequests } from '../../../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { registerProblems } from '../problem.ts';
import { registerMiniappWebhook } from './miniapp-webhook-route.ts';

const MINIAPP = '3350917264850192736';
const KEY = 'mk-test-open-api-key';
const PERSON = '5036271849506172839';
const NOW = new Date('2026-10-05T03:00:10Z');
const AT = Date.parse('2026-10-05T03:00:00Z');
let own: TestDatabase;
let database: DatabaseClients;
const observed: string[] = [];

beforeAll(async () => {
  own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 4 });
});
afterAll(async () => {
  await database?.close();
  await own?.drop();
});
beforeEach(async () => {
  observed.length = 0;
  for (const table of [privacyRequests, jobs, citizens]) await database.db.delete(table);
  await database.db.insert(citizens).values({ oaUserId: '77', userIdByApp: PERSON });
});

function webhook(db = database.db, miniappApiKey: string | null = KEY): FastifyInstance {
  const app = fastify();
  registerProblems(app);
  registerMiniappWebhook(app, {
    zalo: { miniappId: MINIAPP, miniappApiKey },
    db,
    now: () => NOW,
    observe: (outcome) => observed.push(outcome),
  });
  return app;
}

const revoke = { event: 'user.revoke.consent', appId: MINIAPP, userId: PERSON, timestamp: AT };

function post(app: FastifyInstance, event: Record<string, unknown>, signature = signed(event)) {
  const headers = { 'content-type': 'application/json', 'x-zevent-signature': signature };
  return app.inject({ method: 'POST', url: '/webhooks/zalo/miniapp', headers, payload: JSON.stringify(event) });
}

function signed(event: Record<string, unknown>): string {
  const content = Object.keys(event)
    .sort()
    .map((key) => String(event[key]))
    .join('');
  return createHash('sha256').update(`${content}${KEY}`).digest('hex');
}

const requests = () => database.db.select().from(privacyRequests);

describe('a person revokes their consent in the Mini App (zalo-platform §7.5)', () => {
  it('a request to erase and its job are there before the 200', async () => {
    const response = await post(webhook(), revoke);

    expect([response.statusCode, response.body]).toEqual([200, '']);
    expect(await requests()).toMatchObject([
      { kind: 'erase', source: 'miniapp_revoke', state: 'received', receivedAt: new Date(AT) },
    ]);
    expect(await database.db.select().from(jobs)).toMatchObject([{ name: 'privacy.perform' }]);
    expect(JSON.stringify(await requests())).not.toContain(PERSON);
  });

  it('the same event again, also to another replica at the same moment, is the same request', async () => {
    const [one, other] = [webhook(), webhook()];
    await Promise.all([post(one, revoke), post(other, revoke), post(one, revoke), post(other, revoke)]);
    await post(one, revoke);

    expect(await requests()).toHaveLength(1);
    expect(await database.db.select().from(jobs)).toHaveLength(1);
  });

  it('somebody we do not know has nothing to erase', async () => {
    expect((await post(webhook(), { ...revoke, userId: '1' })).statusCode).toBe(200);
    expect(await requests()).toEqual([]);
  });

  it.each([
    ['another Mini App', { ...revoke, appId: '1' }],
    ['a review', { event: 'versions.review.done', appId: MINIAPP, versionId: 3, status: 0, timestamp: AT }],
    ['an event nobody knows', { ...revoke, event: 'user.something' }],
    ['an event without a person', { event: revoke.event, appId: MINIAPP, timestamp: AT }],
    ['an event without a time', { ...revoke, timestamp: 'soon' }],
  ])('%s is 200 without effect', async (_what, event) => {
    expect((await post(webhook(), event)).statusCode).toBe(200);
    expect(observed).toEqual(['ignored']);
    expect(await requests()).toEqual([]);
  });

  it('a wrong signature is 401, also over something that is no JSON', async () => {
    expect((await post(webhook(), revoke, 'ab'.repeat(32))).statusCode).toBe(401);
    const odd = { method: 'POST', url: '/webhooks/zalo/miniapp', payload: 'null' } as const;
    expect((await webhook().inject(odd)).statusCode).toBe(401);
    expect(await requests()).toEqual([]);
  });

  it('without an Open API key nothing can be checked, so Zalo is asked to come again', async () => {
    const response = await post(webhook(database.db, null), revoke);
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ code: 'miniapp_webhook_not_configured' });
  });

  it('with the database away it is 503 in time, and nothing is said to be stored', async () => {
    const away = connectDatabase('postgres://nobody@127.0.0.1:1/nothing', { max: 1 });
    const response = await post(webhook(away.db), revoke);
    expect(response.statusCode).toBe(503);
    expect(observed).toEqual(['unavailable']);
    await away.close();
  });

  it('answers a console that probes the address', async () => {
    expect((await webhook().inject({ method: 'GET', url: '/webhooks/zalo/miniapp' })).statusCode).toBe(200);
  });
});
