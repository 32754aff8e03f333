import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, SECOND } from '../clock.ts';
import { APP_SECRET, type Kit, startKit } from '../testing/kit.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
});
afterAll(() => kit.stop());

const proofOf = (accessToken: string) => createHmac('sha256', APP_SECRET).update(accessToken).digest('hex');

function me(
  accessToken: string,
  { fields = 'id', headers = {} }: { fields?: string; headers?: Record<string, string> } = {},
) {
  return kit.call(`/v2.0/me?fields=${fields}`, {
    headers: { access_token: accessToken, appsecret_proof: proofOf(accessToken), ...headers },
  });
}

function exchange(accessToken: string, code: string, headers: Record<string, string> = {}) {
  return kit.call('/v2.0/me/info', {
    headers: { access_token: accessToken, code, secret_key: APP_SECRET, ...headers },
  });
}

/** §11.4 †: any number but 0, and never the data. */
function expectRefused({ status, body }: Awaited<ReturnType<typeof exchange>>) {
  expect(status).toBe(200);
  expect(body.error).not.toBe(0);
  expect(body).not.toHaveProperty('data');
  expect(body).not.toHaveProperty('id');
}

describe('§7.1 who is this', () => {
  it('answers flat, with the app-scoped id', async () => {
    const { accessToken } = await kit.control.graphToken(kit.citizen.id);
    expect((await me(accessToken)).body).toMatchObject({ error: 0, id: kit.citizen.idByApp, is_sensitive: false });
  });

  it('§11.4 without scope.userInfo the id only; with it name and picture', async () => {
    const bare = await kit.control.graphToken(kit.citizen.id);
    const open = await kit.control.graphToken(kit.citizen.id, { userInfo: true });
    const fields = 'id,name,picture';
    expect((await me(bare.accessToken, { fields })).body).not.toHaveProperty('name');
    const answer = await me(open.accessToken, { fields });
    expect(answer.body).toMatchObject({ name: kit.citizen.name, picture: { data: { url: expect.any(String) } } });
  });

  it('§11.4 a bad or old token → 452, also when everything else is wrong', async () => {
    expect((await me('no-such-token')).error).toBe(452);
    expect((await exchange('no-such-token', 'x', { secret_key: 'wrong' })).error).toBe(452);
    const { accessToken } = await kit.control.graphToken(kit.citizen.id);
    await kit.control.advance(HOUR);
    expect((await me(accessToken)).error).toBe(452);
  });

  it('§11.4 a wrong or missing appsecret_proof is refused while enforcement is on', async () => {
    const { accessToken } = await kit.control.graphToken(kit.citizen.id);
    const headers = { appsecret_proof: proofOf('another') };
    expectRefused(await me(accessToken, { headers }));
    await kit.control.settings({ enforceAppSecretProof: false });
    expect((await me(accessToken, { headers })).error).toBe(0);
    await kit.control.settings({ enforceAppSecretProof: true });
  });

  it('§11.4 a caller abroad gets no name, but an id', async () => {
    const { accessToken } = await kit.control.graphToken(kit.citizen.id, { userInfo: true });
    await kit.control.settings({ callerOutsideVietnam: true });
    expectRefused(await me(accessToken, { fields: 'id,name' }));
    expect((await me(accessToken)).error).toBe(0);
    await kit.control.settings({ callerOutsideVietnam: false });
  });

  it('§11.4 a call out of a web view is refused and gets no CORS headers', async () => {
    const { accessToken } = await kit.control.graphToken(kit.citizen.id);
    const answer = await me(accessToken, { headers: { Origin: 'https://h5.zdn.vn' } });
    expectRefused(answer);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('§7.2 phone and location', () => {
  const location = { latitude: 21.0285, longitude: 105.8542 };

  it('the codes become a number and a place, once each', async () => {
    const {
      accessToken,
      phoneCode = '',
      locationCode = '',
    } = await kit.control.graphToken(kit.citizen.id, {
      phone: '84900000001',
      location,
    });
    expect((await exchange(accessToken, phoneCode)).data).toEqual({ number: '84900000001' });
    expect((await exchange(accessToken, locationCode)).data).toMatchObject({
      latitude: '21.0285',
      longitude: '105.8542',
    });
    expectRefused(await exchange(accessToken, phoneCode));
    expectRefused(await exchange(accessToken, locationCode));
  });

  it('§11.4 expired, of another person, or with a wrong secret: never the data', async () => {
    const other = await kit.control.addCitizen('Ngô Văn Khác');
    const mine = await kit.control.graphToken(kit.citizen.id, { phone: true, location });
    const theirs = await kit.control.graphToken(other.id, { phone: true });
    expectRefused(await exchange(mine.accessToken, theirs.phoneCode ?? ''));
    expectRefused(await exchange(mine.accessToken, mine.phoneCode ?? '', { secret_key: 'wrong' }));
    expect((await exchange(mine.accessToken, mine.phoneCode ?? '')).data.number).toMatch(/^84\d{9}$/);
    await kit.control.advance(121 * SECOND);
    expectRefused(await exchange(mine.accessToken, mine.locationCode ?? ''));
  });
});
