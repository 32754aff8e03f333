import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts';
import { registerProblems } from '../problem.ts';
import { loadWardMapVersion } from '../routing/boundaries/load-version.ts';
import {
  CUA_NAM,
  pointIn,
  reorganisation,
  reorganisationOutlines,
  squareWards,
} from '../routing/boundaries/testing/square-wards.ts';
import { createWardMaps } from '../routing/boundaries/ward-maps.ts';
import { registerPlacesApi } from './places-api.ts';

let database: TestDatabase;
let clients: DatabaseClients;
let app: FastifyInstance;
const clock = { at: new Date('2026-10-05T02:00:00Z') };
beforeAll(async () => {
  database = await createTestDatabase();
  clients = connectDatabase(database.url, { max: 2 });
  app = await appWith(clients);
});
afterAll(async () => {
  await app?.close();
  await clients?.close();
  await database?.drop();
});

async function appWith({ db }: Pick<DatabaseClients, 'db'>): Promise<FastifyInstance> {
  const made = fastify();
  registerProblems(made);
  await made.register(rateLimit, { global: false });
  const now = () => clock.at;
  registerPlacesApi(made, { db, now, wardMaps: createWardMaps({ base: squareWards(), now }) });
  return made;
}

let caller = 0;
/** Each request from an address of its own: the limit counts by address. */
async function ask(url: string, from = app): Promise<{ status: number; body: Record<string, unknown> }> {
  caller += 1;
  const answer = await from.inject({ url, remoteAddress: `10.0.${Math.floor(caller / 250)}.${caller % 250}` });
  return { status: answer.statusCode, body: answer.json() };
}
const places = (q: string) => ask(`/api/public/places?${new URLSearchParams({ q })}`);
const wards = (latitude: unknown, longitude: unknown, from = app) =>
  ask(`/api/public/wards/at?latitude=${latitude}&longitude=${longitude}`, from);

describe('a place by its name', () => {
  test('of old gives what it can mean today, each with the reason, and a question', async () => {
    expect(await places('phường Láng Hạ')).toEqual({
      status: 200,
      body: {
        certainty: 'old-name',
        candidates: [
          {
            code: '00199',
            name: 'phường Láng',
            why: 'Một phần phường Láng Hạ (cũ, quận Đống Đa) nay thuộc phường Láng',
          },
          {
            code: '00025',
            name: 'phường Giảng Võ',
            why: 'Một phần phường Láng Hạ (cũ, quận Đống Đa) nay thuộc phường Giảng Võ',
          },
          {
            code: '00235',
            name: 'phường Đống Đa',
            why: 'Một phần phường Láng Hạ (cũ, quận Đống Đa) nay thuộc phường Đống Đa',
          },
        ],
        sentence: 'Bạn muốn nói phường, xã nào dưới đây?',
      },
    });
  });

  test('without diacritics is found', async () => {
    const { body } = await places('phuong lang ha');
    expect(body.candidates).toEqual(expect.arrayContaining([expect.objectContaining({ code: '00199' })]));
  });

  test('of today is asked back, too', async () => {
    expect((await places('xã Bát Tràng')).body).toMatchObject({
      certainty: 'named',
      sentence: 'Có phải xã Bát Tràng không?',
    });
  });

  test('that is none of Hà Nội says so', async () => {
    expect((await places('quận 1')).body).toEqual({
      certainty: 'unknown',
      candidates: [],
      sentence: 'Chưa nhận ra phường, xã nào của Hà Nội. Xin ghim vị trí hoặc ghi tên phường, xã.',
    });
  });

  test.each(['/api/public/places', '/api/public/places?q=', `/api/public/places?q=${'a'.repeat(201)}`])(
    '%s is refused',
    async (url) => {
      expect(await ask(url)).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    },
  );
});

describe('a place by its pin', () => {
  test('gives the ward', async () => {
    const { latitude, longitude } = pointIn(CUA_NAM);
    expect(await wards(latitude, longitude)).toEqual({
      status: 200,
      body: {
        kind: 'inside',
        ward: { code: CUA_NAM, name: 'phường Cửa Nam' },
        offered: [],
        outside: false,
        by: 'outlines',
        sentence: 'Vị trí này thuộc phường Cửa Nam.',
      },
    });
  });

  test('outside says so', async () => {
    expect((await wards(10.77, 106.7)).body).toMatchObject({ kind: 'outside', ward: null, outside: true });
  });

  test.each([
    [91, 105.8],
    [-91, 105.8],
    [21, 181],
    [21, -181],
    ['north', 105.8],
    ['', ''],
    ['NaN', 105.8],
  ])('at %s, %s is refused', async (latitude, longitude) => {
    expect(await wards(latitude, longitude)).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  });

  test('is answered while the database is away', async () => {
    const broken = connectDatabase('postgres://nobody@127.0.0.1:1/none', { max: 1 });
    const cutOff = await appWith(broken);
    expect((await wards(10.77, 106.7, cutOff)).status).toBe(200);
    await cutOff.close();
    await broken.close();
  });
});

test('thirty questions a minute from one address, not more', async () => {
  const statuses = [];
  for (let count = 0; count < 31; count += 1) {
    statuses.push((await app.inject({ url: '/api/public/places?q=Láng', remoteAddress: '10.9.9.9' })).statusCode);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(30);
  expect(statuses.at(-1)).toBe(429);
});

test('both answers follow a new ward map on its day', async () => {
  const version = {
    validFrom: '2027-01-01',
    label: 'Thử',
    units: reorganisation(),
    outlines: reorganisationOutlines(),
  };
  await loadWardMapVersion(clients.db, version, { by: '7', now: clock.at });
  clock.at = new Date('2027-01-01T03:00:00Z');
  const { latitude, longitude } = pointIn(CUA_NAM);
  expect((await wards(latitude, longitude)).body.sentence).toBe('Vị trí này thuộc phường Hồ Gươm.');
  expect((await places('phường Cửa Nam')).body).toMatchObject({
    certainty: 'old-name',
    candidates: [
      { code: '99001', why: 'Phường Cửa Nam (cũ) nay thuộc phường Hồ Gươm' },
      // There was another phường Cửa Nam until 2025.
      { name: 'phường Ba Đình', why: 'Một phần phường Cửa Nam (cũ, quận Hoàn Kiếm) nay thuộc phường Ba Đình' },
      { name: 'phường Văn Miếu - Quốc Tử Giám' },
    ],
  });
});
