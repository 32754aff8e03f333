/** Where to turn with what this channel cannot settle (`OS-*`), in the words of the refusal where there is one (domain-hanoi §2.3). */
import type { Language } from '../../deadlines/due-words.ts';
import { type RefusalReasonCode, refusalReasons } from '../../reports/lifecycle/refusal-reasons.ts';

const AS_REFUSED: Readonly<Record<string, RefusalReasonCode>> = {
  'OS-01': 'complaint',
  'OS-02': 'denunciation',
  'OS-03': 'out_of_area',
  'OS-04': 'spam',
  'OS-06': 'abuse',
  'OS-08': 'civil_dispute',
  'OS-09': 'unclear',
  'OS-11': 'state_secret',
};

const IN_OTHER_WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'OS-05': {
    vi: 'khung chat của kênh này, khi bạn có việc cần phản ánh',
    en: 'the chat of this channel, once you have something to report',
  },
  // The city's line (domain-hanoi §2.4).
  'OS-07': { vi: 'tổng đài thành phố 024.1022', en: 'the city’s line, 024.1022' },
  'OS-10': {
    vi: 'phản ánh đã gửi: mở nó trong “Phản ánh của tôi” để xác nhận hoặc đánh giá',
    en: 'the report you sent: open it under “My reports” to confirm or rate it',
  },
};

/** Begins with a capital, without a full stop; null for what is accepted here. */
export function whereInstead(categoryCode: string, language: Language): string | null {
  const reason = AS_REFUSED[categoryCode];
  const words = reason
    ? refusalReasons[reason][language === 'en' ? 'whereEn' : 'whereVi']
    : IN_OTHER_WORDS[categoryCode]?.[language];
  return words ? capital(words) : null;
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
