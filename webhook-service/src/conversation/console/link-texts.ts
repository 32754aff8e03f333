import type { Language } from '../../notifications/message-texts.ts';

/** What an official is told in their own chat about linking it. */
export interface LinkTexts {
  chatLinked(): string;
  unknownCode(): string;
}

const vi: LinkTexts = {
  chatLinked: () =>
    'Đã liên kết cuộc trò chuyện này với tài khoản cán bộ của bạn. Câu trả lời nào trong khung chat còn thiếu minh chứng sẽ được báo riêng tại đây.',
  unknownCode: () =>
    'Mã liên kết chưa đúng hoặc đã hết hạn (15 phút). Xin lấy mã mới ở bàn làm việc rồi nhắn lại "Liên kết" kèm sáu số.',
};

const en: LinkTexts = {
  chatLinked: () =>
    'This chat is now linked to your staff account. If an answer given in the console lacks proof, you will be told here and only here.',
  unknownCode: () =>
    'That link code is wrong or has expired (15 minutes). Please get a new one at the desk and send "Liên kết" with its six digits.',
};

const languages: Record<Language, LinkTexts> = { vi, en };

export function linkTextsIn(language: Language): LinkTexts {
  return languages[language];
}
