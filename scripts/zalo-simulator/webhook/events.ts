import { randomBytes } from 'node:crypto';
import { SECOND } from '../clock.ts';
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

/** `user_call_oa` and `oa_call_user` (§1.7); the value types are those of the samples. */
export function callEvent(
  sim: Sim,
  citizen: CitizenRecord,
  { by, seconds }: { by: 'citizen' | 'oa'; seconds: number },
): ZaloEvent {
  const waited = 4;
  const [duration, talk] = [(seconds + waited) * SECOND, seconds * SECOND];
  return {
    event_name: by === 'citizen' ? 'user_call_oa' : 'oa_call_user',
    app_id: sim.config.appId,
    oa_id: sim.config.oaId,
    user_id: citizen.id,
    phone: citizen.phone,
    call_id: randomBytes(4).toString('hex'),
    call_type: 'AUDIO',
    init_time: String(sim.clock.now() - duration),
    call_duration: String(duration),
    waiting_time: String(waited),
    talk_time: String(talk),
    // No list of codes is published; the sample's answered call has 0.
    status_code: seconds > 0 ? '0' : '1',
    timestamp: stamp(sim),
  };
}

/** Mini App webhook (§7.5): app-scoped id, and a timestamp that is a number. */
export function revokeConsentEvent(sim: Sim, citizen: CitizenRecord, miniAppId: string): JsonObject {
  return {
    event: 'user.revoke.consent',
    appId: miniAppId,
    userId: citizen.idByApp,
    timestamp: sim.clock.now(),
  };
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
