import { isFromOa, isInOaChat } from '../citizens.ts';
import type { Sim } from '../context.ts';
import type { MessageKind } from '../control-api.ts';
import type { Call } from '../http.ts';
import { STICKER_PATH } from '../media/canned.ts';
import type { StoredMessage } from '../state.ts';
import type { JsonObject } from '../values.ts';
import type { ApiResult } from './openapi.ts';
import { dataParameter, pageOf, requireUser } from './request.ts';

/** `type` of an item. The document names only "text" (§5); the others are the names of Zalo's older pages. */
const ITEM_TYPES: Record<MessageKind, string> = {
  text: 'text',
  image: 'photo',
  gif: 'GIF',
  location: 'location',
  sticker: 'sticker',
  file: 'file',
  audio: 'voice',
  video: 'video',
  link: 'link',
  card: 'link',
  call: 'nosupport',
  event: 'nosupport',
};

const MAX_PAGE = 10;

/** `GET /v2.0/oa/conversation`: one chat, newest first, `data` is the bare array (§5). */
export function getConversation(sim: Sim, call: Call): ApiResult {
  const data = dataParameter(sim, call);
  const citizen = requireUser(sim, data.user_id);
  const page = pageOf(sim, data, { maxCount: MAX_PAGE });
  const newestFirst = chatOf(sim, citizen.id).reverse();
  return { data: slice(sim, newestFirst, page), citizenId: citizen.id };
}

/** `GET /v2.0/oa/listrecentchat`: the latest message of every chat, newest first (§5). */
export function listRecentChat(sim: Sim, call: Call): ApiResult {
  const page = pageOf(sim, dataParameter(sim, call), { maxCount: MAX_PAGE });
  const latest = sim.store.data.citizens.flatMap((citizen) => chatOf(sim, citizen.id).slice(-1));
  latest.sort((a, b) => b.at - a.at);
  return { data: slice(sim, latest, page) };
}

function chatOf(sim: Sim, citizenId: string): StoredMessage[] {
  return sim.store.messagesOf(citizenId).filter((message) => isInOaChat(message) && message.kind !== 'call');
}

function slice(
  sim: Sim,
  messages: StoredMessage[],
  { offset, count }: { offset: number; count: number },
): JsonObject[] {
  return messages.slice(offset, offset + count).map((message) => itemOf(sim, message));
}

function itemOf(sim: Sim, message: StoredMessage): JsonObject {
  const { config } = sim;
  const name = sim.store.citizen(message.citizenId)?.name ?? '';
  const person = { id: message.citizenId, name, avatar: sim.absolute('/media/avatar.svg') };
  const oa = { id: config.oaId, name: config.oaName, avatar: sim.absolute('/media/oa-avatar.svg') };
  const [from, to] = isFromOa(message) ? [oa, person] : [person, oa];
  return {
    src: isFromOa(message) ? 0 : 1,
    time: message.at,
    type: ITEM_TYPES[message.kind],
    message: message.text ?? '',
    message_id: message.id,
    from_id: from.id,
    to_id: to.id,
    from_display_name: from.name,
    from_avatar: from.avatar,
    to_display_name: to.name,
    to_avatar: to.avatar,
    ...mediaOf(sim, message),
  };
}

/** §5 names `url`, `thumb`, `description` and `links`; where a pin keeps its coordinates is not known. */
function mediaOf(sim: Sim, { kind, imageUrl, thumbnailUrl, file, location, links, text }: StoredMessage): JsonObject {
  if (links) return { links };
  // A JSON string, as in Zalo's older pages: nobody may depend on it.
  if (location) return { location: JSON.stringify(location) };
  if (file) {
    const thumb = kind === 'video' ? { thumb: sim.absolute(STICKER_PATH) } : {};
    return { url: sim.absolute(file.url), ...thumb, description: file.name };
  }
  if (!imageUrl) return {};
  return { url: sim.absolute(imageUrl), thumb: sim.absolute(thumbnailUrl ?? imageUrl), description: text ?? '' };
}
