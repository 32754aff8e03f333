import { numberOf } from './event-fields.ts';
import { type CallNotSent, type CallUnknown, callZalo, type Fetch } from './http-call.ts';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresInMs: number;
}

export type GrantResult =
  | { outcome: 'ok'; pair: TokenPair }
  /** Zalo answered without a token. No number is documented for why (§2.3), so none is interpreted. */
  | { outcome: 'rejected'; code: number | null }
  /** The answer was lost: the refresh token may be used up (§2.2). */
  | CallUnknown
  | CallNotSent;

export interface OauthClient {
  /** Trades the refresh token, which is single use, for a new pair; the old pair dies at once (§2.2). */
  refresh(refreshToken: string): Promise<GrantResult>;
}

export interface ConsentClient {
  /** Trades the code of a consent, single use and good for ten minutes, for the first pair (§2.1, §2.2). */
  exchangeCode(consent: { code: string; verifier: string }): Promise<GrantResult>;
}

/** OAuth v4 for the Official Account. */
export function createOauthClient(options: {
  oauthUrl: string;
  appId: string;
  appSecret: string;
  timeoutMs: number;
  fetch?: Fetch;
}): OauthClient & ConsentClient {
  const { oauthUrl, appId, appSecret, timeoutMs, fetch = globalThis.fetch } = options;

  return {
    refresh: (refreshToken) => grant({ refresh_token: refreshToken, grant_type: 'refresh_token' }),
    exchangeCode: ({ code, verifier }) => grant({ code, grant_type: 'authorization_code', code_verifier: verifier }),
  };

  async function grant(form: Record<string, string>): Promise<GrantResult> {
    const call = await callZalo(fetch, `${oauthUrl}/v4/oa/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: appSecret },
      body: new URLSearchParams({ ...form, app_id: appId }).toString(),
      timeoutMs,
    });
    if (call.outcome !== 'answer') return call;
    const { access_token: accessToken, refresh_token: next, expires_in: expiresIn, error } = call.body;
    // The only success test there is: errors come with HTTP 200 and sometimes without a number (§2.3).
    if (typeof accessToken !== 'string' || accessToken === '') return { outcome: 'rejected', code: numberOf(error) };
    const seconds = numberOf(expiresIn);
    return {
      outcome: 'ok',
      pair: {
        accessToken,
        refreshToken: typeof next === 'string' && next !== '' ? next : (form.refresh_token ?? ''),
        expiresInMs: (seconds !== null && seconds > 0 ? seconds : DOCUMENTED_LIFE_S) * 1000,
      },
    };
  }
}

/** 25 hours (§2.2). */
const DOCUMENTED_LIFE_S = 90_000;
