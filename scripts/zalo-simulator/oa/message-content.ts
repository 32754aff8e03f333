import { refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import { STICKER_PATH } from '../media/canned.ts';
import { mediaPath, thumbnailPath } from '../media/media-store.ts';
import type { StoredMessage } from '../state.ts';
import {
  asArray,
  asObject,
  codePoints,
  isFilled,
  isHttpsUrl,
  isHttpUrl,
  isObject,
  type JsonObject,
} from '../values.ts';
import { findAttachment } from './attachments.ts';
import { checkButtonsAllowed, readButtons } from './buttons.ts';
import { daggerRefusal } from './request.ts';

/** §3.2: text of a consultation message, and the caption of a picture. */
const MAX_TEXT = 2000;
const MAX_LIST = 5;

type ChatPart = Pick<StoredMessage, 'kind'> &
  Partial<Pick<StoredMessage, 'text' | 'imageUrl' | 'thumbnailUrl' | 'file' | 'buttons' | 'links' | 'templateId'>>;

/** An accepted message: what the chat shows, and the echo's name and attachments. */
export interface Content {
  chat: ChatPart;
  echo: { name: string; attachments?: JsonObject[]; text?: string };
}

/** Reads the `message` object of a send call, refusing every shape that §3.2 does not know. */
export function readContent(sim: Sim, value: unknown): Content {
  const message = asObject(value);
  const text = readText(sim, message.text);
  if (message.attachment === undefined || message.attachment === null) {
    if (text === undefined) throw empty(sim);
    return { chat: { kind: 'text', text }, echo: { name: 'oa_send_text', text } };
  }
  const attachment = asObject(message.attachment);
  const payload = asObject(attachment.payload);
  if (attachment.type === 'file') return fileContent(sim, payload);
  if (attachment.type !== 'template') throw unsupported(`attachment.type “${String(attachment.type)}”`);
  switch (payload.template_type) {
    case 'media':
      return mediaContent(sim, payload, text);
    case 'request_user_info':
      return requestInfoContent(sim, payload);
    case 'list':
      return listContent(sim, payload);
    case undefined:
      return buttonContent(sim, payload, text);
    default:
      throw unsupported(`template_type “${String(payload.template_type)}”`);
  }
}

function readText(sim: Sim, text: unknown): string | undefined {
  if (text === undefined || text === null || text === '') return undefined;
  if (!isFilled(text)) throw empty(sim);
  if (codePoints(text) > MAX_TEXT)
    throw daggerRefusal(sim, 'tooLong', `Nội dung dài quá ${MAX_TEXT} ký tự (§3.2, §11.2)`);
  return text;
}

function mediaContent(sim: Sim, payload: JsonObject, text: string | undefined): Content {
  const elements = asArray(payload.elements);
  const [element] = elements;
  if (elements.length !== 1 || !isObject(element)) throw badElements(sim, 'Tin media phải có đúng một phần tử');
  const hasUrl = element.url !== undefined;
  if (hasUrl === (element.attachment_id !== undefined)) {
    throw badElements(sim, 'Phần tử media phải có đúng một trong hai: url hoặc attachment_id');
  }
  const words = text === undefined ? {} : { text };
  switch (element.media_type) {
    case 'image':
      return { ...pictureContent(sim, element, 'image', words) };
    case 'gif':
      if (!isSize(element.width) || !isSize(element.height)) throw badElements(sim, 'Ảnh gif phải có width và height');
      return { ...pictureContent(sim, element, 'gif', words) };
    case 'sticker':
      return stickerContent(sim, element);
    default:
      throw badElements(sim, 'media_type phải là image, gif hoặc sticker');
  }
}

function pictureContent(sim: Sim, element: JsonObject, kind: 'image' | 'gif', words: { text?: string }): Content {
  const { url, thumbnail } = pictureAddress(sim, element, kind);
  const attachments = [{ payload: { thumbnail: sim.absolute(thumbnail), url: sim.absolute(url) }, type: kind }];
  return {
    chat: { kind, imageUrl: url, thumbnailUrl: thumbnail, ...words },
    echo: { name: `oa_send_${kind}`, attachments, ...words },
  };
}

function pictureAddress(sim: Sim, element: JsonObject, kind: 'image' | 'gif') {
  if (element.url !== undefined) {
    if (!isHttpUrl(element.url)) throw badElements(sim, 'url của ảnh phải là địa chỉ công khai');
    return { url: element.url, thumbnail: element.url };
  }
  const { mediaId } = findAttachment(sim, element.attachment_id, kind);
  return { url: mediaPath(mediaId), thumbnail: thumbnailPath(mediaId) };
}

function stickerContent(sim: Sim, { attachment_id, url }: JsonObject): Content {
  const address = isHttpUrl(url) ? url : STICKER_PATH;
  if (url === undefined && !isFilled(attachment_id)) throw badElements(sim, 'Nhãn dán thiếu attachment_id');
  const id = isFilled(attachment_id) ? attachment_id : 'sticker';
  return {
    chat: { kind: 'sticker', imageUrl: address },
    echo: { name: 'oa_send_sticker', attachments: [{ payload: { id, url: sim.absolute(address) }, type: 'sticker' }] },
  };
}

function fileContent(sim: Sim, payload: JsonObject): Content {
  const { mediaId, fileName, size, checksum } = findAttachment(sim, payload.token, 'file');
  const url = mediaPath(mediaId);
  const type = fileName.split('.').at(-1) ?? '';
  const described = { url: sim.absolute(url), size: String(size), name: fileName, checksum, type };
  return {
    chat: { kind: 'file', file: { name: fileName, size, url } },
    echo: { name: 'oa_send_file', attachments: [{ payload: described, type: 'file' }] },
  };
}

function requestInfoContent(sim: Sim, payload: JsonObject): Content {
  const elements = asArray(payload.elements);
  const { title, subtitle, image_url } = asObject(elements[0]);
  if (elements.length !== 1 || !isFilled(title) || !isHttpsUrl(image_url)) {
    throw daggerRefusal(
      sim,
      'requestInfoInvalid',
      'request_user_info cần đúng một phần tử có title và image_url https (§3.2, §11.2)',
    );
  }
  const description = isFilled(subtitle) ? subtitle : '';
  const link = { title, url: '', thumb: image_url, description };
  return {
    chat: { kind: 'link', text: title, imageUrl: image_url, links: [link] },
    // The echo of this template is an `oa_send_list` (samples, note of `oa_send_list`).
    echo: { name: 'oa_send_list', text: '', attachments: [linkAttachment(link)] },
  };
}

function listContent(sim: Sim, payload: JsonObject): Content {
  checkButtonsAllowed(sim);
  const elements = asArray(payload.elements).map(asObject);
  if (elements.length === 0) throw badElements(sim, 'Danh sách không có phần tử');
  if (elements.length > MAX_LIST)
    throw daggerRefusal(sim, 'tooLong', `Danh sách quá ${MAX_LIST} phần tử (§3.2, §11.2)`);
  const links = elements.map((element) => listLink(sim, element));
  const buttons = payload.buttons === undefined ? [] : readButtons(sim, payload.buttons);
  return {
    chat: {
      kind: 'link',
      text: links.map((link) => link.title).join('\n'),
      links,
      ...(buttons.length > 0 ? { buttons } : {}),
    },
    echo: { name: 'oa_send_list', text: '', attachments: links.map(linkAttachment) },
  };
}

function listLink(sim: Sim, { title, subtitle, image_url, default_action }: JsonObject) {
  if (!isFilled(title)) throw badElements(sim, 'Phần tử danh sách thiếu title');
  const action = asObject(default_action);
  // §3.2: a default_action of type oa.open.url carries `url` itself, not `payload.url`.
  if (action.type === 'oa.open.url' && !isHttpsUrl(action.url))
    throw badElements(sim, 'default_action oa.open.url cần url https');
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { title, url: text(action.url), thumb: text(image_url), description: text(subtitle) };
}

function linkAttachment({
  title,
  url,
  thumb,
  description,
}: {
  title: string;
  url: string;
  thumb: string;
  description: string;
}): JsonObject {
  return { payload: { thumbnail: thumb, description, url, title }, type: 'link' };
}

function buttonContent(sim: Sim, payload: JsonObject, text: string | undefined): Content {
  checkButtonsAllowed(sim);
  if (text === undefined) throw empty(sim);
  const buttons = readButtons(sim, payload.buttons);
  // No page says what the echo of a text with buttons looks like (§12.6); the text is what the chat shows.
  return { chat: { kind: 'text', text, buttons }, echo: { name: 'oa_send_text', text } };
}

function isSize(value: unknown): boolean {
  return Number.isFinite(Number(value)) && Number(value) > 0;
}

function empty(sim: Sim) {
  return daggerRefusal(sim, 'emptyMessage', 'Tin trống: không có text cũng không có attachment hợp lệ (§11.2)');
}

function badElements(sim: Sim, why: string) {
  return daggerRefusal(sim, 'elementsInvalid', `${why} (§3.2, §11.2)`);
}

function unsupported(what: string) {
  return refused(
    -233,
    'message type is invalid or not support',
    `${what} không có trong tài liệu tin tư vấn (§3.2, §3.12).`,
  );
}
