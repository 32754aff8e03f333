import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CitizenCity, startCitizenCity } from './testing/citizen-city.ts';
import type { MiniApp } from './testing/mini-app.ts';

let city: CitizenCity;
beforeAll(async () => {
  city = await startCitizenCity();
});
afterAll(() => city?.running.stop());

let people = 0;
const someone = () => city.someone(`closed-${++people}`);
const begun = async (writer: MiniApp): Promise<number> => {
  const pin = { latitude: 21.0135, longitude: 105.8165 };
  return (await writer.put('/draft', { text: 'Ổ gà to giữa đường, xe máy ngã liên tục', pin })).json().id;
};

describe('a phone that goes on with a draft that is closed', () => {
  test('learns which report it has become, however long ago its key was forgotten', async () => {
    const writer = await someone();
    const id = await begun(writer);
    const { code } = (await writer.post('/draft/submit', undefined, { 'idempotency-key': 'lost' })).json();
    const answer = await writer.put('/draft', { id });
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'draft_closed', report: code }]);
    const another = await begun(writer);
    expect((await writer.put('/draft', { id })).json().report).toBe(code);
    expect((await writer.get('/draft')).json().draft.id).toBe(another);
  });

  test('learns that there is none when it was thrown away', async () => {
    const writer = await someone();
    const id = await begun(writer);
    await writer.post('/draft/cancel');
    expect((await writer.put('/draft', { id })).json()).toMatchObject({
      ...{ code: 'draft_closed', report: null, cancelled: true },
    });
  });

  test('sends nothing else in its place: another draft was begun in the moment before', async () => {
    const writer = await someone();
    const id = await begun(writer);
    await writer.post('/draft/cancel');
    await begun(writer);
    const answer = await writer.post('/draft/submit', { id }, { 'idempotency-key': 'meant' });
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'draft_closed', cancelled: true }]);
    expect((await writer.get('/draft')).json().draft).not.toBeNull();
  });

  test('learns nothing of somebody else’s', async () => {
    const [writer, stranger] = [await someone(), await someone()];
    const id = await begun(writer);
    await writer.post('/draft/submit', undefined, { 'idempotency-key': 'theirs' });
    expect((await stranger.put('/draft', { id })).json()).toMatchObject({
      ...{ code: 'draft_closed', report: null, cancelled: false },
    });
  });
});
