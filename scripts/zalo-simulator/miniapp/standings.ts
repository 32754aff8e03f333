import type { Sim } from '../context.ts';
import type { CitizenRecord, PhoneRecord } from '../state.ts';
import type { Standing, Standings } from './phone-api.ts';
import type { PermissionName } from './phone-settings.ts';

/** This person's phone, made when it is first needed. */
export function phoneOf(sim: Sim, citizen: CitizenRecord): PhoneRecord {
  const { phones } = sim.store.data;
  phones[citizen.id] ??= { standings: {}, storage: {}, logins: [], refreshTokens: [] };
  return phones[citizen.id] as PhoneRecord;
}

/** What this person has answered so far. Following and notices can be changed outside the Mini App, so those facts lead. */
export function standingsOf(sim: Sim, citizen: CitizenRecord): Standings {
  const standings = { ...sim.store.data.phones[citizen.id]?.standings };
  lead(standings, 'follow', citizen.followed);
  lead(standings, 'notification', citizen.notifyAllowed);
  return standings;
}

export function standingOf(sim: Sim, citizen: CitizenRecord, permission: PermissionName): Standing | undefined {
  return standingsOf(sim, citizen)[permission];
}

/** Everything is asked anew: permissions taken back in Zalo's settings, or consent withdrawn (§7.5). */
export function forgetStandings(sim: Sim, citizen: CitizenRecord): void {
  const phone = sim.store.data.phones[citizen.id];
  if (phone) phone.standings = {};
}

function lead(standings: Standings, permission: 'follow' | 'notification', given: boolean): void {
  if (given) standings[permission] = 'granted';
  else if (standings[permission] === 'granted') delete standings[permission];
}
