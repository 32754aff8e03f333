import { createHmac } from 'node:crypto';
import { isObject, numberOf } from './event-fields.ts';
import { type CallNotSent, type CallUnknown, callZalo, type Fetch } from './http-call.ts';

type Verification =
  /** The app-scoped id of whoever holds the token (§9). */
  | { outcome: 'ok'; userIdByApp: string }
  /** Bad, expired or revoked, of another app, or the proof does not fit (§7.1, §11.4). */
  | { outcome: 'refused'; code: number | null }
  | CallUnknown
  | CallNotSent;

type PhoneExchange =
  /** `84…` without plus (§7.2). */
  | { outcome: 'ok'; number: string }
  /** A code that is used, expired or somebody else's cannot be told from a bad token: ask the person again. */
  | { outcome: 'refused'; code: number | null }
  | CallUnknown
  | CallNotSent;

export interface GraphClient {
  /** Asks Zalo who holds a Mini App's access token. Reading only, so it may be asked again. */
  whoIs(accessToken: string): Promise<Verification>;
  /**
   * Exchanges the token of `getPhoneNumber()` for the number (§7.2). A code serves once: never call again with the same one
   * after `unknown`, Zalo may have used it up.
   */
  phoneOf(accessToken: string, code: string): Promise<PhoneExchange>;
}

/**
 * Graph API of the Zalo App (§7.1). Only `fields=id`: it is all that is needed, and asking for name or picture from outside
 * Viet Nam would have the whole call refused.
 */
export function createGraphClient(options: {
  graphUrl: string;
  appSecret: string;
  timeoutMs: number;
  fetch?: Fetch;
}): GraphClient {
  const { graphUrl, appSecret, timeoutMs, fetch = globalThis.fetch } = options;
  return {
    async whoIs(accessToken) {
      // It becomes a header: anything else than a token's characters is none.
      if (!/^[\x21-\x7e]+$/.test(accessToken)) return { outcome: 'refused', code: null };
      const call = await callZalo(fetch, `${graphUrl}/v2.0/me?fields=id`, {
        method: 'GET',
        headers: { access_token: accessToken, appsecret_proof: proofOf(accessToken, appSecret) },
        timeoutMs,
      });
      if (call.outcome !== 'answer') return call;
      const { error, id } = call.body;
      // Errors come with HTTP 200, too (§11.4): only an id is a success.
      if (numberOf(error) !== 0 || typeof id !== 'string' || !/^\d+$/.test(id))
        return { outcome: 'refused', code: numberOf(error) };
      return { outcome: 'ok', userIdByApp: id };
    },
    async phoneOf(accessToken, code) {
      if (![accessToken, code].every((token) => /^[\x21-\x7e]+$/.test(token)))
        return { outcome: 'refused', code: null };
      // Here it is the secret itself, not a proof (§7.2): server to server only.
      const call = await callZalo(fetch, `${graphUrl}/v2.0/me/info`, {
        method: 'GET',
        headers: { access_token: accessToken, code, secret_key: appSecret },
        timeoutMs,
      });
      if (call.outcome !== 'answer') return call;
      const { error, data } = call.body;
      const number = isObject(data) ? normalPhone(data.number) : null;
      return numberOf(error) === 0 && number
        ? { outcome: 'ok', number }
        : { outcome: 'refused', code: numberOf(error) };
    },
  };
}

/** `0…` and `+84…` as `84…`; null for what is no Vietnamese or foreign number. */
export function normalPhone(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const digits = value.replace(/[\s.+-]/g, '').replace(/^0/, '84');
  return /^\d{9,15}$/.test(digits) ? digits : null;
}

/** Hex HMAC-SHA256 of the token with the App Secret Key (§7.1). */
export function proofOf(accessToken: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}
