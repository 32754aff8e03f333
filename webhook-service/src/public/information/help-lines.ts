/** Whom to call when a message would be too slow. Data, not wording: the city has announced that some will be joined. */
import type { EmergencyNumber } from '../../../../db/seed/categories.ts';
import type { Language } from '../../deadlines/due-words.ts';

export interface HelpLine {
  number: string;
  who: string;
}

/** In the order in which they are shown: the three that everybody knows first (domain-hanoi §2.4). */
const EMERGENCY: readonly { number: EmergencyNumber; who: Readonly<Record<Language, string>> }[] = [
  { number: '113', who: { vi: 'Công an', en: 'Police' } },
  { number: '114', who: { vi: 'Chữa cháy, cứu nạn', en: 'Fire and rescue' } },
  { number: '115', who: { vi: 'Cấp cứu y tế', en: 'Ambulance' } },
  // NĐ 200/2025/NĐ-CP, QĐ 2023 and 2024/QĐ-TTg of 15/09/2025.
  { number: '112', who: { vi: 'Tìm kiếm cứu nạn, thiên tai', en: 'Search and rescue, disasters' } },
  { number: '111', who: { vi: 'Bảo vệ trẻ em', en: 'Child protection' } },
];

export function emergencyLines(language: Language): HelpLine[] {
  return EMERGENCY.map(({ number, who }) => ({ number, who: who[language] }));
}
