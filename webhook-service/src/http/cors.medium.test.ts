import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CitizenCity, startCitizenCity } from '../citizen/testing/citizen-city.ts';

const ZALO = 'https://h5.zdn.vn';
const ORIGIN_HEADERS = /^access-control-/;

let city: CitizenCity;
beforeAll(async () => {
  city = await startCitizenCity();
});
afterAll(() => city?.running.stop());

interface Ask {
  method?: 'GET' | 'POST' | 'OPTIONS';
  origin?: string;
  headers?: Record<string, string>;
  remoteAddress?: string;
}

async function ask(
  url: string,
  { method = 'GET', origin = ZALO, headers = {}, remoteAddress = '203.0.113.5' }: Ask = {},
) {
  const answer = await city.running.app.inject({ method, url, headers: { origin, ...headers }, remoteAddress });
  const cors = Object.entries(answer.headers).filter(([name]) => ORIGIN_HEADERS.test(name));
  return { status: answer.statusCode, headers: answer.headers, cors: Object.fromEntries(cors) };
}
const preflight = (url: string, origin = ZALO) =>
  ask(url, {
    ...{ method: 'OPTIONS', origin },
    headers: { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization,content-type' },
  });

const EXPOSED = 'ETag, Retry-After, Content-Disposition';

describe('the web view of the Mini App', () => {
  test.each([ZALO, 'zbrowser://h5.zdn.vn'])('from %s may read citizens’ and public answers', async (origin) => {
    for (const url of ['/api/citizen/reports', '/api/public/places?q=lang']) {
      const { cors, headers } = await ask(url, { origin });
      expect(cors).toEqual({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': EXPOSED,
      });
      expect([headers.vary, headers['cross-origin-resource-policy']]).toEqual(['Origin', 'cross-origin']);
    }
  });

  test('may ask beforehand for what it will send, and remembers it for two hours; no cookies', async () => {
    for (const url of ['/api/citizen/draft', '/api/citizen/reports/HN-7K3MR4T5/withdraw', '/api/public/places']) {
      const { status, cors } = await preflight(url);
      expect(status).toBe(204);
      expect(cors).toEqual({
        'access-control-allow-origin': ZALO,
        'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-None-Match, If-Match',
        'access-control-max-age': '7200',
        'access-control-expose-headers': EXPOSED,
      });
    }
  });

  test('can read why it was refused: no session, a wrong body, too often, a fault of ours', async () => {
    const statuses = new Set<number>();
    const seen = async (answer: Awaited<ReturnType<typeof ask>>) => {
      statuses.add(answer.status);
      expect(answer.cors['access-control-allow-origin']).toBe(ZALO);
    };
    await seen(await ask('/api/citizen/session', { method: 'POST', headers: { 'content-type': 'application/json' } }));
    for (let attempt = 0; attempt < 62; attempt++)
      await seen(await ask('/api/citizen/me', { remoteAddress: '203.0.113.6' }));
    await city.running.database.sql`alter table citizen_sessions rename to put_away`;
    await seen(await ask('/api/citizen/me', { headers: { authorization: `Bearer ${'a'.repeat(43)}` } }));
    await city.running.database.sql`alter table put_away rename to citizen_sessions`;
    expect([...statuses].sort()).toEqual([400, 401, 429, 500]);
  });
});

describe('nobody else', () => {
  test.each([
    'https://evil.example',
    'http://h5.zdn.vn',
    'https://h5.zdn.vn.evil.example',
    'https://h5.zdn.vn:8443',
    'null',
  ])('is let in: %s', async (origin) => {
    expect((await ask('/api/public/places?q=lang', { origin })).cors).toEqual({});
    expect(await preflight('/api/citizen/draft', origin)).toMatchObject({ status: 404, cors: {} });
  });

  test.each([
    '/api/staff/reports',
    '/quan-tri',
    '/',
    '/openapi.json',
    '/webhooks/zalo/oa',
    '/webhooks/zalo/miniapp',
    '/healthz',
    '/api/citizenship',
  ])('reads %s, not even Zalo’s own web view', async (url) => {
    const { cors, headers } = await ask(url);
    expect(cors).toEqual({});
    expect(headers['cross-origin-resource-policy']).not.toBe('cross-origin');
    expect((await preflight(url)).cors).toEqual({});
  });
});
