import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CitizenCity, startCitizenCity } from './testing/citizen-city.ts';

let city: CitizenCity;
beforeAll(async () => {
  city = await startCitizenCity();
});
afterAll(() => city?.running.stop());

test('every turn is there, newest first, with the words that were shown; nobody else’s', async () => {
  const { items: shown } = (await city.me.get('/consents')).json();
  const contact = shown.find(({ purpose }: { purpose: string }) => purpose === 'contact');
  await city.me.put('/consents', { purpose: 'contact', version: contact.version, given: true });
  await city.me.put('/consents', { purpose: 'contact', version: contact.version, given: false });
  const { items } = (await city.me.get('/consents/history')).json();
  expect(items.map(({ purpose, given }: { purpose: string; given: boolean }) => [purpose, given])).toEqual([
    ['contact', false],
    ['contact', true],
  ]);
  expect(items[1]).toMatchObject({ wording: contact.wording, version: contact.version, source: 'miniapp' });
  expect((await city.stranger.get('/consents/history')).json()).toEqual({ items: [] });
});
