import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';
import type { CitizenRecord } from '../state.ts';
import { isFilled, type JsonObject } from '../values.ts';
import { tagEvent } from '../webhook/events.ts';
import type { ApiResult } from './openapi.ts';
import { daggerRefusal, requireBody, requireUser } from './request.ts';

/** `POST /v2.0/oa/tag/tagfollower`: creates the tag when needed (§5). */
export function tagFollower(sim: Sim, call: Call): ApiResult {
  const body = requireBody(call);
  const citizen = userOf(sim, body);
  const name = tagName(sim, body);
  putTag(sim, citizen, name);
  return { citizenId: citizen.id };
}

/** `POST /v2.0/oa/tag/rmfollowerfromtag` (§5). */
export function untagFollower(sim: Sim, call: Call): ApiResult {
  const body = requireBody(call);
  const citizen = userOf(sim, body);
  const name = tagName(sim, body);
  takeTag(sim, citizen, name);
  return { citizenId: citizen.id };
}

/** `POST /v2.0/oa/tag/rmtag` (§5). */
export function removeTag(sim: Sim, call: Call): ApiResult {
  const name = tagName(sim, requireBody(call));
  const { data } = sim.store;
  if (!data.tags.includes(name)) throw daggerRefusal(sim, 'tagInvalid', `OA không có nhãn “${name}” (§5)`);
  data.tags = data.tags.filter((tag) => tag !== name);
  for (const citizen of data.citizens) citizen.tags = citizen.tags.filter((tag) => tag !== name);
  void sim.webhook.emit(tagEvent(sim, 'remove_tag', name));
  sim.changed();
  return {};
}

/** `GET /v2.0/oa/tag/gettagsofoa`: an array of strings (§5). */
export function tagsOfOa(sim: Sim): ApiResult {
  return { data: [...sim.store.data.tags] };
}

/** The same tag may be put by an app or by a person at the console; both are told alike (§1.7). */
export function putTag(sim: Sim, citizen: CitizenRecord, name: string): void {
  if (!sim.store.data.tags.includes(name)) sim.store.data.tags.push(name);
  if (!citizen.tags.includes(name)) {
    citizen.tags.push(name);
    void sim.webhook.emit(tagEvent(sim, 'add_user_to_tag', name, citizen), citizen.id);
  }
  sim.changed();
}

export function takeTag(sim: Sim, citizen: CitizenRecord, name: string): void {
  if (citizen.tags.includes(name)) {
    citizen.tags = citizen.tags.filter((tag) => tag !== name);
    void sim.webhook.emit(tagEvent(sim, 'remove_user_from_tag', name, citizen), citizen.id);
  }
  sim.changed();
}

function userOf(sim: Sim, body: JsonObject) {
  // §5: samples show an unquoted number; beyond 2^53 it arrives corrupted and is then nobody.
  return requireUser(sim, typeof body.user_id === 'number' ? String(body.user_id) : body.user_id);
}

function tagName(sim: Sim, body: JsonObject): string {
  if (!isFilled(body.tag_name)) throw daggerRefusal(sim, 'tagInvalid', 'Thiếu tag_name (§5)');
  return body.tag_name;
}
