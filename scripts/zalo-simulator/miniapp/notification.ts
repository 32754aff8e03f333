import { type Refused, refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { HostResult } from '../host-answer.ts';
import { type Call, jsonBody } from '../http.ts';
import { countSent, sentToday } from '../sent-today.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { asObject, isFilled, isHttpsUrl, isObject, type JsonObject, newMessageId } from '../values.ts';

/** §7.4; the texts behind the numbers are not published. */
const MESSAGES = {
  '-100': 'Missing parameter',
  '-101': 'Invalid parameter',
  '-102': 'Invalid API key',
  '-103': 'Too many requests',
  '-104': 'Authentication required',
  '-109': 'Out of quota',
  '-110': 'User id invalid',
  '-111': 'This app may not notify this user',
  '-112': 'Scope is missing',
  '-113': 'IP is not allowed',
  '-114': 'Mini App id invalid',
} as const;

/** What the documentation's template holds (§7.4). */
const FIELDS = ['title', 'contentTitle', 'contentDescription', 'buttonText', 'buttonUrl'] as const;

/** `POST /notification/template` (§7.4): a notice of the common "Zalo Mini App" account, not of the OA. */
export function sendNotification(sim: Sim, call: Call): HostResult {
  checkKey(sim, call);
  const citizen = userOf(sim, call);
  const data = templateDataOf(sim, call);
  checkAllowed(sim, citizen);
  countSent(sim, 'miniapp');
  countSent(sim, `miniapp ${citizen.id}`);
  const message = record(sim, citizen, data);
  return {
    body: { err: 0, msg: 'Success', data: { msgId: message.id } },
    citizenId: citizen.id,
    after: () => arrive(sim, message),
  };
}

function checkKey(sim: Sim, call: Call): void {
  const given = call.headers['x-api-key'];
  const { miniapp } = sim.store.data.settings;
  if (!given) throw refusal('-104', 'Thiếu header X-Api-Key');
  if (!given.startsWith('Bearer ')) throw refusal('-102', 'X-Api-Key phải có “Bearer ” phía trước †');
  if (sim.config.miniAppApiKey === undefined || given !== `Bearer ${sim.config.miniAppApiKey}`) {
    throw refusal('-102', 'X-Api-Key không phải khoá Open API của Mini App');
  }
  if (!miniapp.ipAllowed) throw refusal('-113', 'Địa chỉ IP gọi đến không nằm trong danh sách cho phép');
  if (!miniapp.scopeGranted) throw refusal('-112', 'Khoá chưa được cấp quyền apps.send.notification');
  if (call.headers['x-miniapp-id'] !== sim.config.miniAppId) {
    throw refusal('-114', 'X-MiniApp-Id thiếu hoặc không phải Mini App này');
  }
}

/** §9: the Mini App knows people by their app-scoped id. */
function userOf(sim: Sim, call: Call): CitizenRecord {
  const id = call.headers['x-user-id'];
  if (!id) throw refusal('-100', 'Thiếu header X-User-Id');
  const citizen = sim.store.data.citizens.find((candidate) => candidate.idByApp === id);
  if (citizen) return citizen;
  const why = sim.store.citizen(id)
    ? 'X-User-Id là id theo OA; ở đây cần id theo ứng dụng (§9)'
    : 'X-User-Id không phải người dùng của ứng dụng';
  throw refusal('-110', why);
}

function templateDataOf(sim: Sim, call: Call): Record<(typeof FIELDS)[number], string> {
  const body: JsonObject | undefined = jsonBody(call);
  if (!body) throw refusal('-100', 'Thân yêu cầu không phải JSON');
  if (!isFilled(body.templateId)) throw refusal('-100', 'Thiếu templateId');
  if (!sim.store.data.settings.miniapp.templateIds.includes(body.templateId)) {
    throw refusal('-101', 'Không có mẫu thông báo với templateId này');
  }
  if (!isObject(body.templateData)) throw refusal('-100', 'Thiếu templateData');
  const data = asObject(body.templateData);
  for (const field of FIELDS) {
    if (data[field] === undefined || data[field] === '') throw refusal('-100', `templateData thiếu ${field}`);
    if (!isFilled(data[field])) throw refusal('-101', `templateData.${field} phải là một chuỗi`);
  }
  if (!isHttpsUrl(data.buttonUrl)) throw refusal('-101', 'templateData.buttonUrl phải là địa chỉ https');
  return data as Record<(typeof FIELDS)[number], string>;
}

function checkAllowed(sim: Sim, citizen: CitizenRecord): void {
  const { dailyQuota, perPersonDaily } = sim.store.data.settings.miniapp;
  if (!citizen.notifyAllowed || citizen.banned) {
    throw refusal('-111', 'Người dân chưa cho phép Mini App gửi thông báo (requestSendNotification)');
  }
  if (sentToday(sim, `miniapp ${citizen.id}`) >= perPersonDaily) {
    throw refusal('-103', 'Đã gửi quá nhiều thông báo cho người này trong ngày');
  }
  if (sentToday(sim, 'miniapp') >= dailyQuota) throw refusal('-109', 'Mini App đã hết hạn mức thông báo trong ngày');
}

function record(sim: Sim, citizen: CitizenRecord, data: Record<(typeof FIELDS)[number], string>): StoredMessage {
  const message: StoredMessage = {
    id: newMessageId(),
    citizenId: citizen.id,
    from: 'app',
    kind: 'text',
    channel: 'miniapp',
    title: data.title,
    text: `${data.contentTitle}\n${data.contentDescription}`,
    buttons: [{ title: data.buttonText, type: 'oa.open.url', payload: { url: data.buttonUrl } }],
    at: sim.clock.now(),
  };
  sim.store.addMessage(message);
  sim.messageChanged(message);
  return message;
}

/** No receipt is documented (§7.4): only the phone knows that it came. */
function arrive(sim: Sim, message: StoredMessage): void {
  if (!sim.store.data.settings.autoReceive) return;
  message.receivedAt = sim.clock.now();
  sim.messageChanged(message);
}

function refusal(err: keyof typeof MESSAGES, explanation: string): Refused {
  return refused(Number(err), MESSAGES[err], `${explanation} (§7.4, §11.5).`);
}
