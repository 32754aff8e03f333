import type { WireEntry } from '../../../control-api.ts';

export const filters = [
  { id: 'all', label: 'Tất cả' },
  { id: 'webhook', label: 'Webhook' },
  { id: 'api', label: 'API' },
  { id: 'bridge', label: 'Mini App' },
  { id: 'refused', label: 'Bị từ chối' },
] as const;

export type Filter = (typeof filters)[number]['id'];

/** Photo downloads belong with the API calls: both are the service asking Zalo. */
export function passes(entry: WireEntry, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'refused') return wentWrong(entry);
  if (filter === 'api') return entry.direction === 'api' || entry.direction === 'media';
  return entry.direction === filter;
}

export function wentWrong(entry: WireEntry): boolean {
  return typeof entry.status !== 'number' || entry.status >= 400 || entry.status === 0 || (entry.errorCode ?? 0) !== 0;
}

export function statusText(status: WireEntry['status']): string {
  const words = { timeout: 'quá giờ', refused: 'không nối được', reset: 'bị cắt' };
  return typeof status === 'number' ? String(status) : words[status];
}

export function directionText(entry: WireEntry): string {
  return WAYS[entry.direction];
}

const WAYS: Record<WireEntry['direction'], string> = {
  webhook: 'Zalo gọi dịch vụ',
  api: 'Dịch vụ gọi Zalo',
  media: 'Dịch vụ tải ảnh',
  bridge: 'Mini App gọi Zalo trên điện thoại',
};
