import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachments, citizens, photos } from '../../../db/schema/index.ts';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { beginSession } from '../../src/citizen/sessions.ts';
import { type City, CLEAR_PLACE, POTHOLE } from '../city.ts';
import { newcomer, type Person, reportsOf, startTalkingCity } from './talk.ts';

let city: City;
beforeAll(async () => {
  city = await startTalkingCity();
});
afterAll(() => city?.stop());

/** The same person with the Mini App open. */
async function miniAppOf({ id }: Person) {
  const { db } = city.database;
  const [known] = await db.select().from(citizens).where(eq(citizens.oaUserId, id));
  const [citizen = known] = known ? [] : await db.insert(citizens).values({ oaUserId: id }).returning();
  const { token } = await beginSession(db, citizen?.id ?? 0, new Date());
  let keys = 0;
  return async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${city.url}/api/citizen/draft${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': `${id}-${++keys}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
    return { status: answer.status, body: (await answer.json()) as any };
  };
}

test.concurrent('what was begun in the chat is finished and sent in the Mini App, with everything the chat took', async () => {
  const person = await newcomer(city);
  await person.sends(await person.photos(2), POTHOLE.split(' trước')[0] ?? '', { act: 'audio' });
  await person.hears(/./);
  await person.heardInTheEnd();
  const miniApp = await miniAppOf(person);
  const { draft } = (await miniApp('GET', '')).body;
  expect([draft.text, draft.photos.length, draft.attachments.length]).toEqual(['ổ gà to', 2, 1]);
  expect(draft.missing).toEqual(['place']);
  await miniApp('PUT', '', { id: draft.id, text: 'Ổ gà to, xe máy ngã liên tục', pin: CLEAR_PLACE });
  const sent = await miniApp('POST', '/submit');
  expect(sent.status).toBe(201);
  await person.hears(new RegExp(sent.body.code));
  const [report, ...others] = await reportsOf(city, person);
  expect(others).toEqual([]);
  expect(report).toMatchObject({ channel: 'miniapp', text: 'Ổ gà to, xe máy ngã liên tục', code: sent.body.code });
  const id = report?.id ?? 0;
  expect(await city.database.db.select().from(photos).where(eq(photos.reportId, id))).toHaveLength(2);
  const kept = () => city.database.db.select().from(attachments).where(eq(attachments.reportId, id));
  await waitFor(async () => (await kept())[0]?.state === 'stored', { what: 'the voice message to be kept' });
  expect(await kept()).toMatchObject([{ kind: 'voice', mediaType: 'audio/amr' }]);
});

test.concurrent('what was begun in the Mini App waits there, and is a report once the chat says the rest', async () => {
  const person = await newcomer(city);
  const miniApp = await miniAppOf(person);
  expect((await miniApp('PUT', '', { text: 'Ổ gà to, xe máy ngã liên tục', pin: CLEAR_PLACE })).status).toBe(200);
  expect(await reportsOf(city, person)).toEqual([]);
  await person.sends('sâu chừng 20 cm, trước số 12 phố Láng Hạ');
  await person.hears(/HN-\w{8}/);
  await person.heardInTheEnd();
  const reports = await reportsOf(city, person);
  expect(reports).toMatchObject([
    {
      channel: 'chat',
      latitude: CLEAR_PLACE.latitude,
      text: expect.stringContaining('xe máy ngã liên tục\nsâu chừng'),
    },
  ]);
  expect((await miniApp('GET', '')).body).toEqual({ draft: null });
});

test.concurrent('words edited in the Mini App stay edited when the chat goes on', async () => {
  const person = await newcomer(city);
  await person.sends('rác nhiều quá');
  await person.hears(/./);
  await person.heardInTheEnd();
  const miniApp = await miniAppOf(person);
  const { draft } = (await miniApp('GET', '')).body;
  await miniApp('PUT', '', { id: draft.id, text: 'Rác đổ tràn vỉa hè từ tối qua' });
  await person.sends({ act: 'location', ...CLEAR_PLACE });
  await person.hears(/HN-\w{8}/);
  expect(await reportsOf(city, person)).toMatchObject([{ text: 'Rác đổ tràn vỉa hè từ tối qua' }]);
});
