import { createHmac } from 'node:crypto';
import { type Fields, isObject, numberOf } from './event-fields.ts';
import { type CallNotSent, type CallUnknown, callZalo, type Fetch } from './http-call.ts';

type Verification =
  /** The app-scoped id of whoever holds the token (§9), and whether the law asks for special handling of them (§6.3), if Zalo says so. */
  | { outcome: 'ok'; userIdByApp: string; isSensitive: boolean | null }
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

type PlaceExchange =
  | { outcome: 'ok'; latitude: number; longitude: number }
  /** As with the phone; also an answer that names no place on earth. */
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
  /** The same for the token of `getLocation()`. */
  placeOf(accessToken: string, code: string): Promise<PlaceExchange>;
}

/**
 * Graph API of the Zalo App (§7.1). Neither name nor picture is asked for: they are not needed, and asking for them from
 * outside Viet Nam would have the whole call refused.
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
      const call = await callZalo(fetch, `${graphUrl}/v2.0/me?fields=id,is_sensitive`, {
        method: 'GET',
        headers: { access_token: accessToken, appsecret_proof: proofOf(accessToken, appSecret) },
        timeoutMs,
      });
      if (call.outcome !== 'answer') return call;
      const { error, id, is_sensitive } = call.body;
      // Errors come with HTTP 200, too (§11.4): only an id is a success.
      if (numberOf(error) !== 0 || typeof id !== 'string' || !/^\d+$/.test(id))
        return { outcome: 'refused', code: numberOf(error) };
      return { outcome: 'ok', userIdByApp: id, isSensitive: typeof is_sensitive === 'boolean' ? is_sensitive : null };
    },
    async phoneOf(accessToken, code) {
      const given = await exchange(accessToken, code);
      if (given.outcome !== 'given') return given;
      const number = normalPhone(given.data.number);
      return number ? { outcome: 'ok', number } : { outcome: 'refused', code: 0 };
    },
    async placeOf(accessToken, code) {
      const given = await exchange(accessToken, code);
      if (given.outcome !== 'given') return given;
      // Strings or numbers (§7.2).
      const latitude = within(90, numberOf(given.data.latitude));
      const longitude = within(180, numberOf(given.data.longitude));
      if (latitude === null || longitude === null) return { outcome: 'refused', code: 0 };
      return { outcome: 'ok', latitude, longitude };
    },
  };

  async function exchange(accessToken: string, code: string): Promise<Exchange> {
    if (![accessToken, code].every((token) => /^[\x21-\x7e]+$/.test(token))) return { outcome: 'refused', code: null };
    // Here it is the secret itself, not a proof (§7.2): server to server only.
    const call = await callZalo(fetch, `${graphUrl}/v2.0/me/info`, {
      method: 'GET',
      headers: { access_token: accessToken, code, secret_key: appSecret },
      timeoutMs,
    });
    if (call.outcome !== 'answer') return call;
    const { error, data } = call.body;
    if (numberOf(error) !== 0 || !isObject(data)) return { outcome: 'refused', code: numberOf(error) };
    return { outcome: 'given', data };
  }
}

type Exchange =
  | { outcome: 'given'; data: Fields }
  | Extract<PhoneExchange, { outcome: 'refused' }>
  | CallUnknown
  | CallNotSent;

function within(most: number, degrees: number | null): number | null {
  return degrees !== null && Math.abs(degrees) <= most ? degrees : null;
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
