import type { Citizen } from '../../../control-api.ts';
import { span } from '../format.ts';

export interface Openness {
  text: string;
  hint: string;
  tone: 'free' | 'paid' | 'shut';
}

const HOUR = 3_600_000;
const FREE = 48 * HOUR;
const LAST = 7 * 24 * HOUR;

/** What the app may still send this citizen, by §3.5 of the contract; a person at the console may always write. */
export function windowOf(citizen: Citizen, now: number): Openness {
  if (citizen.blocked) return { text: 'Đã chặn OA', hint: 'Mọi tin gửi tới sẽ bị từ chối: lỗi -244', tone: 'shut' };
  if (citizen.lastInteractionAt === null) {
    return { text: 'Chưa tương tác', hint: 'Ứng dụng gửi tin sẽ bị từ chối: lỗi -232', tone: 'shut' };
  }
  const age = now - citizen.lastInteractionAt;
  if (age <= FREE)
    return {
      text: `Miễn phí còn ${span(FREE - age)}`,
      hint: 'Trong 48 giờ từ lần tương tác cuối: ứng dụng gửi miễn phí',
      tone: 'free',
    };
  if (age <= LAST)
    return {
      text: `Tính phí, còn ${span(LAST - age)}`,
      hint: 'Từ 48 giờ đến 7 ngày: tin của ứng dụng bị trừ hạn mức hoặc tính phí',
      tone: 'paid',
    };
  return { text: 'Quá 7 ngày', hint: 'Ứng dụng gửi tin sẽ bị từ chối: lỗi -230', tone: 'shut' };
}
