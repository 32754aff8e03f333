import type { WireEntry } from '../control-api.ts';
import { asObject, tryParseJson } from '../values.ts';
import type { SentEvent } from '../wire-log.ts';
import type { PostResult } from './transport.ts';

type NewEntry = Omit<WireEntry, 'seq' | 'at'>;

/** How an attempt appears in the wire log. */
export function attemptEntry(sent: SentEvent, headers: Record<string, string>, result: PostResult): NewEntry {
  const explanation = explain(result.status);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return {
    ...common(sent),
    status: result.status,
    durationMs: result.durationMs,
    request: `${lines.join('\n')}\n\n${pretty(sent.raw)}`,
    ...(sent.numRetry > 0 ? { numRetry: sent.numRetry } : {}),
    ...(explanation ? { explanation } : {}),
  };
}

export type UnsentReason = 'no-grant' | 'unsubscribed' | 'outage';

const UNSENT: Record<UnsentReason, string> = {
  'no-grant': 'Không gửi: OA chưa cấp quyền cho ứng dụng nên không có sự kiện nào được gửi (§1.1).',
  unsubscribed: 'Không gửi: ứng dụng đã bị ngừng nhận sự kiện; quản trị viên phải bật lại trong trang quản lý (§1.4).',
  outage: 'Mất trên đường: công tắc “mất sự kiện” đang bật, Zalo không gửi lại; chỉ còn cách đọc hội thoại (§5).',
};

/** An event that Zalo would not even try to send. */
export function unsentEntry(sent: SentEvent, reason: UnsentReason): NewEntry {
  return {
    ...common(sent),
    status: 'refused',
    durationMs: 0,
    explanation: UNSENT[reason],
    request: pretty(sent.raw),
  };
}

export function eventNameOf(raw: string): string {
  const { event_name, event } = asObject(tryParseJson(raw));
  return String(event_name ?? event ?? 'webhook');
}

function common({ eventName, citizenId }: SentEvent) {
  const who = citizenId === undefined ? {} : { citizenId };
  return { direction: 'webhook' as const, title: eventName, ...who };
}

function explain(status: PostResult['status']): string | undefined {
  switch (status) {
    case 200:
      return undefined;
    case 'timeout':
      return 'Máy chủ không trả lời 200 trong 2 giây nên Zalo coi là gửi hỏng (§1.2).';
    case 'refused':
      return 'Không mở được kết nối tới địa chỉ webhook (§1.4).';
    case 'reset':
      return 'Kết nối bị cắt trước khi có câu trả lời (§1.4).';
    default:
      return `Máy chủ trả lời HTTP ${status}; Zalo chỉ chấp nhận 200 (§1.2).`;
  }
}

function pretty(raw: string): string {
  const parsed = tryParseJson(raw);
  return parsed === undefined ? raw : JSON.stringify(parsed, null, 2);
}
