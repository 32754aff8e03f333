import { expect, it } from 'vitest';
import { lineWords } from './line-words.ts';
import { line } from './testing/samples.ts';
import { myReportsTexts } from './texts.ts';

const reading = { language: 'vi', now: new Date('2026-11-24T03:00:00.000Z') } as const;
const words = (changes: Partial<typeof line>) => lineWords({ ...line, ...changes }, myReportsTexts.vi.line, reading);

it('says who has it and until when', () => {
  expect(words({})).toBe('UBND phường Láng đang xử lý · trả lời trước 17:00 thứ Tư 25/11');
  expect(words({ state: 'received', agency: null, holder: 'Cán bộ tiếp nhận đang xác định đơn vị xử lý' })).toBe(
    'Cán bộ tiếp nhận đang xác định đơn vị xử lý · chuyển đơn vị trước 17:00 thứ Tư 25/11',
  );
});

it('speaks to the one who is asked', () => {
  expect(words({ state: 'awaiting_citizen', needsMe: 'question' })).toBe(
    'UBND phường Láng chờ bạn trả lời · xin trả lời trước 17:00 thứ Tư 25/11',
  );
});

it('is sorry for what is late, and not for what waits for the person', () => {
  expect(words({ overdue: true })).toBe('UBND phường Láng đang xử lý · đã quá hạn 17:00 thứ Tư 25/11, xin lỗi bạn');
  const holder = 'UBND phường Láng đã trả lời';
  expect(words({ overdue: true, state: 'answered', needsMe: 'confirm', holder })).toBe(
    'UBND phường Láng đã trả lời · chờ bạn xác nhận đến 17:00 thứ Tư 25/11',
  );
});

it('asks a follower for nothing', () => {
  expect(words({ state: 'answered', holder: 'UBND phường Láng đã trả lời' })).toBe('UBND phường Láng đã trả lời');
});

it('says of what is over when it was sent', () => {
  expect(words({ state: 'withdrawn', dueAt: null, holder: 'Người gửi đã rút phản ánh này' })).toBe(
    'Người gửi đã rút phản ánh này · gửi 09:00 thứ Năm 19/11 · 5 ngày trước',
  );
});

it('goes by the report it was merged into', () => {
  expect(words({ state: 'merged', mainCode: 'HN-HF2WTX3K', mainState: 'in_progress' })).toBe(
    'UBND phường Láng đang xử lý · trả lời trước 17:00 thứ Tư 25/11 · xử lý chung với HN-HF2WTX3K',
  );
});
