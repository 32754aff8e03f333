import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { CitizenAct } from '../control-api.ts';
import { STICKER_PATH } from '../media/canned.ts';
import { mediaPath, thumbnailPath } from '../media/media-store.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { isFilled, isHttpUrl } from '../values.ts';
import { type ChatPart, needText, say } from './citizen-say.ts';
import { fileAttachment, fileMedia } from './files.ts';
import { photoMedia } from './photos.ts';

/** Everything a citizen can put into the chat (§1.8). */
type Act<Name extends CitizenAct['act']> = Extract<CitizenAct, { act: Name }>;

export function sendText(
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
export function sendPhotos(sim: Sim, citizen: CitizenRecord, { photoIds, caption }: Act<'photos'>): StoredMessage[] {
  if (!Array.isArray(photoIds) || photoIds.length === 0) throw new ControlFault(400, 'Cần ít nhất một photoId');
  const mediaIds = photoIds.map((photoId) => photoMedia(sim, photoId));
  return mediaIds.map((mediaId, index) => {
    const words = index === 0 && isFilled(caption) ? { text: caption } : {};
    return sendPicture(sim, citizen, { mediaId, kind: 'image', ...words });
  });
}

export function sendPicture(
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

export function sendLocation(
  sim: Sim,
  citizen: CitizenRecord,
  { latitude, longitude }: Act<'location'>,
): StoredMessage {
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
export function pressButton(
  sim: Sim,
  citizen: CitizenRecord,
  { messageId, buttonIndex }: Act<'press'>,
): StoredMessage[] {
  const message = sim.store.message(messageId);
  const button = message?.citizenId === citizen.id ? message.buttons?.[buttonIndex] : undefined;
  if (!button) throw new ControlFault(404, 'Tin nhắn này không có nút đó');
  if (button.type !== 'oa.query.show' && button.type !== 'oa.query.hide') return [];
  const sent = sendText(sim, citizen, { text: String(button.payload), hidden: button.type === 'oa.query.hide' });
  return sent.hidden ? [] : [sent];
}

export function sendSticker(sim: Sim, citizen: CitizenRecord): StoredMessage {
  const attachments = [{ payload: { id: 'c4a2f0d17e', url: sim.absolute(STICKER_PATH) }, type: 'sticker' }];
  return say(sim, citizen, 'user_send_sticker', { kind: 'sticker', imageUrl: STICKER_PATH }, { attachments });
}

export function sendAudio(sim: Sim, citizen: CitizenRecord, { fileId }: Act<'audio'>): StoredMessage {
  const { url, size } = fileMedia(sim, fileId, 'amr');
  const attachments = [{ payload: { url: sim.absolute(url) }, type: 'audio' }];
  const file = { name: 'ghi-am.amr', size, url };
  return say(sim, citizen, 'user_send_audio', { kind: 'audio', file }, { attachments });
}

export function sendVideo(sim: Sim, citizen: CitizenRecord, { fileId }: Act<'video'>): StoredMessage {
  const { url, size } = fileMedia(sim, fileId, 'mp4');
  const payload = { thumbnail: sim.absolute(STICKER_PATH), description: '', url: sim.absolute(url) };
  const file = { name: 'quay-phim.mp4', size, url };
  return say(sim, citizen, 'user_send_video', { kind: 'video', file }, { attachments: [{ payload, type: 'video' }] });
}

export function sendFile(sim: Sim, citizen: CitizenRecord, { name, fileId }: Act<'file'>): StoredMessage {
  const found = fileMedia(sim, fileId, 'pdf');
  const attachments = [fileAttachment(sim, needText(name), found)];
  const file = { name, size: found.size, url: found.url };
  return say(sim, citizen, 'user_send_file', { kind: 'file', file }, { attachments });
}

/** §1.8: a card is an attachment of type `link` whose description is a JSON string. */
export function sendCard(sim: Sim, citizen: CitizenRecord, act: Act<'businessCard'>): StoredMessage {
  const card = { name: act.name ?? citizen.name, phone: act.phone ?? citizen.phone };
  const qrCodeUrl = sim.absolute(STICKER_PATH);
  const description = JSON.stringify({ phone: card.phone, qrCodeUrl });
  const payload = { thumbnail: sim.absolute('/media/avatar.svg'), description, url: 'https://zalo.me/u/2a7c' };
  const part: ChatPart = {
    kind: 'card',
    card,
    links: [{ title: card.name, url: payload.url, thumb: payload.thumbnail, description }],
  };
  return say(sim, citizen, 'user_send_business_card', part, { attachments: [{ payload, type: 'link' }] });
}

export function sendLink(sim: Sim, citizen: CitizenRecord, { url, description = '' }: Act<'link'>): StoredMessage {
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
