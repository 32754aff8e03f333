/** Lengths of time in Vietnamese words. */
import type { ClockMode } from '../../../db/seed/priority-policy.ts';

/** `40 giờ làm việc`, `4 giờ (tính cả đêm và ngày nghỉ)`, for allowances. */
export function hoursWords(minutes: number, clock: ClockMode): string {
  const length = durationWords(minutes * 60_000);
  return clock === '24x7' ? `${length} (tính cả đêm và ngày nghỉ)` : `${length} làm việc`;
}

/** `7 giờ`, `1 giờ 30 phút`, `29 phút 40 giây`; parts of a second are cut off. Hours are not made into days: a working day is not 24 of them. */
export function durationWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [
    [Math.floor(seconds / 3600), 'giờ'],
    [Math.floor(seconds / 60) % 60, 'phút'],
    [seconds % 60, 'giây'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return words.length > 0 ? words.join(' ') : 'chưa đến 1 giây';
}
