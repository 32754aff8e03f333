import { dayNumberOf, type LocalDate, startOfDay } from '../../deadlines/calendar-day.ts';
import { dateWords, dueWords } from '../../deadlines/due-words.ts';
import type { Finding } from './verify.ts';

/** What is broken and where, one Vietnamese sentence. */
export function findingWords(finding: Finding): string {
  switch (finding.fault) {
    case 'row_changed':
      return `${place(finding)} đã bị sửa: nội dung không khớp mã băm.`;
    case 'rows_missing':
      return `${place(finding)}: lẽ ra là dòng ${finding.expectedSeq}, các dòng trước đó đã mất hoặc bị đổi số.`;
    case 'chain_broken':
      return `${place(finding)} không nối tiếp dòng trước: có dòng đã bị thay, chèn hoặc xoá.`;
    case 'history_missing':
      return `${finding.code}: không còn dòng lịch sử nào.`;
    case 'digest_wrong':
      return `Mã tổng hợp ngày ${dayWords(finding.day)} không khớp nhật ký: ghi ${finding.rows} dòng, hiện có ${finding.found} dòng.`;
    case 'digest_chain_broken':
      return `Mã tổng hợp ngày ${dayWords(finding.day)} không nối tiếp ngày trước: có ngày đã bị sửa hoặc xoá.`;
    case 'digest_replaced':
      return `Mã tổng hợp ngày ${dayWords(finding.day)} khác bản đã công bố.`;
  }
}

function place({ code, seq, event, at }: { code: string; seq: number; event: string; at: Date }): string {
  return `${code}, dòng ${seq} (${event}, ${dueWords(at, 'vi')})`;
}

function dayWords(day: LocalDate): string {
  return dateWords(new Date(startOfDay(dayNumberOf(day))), 'vi');
}
