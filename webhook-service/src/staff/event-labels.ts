/** What happened, as the desk reads it; internal events too. */
const labels: Readonly<Record<string, string>> = {
  received: 'Tiếp nhận phản ánh',
  supplemented: 'Người dân bổ sung thông tin',
  put_into_tray: 'Chờ cán bộ tiếp nhận quyết định',
  classified: 'Đổi lĩnh vực, mức độ',
  dispatched: 'Chuyển đơn vị xử lý',
  accepted: 'Đơn vị nhận xử lý',
  handed_over: 'Chuyển đơn vị khác',
  sent_to_coordinator: 'Chuyển cơ quan điều phối quyết định',
  rehomed: 'Chuyển theo địa giới mới',
  citizen_asked: 'Hỏi người dân',
  citizen_replied: 'Người dân trả lời câu hỏi',
  wait_timed_out: 'Hết thời gian chờ người dân',
  extended: 'Gia hạn',
  due_changed: 'Tính lại hạn',
  due_soon: 'Nhắc sắp đến hạn',
  delay_announced: 'Báo trước cho người dân về chậm trễ',
  overdue: 'Quá hạn',
  escalated: 'Báo cáo vượt thẩm quyền',
  escalation_overdue: 'Cấp trên quá hạn giải quyết',
  escalation_settled: 'Cấp trên đã quyết định',
  answered: 'Trả lời người dân',
  confirmed: 'Người dân xác nhận đã xong',
  result_rejected: 'Người dân báo chưa xong',
  reopened: 'Mở lại',
  rated: 'Người dân đánh giá',
  rating_reviewed: 'Rà soát đánh giá',
  refused: 'Từ chối tiếp nhận',
  objected: 'Người dân đề nghị xem lại',
  merged: 'Gộp vào phản ánh khác',
  split: 'Tách khỏi phản ánh chính',
  duplicate_rejected: 'Xác định không trùng',
  withdrawn: 'Người dân rút phản ánh',
  closed_silent: 'Đóng vì người dân không phản hồi',
  rechecked: 'Trả lại kết quả để kiểm tra',
  obstacle_recorded: 'Ghi khó khăn, vướng mắc',
  obstacle_decided: 'Giải quyết khó khăn, vướng mắc',
};

/** The Vietnamese name of an event; one this build does not know is shown as it is. */
export function eventLabel(event: string): string {
  return labels[event] ?? event;
}
