import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/testing/wait-for.ts';
import { type City, CLEAR_PLACE, hears, startCity } from '../../test/city.ts';

let city: City;
let code = '';
beforeAll(async () => {
  city = await startCity();
  const [citizen = ''] = city.citizens();
  await city.zalo.act(citizen, { act: 'photos', photoIds: [await city.photo()] });
  await city.zalo.act(citizen, { act: 'text', text: 'mất nắp cống giữa ngõ, rất nguy hiểm' });
  await city.zalo.act(citizen, { act: 'location', ...CLEAR_PLACE });
  const item = await waitFor(async () => (await tray()).items[0], {
    what: 'the report in the tray',
    timeoutMs: 20_000,
  });
  code = item.code;
});
afterAll(() => city?.stop());

const token = { authorization: 'Bearer staff-token-for-tests-only' };
interface Tray {
  items: {
    code: string;
    reasons: { reason: string; text: string }[];
    suggestions: { code: string }[];
    photos: { url: string; thumbnailUrl: string }[];
  }[];
}

async function tray(): Promise<Tray> {
  return (await (await fetch(`${city.url}/api/staff/tray`, { headers: token })).json()) as Tray;
}

function dispatch(body: Record<string, unknown>, headers: Record<string, string> = token) {
  return fetch(`${city.url}/api/staff/reports/${code}/dispatch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

const problem = async (response: Response) => ({
  status: response.status,
  code: ((await response.json()) as { code: string }).code,
});

describe("the dispatcher's tray", () => {
  test('shows an urgent suggestion with the reason why a person must look', async () => {
    const [item] = (await tray()).items;
    expect(item?.suggestions[0]?.code).toBe('GT-02');
    expect(item?.reasons.map(({ reason }) => reason)).toContain('urgent_needs_person');
    for (const { text } of item?.reasons ?? []) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('shows the photos, re-encoded, to staff only', async () => {
    const photo = await waitFor(async () => (await tray()).items[0]?.photos[0], { what: 'the photo to be stored' });
    for (const address of [photo?.url, photo?.thumbnailUrl]) {
      const answer = await fetch(`${city.url}${address}`, { headers: token });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect((await sharp(await answer.arrayBuffer()).metadata()).format).toBe('jpeg');
      expect((await fetch(`${city.url}${address}`)).status).toBe(401);
    }
    expect(await problem(await fetch(`${city.url}/api/staff/photos/999999`, { headers: token }))).toEqual({
      status: 404,
      code: 'photo_not_found',
    });
  });

  test('is counted in the figures', async () => {
    const figures = await (await fetch(`${city.url}/metrics`)).text();
    expect(figures).toMatch(/^reports_in_tray\{role="server"\} 1$/m);
    expect(figures).toMatch(/^work_rows_open\{source="timers",role="server"\} 2$/m);
  });

  test.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['a wrong one', { authorization: 'Bearer wrong' }],
    ['an empty one', { authorization: 'Bearer ' }],
  ])('is closed to %s', async (_who, headers) => {
    expect(await problem(await fetch(`${city.url}/api/staff/tray`, { headers }))).toEqual({
      status: 401,
      code: 'staff_sign_in_required',
    });
    expect((await dispatch({ agencyCode: 'so-xay-dung', categoryCode: 'GT-02' }, headers)).status).toBe(401);
  });
});

describe('dispatching out of the tray', () => {
  test.each([
    ['an unknown category', { agencyCode: 'so-xay-dung', categoryCode: 'XX-99' }, 422, 'category_unknown'],
    ['what is no report', { agencyCode: 'so-xay-dung', categoryCode: 'OS-01' }, 422, 'category_unknown'],
    ['an unknown agency', { agencyCode: 'nobody', categoryCode: 'GT-02' }, 422, 'agency_unknown'],
    ['an unknown ward', { agencyCode: 'so-xay-dung', categoryCode: 'GT-02', wardCode: '99999' }, 422, 'ward_unknown'],
    ['nothing', {}, 400, 'request_invalid'],
  ])('refuses %s with a stable code', async (_what, body, status, expected) => {
    expect(await problem(await dispatch(body))).toEqual({ status, code: expected });
  });

  test('tells the citizen the agency and the due time, empties the tray, and happens once', async () => {
    const [citizen = ''] = city.citizens();
    expect((await dispatch({ agencyCode: 'ubnd-00235', categoryCode: 'GT-02' })).status).toBe(204);
    await hears(city, citizen, /đã chuyển UBND phường .* Hạn trả lời/);
    expect((await tray()).items).toEqual([]);
    expect(await problem(await dispatch({ agencyCode: 'so-xay-dung', categoryCode: 'GT-02' }))).toEqual({
      status: 409,
      code: 'already_dispatched',
    });
  });
});
