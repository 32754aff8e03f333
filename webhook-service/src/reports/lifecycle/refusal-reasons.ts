/**
 * Why a report is not accepted (từ chối tiếp nhận): the closed list of domain-hanoi §2.3, always with where to turn
 * instead. `duplicate` of that list is not here: a duplicate is merged, not refused.
 */
export interface RefusalReason {
  /** After "vì". */
  readonly vi: string;
  readonly en: string;
  /** After "có thể gửi tới:". */
  readonly whereVi: string;
  readonly whereEn: string;
}

export const refusalReasonCodes = [
  'complaint',
  'denunciation',
  'civil_dispute',
  'state_secret',
  'out_of_area',
  'unclear',
  'already_answered',
  'invalid_evidence',
  'abuse',
  'spam',
] as const;

export type RefusalReasonCode = (typeof refusalReasonCodes)[number];

export const refusalReasons: Readonly<Record<RefusalReasonCode, RefusalReason>> = {
  complaint: {
    vi: 'nội dung là khiếu nại quyết định hoặc hành vi hành chính',
    en: 'it is a complaint against an administrative decision or act',
    whereVi: 'cơ quan đã ra quyết định, hoặc trụ sở tiếp công dân (đăng ký trên iHanoi)',
    whereEn: 'the body that issued the decision, or the citizen reception office (book on iHanoi)',
  },
  denunciation: {
    vi: 'nội dung là tố cáo, cần gửi đúng cơ quan có thẩm quyền để được bảo vệ thông tin',
    en: 'it is a denunciation, which must go to the competent body so that you are protected',
    whereVi:
      'cơ quan có thẩm quyền theo Luật Tố cáo hoặc Thanh tra; việc có dấu hiệu tội phạm: công an phường, xã hoặc 113',
    whereEn: 'the competent body under the Law on Denunciations or the Inspectorate; for crime: ward police or 113',
  },
  civil_dispute: {
    vi: 'nội dung là tranh chấp dân sự',
    en: 'it is a civil dispute',
    whereVi: 'tổ hòa giải ở cơ sở hoặc tòa án',
    whereEn: 'the local conciliation team or the court',
  },
  state_secret: {
    vi: 'nội dung liên quan bí mật nhà nước, không được gửi qua kênh này',
    en: 'it touches a state secret and must not be sent through this channel',
    whereVi: 'cơ quan có thẩm quyền, gặp trực tiếp',
    whereEn: 'the competent body, in person',
  },
  out_of_area: {
    vi: 'nơi xảy ra nằm ngoài địa bàn thành phố Hà Nội',
    en: 'the place is outside Hà Nội',
    whereVi: 'kênh phản ánh của tỉnh, thành phố nơi xảy ra; việc khẩn cấp: 113, 114, 115',
    whereEn: 'the report channel of the province concerned; in an emergency: 113, 114, 115',
  },
  unclear: {
    vi: 'chưa đủ thông tin để xác minh, dù đã hỏi thêm và chờ',
    en: 'there is not enough to check it, although we asked and waited',
    whereVi: 'chính kênh này, kèm ảnh và vị trí của sự việc',
    whereEn: 'this channel again, with a photo and the location',
  },
  already_answered: {
    vi: 'sự việc đã có kết quả và chưa có tình tiết mới',
    en: 'the matter has been answered and nothing new was given',
    whereVi: 'kết quả đã gửi; khi có tình tiết mới, xin gửi lại tại đây',
    whereEn: 'the answer already given; with something new, please write here again',
  },
  invalid_evidence: {
    vi: 'ảnh hoặc nội dung chưa đúng thực tế hoặc lấy từ nguồn khác',
    en: 'the photo or text does not show the place, or comes from elsewhere',
    whereVi: 'chính kênh này, kèm ảnh tự chụp tại nơi xảy ra',
    whereEn: 'this channel again, with a photo you took there yourself',
  },
  abuse: {
    vi: 'lời lẽ chưa phù hợp',
    en: 'the wording is not acceptable',
    whereVi: 'chính kênh này, bằng lời lẽ khác',
    whereEn: 'this channel again, in other words',
  },
  spam: {
    vi: 'nội dung là quảng cáo, không phải phản ánh',
    en: 'it is advertising, not a report',
    whereVi: 'kênh này chỉ nhận phản ánh về đời sống đô thị',
    whereEn: 'this channel is for reports about the city only',
  },
};

export function isRefusalReason(code: string): code is RefusalReasonCode {
  return (refusalReasonCodes as readonly string[]).includes(code);
}
