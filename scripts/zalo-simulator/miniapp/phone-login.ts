import type { Sim } from '../context.ts';
import type { CitizenRecord, PhoneRecord } from '../state.ts';
import { isFilled, type JsonObject, newSecret } from '../values.ts';
import type { PhoneLogin } from './phone-api.ts';
import { phoneOf, standingOf } from './standings.ts';

/** A phone that is opened again and again leaves logins nobody exchanged. */
const LOGINS_KEPT = 20;

/** `action.jump.login`: what native code hands to the web view so that it can fetch a token by itself (PKCE). */
export function logIn(sim: Sim, citizen: CitizenRecord): PhoneLogin {
  const phone = phoneOf(sim, citizen);
  const login = { code: newSecret('zcd'), verifier: newSecret('zcd') };
  phone.logins = [...phone.logins, login].slice(-LOGINS_KEPT);
  sim.changed();
  return {
    ...login,
    userId: citizen.idByApp,
    userAuthorized: standingOf(sim, citizen, 'userInfo') === 'granted',
    jsToken: newSecret('zjs'),
    jwt: newSecret('zjs'),
    deviceId: `sim-${citizen.idByApp}`,
  };
}

/** `POST h5.zalo.me/openapi/access_token`: codes and refresh tokens are good for one exchange. */
export function exchange(sim: Sim, citizen: CitizenRecord, body: JsonObject): JsonObject {
  const phone = phoneOf(sim, citizen);
  const granted = body.grantType === 'refresh_token' ? byRefresh(phone, body) : byCode(phone, body);
  if (!granted) return { error: -14003, message: 'Invalid code or refresh token' };
  const lifeSeconds = Math.max(1, Number(body.lifeSeconds) || 3600);
  const token = newSecret('zut');
  const refresh = newSecret('zrt');
  const issuedAt = sim.clock.now();
  sim.store.data.userTokens.push({
    token,
    citizenId: citizen.id,
    userInfo: false,
    issuedAt,
    lifeMs: lifeSeconds * 1000,
  });
  phone.refreshTokens = [...phone.refreshTokens, refresh].slice(-LOGINS_KEPT);
  sim.changed();
  return { access_token: token, refresh_token: refresh, expires_in: String(lifeSeconds) };
}

function byCode(phone: PhoneRecord, { code, verifier }: JsonObject): boolean {
  const login = phone.logins.find((one) => one.code === code && one.verifier === verifier);
  phone.logins = phone.logins.filter((one) => one.code !== code);
  return login !== undefined;
}

function byRefresh(phone: PhoneRecord, { refreshToken }: JsonObject): boolean {
  if (!isFilled(refreshToken) || !phone.refreshTokens.includes(refreshToken)) return false;
  phone.refreshTokens = phone.refreshTokens.filter((one) => one !== refreshToken);
  return true;
}
