/** Why a voice message, video or file cannot be had, in words for those who miss it; one way for every reason there is. */
const problems: Record<string, string> = {
  type: 'Không nhận loại tệp này: chỉ giữ âm thanh, video, ảnh, PDF và văn bản Office.',
  macros: 'Không nhận văn bản có chứa macro.',
  too_large: 'Tệp quá lớn nên không lưu được.',
  gone: 'Zalo không còn giữ tệp này nữa.',
  host: 'Địa chỉ của tệp không thuộc Zalo nên không tải.',
  redirects: 'Địa chỉ của tệp không thuộc Zalo nên không tải.',
  http: 'Zalo từ chối cho tải tệp này.',
  erased: 'Tệp đã được xóa.',
};

export function attachmentProblem(refusal: string | null): string {
  return problems[refusal ?? ''] ?? 'Không lưu được tệp này.';
}

/** All tries are used up; an operator can have it tried again (`npm run jobs:redrive`). */
export const NOT_FETCHED = 'Chưa tải được tệp từ Zalo sau nhiều lần thử.';
