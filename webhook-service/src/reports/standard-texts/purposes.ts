/** What a standard text is for, and what can stand in its braces. */

export const textPurposes = ['accept', 'askCitizen', 'extend', 'answer', 'refuse', 'handOver', 'escalate'] as const;
export type TextPurpose = (typeof textPurposes)[number];

export const purposeNames: Readonly<Record<TextPurpose, string>> = {
  accept: 'Nhận xử lý',
  askCitizen: 'Hỏi thêm người dân',
  extend: 'Gia hạn',
  answer: 'Trả lời',
  refuse: 'Từ chối tiếp nhận',
  handOver: 'Chuyển đơn vị khác',
  escalate: 'Báo cáo, đề xuất cấp trên',
};

/** Known from the report; nobody has to type them. */
export const reportPlaceholders = {
  code: 'mã phản ánh',
  category: 'lĩnh vực',
  place: 'nơi xảy ra',
  agency: 'đơn vị đang giữ',
  dueAt: 'hạn trả lời',
  date: 'ngày hôm nay',
} as const;

/** Typed by the official each time. */
export const typedPlaceholders = {
  checkedBy: 'ai đã kiểm tra',
  checkedAt: 'kiểm tra lúc nào',
  found: 'kiểm tra thấy gì',
  done: 'đã làm gì',
  proof: 'ảnh, văn bản kèm theo là gì',
  prevention: 'làm gì để không tái diễn',
  reason: 'lý do',
  nextBy: 'ai làm tiếp',
  nextDueAt: 'làm tiếp đến khi nào',
  question: 'câu hỏi',
  material: 'vật tư, thiết bị đang chờ',
  otherAgency: 'đơn vị khác',
  meetingDate: 'ngày làm việc với đơn vị khác',
  basis: 'căn cứ (văn bản, danh mục)',
  where: 'nơi gửi đúng',
  superior: 'cấp trên',
  request: 'đề nghị cấp trên làm gì',
  cost: 'kinh phí dự kiến',
} as const;

export type TypedPlaceholder = keyof typeof typedPlaceholders;

/** What it means, in Vietnamese, or undefined for a word nobody can fill. */
export function placeholderName(placeholder: string): string | undefined {
  const names: Record<string, string> = { ...reportPlaceholders, ...typedPlaceholders };
  return Object.hasOwn(names, placeholder) ? names[placeholder] : undefined;
}

/** An answer says when it was checked and by whom, what was found, what was done, and shows it (domain-hanoi §6.2 rule 8). */
export const neededInAnswers: readonly TypedPlaceholder[] = ['checkedAt', 'checkedBy', 'found', 'done', 'proof'];
