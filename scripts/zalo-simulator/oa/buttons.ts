import { refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { ChatMessage } from '../control-api.ts';
import { asArray, asObject, codePoints, isFilled, isHttpsUrl, type JsonObject } from '../values.ts';
import { daggerRefusal } from './request.ts';

const MAX_BUTTONS = 5;
const MAX_TITLE = 100;
const MAX_QUERY_PAYLOAD = 1000;

export type Button = NonNullable<ChatMessage['buttons']>[number];

/** §3.2: buttons and lists on v3 CS are on no current page, so a switch may refuse them. */
export function checkButtonsAllowed(sim: Sim): void {
  if (sim.store.data.settings.csButtons === 'accept') return;
  throw refused(
    -233,
    'message type is invalid or not support',
    'Nút bấm và danh sách trên tin tư vấn v3 không có trong tài liệu hiện hành; công tắc đang từ chối (§3.2).',
  );
}

/** Buttons of §3.3 with their limits. */
export function readButtons(sim: Sim, value: unknown): Button[] {
  const raw = asArray(value).map(asObject);
  if (raw.length === 0) throw invalid(sim, 'buttons phải là mảng có ít nhất một nút');
  if (raw.length > MAX_BUTTONS) throw daggerRefusal(sim, 'tooLong', `Quá ${MAX_BUTTONS} nút (§3.3, §11.2)`);
  return raw.map((button) => readButton(sim, button));
}

function readButton(sim: Sim, { title, type, payload }: JsonObject): Button {
  if (!isFilled(title)) throw invalid(sim, 'Nút thiếu title');
  if (codePoints(title) > MAX_TITLE)
    throw daggerRefusal(sim, 'tooLong', `title của nút dài quá ${MAX_TITLE} ký tự (§3.3, §11.2)`);
  switch (type) {
    case 'oa.open.url':
      if (!isHttpsUrl(asObject(payload).url)) throw invalid(sim, 'oa.open.url cần payload.url là địa chỉ https');
      break;
    case 'oa.query.show':
    case 'oa.query.hide':
      if (!isFilled(payload)) throw invalid(sim, `${type} cần payload là một chuỗi`);
      if (codePoints(payload) > MAX_QUERY_PAYLOAD) {
        throw daggerRefusal(sim, 'tooLong', `payload của ${type} dài quá ${MAX_QUERY_PAYLOAD} ký tự (§3.3, §11.2)`);
      }
      break;
    case 'oa.open.sms':
      if (!isFilled(asObject(payload).content) || !isPhone(asObject(payload).phone_code)) {
        throw invalid(sim, 'oa.open.sms cần payload.content và payload.phone_code');
      }
      break;
    case 'oa.open.phone':
      if (!isPhone(asObject(payload).phone_code)) throw invalid(sim, 'oa.open.phone cần payload.phone_code');
      break;
    default:
      throw invalid(sim, `Loại nút “${String(type)}” không có trong tài liệu`);
  }
  return { title, type, payload };
}

function isPhone(value: unknown): boolean {
  return typeof value === 'string' && /^\+?\d{3,15}$/.test(value);
}

function invalid(sim: Sim, why: string) {
  return daggerRefusal(sim, 'buttonsInvalid', `${why} (§3.3, §11.2)`);
}
