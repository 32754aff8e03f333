import type { WireEntry } from '../../../control-api.ts';

export const filters = [
  { id: 'all', label: 'Tất cả' },
  { id: 'webhook', label: 'Webhook' },
  { id: 'api', label: 'API' },
  { id: 'refused', label: 'Bị từ chối' },
] as const;

export type Filter = (typeof filters)[number]['id'];

/** Photo downloads belong with the API calls: both are the service asking Zalo. */
export function passes(entry: WireEntry, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'refused') return wentWrong(entry);
  return filter === 'webhook' ? entry.direction === 'webhook' : entry.direction !== 'webhook';
}

export function wentWrong(entry: WireEntry): boolean {
  return typeof entry.status !== 'number' || entry.status >= 400 || entry.status === 0 || (entry.errorCode ?? 0) !== 0;
}

export function statusText(status: WireEntry['status']): string {
  const words = { timeout: 'quá giờ', refused: 'không nối được', reset: 'bị cắt' };
  return typeof status === 'number' ? String(status) : words[status];
}

export function directionText(entry: WireEntry): string {
  if (entry.direction === 'webhook') return 'Zalo gọi dịch vụ';
  return entry.direction === 'api' ? 'Dịch vụ gọi Zalo' : 'Dịch vụ tải ảnh';
}
