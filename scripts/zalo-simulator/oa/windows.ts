import { refused } from '../answers.ts';
import { DAY, HOUR, vietnamDate } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { CitizenRecord } from '../state.ts';
import { daggerRefusal } from './request.ts';

export const FREE_WINDOW = 48 * HOUR;
const PAID_WINDOW = 7 * DAY;

/** §3.4: since 2026 the free count stays fixed at 8. */
const REPLY_QUOTA = '8';

export interface Quota {
  quota_type: 'reply' | 'sub_quota' | 'purchase_quota';
  remain: string;
  total: string;
  expired_date: string;
  owner_type: 'OA';
  owner_id: string;
}

/** Whether a consultation message may go to this person now (§3.5, §11.2); takes nothing yet. */
export function checkWindow(sim: Sim, citizen: CitizenRecord): void {
  if (citizen.lastInteractionAt === null) {
    throw refused(
      -232,
      'User has not interacted with the OA, or the last interaction has expired',
      'Người dân chưa từng tương tác với OA nên OA không được nhắn trước (§3.5, §11.2).',
    );
  }
  if (citizen.banned) {
    throw refused(
      -227,
      'User is banned or has been inactive for more than 45 days',
      'Tài khoản bị khoá hoặc không hoạt động quá 45 ngày (§3.5, §11.2).',
    );
  }
  if (citizen.blocked) {
    throw refused(
      -244,
      'User has restricted this message type from your OA',
      'Người dân đã chặn OA hoặc hạn chế loại tin này (§3.5, §11.2).',
    );
  }
  if (sim.clock.now() - citizen.lastInteractionAt > PAID_WINDOW) {
    throw refused(
      -230,
      'User has not interacted with the OA in the past 7 days',
      'Đã quá 7 ngày kể từ lần tương tác cuối (§3.5, §11.2).',
    );
  }
}

/** Free within 48 h at any hour, then the package's messages, then bought ones (§3.5). Call after `checkWindow`. */
export function charge(sim: Sim, citizen: CitizenRecord): Quota {
  const last = citizen.lastInteractionAt ?? 0;
  if (sim.clock.now() - last <= FREE_WINDOW) {
    return quota(sim, { type: 'reply', remain: REPLY_QUOTA, total: REPLY_QUOTA, until: last + FREE_WINDOW });
  }
  return chargePaid(sim);
}

function chargePaid(sim: Sim): Quota {
  const { settings, quotaTotals } = sim.store.data;
  const until = sim.clock.now() + 30 * DAY;
  if (settings.subQuota > 0) {
    settings.subQuota -= 1;
    return quota(sim, { type: 'sub_quota', remain: String(settings.subQuota), total: String(quotaTotals.sub), until });
  }
  return chargeBought(sim);
}

export function chargeBought(sim: Sim): Quota {
  const { settings, quotaTotals } = sim.store.data;
  if (settings.purchaseQuota <= 0) {
    throw daggerRefusal(sim, 'quotaExhausted', 'Hết tin trong gói và tin mua thêm (§3.5, §11.2)');
  }
  settings.purchaseQuota -= 1;
  const [remain, total] = [String(settings.purchaseQuota), String(quotaTotals.purchase)];
  return quota(sim, { type: 'purchase_quota', remain, total, until: sim.clock.now() + 365 * DAY });
}

interface QuotaFields {
  type: Quota['quota_type'];
  remain: string;
  total: string;
  until: number;
}

function quota(sim: Sim, { type, remain, total, until }: QuotaFields): Quota {
  const owner = { owner_type: 'OA' as const, owner_id: sim.config.oaId };
  return { quota_type: type, remain, total, expired_date: vietnamDate(until), ...owner };
}
