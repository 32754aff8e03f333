import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { CitizenAct, ZnsRefusal } from '../control-api.ts';
import { forgetStandings } from '../miniapp/standings.ts';
import { REMOVE_ICON } from '../oa/reaction-icons.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { newMessageId } from '../values.ts';
import {
  aboutCitizen,
  callEvent,
  followEvent,
  fromCitizen,
  revokeConsentEvent,
  submitInfoEvent,
} from '../webhook/events.ts';
import { interact, needText, notice } from './citizen-say.ts';

/** What a citizen does besides writing: how they stand to the OA, calls, reactions, rights (§1.7, §7.5). */
type Act<Name extends CitizenAct['act']> = Extract<CitizenAct, { act: Name }>;

export function follow(sim: Sim, citizen: CitizenRecord): StoredMessage {
  if (citizen.followed) throw new ControlFault(409, 'Người dân đã quan tâm OA rồi');
  citizen.followed = true;
  interact(sim, citizen);
  void sim.webhook.emit(followEvent(sim, citizen, 'follow'), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã quan tâm OA`);
}

/** Leaving is not an interaction, and it does not close a window that is open (§3.5). */
export function unfollow(sim: Sim, citizen: CitizenRecord): StoredMessage {
  if (!citizen.followed) throw new ControlFault(409, 'Người dân chưa quan tâm OA');
  citizen.followed = false;
  void sim.webhook.emit(followEvent(sim, citizen, 'unfollow'), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã bỏ quan tâm OA`);
}

/** §1.7: the event comes once per user and OA, and only if they never chatted; every tap is an interaction (§3.5). */
export function clickChatNow(sim: Sim, citizen: CitizenRecord): StoredMessage {
  const first = sim.store.messagesOf(citizen.id).every((message) => message.from === 'system') && !citizen.tappedChat;
  citizen.tappedChat = true;
  interact(sim, citizen);
  if (first) void sim.webhook.emit(aboutCitizen(sim, citizen, 'user_click_chatnow'), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã bấm “Nhắn tin”`);
}

/** No event is documented for blocking; the OA learns it from `-244` (§3.5). */
export function setBlocked(sim: Sim, citizen: CitizenRecord, blocked: boolean): StoredMessage {
  citizen.blocked = blocked;
  return notice(sim, citizen, `${citizen.name} đã ${blocked ? 'chặn' : 'bỏ chặn'} OA`);
}

export function setBanned(sim: Sim, citizen: CitizenRecord, banned: boolean): StoredMessage {
  citizen.banned = banned;
  return notice(sim, citizen, `Tài khoản của ${citizen.name} ${banned ? 'đã bị khoá' : 'đã được mở lại'}`);
}

/** A reaction is not an interaction (§3.5). */
export function react(sim: Sim, citizen: CitizenRecord, { messageId, icon }: Act<'react'>): StoredMessage[] {
  const message = sim.store.message(messageId);
  if (message?.citizenId !== citizen.id) throw new ControlFault(404, 'Không có tin nhắn này');
  const body = { msg_id: messageId, react_icon: needText(icon) };
  if (icon === REMOVE_ICON) delete message.citizenReaction;
  else message.citizenReaction = icon;
  sim.messageChanged(message);
  void sim.webhook.emit(fromCitizen(sim, citizen, 'user_reacted_message', body), citizen.id);
  return [];
}

/** §1.7, §3.5: ringing the OA is an interaction, and so is taking the OA's call; a call that rang in vain is none. */
export function call(sim: Sim, citizen: CitizenRecord, { by = 'citizen', seconds = 57 }: Act<'call'>): StoredMessage {
  if (citizen.blocked) throw new ControlFault(409, 'Người dân đang chặn OA; phải bỏ chặn trước khi gọi');
  const answered = seconds > 0;
  if (by === 'citizen' || answered) interact(sim, citizen);
  void sim.webhook.emit(callEvent(sim, citizen, { by, seconds }), citizen.id);
  const message: StoredMessage = {
    id: newMessageId(),
    citizenId: citizen.id,
    from: by === 'citizen' ? 'citizen' : 'official',
    kind: 'call',
    call: { by, seconds, answered },
    at: sim.clock.now(),
  };
  sim.store.addMessage(message);
  sim.messageChanged(message);
  return message;
}

export function submitInfo(sim: Sim, citizen: CitizenRecord, act: Act<'submitInfo'>): StoredMessage {
  const { name, phone, address = '', ward = '', city = '' } = act;
  citizen.sharedInfo = { name: needText(name), phone: needText(phone), address, ward, city };
  interact(sim, citizen);
  const info = { name, phone, full_address: { user_city: city, user_ward: ward, user_address: address } };
  void sim.webhook.emit(submitInfoEvent(sim, citizen, info), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã gửi thông tin liên hệ`);
}

export function withdraw(sim: Sim, citizen: CitizenRecord): StoredMessage {
  void sim.webhook.emit(aboutCitizen(sim, citizen, 'user_withdraw'), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã rút lại sự đồng ý và yêu cầu xoá dữ liệu`);
}

/** §7.4: what `requestSendNotification()` asks in the Mini App; no event tells of it. */
export function setNotifyAllowed(sim: Sim, citizen: CitizenRecord, on: boolean): StoredMessage {
  citizen.notifyAllowed = on;
  const what = on ? 'cho phép' : 'không cho phép';
  return notice(sim, citizen, `${citizen.name} ${what} Mini App gửi thông báo`);
}

/** §7.5: told to the Mini App webhook, not to the OA's. */
export function revokeConsent(sim: Sim, citizen: CitizenRecord): StoredMessage {
  if (sim.config.miniAppId === undefined) throw new ControlFault(409, 'Trình giả lập chưa được đặt ZALO_MINIAPP_ID');
  citizen.notifyAllowed = false;
  forgetStandings(sim, citizen);
  void sim.webhook.emit(revokeConsentEvent(sim, citizen, sim.config.miniAppId), citizen.id, 'miniapp');
  return notice(sim, citizen, `${citizen.name} đã rút lại sự đồng ý trong Mini App`);
}

/** No event is documented; the sender learns it from -119, -139 or -141 (§4.4). */
export function setZnsRefusal(sim: Sim, citizen: CitizenRecord, what: ZnsRefusal | null): StoredMessage {
  if (what !== null && !Object.hasOwn(REFUSED, what)) throw new ControlFault(400, 'what phải là account, type hoặc oa');
  citizen.znsRefusal = what;
  return notice(sim, citizen, `${citizen.name} ${what === null ? 'lại nhận tin ZNS' : REFUSED[what]}`);
}

const REFUSED: Record<ZnsRefusal, string> = {
  account: 'không nhận được tin ZNS nào',
  type: 'đã từ chối loại tin ZNS này',
  oa: 'đã từ chối tin ZNS của OA này',
};

export function setOaAdmin(sim: Sim, citizen: CitizenRecord, on: boolean): StoredMessage {
  citizen.oaAdmin = on;
  return notice(sim, citizen, `${citizen.name} ${on ? 'là' : 'không còn là'} quản trị viên của OA`);
}
