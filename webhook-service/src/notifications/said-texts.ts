/**
 * News of what the citizen has just read in the chat, in the official's own words: it says what follows from them, and does
 * not say them again.
 */
import type { Language } from '../deadlines/due-words.ts';
import { sentences } from './sentences.ts';

export interface SaidTexts {
  /** `attached`: photos and documents that prove it. */
  answered(facts: { code: string; agency: string; link: string; attached: number }): string;
  /** `agency` null: the intake desk asks. */
  asked(facts: { code: string; agency: string | null; waitDue: string }): string;
  extended(facts: { code: string; agency: string; dueAt: string | null }): string;
}

const vi: SaidTexts = {
  answered: ({ code, agency, link, attached }) =>
    sentences(
      `${agency} đã trả lời ${code}, tin ngay trên.`,
      `${attached > 0 ? 'Ảnh, văn bản kèm theo' : 'Xem đầy đủ'}: ${link}`,
      '\nViệc đã xong chưa? Xin nhắn "đã xong" hoặc "chưa xong".',
    ),
  asked: ({ code, agency, waitDue }) =>
    `Xin trả lời câu hỏi trên của ${agency ?? 'cán bộ tiếp nhận'} về ${code} trước ${waitDue}; thời gian chờ không tính vào hạn xử lý.`,
  extended: ({ code, agency, dueAt }) =>
    sentences(
      `${code} chưa xong, lý do ở tin ngay trên.`,
      dueAt && `Hạn mới: ${dueAt}.`,
      `${agency} xin lỗi vì bạn phải chờ thêm.`,
    ),
};

const en: SaidTexts = {
  answered: ({ code, agency, link, attached }) =>
    sentences(
      `${agency} has answered ${code}, in the message above.`,
      `${attached > 0 ? 'With photos or documents' : 'In full'}: ${link}`,
      '\nIs it done? Please send "done" or "not done".',
    ),
  asked: ({ code, agency, waitDue }) =>
    `Please answer the question above from ${agency ?? 'the intake desk'} about ${code} by ${waitDue}; the time until then does not count against the deadline.`,
  extended: ({ code, agency, dueAt }) =>
    sentences(
      `${code} is not done yet; the reason is in the message above.`,
      dueAt && `New due time: ${dueAt}.`,
      `${agency} apologises for the longer wait.`,
    ),
};

const languages: Record<Language, SaidTexts> = { vi, en };

export function saidTextsIn(language: Language): SaidTexts {
  return languages[language];
}
