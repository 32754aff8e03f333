import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { GraphTokens } from '../control-api.ts';
import type { CitizenRecord, UserCode } from '../state.ts';
import { isObject, type JsonObject, newSecret } from '../values.ts';

/** What the Mini App would hold of this citizen: a user access token, and phone or location codes when asked (§7). */
export function mintGraphTokens(sim: Sim, citizen: CitizenRecord, request: JsonObject): GraphTokens {
  const issuedAt = sim.clock.now();
  const accessToken = newSecret('zut');
  const userInfo = request.userInfo === true;
  sim.store.data.userTokens.push({ token: accessToken, citizenId: citizen.id, userInfo, issuedAt });

  const mint = (data: UserCode['data']): string => {
    const code = newSecret('zcd');
    sim.store.data.userCodes.push({ code, citizenId: citizen.id, issuedAt, used: false, data });
    return code;
  };
  const tokens: GraphTokens = { accessToken, id: citizen.idByApp };
  if (request.phone) {
    tokens.phoneCode = mint({ number: typeof request.phone === 'string' ? request.phone : citizen.phone });
  }
  if (request.location !== undefined) tokens.locationCode = mint(placeOf(request.location, issuedAt));
  sim.changed();
  return tokens;
}

function placeOf(location: unknown, at: number): UserCode['data'] {
  const { latitude, longitude } = isObject(location) ? location : {};
  if (typeof latitude !== 'number' || typeof longitude !== 'number') {
    throw new ControlFault(400, 'location cần latitude và longitude là số');
  }
  return { provider: 'gps', latitude: String(latitude), longitude: String(longitude), timestamp: String(at) };
}
