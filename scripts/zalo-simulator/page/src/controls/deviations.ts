import type { SimSettings } from '../../../control-api.ts';
import type { SettingsChange } from '../sim/api.ts';
import { faultLabel, hostLabel } from './labels.ts';

export interface Deviation {
  text: string;
  /** What puts it right again. */
  undo: SettingsChange;
}

/** Everything set so that Zalo does not behave at its best; shown at all times, so that nobody hunts a fault they switched on. */
export function deviationsOf(settings: SimSettings): Deviation[] {
  const { webhook, zns, miniapp } = settings;
  const found: (Deviation | false)[] = [
    settings.fault !== null && {
      text: `${faultLabel(settings.fault)}${settings.faultCalls > 0 ? ` · còn ${settings.faultCalls} lần` : ''}`,
      undo: { fault: null, faultCalls: 0 },
    },
    settings.faultHost !== 'oa' && {
      text: `Sự cố nhằm vào ${hostLabel(settings.faultHost)}`,
      undo: { faultHost: 'oa' },
    },
    webhook.deliver === 'none' && { text: 'Mất mọi sự kiện', undo: { webhook: { deliver: 'all' } } },
    webhook.dropRate > 0 && {
      text: `Mất ${Math.round(webhook.dropRate * 100)} % sự kiện`,
      undo: { webhook: { dropRate: 0 } },
    },
    zns.zca !== 'funded' && {
      text: zns.zca === 'none' ? 'Chưa nối ZCA' : 'ZCA hết tiền',
      undo: { zns: { zca: 'funded' } },
    },
    !miniapp.ipAllowed && { text: 'Mini App: IP bị chặn', undo: { miniapp: { ipAllowed: true } } },
    !miniapp.scopeGranted && { text: 'Mini App: thiếu quyền gửi', undo: { miniapp: { scopeGranted: true } } },
    settings.csButtons === 'reject' && { text: 'Từ chối tin có nút', undo: { csButtons: 'accept' } },
    settings.freeTier && { text: 'OA gói miễn phí', undo: { freeTier: false } },
    settings.echo === 'none' && { text: 'Không có echo', undo: { echo: 'after' } },
    settings.echo === 'before' && { text: 'Echo đến trước', undo: { echo: 'after' } },
    settings.echoDelayMs > 0 && { text: `Echo trễ ${settings.echoDelayMs} ms`, undo: { echoDelayMs: 0 } },
    !settings.autoReceive && { text: 'Máy không báo đã nhận', undo: { autoReceive: true } },
    (settings.appStatus ?? 'active') !== 'active' && {
      text: 'Ứng dụng không hoạt động',
      undo: { appStatus: 'active' },
    },
    webhook.copies !== 1 && { text: `Mỗi webhook gửi ${webhook.copies} lần`, undo: { webhook: { copies: 1 } } },
    webhook.delayMaxMs > 0 && {
      text: `Webhook trễ ${webhook.delayMinMs}–${webhook.delayMaxMs} ms`,
      undo: { webhook: { delayMinMs: 0, delayMaxMs: 0 } },
    },
    webhook.badSignature && { text: 'Chữ ký sai', undo: { webhook: { badSignature: false } } },
    webhook.numericTimestamp && { text: 'timestamp là số', undo: { webhook: { numericTimestamp: false } } },
    webhook.omitUserIdByApp && { text: 'Thiếu user_id_by_app', undo: { webhook: { omitUserIdByApp: false } } },
    (webhook.rawStyle ?? 'compact') !== 'compact' && {
      text: 'JSON viết khác thường',
      undo: { webhook: { rawStyle: 'compact' } },
    },
  ];
  return found.filter((one) => one !== false);
}
