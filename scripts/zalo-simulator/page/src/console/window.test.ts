import { expect, it } from 'vitest';
import type { Citizen } from '../../../control-api.ts';
import { windowOf } from './window.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;

it.each([
  { hoursAgo: 0, blocked: false, text: 'Miễn phí còn 2 ngày' },
  { hoursAgo: 47, blocked: false, text: 'Miễn phí còn 1 giờ' },
  { hoursAgo: 49, blocked: false, text: 'Tính phí, còn 4 ngày 23 giờ' },
  { hoursAgo: 169, blocked: false, text: 'Quá 7 ngày' },
  { hoursAgo: null, blocked: false, text: 'Chưa tương tác' },
  { hoursAgo: 1, blocked: true, text: 'Đã chặn OA' },
])('$hoursAgo hours after the last interaction (blocked: $blocked) it reads "$text"', ({ hoursAgo, blocked, text }) => {
  const citizen = { blocked, lastInteractionAt: hoursAgo === null ? null : NOW - hoursAgo * HOUR } as Citizen;
  expect(windowOf(citizen, NOW).text).toBe(text);
});
