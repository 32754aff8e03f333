import { createHash } from 'node:crypto';
import { refused } from '../answers.ts';
import { DAY } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { ZbsTemplate } from '../control-api.ts';
import type { Call } from '../http.ts';
import type { CitizenRecord } from '../state.ts';
import { asObject, type JsonObject } from '../values.ts';
import { faultOfData } from '../zbs-template-data.ts';
import { checkTier } from './gate.ts';
import type { Content } from './message-content.ts';
import type { ApiResult } from './openapi.ts';
import { daggerRefusal, requireBody, requireUser } from './request.ts';
import { recordSent } from './sent-message.ts';
import { chargeBought } from './windows.ts';

/** `POST /v3.0/oa/message/template`: paid, by UID, not bound to the 7-day window (§3.9). */
export function sendTemplate(sim: Sim, call: Call): ApiResult {
  checkTier(sim);
  const body = requireBody(call);
  const citizen = requireUser(sim, body.user_id);
  const { template, data } = checkTemplate(sim, body);
  checkPayable(sim);
  checkRecipient(sim, citizen);
  const quota = chargeBought(sim);
  const content = templateContent(template.id, data);
  const { message, announce } = recordSent(sim, { citizen, content });
  return {
    data: {
      message_id: message.id,
      user_id: citizen.id,
      sent_time: String(message.at),
      quota: { quota_type: quota.quota_type, remain: Number(quota.remain) },
    },
    citizenId: citizen.id,
    announce,
  };
}

/** §3.9: a Zalo Cloud Account with money in it. */
function checkPayable(sim: Sim): void {
  const { zca } = sim.store.data.settings.zns;
  if (zca === 'none') {
    throw refused(
      -320,
      'Your app needs to connect with Zalo Cloud Account to use paid features',
      'Ứng dụng chưa nối Zalo Cloud Account nên không gửi được tin tính phí (§3.9, §3.12).',
    );
  }
  if (zca === 'empty') {
    throw refused(
      -321,
      'Zalo Cloud Account associated with this app is out of money or unable to be charged',
      'Zalo Cloud Account hết tiền hoặc không trừ được tiền (§3.9, §3.12).',
    );
  }
}

/** No 7-day window, but somebody the OA has met within a year (§3.9). */
function checkRecipient(sim: Sim, citizen: CitizenRecord): void {
  if (citizen.lastInteractionAt === null) {
    throw refused(-213, 'User has not followed OA', 'Người này chưa từng tương tác với OA (§3.9, §3.12).');
  }
  if (citizen.banned) {
    throw refused(
      -227,
      'User is banned or has been inactive for more than 45 days',
      'Tài khoản bị khoá hoặc không hoạt động quá 45 ngày (§3.5).',
    );
  }
  if (citizen.blocked) {
    throw refused(-244, 'User has restricted this message type from your OA', 'Người dân đã chặn OA (§3.5).');
  }
  if (sim.clock.now() - citizen.lastInteractionAt > 365 * DAY) {
    throw refused(
      -232,
      'User has not interacted with the OA, or the last interaction has expired',
      'Đã quá một năm kể từ lần tương tác cuối (§3.9).',
    );
  }
}

function checkTemplate(sim: Sim, body: JsonObject): { template: ZbsTemplate; data: JsonObject } {
  const template = sim.store.data.templates.find(({ id }) => id === body.template_id);
  if (!template || template.foreign)
    throw daggerRefusal(sim, 'templateUnknown', 'Không có mẫu tin với template_id này (§3.9, §11.2)');
  if (!template.byUid) {
    throw refused(-249, 'Template does not support send via UID', 'Mẫu tin này không gửi được theo UID (§3.9, §11.2).');
  }
  if (template.status !== 'ENABLE')
    throw daggerRefusal(sim, 'templateNotApproved', 'Mẫu tin chưa được duyệt (§3.9, §11.2)');
  const data = asObject(body.template_data);
  // The codes of single parameters are published for templates by phone only (§4.4); the rules are the same.
  const fault = faultOfData(template, data);
  if (fault) throw daggerRefusal(sim, 'templateData', `${fault.explanation} (§3.9)`);
  return { template, data };
}

function templateContent(templateId: string, data: JsonObject): Content {
  const text = Object.entries(data)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('\n');
  const checksum = createHash('md5').update(text).digest('hex');
  // §1.8 names these keys; the attachment's type is a guess of the samples.
  const payload = { zinstant_id: templateId, text, link_url: '', checksum };
  return {
    chat: { kind: 'text', text, templateId },
    echo: { name: 'oa_send_template', attachments: [{ payload, type: 'template' }] },
  };
}

/** `/message/transaction` and `/message/promotion` ended on 1 March 2026 (§3.1). */
export function sendDiscontinued(sim: Sim): ApiResult {
  throw daggerRefusal(sim, 'discontinued', 'Loại tin này đã ngừng từ ngày 01/3/2026 (§3.1, §11.2)');
}
