import type { ReportLine } from '../use-my-reports.ts';

/** Invented, like everything here. */
export const line: ReportLine = {
  code: 'HN-7K3MR4T5',
  state: 'in_progress',
  stateLabel: 'Đang xử lý',
  mainCode: null,
  mainState: null,
  category: 'Ổ gà, mặt đường hư hỏng',
  ward: 'phường Láng',
  place: 'trước số 12 phố Chùa Láng',
  agency: 'UBND phường Láng',
  holder: 'UBND phường Láng đang xử lý',
  updatedAt: '2026-11-20T02:00:00.000Z',
  receivedAt: '2026-11-19T02:00:00.000Z',
  dueAt: '2026-11-25T10:00:00.000Z',
  dueWords: '17:00 thứ Tư, 25/11/2026',
  overdue: false,
  needsMe: null,
  needsYou: null,
  thumbnailUrl: null,
  published: false,
};
