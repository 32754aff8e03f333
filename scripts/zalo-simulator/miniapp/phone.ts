import { ControlFault, Refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import { follow, setNotifyAllowed, unfollow } from '../control/citizen-standing.ts';
import { meFromPhone } from '../identity/graph.ts';
import { mintGraphTokens } from '../identity/user-tokens.ts';
import type { CitizenRecord } from '../state.ts';
import { asObject, isFilled, type JsonObject } from '../values.ts';
import type { Standing } from './phone-api.ts';
import { logBridgeCall } from './phone-log.ts';
import { exchange, logIn } from './phone-login.ts';
import type { PermissionName } from './phone-settings.ts';
import { uploadFromPhone } from './phone-upload.ts';
import { forgetStandings, phoneOf, standingsOf } from './standings.ts';

type PhoneHandler = (sim: Sim, citizen: CitizenRecord, body: JsonObject) => object | Promise<object>;

/** `<method> <last part of the path>`; the contract is `phone-api.ts`. */
export const PHONE_ROUTES: Record<string, PhoneHandler> = {
  'POST login': logIn,
  'POST token': exchange,
  'POST me': (sim, _citizen, body) => me(sim, body),
  'GET standing': standingsOf,
  'POST remember': remember,
  'POST forget': (sim, citizen) => {
    forgetStandings(sim, citizen);
    citizen.notifyAllowed = false;
    sim.changed();
    return standingsOf(sim, citizen);
  },
  'POST code': mintCode,
  'POST upload': uploadFromPhone,
  'GET storage': (sim, citizen) => ({ map: phoneOf(sim, citizen).storage }),
  'POST storage': keepStorage,
  'POST log': logBridgeCall,
};

/** Graph answers a refusal with HTTP 200 and its number (§0.3). */
function me(sim: Sim, body: JsonObject): JsonObject {
  try {
    return meFromPhone(sim, body.accessToken, String(body.fields ?? 'id'));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { error: error.refusal.error, message: error.refusal.message };
  }
}

const STANDINGS: readonly unknown[] = ['granted', 'denied', 'never'] satisfies Standing[];
const PERMISSIONS: readonly unknown[] = [
  'userInfo',
  'location',
  'phone',
  'notification',
  'follow',
  'interact',
] satisfies PermissionName[];

/** An answer with what follows from it: the OA hears of a follower (§1.7), notices may come (§7.4). */
function remember(sim: Sim, citizen: CitizenRecord, { permission, standing }: JsonObject): object {
  if (!PERMISSIONS.includes(permission) || !STANDINGS.includes(standing)) {
    throw new ControlFault(400, 'permission hoặc standing không hợp lệ');
  }
  const granted = standing === 'granted';
  if (permission === 'follow' && granted !== citizen.followed) (granted ? follow : unfollow)(sim, citizen);
  if (permission === 'notification' && granted !== citizen.notifyAllowed) setNotifyAllowed(sim, citizen, granted);
  phoneOf(sim, citizen).standings[permission as PermissionName] = standing as Standing;
  sim.changed();
  return standingsOf(sim, citizen);
}

/** What `getLocation` and `getPhoneNumber` give to the web view instead of place and number (§6.3). */
function mintCode(sim: Sim, citizen: CitizenRecord, { what, location }: JsonObject): { token: string } {
  const { phoneCode, locationCode } = mintGraphTokens(sim, citizen, what === 'phone' ? { phone: true } : { location });
  return { token: phoneCode ?? locationCode ?? '' };
}

/** §6.3: five megabytes; what is older falls out first. */
const STORAGE_LIMIT = 5 * 1024 * 1024;

function keepStorage(sim: Sim, citizen: CitizenRecord, body: JsonObject): object {
  const entries = Object.entries(asObject(body.map)).filter((pair): pair is [string, string] => isFilled(pair[1]));
  let size = 0;
  const kept = entries.toReversed().filter(([key, value]) => {
    size += 2 * (key.length + value.length);
    return size <= STORAGE_LIMIT;
  });
  const map = Object.fromEntries(kept.toReversed());
  phoneOf(sim, citizen).storage = map;
  sim.changed();
  return { map };
}
