import type { Sim } from '../context.ts';
import type { TemplateStatus, ZbsTemplate } from '../control-api.ts';
import type { HostResult } from '../host-answer.ts';
import type { Call } from '../http.ts';
import type { JsonObject } from '../values.ts';
import { checkBusinessAccess } from './access.ts';
import { znsRefusal } from './zns-errors.ts';

/** §4.2: `status=1..4`. The numbers follow the order in which the statuses are named there. */
const STATUS_NUMBERS: Record<string, TemplateStatus> = {
  '1': 'ENABLE',
  '2': 'PENDING_REVIEW',
  '3': 'REJECT',
  '4': 'DISABLE',
};

const MAX_LIMIT = 100;
const TAGS = { 1: 'TRANSACTION', 2: 'CUSTOMER_CARE', 3: 'PROMOTION' } as const;

/** `GET /template/info/v2?template_id=` (§4.2): parameters with their limits, status, quality, prices. */
export function templateInfo(sim: Sim, call: Call): HostResult {
  checkBusinessAccess(sim, call);
  const template = templateOf(sim, call.query.get('template_id'));
  return { body: { error: 0, message: 'Success', data: described(template) } };
}

/** `GET /template/all?offset&limit≤100&status` (§4.2). */
export function allTemplates(sim: Sim, call: Call): HostResult {
  checkBusinessAccess(sim, call);
  const offset = Number(call.query.get('offset') ?? 0);
  const limit = Number(call.query.get('limit') ?? MAX_LIMIT);
  const status = call.query.get('status');
  const wanted = status === null ? undefined : STATUS_NUMBERS[status];
  const fits = Number.isInteger(offset) && offset >= 0 && Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT;
  if (!fits || (status !== null && wanted === undefined)) {
    throw znsRefusal('-132', `offset, limit (≤ ${MAX_LIMIT}) hoặc status không hợp lệ (§4.2, §4.4).`);
  }
  const own = sim.store.data.templates.filter(
    (template) => !template.foreign && (wanted === undefined || template.status === wanted),
  );
  const data = own.slice(offset, offset + limit).map(({ id, name, status: now, quality }) => ({
    templateId: id,
    templateName: name,
    status: now,
    templateQuality: quality,
  }));
  return { body: { error: 0, message: 'Success', data, metadata: { total: own.length } } };
}

/** The OA's own template of this id, whatever its status (§11.3). */
export function templateOf(sim: Sim, id: unknown): ZbsTemplate {
  const template = sim.store.data.templates.find((candidate) => candidate.id === String(id));
  if (!template || template.status === 'DELETE') {
    throw znsRefusal('-109', 'Không có mẫu tin với template_id này (§4.4, §11.3).');
  }
  if (template.foreign) throw znsRefusal('-117', 'Mẫu tin thuộc OA khác (§4.4, §11.3).');
  return template;
}

function described({ id, name, status, quality, tag, pricePhone, priceUid, parameters }: ZbsTemplate): JsonObject {
  return {
    templateId: id,
    templateName: name,
    status,
    reason: '',
    listParams: parameters.map(({ name: parameter, require, type, maxLength }) => ({
      name: parameter,
      require,
      type,
      maxLength,
      minLength: require ? 1 : 0,
      acceptNull: !require,
    })),
    templateQuality: quality,
    templateTag: TAGS[tag],
    price_sdt: pricePhone,
    price_uid: priceUid,
  };
}
