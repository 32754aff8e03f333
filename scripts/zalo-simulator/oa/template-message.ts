import { createHash } from 'node:crypto';
import { refused } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';
import { asObject, isFilled, type JsonObject } from '../values.ts';
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
  const data = checkTemplate(sim, body);
  if (citizen.lastInteractionAt === null) {
    throw refused(-213, 'User has not followed OA', 'Người này chưa từng tương tác với OA (§3.9, §3.12).');
  }
  if (citizen.blocked) {
    throw refused(-244, 'User has restricted this message type from your OA', 'Người dân đã chặn OA (§3.5).');
  }
  const quota = chargeBought(sim);
  const content = templateContent(String(body.template_id), data);
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

function checkTemplate(sim: Sim, body: JsonObject): JsonObject {
  const template = sim.store.data.templates.find(({ id }) => id === body.template_id);
  if (!template) throw daggerRefusal(sim, 'templateUnknown', 'Không có mẫu tin với template_id này (§3.9, §11.2)');
  if (!template.byUid) {
    throw refused(-249, 'Template does not support send via UID', 'Mẫu tin này không gửi được theo UID (§3.9, §11.2).');
  }
  if (!template.approved) throw daggerRefusal(sim, 'templateNotApproved', 'Mẫu tin chưa được duyệt (§3.9, §11.2)');
  const data = asObject(body.template_data);
  const missing = template.parameters.find((name) => !isFilled(data[name]) && typeof data[name] !== 'number');
  if (missing !== undefined)
    throw daggerRefusal(sim, 'templateData', `template_data thiếu tham số “${missing}” (§3.9)`);
  return data;
}

function templateContent(templateId: string, data: JsonObject): Content {
  const text = Object.entries(data)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('\n');
  const checksum = createHash('md5').update(text).digest('hex');
  // §1.8 names these keys; the attachment's type is a guess of the samples.
  const payload = { zinstant_id: templateId, text, link_url: '', checksum };
  return {
    chat: { kind: 'text', text },
    echo: { name: 'oa_send_template', attachments: [{ payload, type: 'template' }] },
  };
}

/** `/message/transaction` and `/message/promotion` ended on 1 March 2026 (§3.1). */
export function sendDiscontinued(sim: Sim): ApiResult {
  throw daggerRefusal(sim, 'discontinued', 'Loại tin này đã ngừng từ ngày 01/3/2026 (§3.1, §11.2)');
}
