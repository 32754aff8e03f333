import { expect, it } from 'vitest';
import { lineWords } from './line-words.ts';
import { line } from './testing/samples.ts';
import { myReportsTexts } from './texts.ts';

const reading = { language: 'vi', now: new Date('2026-11-24T03:00:00.000Z') } as const;
const words = (changes: Partial<typeof line>) => lineWords({ ...line, ...changes }, myReportsTexts.vi.line, reading);

it('says who has it and until when', () => {
  expect(words({})).toBe('UBND phường Láng đang giữ · trả lời trước 17:00 thứ Tư 25/11');
  expect(words({ state: 'received', agency: null })).toBe(
    'Cán bộ tiếp nhận đang xem · chuyển đơn vị trước 17:00 thứ Tư 25/11',
  );
});

it('is sorry for what is late, and not for what waits for the person', () => {
  expect(words({ overdue: true })).toBe('UBND phường Láng đang giữ · đã quá hạn 17:00 thứ Tư 25/11, xin lỗi bạn');
  expect(words({ overdue: true, state: 'answered' })).toBe('Chờ bạn xác nhận đến 17:00 thứ Tư 25/11');
});

it('says of what is over when it was sent', () => {
  expect(words({ state: 'closed_confirmed', dueAt: null })).toBe('Gửi 09:00 thứ Năm 19/11 · 5 ngày trước');
});

it('goes by the report it was merged into', () => {
  expect(words({ state: 'merged', mainCode: 'HN-HF2WTX3K', mainState: 'in_progress' })).toBe(
    'Xử lý chung với HN-HF2WTX3K · UBND phường Láng đang giữ · trả lời trước 17:00 thứ Tư 25/11',
  );
});
