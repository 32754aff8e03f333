import type { Language } from '../../notifications/message-texts.ts';

/** What an official is told in their own chat about linking it. */
export interface LinkTexts {
  chatLinked(): string;
  accountLinked(): string;
  unknownCode(): string;
}

const vi: LinkTexts = {
  chatLinked: () =>
    'Đã liên kết cuộc trò chuyện này với tài khoản cán bộ của bạn. Câu trả lời nào trong khung chat còn thiếu minh chứng sẽ được báo riêng tại đây.',
  accountLinked: () =>
    'Đã liên kết tài khoản OA bạn vừa dùng. Từ giờ câu trả lời bạn gõ trong khung chat OA được ghi nhận là của bạn. Nếu không phải bạn, xin báo ngay người quản trị.',
  unknownCode: () =>
    'Mã liên kết chưa đúng hoặc đã hết hạn (15 phút). Xin lấy mã mới ở bàn làm việc rồi nhắn lại "Liên kết" kèm sáu số.',
};

const en: LinkTexts = {
  chatLinked: () =>
    'This chat is now linked to your staff account. If an answer given in the console lacks proof, you will be told here and only here.',
  accountLinked: () =>
    'The OA account you have just used is linked. What you type in the OA console now counts as yours. If it was not you, please tell the administrator at once.',
  unknownCode: () =>
    'That link code is wrong or has expired (15 minutes). Please get a new one at the desk and send "Liên kết" with its six digits.',
};

const languages: Record<Language, LinkTexts> = { vi, en };

export function linkTextsIn(language: Language): LinkTexts {
  return languages[language];
}
