import { expect, test } from 'vitest';
import { findingWords } from './finding-words.ts';
import type { Finding } from './verify.ts';

const place = { code: 'HN-ABCD2345', seq: 3, event: 'answered', at: new Date('2026-10-02T02:15:00Z'), expectedSeq: 2 };
const digest = { day: '2026-10-02', rows: 12, found: 11 };

test.each<[Finding, string]>([
  [
    { fault: 'row_changed', ...place },
    'HN-ABCD2345, dòng 3 (answered, 09:15 thứ Sáu, 02/10/2026) đã bị sửa: nội dung không khớp mã băm.',
  ],
  [
    { fault: 'rows_missing', ...place },
    'HN-ABCD2345, dòng 3 (answered, 09:15 thứ Sáu, 02/10/2026): lẽ ra là dòng 2, các dòng trước đó đã mất hoặc bị đổi số.',
  ],
  [
    { fault: 'chain_broken', ...place },
    'HN-ABCD2345, dòng 3 (answered, 09:15 thứ Sáu, 02/10/2026) không nối tiếp dòng trước: có dòng đã bị thay, chèn hoặc xoá.',
  ],
  [{ fault: 'history_missing', code: 'HN-ABCD2345' }, 'HN-ABCD2345: không còn dòng lịch sử nào.'],
  [
    { fault: 'digest_wrong', ...digest },
    'Mã tổng hợp ngày 02/10/2026 không khớp nhật ký: ghi 12 dòng, hiện có 11 dòng.',
  ],
  [
    { fault: 'digest_chain_broken', ...digest },
    'Mã tổng hợp ngày 02/10/2026 không nối tiếp ngày trước: có ngày đã bị sửa hoặc xoá.',
  ],
  [{ fault: 'digest_replaced', ...digest }, 'Mã tổng hợp ngày 02/10/2026 khác bản đã công bố.'],
])('a finding is one sentence that names the place: $fault', (finding, words) => {
  expect(findingWords(finding)).toBe(words);
});
