import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CitizenCity, LANG, startCitizenCity } from './testing/citizen-city.ts';

let city: CitizenCity;
let code: string;
beforeAll(async () => {
  city = await startCitizenCity();
  code = await city.mine({ agencyCode: LANG });
});
afterAll(() => city?.running.stop());

const tagOf = async (path: string) => String((await city.me.get(path)).headers.etag);
const paths = () => ['/reports', '/reports?which=followed', `/reports/${code}`, '/draft'];

describe('an answer the Mini App has already', () => {
  test('is not sent again', async () => {
    for (const path of paths()) {
      const first = await city.me.get(path);
      const etag = String(first.headers.etag);
      expect([first.statusCode, first.headers['cache-control']]).toEqual([200, 'private, no-cache']);
      expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
      for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
        const again = await city.me.get(path, { 'if-none-match': known });
        expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
        expect(again.headers['content-type']).toBeUndefined();
      }
    }
  });

  test('is sent when it has changed, and to somebody who has another', async () => {
    const [before, draftBefore] = [await tagOf('/reports'), await tagOf('/draft')];
    await city.mine();
    await city.me.put('/draft', { text: 'Ổ gà to giữa đường' });
    const answer = await city.me.get('/reports', { 'if-none-match': before });
    expect([answer.statusCode, answer.json().items.length]).toEqual([200, 2]);
    expect(answer.headers.etag).not.toBe(before);
    expect((await city.me.get('/draft', { 'if-none-match': draftBefore })).statusCode).toBe(200);
    const theirs = await city.stranger.get('/reports', { 'if-none-match': before });
    expect([theirs.statusCode, theirs.json().items]).toEqual([200, []]);
  });
});

test('a refusal has no tag, and neither has what is asked for once', async () => {
  const refused = await city.me.get('/reports/HN-7K3MR4T5', { 'if-none-match': '*' });
  expect([refused.statusCode, refused.headers.etag]).toEqual([404, undefined]);
  expect((await city.me.get('/consents')).headers.etag).toBeUndefined();
  const signedOut = await city.running.app.inject({ url: '/api/citizen/reports', headers: { 'if-none-match': '*' } });
  expect(signedOut.statusCode).toBe(401);
});
