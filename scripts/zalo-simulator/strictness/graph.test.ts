import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, SECOND } from '../clock.ts';
import { APP_SECRET, type Kit, startKit } from '../testing/kit.ts';
import { expectRefused } from './refused.ts';

/** §11.4, host graph.zalo.me: one test per row. */
let kit: Kit;
beforeEach(async () => {
  kit = await startKit();
});
afterEach(() => kit.stop());

const proofOf = (token: string) => createHmac('sha256', APP_SECRET).update(token).digest('hex');
const me = (access_token: string, headers: Record<string, string> = {}, fields = 'id,name,picture') =>
  kit.call(`/v2.0/me?fields=${fields}`, {
    headers: { access_token, appsecret_proof: proofOf(access_token), ...headers },
  });
const exchange = (access_token: string, code: string, secret_key = APP_SECRET) =>
  kit.call('/v2.0/me/info', { headers: { access_token, code, secret_key } });

describe('§11.4 what graph refuses', () => {
  it('bad user access token → 452 Session key invalid, checked first', async () => {
    await expectRefused(me('bad', { appsecret_proof: 'wrong' }), 452, 'Session key invalid');
    await expectRefused(exchange('bad', 'bad', 'bad'), 452, 'Session key invalid');
  });

  it('expired user access token → 452', async () => {
    const { accessToken } = await kit.control.graphToken(kit.citizen.id);
    await kit.control.advance(HOUR);
    await expectRefused(me(accessToken), 452);
  });

  it('wrong appsecret_proof when enforcement is on → refused †, when off → answered', async () => {
    const { accessToken } = await kit.control.graphToken(kit.citizen.id);
    await expectRefused(me(accessToken, { appsecret_proof: 'wrong' }));
    await kit.control.settings({ enforceAppSecretProof: false });
    expect((await me(accessToken, { appsecret_proof: 'wrong' })).error).toBe(0);
  });

  it('code expired after 120 s, never the data †', async () => {
    const { accessToken, phoneCode = '' } = await kit.control.graphToken(kit.citizen.id, { phone: true });
    await kit.control.advance(121 * SECOND);
    await expectRefused(exchange(accessToken, phoneCode));
  });

  it('code used twice †', async () => {
    const { accessToken, phoneCode = '' } = await kit.control.graphToken(kit.citizen.id, { phone: true });
    expect((await exchange(accessToken, phoneCode)).data).toEqual({ number: kit.citizen.phone });
    await expectRefused(exchange(accessToken, phoneCode));
  });

  it('code of another user †', async () => {
    const other = (await kit.control.state()).citizens[1];
    const { phoneCode = '' } = await kit.control.graphToken(other?.id ?? '', { phone: true });
    const { accessToken } = await kit.control.graphToken(kit.citizen.id);
    await expectRefused(exchange(accessToken, phoneCode));
  });

  it('wrong secret_key †', async () => {
    const { accessToken, phoneCode = '' } = await kit.control.graphToken(kit.citizen.id, { phone: true });
    await expectRefused(exchange(accessToken, phoneCode, 'wrong'));
  });

  it('call with an Origin header of the Mini App: refused, no CORS headers', async () => {
    const { accessToken } = await kit.control.graphToken(kit.citizen.id);
    const call = me(accessToken, { Origin: 'https://h5.zdn.vn' });
    await expectRefused(call);
    expect((await call).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('caller outside Viet Nam asking name or picture †; the id alone is answered', async () => {
    const { accessToken } = await kit.control.graphToken(kit.citizen.id, { userInfo: true });
    await kit.control.settings({ callerOutsideVietnam: true });
    await expectRefused(me(accessToken));
    expect((await me(accessToken, {}, 'id')).body.id).toBe(kit.citizen.idByApp);
  });

  it('user did not grant scope.userInfo: id only, name and picture missing', async () => {
    const { accessToken } = await kit.control.graphToken(kit.citizen.id);
    const { body } = await me(accessToken);
    expect(body).toMatchObject({ error: 0, id: kit.citizen.idByApp });
    expect(body).not.toHaveProperty('name');
    expect(body).not.toHaveProperty('picture');
  });
});
