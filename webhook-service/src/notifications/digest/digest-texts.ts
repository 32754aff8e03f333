import type { Language } from '../message-texts.ts';
import { digestTextsEn } from './digest-texts.en.ts';
import { digestTextsVi } from './digest-texts.vi.ts';

/** How one report stands now, in the reader's language. */
export interface Standing {
  code: string;
  state: string;
  /** Who must act, and until when; null when nobody must. */
  agency: string | null;
  dueAt: string | null;
  link: string;
}

/** One message instead of several that have been overtaken by what came after them. */
export interface DigestTexts {
  /** At least one report, the one with the newest news first; `left`: how many more there are. */
  digest(facts: { reports: readonly Standing[]; left: number }): string;
}

const texts: Readonly<Record<Language, DigestTexts>> = { vi: digestTextsVi, en: digestTextsEn };

export function digestTextsIn(language: Language): DigestTexts {
  return texts[language];
}
