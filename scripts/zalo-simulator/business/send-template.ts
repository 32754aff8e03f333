import { createHash } from 'node:crypto';
import { isNight } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { ZbsTemplate } from '../control-api.ts';
import type { HostResult } from '../host-answer.ts';
import type { Call } from '../http.ts';
import { emitDelivered } from '../oa/receipts.ts';
import { countSent, sentToday } from '../sent-today.ts';
import type { CitizenRecord, StoredMessage } from '../state.ts';
import { asObject, isFilled, isObject, type JsonObject, newMessageId, tryParseJson } from '../values.ts';
import { faultOfData } from '../zbs-template-data.ts';
import { checkBusinessAccess } from './access.ts';
import { quotaOf } from './lookups.ts';
import { templateOf } from './template-info.ts';
import { type ZnsError, znsRefusal } from './zns-errors.ts';

const MAX_TRACKING_ID = 48;

/** `POST /message/template` (§4.1): by phone number. */
export function sendByPhone(sim: Sim, call: Call): HostResult {
  return send(sim, call, (body) => {
    const { phone } = body;
    if (typeof phone !== 'string' || !/^\+?84\d{8,10}$/.test(phone)) {
      throw znsRefusal('-108', 'phone phải là 84… hoặc +84…, số 0 ở đầu không được nhận (§4.1, §11.3).');
    }
    const digits = phone.replace('+', '');
    return { named: digits, owns: (citizen) => citizen.phone === digits };
  });
}

/** `POST /message/template/hashphone` (§4.1): by the SHA-256 hex of the `84…` string. */
export function sendByHash(sim: Sim, call: Call): HostResult {
  return send(sim, call, ({ hash_phone }) => {
    if (typeof hash_phone !== 'string' || !/^[0-9a-f]{64}$/.test(hash_phone)) {
      throw znsRefusal('-108', 'hash_phone phải là SHA-256 dạng hex của số 84… (§4.1, §11.3).');
    }
    const hashed = (phone: string) => createHash('sha256').update(phone).digest('hex');
    return { named: hash_phone, owns: (citizen) => hashed(citizen.phone) === hash_phone };
  });
}

interface Recipient {
  /** As the sender named it; the receipt names it the same way (§1.11). */
  named: string;
  owns: (citizen: CitizenRecord) => boolean;
}

/** The checks of §11.3 in one order: body, token, recipient's form, template, data, sender, person, hour, quota. */
function send(sim: Sim, call: Call, readRecipient: (body: JsonObject) => Recipient): HostResult {
  const body = requireBody(call);
  checkBusinessAccess(sim, call);
  const recipient = readRecipient(body);
  const template = sendableTemplate(sim, body);
  const data = checkData(template, body);
  const trackingId = trackingIdOf(body);
  const sendingMode = sendingModeOf(body, template);
  checkSender(sim);
  const citizen = receiverOf(sim, recipient);
  checkDevelopment(sim, body, citizen);
  checkHour(sim, template);
  checkQuota(sim, template);

  countSent(sim, 'zns');
  countSent(sim, `zns ${template.id}`);
  const message = record(sim, { citizen, template, data, trackingId, recipient: recipient.named });
  return {
    body: {
      error: 0,
      message: 'Success',
      data: { msg_id: message.id, sent_time: String(message.at), sending_mode: sendingMode, quota: quotaOf(sim) },
    },
    citizenId: citizen.id,
    after: () => {
      if (sim.store.data.settings.autoReceive) emitDelivered(sim, citizen, message);
    },
  };
}

function requireBody(call: Call): JsonObject {
  const text = call.body.toString('utf8');
  if (text.trim() === '') throw znsRefusal('-121', 'Thân yêu cầu trống (§11.3).');
  const parsed = tryParseJson(text);
  if (!isObject(parsed)) throw znsRefusal('-122', 'Thân yêu cầu không phải một đối tượng JSON (§11.3).');
  return parsed;
}

function sendableTemplate(sim: Sim, body: JsonObject): ZbsTemplate {
  if (!isFilled(body.template_id)) throw znsRefusal('-109', 'template_id thiếu hoặc không phải chuỗi (§4.1, §11.3).');
  const template = templateOf(sim, body.template_id);
  if (template.status === 'DISABLE' || template.quality === 'LOW') {
    throw znsRefusal('-146', 'Mẫu tin đã bị tắt vì chất lượng thấp (§4.3, §11.3).');
  }
  if (template.status !== 'ENABLE') throw znsRefusal('-131', 'Mẫu tin chưa được duyệt (§11.3).');
  if (!template.byPhone) throw znsRefusal('-145', 'Mẫu tin này không gửi theo số điện thoại (§4.4).');
  return template;
}

function checkData(template: ZbsTemplate, body: JsonObject): JsonObject {
  const data = asObject(body.template_data);
  const fault = faultOfData(template, data);
  if (!fault) return data;
  throw znsRefusal(String(fault.error) as ZnsError, `${fault.explanation} (§4.1, §11.3).`);
}

function trackingIdOf({ tracking_id }: JsonObject): string {
  if (isFilled(tracking_id) && tracking_id.length <= MAX_TRACKING_ID) return tracking_id;
  throw znsRefusal('-132', `tracking_id là bắt buộc và dài tối đa ${MAX_TRACKING_ID} ký tự (§4.1, §11.3 †).`);
}

/** §4.1: "1", or "3" (beyond quota) for white-listed OAs, which this one is not. */
function sendingModeOf({ sending_mode = '1' }: JsonObject, template: ZbsTemplate): string {
  if (sending_mode === '1') return '1';
  if (sending_mode === '3' && template.tag !== 3) {
    throw znsRefusal('-162', 'sending_mode 3 không dùng cho mẫu tin giao dịch và chăm sóc (§4.4).');
  }
  throw znsRefusal(
    '-161',
    'sending_mode phải là "1"; OA này không thuộc danh sách được gửi vượt hạn mức (§4.1, §4.4).',
  );
}

/** §4.3: paid package, and a Zalo Cloud Account with money. */
function checkSender(sim: Sim): void {
  const { freeTier, zns } = sim.store.data.settings;
  if (freeTier) throw znsRefusal('-135', 'OA đang ở gói miễn phí, không được gửi ZNS (§4.3, §4.4).');
  if (zns.zca === 'none') throw znsRefusal('-136', 'Ứng dụng chưa nối Zalo Cloud Account (§4.3, §11.3).');
  if (zns.zca === 'empty') throw znsRefusal('-137', 'Zalo Cloud Account hết tiền (§4.3, §11.3).');
}

function receiverOf(sim: Sim, { owns }: Recipient): CitizenRecord {
  const citizen = sim.store.data.citizens.find(owns);
  if (!citizen) throw znsRefusal('-118', 'Số này không có tài khoản Zalo (§11.3).');
  if (citizen.banned || citizen.znsRefusal === 'account') {
    throw znsRefusal('-119', 'Tài khoản này không nhận được tin ZNS (§11.3).');
  }
  if (citizen.znsRefusal === 'type') throw znsRefusal('-139', 'Người dân đã từ chối loại tin này (§11.3).');
  if (citizen.znsRefusal === 'oa' || citizen.blocked) {
    throw znsRefusal('-141', 'Người dân đã từ chối tin của OA này (§11.3).');
  }
  return citizen;
}

/** §4.1: development messages go to administrators only, out of a wallet of their own. */
function checkDevelopment(sim: Sim, { mode }: JsonObject, citizen: CitizenRecord): void {
  if (mode === undefined) return;
  if (mode !== 'development') throw znsRefusal('-132', 'mode chỉ có thể là "development" (§4.1, §4.4).');
  if (!citizen.oaAdmin) {
    throw znsRefusal('-127', 'mode "development" chỉ gửi được cho quản trị viên của ứng dụng hoặc OA (§4.1, §11.3).');
  }
  if (sim.store.data.settings.zns.developmentWallet === 'empty') {
    throw znsRefusal('-126', 'Ví thử nghiệm đã hết (§4.1, §11.3).');
  }
}

function checkHour(sim: Sim, template: ZbsTemplate): void {
  if (!template.noNight || !isNight(sim.clock.now())) return;
  throw znsRefusal('-133', 'Mẫu tin này không gửi từ 22:00 đến 06:00 giờ Hà Nội (§3.10, §11.3).');
}

function checkQuota(sim: Sim, template: ZbsTemplate): void {
  if (sentToday(sim, 'zns') >= sim.store.data.settings.zns.dailyQuota) {
    throw znsRefusal('-144', 'OA đã dùng hết hạn mức ZNS trong ngày (§4.3, §11.3).');
  }
  if (template.dailyQuota !== null && sentToday(sim, `zns ${template.id}`) >= template.dailyQuota) {
    throw znsRefusal('-147', 'Mẫu tin đã hết hạn mức trong ngày (§11.3).');
  }
}

interface Sent {
  citizen: CitizenRecord;
  template: ZbsTemplate;
  data: JsonObject;
  trackingId: string;
  recipient: string;
}

/** On the phone it is a message of its own kind; the OA's conversation does not hold it. */
function record(sim: Sim, { citizen, template, data, trackingId, recipient }: Sent): StoredMessage {
  const message: StoredMessage = {
    id: newMessageId(),
    citizenId: citizen.id,
    from: 'app',
    kind: 'text',
    channel: 'zns',
    title: template.name,
    text: Object.entries(data)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join('\n'),
    templateId: template.id,
    trackingId,
    recipient,
    at: sim.clock.now(),
  };
  sim.store.addMessage(message);
  sim.messageChanged(message);
  return message;
}
