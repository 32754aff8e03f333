/** Why an official's message lies where it lies, in words for staff. Codes are stable. */
import type { TrayCode } from './tie.ts';

export type HeldCode =
  | 'not_for_this_report'
  | 'date_unclear'
  | 'unit_unclear'
  | 'refusal_reason_unclear'
  | 'file_refused';

const words: Readonly<Record<TrayCode | HeldCode, string>> = {
  account_unlinked: 'Tài khoản console gõ tin này chưa liên kết với cán bộ nào.',
  code_of_another: 'Mã trong tin là phản ánh của người khác, không phải của người dân trong khung chat này.',
  code_unknown: 'Không có phản ánh nào mang mã trong tin.',
  code_misspelt: 'Mã trong tin viết sai hoặc thiếu ký tự.',
  quote_and_code_differ: 'Tin được trích dẫn và mã trong tin thuộc hai phản ánh khác nhau.',
  several_open: 'Người dân này có nhiều phản ánh đang mở mà tin không nêu mã.',
  none_open: 'Người dân này không có phản ánh đang mở nào do đơn vị của cán bộ giữ.',
  no_report: 'Người dân này chưa có phản ánh nào.',
  not_for_this_report: 'Phản ánh này không thuộc đơn vị hoặc lĩnh vực được giao cho cán bộ.',
  date_unclear: 'Chưa đọc được ngày hẹn. Xin viết: Hẹn 25/11/2026: lý do.',
  unit_unclear: 'Chưa rõ chuyển đơn vị nào. Xin viết đủ tên: Chuyển: UBND phường …: lý do.',
  refusal_reason_unclear: 'Chưa rõ lý do từ chối nào trong danh mục. Xin viết theo tên lý do.',
  file_refused: 'Có tệp gửi kèm không dùng làm minh chứng được.',
};

export function trayWords(code: TrayCode | HeldCode): string {
  return words[code];
}
