/** Why a report waits for a person, in the words of the desk page. */

export type TrayReason = keyof typeof sentences;

/** The Vietnamese sentence for a reason. */
export function trayReasonText(reason: TrayReason): string {
  return sentences[reason];
}

/** All reasons, for filters on the desk page. */
export function trayReasons(): TrayReason[] {
  return Object.keys(sentences) as TrayReason[];
}

const sentences = {
  category_unsure: 'Chưa chắc lĩnh vực của phản ánh, cần cán bộ tiếp nhận chọn.',
  not_a_report: 'Nội dung không phải phản ánh hiện trường hoặc không thuộc phạm vi tiếp nhận, cần hướng dẫn nơi gửi.',
  urgent_needs_person: 'Lĩnh vực khẩn do hệ thống gợi ý, phải có người xác nhận trước khi chuyển.',
  ward_unknown: 'Chưa biết phường, xã nơi xảy ra sự việc.',
  ward_guess_unclear: 'Vị trí chỉ là ước đoán theo tâm phường, xã, chưa đủ chắc để chuyển.',
  border: 'Vị trí ở ngay ngoài ranh giới thành phố, không quá 50 m, cần xác định phường, xã chịu trách nhiệm.',
  out_of_area: 'Vị trí nằm ngoài địa bàn thành phố Hà Nội.',
  no_agency: 'Lĩnh vực này chưa có một đơn vị tiếp nhận duy nhất, cần chọn đơn vị.',
  no_rule: 'Không có quy tắc điều phối nào khớp với phản ánh, cần cán bộ tiếp nhận chọn đơn vị.',
  rule_failed: 'Quy tắc điều phối bị lỗi nên hệ thống không tự chuyển, cần cán bộ tiếp nhận chọn đơn vị.',
} as const;
