import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../clock.ts';
import { APP_SECRET, type Kit, OA_SECRET, startKit } from '../testing/kit.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
  await kit.control.act(kit.citizen.id, { act: 'follow' });
});
afterAll(() => kit.stop());

const getOa = (headers: Record<string, string>) => kit.call('/v2.0/oa/getoa', { headers });

describe('§11.2 who may call', () => {
  it('no token, an unknown one, "Bearer ", or only in the query → refused at HTTP 200', async () => {
    expect((await getOa({})).error).toBe(-216);
    expect((await getOa({ access_token: 'unknown' })).error).toBe(-216);
    expect((await getOa({ access_token: `Bearer ${kit.accessToken}` })).error).toBe(-216);
    const inQuery = await kit.call(`/v2.0/oa/getoa?access_token=${kit.accessToken}`);
    expect(inQuery.status).toBe(200);
    expect(inQuery.error).not.toBe(0);
  });

  it.each([
    ['inactive', -209],
    ['product-not-registered', -212],
    ['oa-not-authorised', -223],
  ] as const)('app status %s → %i', async (appStatus, error) => {
    await kit.control.settings({ appStatus });
    expect((await getOa({ access_token: kit.accessToken })).error).toBe(error);
    await kit.control.settings({ appStatus: 'active' });
  });

  it('§3.5 on a free tier sending answers -224 with the documented text, reading works', async () => {
    await kit.control.settings({ freeTier: true });
    const { error, body } = await kit.cs({ text: 'Chào' });
    expect(error).toBe(-224);
    expect(body.message).toBe(
      'The OA needs to upgrade OA Tier Package to use this feature. See more on https://zalo.cloud/oa/pricing',
    );
    expect((await getOa({ access_token: kit.accessToken })).error).toBe(0);
    await kit.control.settings({ freeTier: false });
  });

  it('§3.11 above the limit of the minute -32, with both headers on every answer; the next minute is free again', async () => {
    await kit.control.settings({ rateLimitPerMinute: 3 });
    await kit.control.advance(MINUTE);
    const answers = [];
    for (let index = 0; index < 4; index += 1) answers.push(await getOa({ access_token: kit.accessToken }));
    expect(answers.map(({ error }) => error)).toEqual([0, 0, 0, -32]);
    expect(answers.map(({ headers }) => headers.get('X-RateLimit-Remain'))).toEqual(['2', '1', '0', '0']);
    expect(answers[3]?.headers.get('X-RateLimit-Limit')).toBe('3');
    expect(answers[3]?.body.message).toBe('Your application reached limit call api');
    await kit.control.advance(MINUTE);
    expect((await getOa({ access_token: kit.accessToken })).error).toBe(0);
    await kit.control.settings({ rateLimitPerMinute: 4000 });
  });

  it('a path that Zalo does not have is 404', async () => {
    expect((await kit.post('/v3.0/oa/message/unknown', {})).status).toBe(404);
    expect((await kit.post('/v2.0/oa/getoa', {})).status).toBe(404);
  });

  it('§3.13 getoa says oaid, and 4 = government', async () => {
    const { data } = await getOa({ access_token: kit.accessToken });
    expect(data).toMatchObject({ oaid: kit.simulator.state().oa.id, oa_type: 4, is_verified: true, num_follower: 1 });
  });
});

describe('the wire log', () => {
  it('explains every refusal in Vietnamese with its section, and holds no token or secret', async () => {
    await kit.call('/v4/oa/access_token', {
      method: 'POST',
      headers: { secret_key: APP_SECRET },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: kit.refreshToken, app_id: '1' }),
    });
    await kit.call('/v3.0/oa/message/cs', {
      method: 'POST',
      headers: { access_token: 'a-token-of-somebody-else' },
      body: '{"access_token":"another-one"}',
    });
    await kit.call(`/v2.0/oa/getoa?access_token=${kit.accessToken}`);
    const graph = await kit.control.graphToken(kit.citizen.id, { phone: true });
    await kit.call('/v2.0/me/info', {
      headers: { access_token: graph.accessToken, code: graph.phoneCode ?? '', secret_key: APP_SECRET },
    });
    const entries = await kit.control.wire();
    const text = JSON.stringify(entries);
    const secrets = [
      kit.accessToken,
      kit.refreshToken,
      APP_SECRET,
      OA_SECRET,
      graph.accessToken,
      graph.phoneCode ?? '',
    ];
    for (const secret of [...secrets, 'a-token-of-somebody-else', 'another-one']) expect(text).not.toContain(secret);
    const refusals = entries.filter((entry) => entry.errorCode !== undefined);
    expect(refusals.length).toBeGreaterThanOrEqual(3);
    for (const { explanation } of refusals) expect(explanation).toMatch(/§\d/);
  });
});
