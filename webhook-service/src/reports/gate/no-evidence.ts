/** Why an answer may come without photo or document (closed list): code → what people read. Each needs a note that says it for this case. */
export const noEvidenceReasons = {
  inspected_nothing_found: 'Đã kiểm tra nhưng không phát hiện sự việc như phản ánh',
  not_solved_yet: 'Chưa xử lý xong: câu trả lời đã nêu lý do, người làm và thời hạn',
  private_premises: 'Sự việc trong nhà riêng, nơi không được chụp ảnh',
  personal_data: 'Ảnh, văn bản có mặt người hoặc dữ liệu cá nhân không được công khai',
  security_or_secrecy: 'Hồ sơ đang xác minh, liên quan an ninh hoặc bí mật nhà nước',
  unsafe_to_record: 'Hiện trường nguy hiểm, đang cứu nạn nên không ghi hình được',
  explained_by_rule: 'Giải thích quy định, thủ tục; không có hiện trường',
  belongs_to_other_procedure: 'Được giải quyết theo thủ tục khác do pháp luật quy định',
} as const;

export type NoEvidenceReason = keyof typeof noEvidenceReasons;

/** True for a code of the closed list. */
export function isNoEvidenceReason(code: string): code is NoEvidenceReason {
  return Object.hasOwn(noEvidenceReasons, code);
}
