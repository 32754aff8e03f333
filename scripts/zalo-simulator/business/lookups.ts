import type { Sim } from '../context.ts';
import type { HostResult } from '../host-answer.ts';
import type { Call } from '../http.ts';
import { sentToday } from '../sent-today.ts';
import { isFilled } from '../values.ts';
import { checkBusinessAccess } from './access.ts';
import { znsRefusal } from './zns-errors.ts';

/** §4.2: these calls take ordinary query parameters, not `data=`. */
const ok = (data: unknown): HostResult => ({ body: { error: 0, message: 'Success', data } });

/** `GET /message/status?message_id=` (§4.1): -1 unknown id, 0 not delivered yet, 1 delivered. */
export function messageStatus(sim: Sim, call: Call): HostResult {
  checkBusinessAccess(sim, call);
  const id = call.query.get('message_id');
  if (!isFilled(id)) throw znsRefusal('-107', 'Thiếu tham số message_id (§4.1, §4.4).');
  const message = sim.store.message(id);
  if (message?.channel !== 'zns') return ok({ status: -1, message: 'Message id is not exist' });
  if (message.receivedAt === undefined) return ok({ status: 0, message: 'Message is not delivered yet' });
  return ok({ delivery_time: String(message.receivedAt), status: 1, message: 'Message is delivered' });
}

/** What `remainingQuota` is now (§4.1, §4.2). */
export function quotaOf(sim: Sim): { dailyQuota: string; remainingQuota: string } {
  const { dailyQuota } = sim.store.data.settings.zns;
  const remaining = Math.max(0, dailyQuota - sentToday(sim, 'zns'));
  return { dailyQuota: String(dailyQuota), remainingQuota: String(remaining) };
}

/** `GET /message/quota` (§4.2). */
export function messageQuota(sim: Sim, call: Call): HostResult {
  checkBusinessAccess(sim, call);
  return ok({ ...quotaOf(sim), dailyQuotaPromotion: null, remainingQuotaPromotion: null });
}

/** `GET /quality` (§4.2). */
export function qualityOfOa(sim: Sim, call: Call): HostResult {
  checkBusinessAccess(sim, call);
  const { quality } = sim.store.data.settings.zns;
  return ok({ oaCurrentQuality: quality, oa7dayQuality: quality });
}
