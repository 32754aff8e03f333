import { type Language, useLanguage } from '../../i18n/language.ts';
import { clockWords, dateWords } from '../report-view/when.ts';

/** A year before any of ours: dates compared with it are written with their year, as proofs are. */
const LONG_AGO = new Date(0);

/** `09:05 ngày 05/10/2026`, `09:05 on 5 October 2026`: the exact moment of something one may want to prove. */
export function momentWords(at: string, language: Language): string {
  const moment = new Date(at);
  const date = dayWords(at, language);
  return language === 'vi' ? `${clockWords(moment)} ngày ${date}` : `${clockWords(moment)} on ${date}`;
}

/** `05/10/2026`, `5 October 2026` */
export function dayWords(at: string, language: Language): string {
  return dateWords(new Date(at), { language, now: LONG_AGO });
}

export function useMoments(): { moment: (at: string) => string; day: (at: string) => string } {
  const language = useLanguage();
  return { moment: (at) => momentWords(at, language), day: (at) => dayWords(at, language) };
}
