import { refused } from '../answers.ts';
import { DAY, vietnamDate } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';
import type { JsonObject } from '../values.ts';
import type { ApiResult } from './openapi.ts';
import { requireBody, requireUser } from './request.ts';
import { FREE_WINDOW } from './windows.ts';

/** `POST /v3.0/oa/quota/message`: last interaction of one person, or the packages of the OA (§3.7). */
export function quotaMessage(sim: Sim, call: Call): ApiResult {
  const body = requireBody(call);
  return body.quota_owner === undefined ? quotaOfUser(sim, body) : { data: packages(sim, body) };
}

function quotaOfUser(sim: Sim, body: JsonObject): ApiResult {
  const citizen = requireUser(sim, body.user_id);
  if (citizen.lastInteractionAt === null) {
    throw refused(-213, 'User has not followed OA', 'Người này chưa quan tâm và chưa từng tương tác với OA (§3.12).');
  }
  const open = sim.clock.now() - citizen.lastInteractionAt <= FREE_WINDOW;
  return {
    citizenId: citizen.id,
    data: {
      last_interaction: String(citizen.lastInteractionAt),
      cs_reply: { remain: open ? 8 : 0, total: 8 },
      promotion: { daily_remain: 0, daily_total: 1, monthly_remain: 4, monthly_total: 6 },
    },
  };
}

function packages(sim: Sim, body: JsonObject): unknown[] {
  const { settings, quotaTotals } = sim.store.data;
  const all = [
    { quota_type: 'sub_quota', total: quotaTotals.sub, remain: settings.subQuota, days: 30 },
    { quota_type: 'purchase_quota', total: quotaTotals.purchase, remain: settings.purchaseQuota, days: 365 },
    { quota_type: 'reward_quota', total: 0, remain: 0, days: 30 },
  ];
  const wanted = all.filter(({ quota_type }) => body.quota_type === undefined || body.quota_type === quota_type);
  return wanted.map(({ quota_type, total, remain, days }) => ({
    asset_id: `${quota_type}-${sim.config.oaId}`,
    product_type: 'cs',
    quota_type,
    valid_through: vietnamDate(sim.clock.now() + days * DAY),
    total,
    remain,
  }));
}
