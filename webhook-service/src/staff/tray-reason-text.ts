import { type TrayReason, trayReasons, trayReasonText } from '../routing/tray-reasons.ts';

/** Reasons the lifecycle gives (`perform/columns-after`); those of routing have their own sentences. */
const ofLifecycle: Readonly<Record<string, string>> = {
  ping_pong: 'Ba lần bị trả lại vì không đúng đơn vị, cần quyết định đơn vị chịu trách nhiệm.',
  objection: 'Người dân đề nghị xem lại việc từ chối tiếp nhận.',
  split: 'Vừa được tách khỏi phản ánh chính, cần quyết định đơn vị xử lý.',
};
const ofRouting: ReadonlySet<string> = new Set(trayReasons());

/** Why a report is in the tray, one Vietnamese sentence; a reason this build does not know is shown as it is. */
export function trayReasonWords(reason: string): string {
  return ofRouting.has(reason) ? trayReasonText(reason as TrayReason) : (ofLifecycle[reason] ?? reason);
}
