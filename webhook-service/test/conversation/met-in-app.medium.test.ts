import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { citizens, outboxMessages } from '../../../db/schema/index.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type City, CLEAR_PLACE, quiet } from '../city.ts';
import { newcomer, type Person, startTalkingCity } from './talk.ts';

let city: City;
beforeAll(async () => {
  city = await startTalkingCity();
});
afterAll(() => city?.stop());

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
type Body = any;

/** The Mini App of somebody, signed in by Zalo; the chat has never been opened. */
async function opensMiniApp({ id }: Person) {
  const { accessToken, id: userIdByApp } = await city.zalo.graphToken(id);
  const call = async (method: string, path: string, body?: unknown, token?: string): Promise<Body> => {
    const answer = await fetch(`${city.url}/api/citizen${path}`, {
      method,
      headers: {
        'idempotency-key': `${id}${path}`,
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  const session = await call('POST', '/session', { accessToken });
  return {
    userIdByApp,
    session,
    call: (method: string, path: string, body?: unknown) => call(method, path, body, session.token),
  };
}

/** As Zalo's native client uploads: a form, and nothing but the address. */
async function uploads(url: string): Promise<Body> {
  const form = new FormData();
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#7a6' } })
    .jpeg()
    .toBuffer();
  form.append('file', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'IMG_0001.jpg');
  return (await fetch(url, { method: 'POST', body: form })).json();
}

const rowsOf = (userIdByApp: string) =>
  city.database.db.select().from(citizens).where(eq(citizens.userIdByApp, userIdByApp));

test('whoever reports from the Mini App alone is asked nothing of Zalo, and hears it all when they open the chat', async () => {
  const person = await newcomer(city);
  const app = await opensMiniApp(person);
  expect(app.session).toMatchObject({ chatLinked: false, isSensitive: false });

  const { url } = await app.call('POST', '/draft/upload-link');
  expect(await uploads(url)).toMatchObject({ error: 0, data: { ids: [expect.any(String)] } });
  await app.call('PUT', '/draft', { text: 'Ổ gà to, xe máy ngã liên tục', pin: CLEAR_PLACE });
  const { code } = await app.call('POST', '/draft/submit');
  expect(code).toMatch(/^HN-/);
  await quiet(city);

  const [met] = await rowsOf(app.userIdByApp);
  expect(met?.oaUserId).toBe(`miniapp:${app.userIdByApp}`);
  const held = and(eq(outboxMessages.citizenId, met?.id ?? 0), eq(outboxMessages.state, 'held'));
  const waiting = await city.database.db.select().from(outboxMessages).where(held);
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting[0]?.plan).toContainEqual(expect.objectContaining({ channel: 'cs', why: 'never_wrote' }));
  expect(await city.heard(person.id)).toEqual([]);
  const wire = await city.zalo.wire();
  expect(wire.filter((entry) => JSON.stringify(entry).includes('miniapp:'))).toEqual([]);

  await person.sends('alo ad ơi');
  await person.hears(new RegExp(code));
  await waitFor(async () => (await city.database.db.select().from(outboxMessages).where(held)).length === 0, {
    what: 'everything that was held to have left',
  });
  expect(await rowsOf(app.userIdByApp)).toMatchObject([{ id: met?.id, oaUserId: person.id }]);
  expect(await app.call('GET', '/me')).toMatchObject({ chatLinked: true, openReports: 1 });
  expect((await app.call('GET', `/reports/${code}`)).code).toBe(code);
});

test('the first words in the chat and the first look into the Mini App at once are one person', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => newcomer(city)));
  const apps = await Promise.all(
    people.map(async (person) => {
      const [app] = await Promise.all([opensMiniApp(person), person.sends('alo ad ơi')]);
      return { app, person };
    }),
  );
  await quiet(city);
  for (const { app, person } of apps) {
    expect(await rowsOf(app.userIdByApp)).toMatchObject([{ oaUserId: person.id }]);
    expect(await app.call('GET', '/me')).toMatchObject({ chatLinked: true });
  }
});
