import type { Sim } from '../context.ts';
import type { CitizenRecord } from '../state.ts';
import type { JsonObject } from '../values.ts';

/** An event body before it becomes bytes; key order follows the documented samples. */
export interface ZaloEvent extends JsonObject {
  event_name: string;
  timestamp: string;
}

const stamp = (sim: Sim) => String(sim.clock.now());

/** user → OA (§1.6): the citizen is the sender, the OA the recipient. */
export function fromCitizen(sim: Sim, citizen: CitizenRecord, eventName: string, message: JsonObject): ZaloEvent {
  return {
    app_id: sim.config.appId,
    sender: { id: citizen.id },
    user_id_by_app: citizen.idByApp,
    recipient: { id: sim.config.oaId },
    event_name: eventName,
    message,
    timestamp: stamp(sim),
  };
}

/**
 * OA → user (§1.6): echoes, and also `user_received_message` and `user_seen_message`, whose sender is the OA although
 * their names start with user_. `adminId` only when a person typed it in the console (§1.9).
 */
export function fromOa(
  sim: Sim,
  citizen: CitizenRecord,
  eventName: string,
  message: JsonObject,
  adminId?: string,
): ZaloEvent {
  return {
    app_id: sim.config.appId,
    sender: { id: sim.config.oaId, ...adminPart(sim, eventName, adminId) },
    recipient: { id: citizen.id },
    event_name: eventName,
    message,
    user_id_by_app: citizen.idByApp,
    timestamp: stamp(sim),
  };
}

function adminPart(sim: Sim, eventName: string, adminId: string | undefined): JsonObject {
  if (adminId !== undefined) return { admin_id: adminId };
  const empty = sim.store.data.settings.webhook.emptyAdminId && eventName.startsWith('oa_send_');
  return empty ? { admin_id: '' } : {};
}

/** `follow` and `unfollow` (§1.7). */
export function followEvent(sim: Sim, citizen: CitizenRecord, eventName: 'follow' | 'unfollow'): ZaloEvent {
  return {
    oa_id: sim.config.oaId,
    follower: { id: citizen.id },
    user_id_by_app: citizen.idByApp,
    event_name: eventName,
    source: 'oa_profile',
    app_id: sim.config.appId,
    timestamp: stamp(sim),
  };
}

/** Flat events about one user: `user_click_chatnow`, `user_withdraw` (§1.7). */
export function aboutCitizen(sim: Sim, citizen: CitizenRecord, eventName: string): ZaloEvent {
  return {
    app_id: sim.config.appId,
    oa_id: sim.config.oaId,
    user_id: citizen.id,
    user_id_by_app: citizen.idByApp,
    event_name: eventName,
    timestamp: stamp(sim),
  };
}

export function submitInfoEvent(sim: Sim, citizen: CitizenRecord, info: JsonObject): ZaloEvent {
  return {
    sender: { id: citizen.id },
    recipient: { id: sim.config.oaId },
    event_name: 'user_submit_info',
    app_id: sim.config.appId,
    user_id_by_app: citizen.idByApp,
    timestamp: stamp(sim),
    info,
  };
}

export function tagEvent(sim: Sim, eventName: string, name: string, citizen?: CitizenRecord): ZaloEvent {
  return {
    app_id: sim.config.appId,
    oa_id: sim.config.oaId,
    ...(citizen ? { user_id_by_app: citizen.idByApp } : {}),
    event_name: eventName,
    tag: { ...(citizen ? { user_ids: [citizen.id] } : {}), name },
    timestamp: stamp(sim),
  };
}

export function permissionRevoked(sim: Sim): ZaloEvent {
  return { app_id: sim.config.appId, oa_id: sim.config.oaId, event_name: 'permission_revoked', timestamp: stamp(sim) };
}

/** Anonymous conversations (§3.8): no app-scoped id, and `conversation_id` inside the message. */
export function fromAnonymous(sim: Sim, anonymousId: string, eventName: string, message: JsonObject): ZaloEvent {
  return {
    app_id: sim.config.appId,
    sender: { id: anonymousId },
    user_id_by_app: '',
    recipient: { id: sim.config.oaId },
    event_name: eventName,
    message,
    timestamp: stamp(sim),
  };
}

export function toAnonymous(sim: Sim, anonymousId: string, eventName: string, message: JsonObject): ZaloEvent {
  return {
    app_id: sim.config.appId,
    sender: { id: sim.config.oaId },
    recipient: { id: anonymousId },
    event_name: eventName,
    message,
    timestamp: stamp(sim),
  };
}

/** What the console's check button posts: constant texts and foreign ids (§1.5). */
export function consoleCheck(sim: Sim): ZaloEvent {
  return {
    app_id: sim.config.appId,
    user_id_by_app: '1190283746501928374',
    event_name: 'user_send_text',
    timestamp: stamp(sim),
    sender: { id: '7720193846501928374' },
    recipient: { id: '5540192837465019283' },
    message: { msg_id: 'This is message id', text: 'This is testing message' },
  };
}
