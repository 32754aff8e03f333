import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../clock.ts';
import { challengeOf } from '../identity/tokens.ts';
import { APP_ID, APP_SECRET, type Kit, startKit } from '../testing/kit.ts';

/** §11.1, host oauth.zaloapp.com: one test per row. */
const CALLBACK = 'https://phan-anh.example/zalo/callback';
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

let kit: Kit;
beforeEach(async () => {
  kit = await startKit({ callbackUrl: CALLBACK });
});
afterEach(() => kit.stop());

type Form = Record<string, string>;

const token = (form: Form, { secret_key = APP_SECRET }: { secret_key?: string | undefined } = {}) =>
  kit.call('/v4/oa/access_token', {
    method: 'POST',
    headers: secret_key === '' ? {} : { secret_key },
    body: new URLSearchParams({ app_id: APP_ID, ...form }),
  });
const refresh = (refresh_token: string) => token({ grant_type: 'refresh_token', refresh_token });
const redeem = (code: string, more: Form = {}) =>
  token({ grant_type: 'authorization_code', code, code_verifier: VERIFIER, ...more });

const consent = (method: 'GET' | 'POST', more: Form = {}) => {
  const asked = new URLSearchParams({
    app_id: APP_ID,
    redirect_uri: CALLBACK,
    code_challenge: challengeOf(VERIFIER),
    state: 'abc',
    ...more,
  });
  const url = `${kit.simulator.url}/v4/oa/permission`;
  return fetch(method === 'GET' ? `${url}?${asked}` : url, {
    method,
    redirect: 'manual',
    ...(method === 'POST' ? { body: asked } : {}),
  });
};
const approvedCode = async () =>
  new URL((await consent('POST')).headers.get('location') ?? '').searchParams.get('code') ?? '';

/** "OAuth error body" of §2.3; the number is † and nobody's business. */
async function expectErrorBody(call: ReturnType<typeof token>) {
  const { status, body } = await call;
  expect(status).toBe(200);
  expect(Object.keys(body).toSorted()).toEqual(
    ['error', 'error_description', 'error_name', 'error_reason', 'ref_doc'].toSorted(),
  );
}

describe('§11.1 consent', () => {
  const errorPage = async (more: Form) => (await consent('GET', more)).headers.get('location');

  it('unknown app_id → error page -14002', async () => {
    expect(await errorPage({ app_id: '1' })).toContain('error_code=-14002');
  });

  it('inactive app → error page -14002', async () => {
    await kit.control.settings({ appStatus: 'inactive' });
    expect(await errorPage({})).toContain('error_code=-14002');
  });

  it('redirect_uri ≠ saved callback → error page -14003', async () => {
    expect(await errorPage({ redirect_uri: `${CALLBACK}/` })).toContain('error_code=-14003');
  });
});

describe('§11.1 token endpoint', () => {
  it('without secret_key header, or with a wrong one', async () => {
    const form = { grant_type: 'refresh_token', refresh_token: kit.refreshToken };
    await expectErrorBody(token(form, { secret_key: '' }));
    await expectErrorBody(token(form, { secret_key: 'wrong' }));
  });

  it('JSON body instead of form encoding', async () => {
    const body = JSON.stringify({ app_id: APP_ID, grant_type: 'refresh_token', refresh_token: kit.refreshToken });
    const headers = { secret_key: APP_SECRET, 'Content-Type': 'application/json' };
    await expectErrorBody(kit.call('/v4/oa/access_token', { method: 'POST', headers, body }));
  });

  it('code used twice', async () => {
    const code = await approvedCode();
    expect((await redeem(code)).body.access_token).toBeTruthy();
    await expectErrorBody(redeem(code));
  });

  it('code older than 10 min', async () => {
    const code = await approvedCode();
    await kit.control.advance(10 * MINUTE + 1);
    await expectErrorBody(redeem(code));
  });

  it('other app’s code, or other app', async () => {
    await expectErrorBody(redeem('a-code-of-another-app'));
    await expectErrorBody(redeem(await approvedCode(), { app_id: '1' }));
  });

  it('code_verifier missing or not matching the challenge', async () => {
    await expectErrorBody(redeem(await approvedCode(), { code_verifier: '' }));
    await expectErrorBody(redeem(await approvedCode(), { code_verifier: VERIFIER.toLowerCase() }));
  });

  it('refresh token already used: no tokens, and the pair issued by the first use stays valid', async () => {
    const first = await refresh(kit.refreshToken);
    await expectErrorBody(refresh(kit.refreshToken));
    expect(await errorWith(first.body.access_token)).toBe(0);
    expect((await refresh(String(first.body.refresh_token))).body.access_token).toBeTruthy();
  });

  it('refresh token older than 90 days', async () => {
    await kit.control.advance(90 * DAY + 1);
    await expectErrorBody(refresh(kit.refreshToken));
  });

  it('of two parallel refreshes with the same token exactly one succeeds', async () => {
    const answers = await Promise.all([refresh(kit.refreshToken), refresh(kit.refreshToken)]);
    expect(answers.filter(({ body }) => Boolean(body.access_token))).toHaveLength(1);
  });

  it('expires_in is emitted as the string "90000"', async () => {
    expect((await refresh(kit.refreshToken)).body.expires_in).toBe('90000');
  });

  it('old access token after a refresh: API answers -216 immediately', async () => {
    await refresh(kit.refreshToken);
    expect(await errorWith(kit.accessToken)).toBe(-216);
  });

  it('§2.2 a refresh whose answer is lost has happened all the same: the grant is gone', async () => {
    await kit.control.settings({ fault: 'reset-after', faultHost: 'oauth', faultCalls: 1 });
    await expect(refresh(kit.refreshToken)).rejects.toThrow();
    await expectErrorBody(refresh(kit.refreshToken));
    expect(await errorWith(kit.accessToken)).toBe(-216);
  });

  const errorWith = async (access_token: unknown) =>
    (await kit.call('/v2.0/oa/getoa', { headers: { access_token: String(access_token) } })).error;
});
