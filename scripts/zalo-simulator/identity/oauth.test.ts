import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../clock.ts';
import { APP_ID, APP_SECRET, type Kit, OA_ID, startKit } from '../testing/kit.ts';
import { challengeOf } from './tokens.ts';

const CALLBACK = 'https://phan-anh.example/zalo/callback';
// §2.1: the RFC 7636 vector.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit({ callbackUrl: CALLBACK });
});
afterAll(() => kit.stop());

interface TokenCall {
  form: Record<string, string>;
  secret?: string | null;
}

function token({ form, secret = APP_SECRET }: TokenCall) {
  return kit.call('/v4/oa/access_token', {
    method: 'POST',
    headers: secret === null ? {} : { secret_key: secret },
    body: new URLSearchParams({ app_id: APP_ID, ...form }),
  });
}

const refresh = (refreshToken: unknown) =>
  token({ form: { grant_type: 'refresh_token', refresh_token: String(refreshToken) } });

const redeem = (code: string, more: Record<string, string> = {}) =>
  token({ form: { grant_type: 'authorization_code', code, code_verifier: VERIFIER, ...more } });

async function freshRefreshToken(): Promise<string> {
  return (await kit.control.firstToken()).refresh_token;
}

function consent(method: 'GET' | 'POST', more: Record<string, string> = {}) {
  const asked = new URLSearchParams({
    app_id: APP_ID,
    redirect_uri: CALLBACK,
    code_challenge: CHALLENGE,
    state: 'abc',
    ...more,
  });
  const url = `${kit.simulator.url}/v4/oa/permission`;
  if (method === 'GET') return fetch(`${url}?${asked}`, { redirect: 'manual' });
  return fetch(url, { method, body: asked, redirect: 'manual' });
}

async function approvedCode(): Promise<string> {
  const answer = await consent('POST');
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

/** §2.3: success is a non-empty access_token, nothing else; §11.1 †: the number is nobody's business. */
function expectRefused(answer: Awaited<ReturnType<typeof token>>) {
  expect(answer.status).toBe(200);
  expect(answer.body).not.toHaveProperty('access_token');
  expect(answer.body).not.toHaveProperty('refresh_token');
  for (const key of ['error', 'error_name', 'error_reason', 'error_description'])
    expect(answer.body).toHaveProperty(key);
}

const getOa = (accessToken: unknown) => kit.call('/v2.0/oa/getoa', { headers: { access_token: String(accessToken) } });

describe('§2.1 consent', () => {
  it('S256 of the verifier, base64url without padding', () => {
    expect(challengeOf(VERIFIER)).toBe(CHALLENGE);
  });

  it('shows a page; approval redirects with code, oa_id and state', async () => {
    const page = await consent('GET');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Cho phép');

    const approved = await consent('POST');
    const target = new URL(approved.headers.get('location') ?? '');
    expect(target.origin + target.pathname).toBe(CALLBACK);
    expect(target.searchParams.get('oa_id')).toBe(OA_ID);
    expect(target.searchParams.get('state')).toBe('abc');
    expect(target.searchParams.get('code')).toBeTruthy();
  });

  it('§11.1 unknown app_id → error page -14002, other callback → -14003', async () => {
    const unknownApp = await consent('GET', { app_id: '1' });
    expect(unknownApp.headers.get('location')).toContain('/permission/error?error_code=-14002');
    const otherCallback = await consent('POST', { redirect_uri: `${CALLBACK}/` });
    expect(otherCallback.headers.get('location')).toContain('/permission/error?error_code=-14003');
    const page = await fetch(unknownApp.headers.get('location') ?? '');
    expect(await page.text()).toContain('Invalid appId');
  });

  it('§11.1 inactive app → -14002', async () => {
    await kit.control.settings({ appStatus: 'inactive' });
    const answer = await consent('GET');
    await kit.control.settings({ appStatus: 'active' });
    expect(answer.headers.get('location')).toContain('error_code=-14002');
  });

  it('writes nothing of the visitor into the page unescaped', async () => {
    const page = await consent('GET', { state: '"><script>alert(1)</script>' });
    expect(await page.text()).not.toContain('<script>');
  });
});

describe('§2.2 tokens', () => {
  it('a code becomes a pair; expires_in is the string "90000"', async () => {
    const { body } = await redeem(await approvedCode());
    expect(body).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: '90000',
    });
    expect((await getOa(body.access_token)).error).toBe(0);
  });

  it('§11.1 a code works once, and not after ten minutes', async () => {
    const used = await approvedCode();
    await redeem(used);
    expectRefused(await redeem(used));
    const old = await approvedCode();
    await kit.control.advance(10 * MINUTE + 1000);
    expectRefused(await redeem(old));
    expectRefused(await redeem('no-such-code'));
  });

  it('§11.1 the verifier has to match the challenge', async () => {
    expectRefused(await redeem(await approvedCode(), { code_verifier: `${VERIFIER.slice(1)}x` }));
    const code = await approvedCode();
    expectRefused(await token({ form: { grant_type: 'authorization_code', code } }));
  });

  it('§11.1 secret_key missing or wrong, other app, unknown grant, JSON instead of a form', async () => {
    const refresh_token = await freshRefreshToken();
    const form = { grant_type: 'refresh_token', refresh_token };
    expectRefused(await token({ form, secret: null }));
    expectRefused(await token({ form, secret: 'wrong' }));
    expectRefused(await token({ form: { ...form, app_id: '1' } }));
    expectRefused(await token({ form: { refresh_token } }));
    expectRefused(
      await kit.call('/v4/oa/access_token', {
        method: 'POST',
        headers: { secret_key: APP_SECRET, 'Content-Type': 'application/json' },
        body: JSON.stringify({ app_id: APP_ID, ...form }),
      }),
    );
    expect((await refresh(refresh_token)).body).toHaveProperty('access_token');
  });

  it('a refresh rotates: the old access token answers -216 at once, the old refresh token is refused, the new pair lives', async () => {
    const first = await kit.control.firstToken();
    const second = (await refresh(first.refresh_token)).body;
    expect((await getOa(first.access_token)).error).toBe(-216);
    expectRefused(await refresh(first.refresh_token));
    expect((await getOa(second.access_token)).error).toBe(0);
    expect((await refresh(second.refresh_token)).body).toHaveProperty('access_token');
  });

  it('§11.1 of parallel refreshes with one token exactly one succeeds', async () => {
    const refreshToken = await freshRefreshToken();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));
    expect(answers.filter(({ body }) => 'access_token' in body)).toHaveLength(1);
  });

  it('an access token dies after 25 hours with -220, a refresh token after 90 days', async () => {
    const { access_token, refresh_token } = await kit.control.firstToken();
    await kit.control.advance(25 * HOUR - MINUTE);
    expect((await getOa(access_token)).error).toBe(0);
    await kit.control.advance(MINUTE);
    expect((await getOa(access_token)).error).toBe(-220);
    await kit.control.advance(89 * DAY);
    expectRefused(await refresh(refresh_token));
  });

  it('§1.7 when the OA takes its grant back both tokens are dead', async () => {
    const { access_token, refresh_token } = await kit.control.firstToken();
    await kit.control.revoke();
    expect((await getOa(access_token)).error).toBe(-216);
    expectRefused(await refresh(refresh_token));
    await kit.control.firstToken();
  });
});
