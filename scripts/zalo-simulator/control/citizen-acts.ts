import { createHash } from 'node:crypto';
import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { CitizenAct } from '../control-api.ts';
import { EMPTY_MP4, EMPTY_PDF, SILENT_AMR, STICKER_PATH } from '../media/canned.ts';
import { mediaPath, thumbnailPath } from '../media/media-store.ts';
import { emitSeen } from '../oa/receipts.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { isFilled, isHttpUrl, type JsonObject, newMessageId } from '../values.ts';
import { aboutCitizen, followEvent, fromCitizen, submitInfoEvent } from '../webhook/events.ts';
import { photoMedia } from './photos.ts';

/** What a citizen does in the chat, and the event each act becomes (§1.7, §1.8). Returns the messages it added. */
export function actAsCitizen(sim: Sim, citizen: CitizenRecord, act: CitizenAct): StoredMessage[] {
  switch (act.act) {
    case 'text':
      return [sendText(sim, citizen, { text: needText(act.text), quoteId: act.quoteId })];
    case 'photos':
      return sendPhotos(sim, citizen, act);
    case 'gif':
      return [sendPicture(sim, citizen, { mediaId: photoMedia(sim, act.photoId), kind: 'gif' })];
    case 'location':
      return [sendLocation(sim, citizen, act)];
    case 'press':
      return pressButton(sim, citizen, act);
    case 'sticker':
      return [sendSticker(sim, citizen)];
    case 'audio':
      return [sendAudio(sim, citizen)];
    case 'video':
      return [sendVideo(sim, citizen)];
    case 'file':
      return [sendFile(sim, citizen, needText(act.name))];
    case 'link':
      return [sendLink(sim, citizen, act)];
    case 'follow':
      return [follow(sim, citizen)];
    case 'unfollow':
      return [unfollow(sim, citizen)];
    case 'chatnow':
      return [clickChatNow(sim, citizen)];
    case 'block':
    case 'unblock':
      return [setBlocked(sim, citizen, act.act === 'block')];
    case 'ban':
    case 'unban':
      return [setBanned(sim, citizen, act.act === 'ban')];
    case 'seen':
      emitSeen(sim, citizen);
      return [];
    case 'react':
      return react(sim, citizen, act);
    case 'submitInfo':
      return [submitInfo(sim, citizen, act)];
    case 'withdraw':
      return [withdraw(sim, citizen)];
    default:
      throw new ControlFault(400, 'Không có hành động này');
  }
}

type ChatPart = Pick<StoredMessage, 'kind'> & Partial<StoredMessage>;
type Act<Name extends CitizenAct['act']> = Extract<CitizenAct, { act: Name }>;

/** One message of the citizen: chat, interaction (§3.5) and event belong together. */
function say(
  sim: Sim,
  citizen: CitizenRecord,
  eventName: string,
  part: ChatPart,
  extra: JsonObject = {},
): StoredMessage {
  if (citizen.blocked) throw new ControlFault(409, 'Người dân đang chặn OA; phải bỏ chặn trước khi nhắn');
  const message: StoredMessage = {
    id: newMessageId(),
    citizenId: citizen.id,
    from: 'citizen',
    at: sim.clock.now(),
    ...part,
  };
  interact(sim, citizen);
  sim.store.addMessage(message);
  sim.messageChanged(message);
  const { text, ...rest } = extra;
  const body = { ...(text === undefined ? {} : { text }), msg_id: message.id, ...rest };
  void sim.webhook.emit(fromCitizen(sim, citizen, eventName, body), citizen.id);
  return message;
}

function interact(sim: Sim, citizen: CitizenRecord): void {
  citizen.lastInteractionAt = sim.clock.now();
}

/** A line of the chat that is not a message, such as "đã quan tâm". */
function notice(sim: Sim, citizen: CitizenRecord, text: string): StoredMessage {
  const at = sim.clock.now();
  const message: StoredMessage = { id: newMessageId(), citizenId: citizen.id, from: 'system', kind: 'event', text, at };
  sim.store.addMessage(message);
  sim.messageChanged(message);
  return message;
}

function sendText(
  sim: Sim,
  citizen: CitizenRecord,
  { text, quoteId, hidden }: { text: string; quoteId?: string | undefined; hidden?: boolean },
): StoredMessage {
  const quote = quoteId === undefined ? {} : { quoteId };
  const part: ChatPart = { kind: 'text', text, ...quote, ...(hidden ? { hidden } : {}) };
  return say(sim, citizen, 'user_send_text', part, {
    text,
    ...(quoteId === undefined ? {} : { quote_msg_id: quoteId }),
  });
}

/** §1.7: several pictures chosen at once arrive as several events; the caption goes with the first. */
function sendPhotos(sim: Sim, citizen: CitizenRecord, { photoIds, caption }: Act<'photos'>): StoredMessage[] {
  if (!Array.isArray(photoIds) || photoIds.length === 0) throw new ControlFault(400, 'Cần ít nhất một photoId');
  const mediaIds = photoIds.map((photoId) => photoMedia(sim, photoId));
  return mediaIds.map((mediaId, index) => {
    const words = index === 0 && isFilled(caption) ? { text: caption } : {};
    return sendPicture(sim, citizen, { mediaId, kind: 'image', ...words });
  });
}

function sendPicture(
  sim: Sim,
  citizen: CitizenRecord,
  { mediaId, kind, text }: { mediaId: string; kind: 'image' | 'gif'; text?: string },
): StoredMessage {
  const [imageUrl, thumbnailUrl] = [mediaPath(mediaId), thumbnailPath(mediaId)];
  const words = text === undefined ? {} : { text };
  const payload = { thumbnail: sim.absolute(thumbnailUrl), url: sim.absolute(imageUrl) };
  const attachments = [{ payload, type: kind }];
  return say(sim, citizen, `user_send_${kind}`, { kind, imageUrl, thumbnailUrl, ...words }, { ...words, attachments });
}

function sendLocation(sim: Sim, citizen: CitizenRecord, { latitude, longitude }: Act<'location'>): StoredMessage {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) throw new ControlFault(400, 'Toạ độ phải là số');
  const coordinates = { latitude: String(latitude), longitude: String(longitude) };
  const attachments = [{ payload: { coordinates }, type: 'location' }];
  return say(
    sim,
    citizen,
    'user_send_location',
    { kind: 'location', location: { latitude, longitude } },
    { text: '', attachments },
  );
}

/** §3.3: only `oa.query.*` sends something; nothing in the event tells it from typed text (§1.7). */
function pressButton(sim: Sim, citizen: CitizenRecord, { messageId, buttonIndex }: Act<'press'>): StoredMessage[] {
  const message = sim.store.message(messageId);
  const button = message?.citizenId === citizen.id ? message.buttons?.[buttonIndex] : undefined;
  if (!button) throw new ControlFault(404, 'Tin nhắn này không có nút đó');
  if (button.type !== 'oa.query.show' && button.type !== 'oa.query.hide') return [];
  const sent = sendText(sim, citizen, { text: String(button.payload), hidden: button.type === 'oa.query.hide' });
  return sent.hidden ? [] : [sent];
}

function sendSticker(sim: Sim, citizen: CitizenRecord): StoredMessage {
  const attachments = [{ payload: { id: 'c4a2f0d17e', url: sim.absolute(STICKER_PATH) }, type: 'sticker' }];
  return say(sim, citizen, 'user_send_sticker', { kind: 'sticker', imageUrl: STICKER_PATH }, { attachments });
}

function sendAudio(sim: Sim, citizen: CitizenRecord): StoredMessage {
  const url = mediaPath(sim.media.put(SILENT_AMR, 'amr'));
  const file = { name: 'ghi-am.amr', size: SILENT_AMR.length, url };
  return say(
    sim,
    citizen,
    'user_send_audio',
    { kind: 'audio', file },
    {
      attachments: [{ payload: { url: sim.absolute(url) }, type: 'audio' }],
    },
  );
}

function sendVideo(sim: Sim, citizen: CitizenRecord): StoredMessage {
  const url = mediaPath(sim.media.put(EMPTY_MP4, 'mp4'));
  const file = { name: 'quay-phim.mp4', size: EMPTY_MP4.length, url };
  const payload = { thumbnail: sim.absolute(STICKER_PATH), description: '', url: sim.absolute(url) };
  return say(sim, citizen, 'user_send_video', { kind: 'video', file }, { attachments: [{ payload, type: 'video' }] });
}

function sendFile(sim: Sim, citizen: CitizenRecord, name: string): StoredMessage {
  const url = mediaPath(sim.media.put(EMPTY_PDF, 'pdf'));
  const checksum = createHash('md5').update(EMPTY_PDF).digest('hex');
  const type = name.includes('.') ? (name.split('.').at(-1) ?? '') : '';
  const payload = { url: sim.absolute(url), size: String(EMPTY_PDF.length), name, checksum, type };
  const file = { name, size: EMPTY_PDF.length, url };
  return say(sim, citizen, 'user_send_file', { kind: 'file', file }, { attachments: [{ payload, type: 'file' }] });
}

function sendLink(sim: Sim, citizen: CitizenRecord, { url, description = '' }: Act<'link'>): StoredMessage {
  if (!isHttpUrl(url)) throw new ControlFault(400, 'url phải là địa chỉ http(s)');
  const attachments = [{ payload: { thumbnail: '', description, url }, type: 'link' }];
  return say(
    sim,
    citizen,
    'user_send_link',
    { kind: 'link', text: url, links: [{ title: '', url, thumb: '', description }] },
    { text: url, attachments },
  );
}

function follow(sim: Sim, citizen: CitizenRecord): StoredMessage {
  if (citizen.followed) throw new ControlFault(409, 'Người dân đã quan tâm OA rồi');
  citizen.followed = true;
  interact(sim, citizen);
  void sim.webhook.emit(followEvent(sim, citizen, 'follow'), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã quan tâm OA`);
}

/** Leaving is not an interaction, and it does not close a window that is open (§3.5). */
function unfollow(sim: Sim, citizen: CitizenRecord): StoredMessage {
  if (!citizen.followed) throw new ControlFault(409, 'Người dân chưa quan tâm OA');
  citizen.followed = false;
  void sim.webhook.emit(followEvent(sim, citizen, 'unfollow'), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã bỏ quan tâm OA`);
}

/** §1.7: the event comes once per user and OA, and only if they never chatted; every tap is an interaction (§3.5). */
function clickChatNow(sim: Sim, citizen: CitizenRecord): StoredMessage {
  const first = sim.store.messagesOf(citizen.id).every((message) => message.from === 'system') && !citizen.tappedChat;
  citizen.tappedChat = true;
  interact(sim, citizen);
  if (first) void sim.webhook.emit(aboutCitizen(sim, citizen, 'user_click_chatnow'), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã bấm “Nhắn tin”`);
}

/** No event is documented for blocking; the OA learns it from `-244` (§3.5). */
function setBlocked(sim: Sim, citizen: CitizenRecord, blocked: boolean): StoredMessage {
  citizen.blocked = blocked;
  return notice(sim, citizen, `${citizen.name} đã ${blocked ? 'chặn' : 'bỏ chặn'} OA`);
}

function setBanned(sim: Sim, citizen: CitizenRecord, banned: boolean): StoredMessage {
  citizen.banned = banned;
  return notice(sim, citizen, `Tài khoản của ${citizen.name} ${banned ? 'đã bị khoá' : 'đã được mở lại'}`);
}

/** A reaction is not an interaction (§3.5). */
function react(sim: Sim, citizen: CitizenRecord, { messageId, icon }: Act<'react'>): StoredMessage[] {
  if (sim.store.message(messageId)?.citizenId !== citizen.id) throw new ControlFault(404, 'Không có tin nhắn này');
  const body = { msg_id: messageId, react_icon: needText(icon) };
  void sim.webhook.emit(fromCitizen(sim, citizen, 'user_reacted_message', body), citizen.id);
  return [];
}

function submitInfo(sim: Sim, citizen: CitizenRecord, act: Act<'submitInfo'>): StoredMessage {
  const { name, phone, address = '', ward = '', city = '' } = act;
  citizen.sharedInfo = { name: needText(name), phone: needText(phone), address, ward, city };
  interact(sim, citizen);
  const info = { name, phone, full_address: { user_city: city, user_ward: ward, user_address: address } };
  void sim.webhook.emit(submitInfoEvent(sim, citizen, info), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã gửi thông tin liên hệ`);
}

function withdraw(sim: Sim, citizen: CitizenRecord): StoredMessage {
  void sim.webhook.emit(aboutCitizen(sim, citizen, 'user_withdraw'), citizen.id);
  return notice(sim, citizen, `${citizen.name} đã rút lại sự đồng ý và yêu cầu xoá dữ liệu`);
}

function needText(text: unknown): string {
  if (!isFilled(text)) throw new ControlFault(400, 'Nội dung không được trống');
  return text;
}
