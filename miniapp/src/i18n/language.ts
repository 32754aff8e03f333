import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from '../preferences/store.ts';

export type Language = 'vi' | 'en';

let language: Language = chosenLanguage() ?? 'vi';
const listeners = new Set<() => void>();

export function currentLanguage(): Language {
  return language;
}

/** Chosen by the reader: kept on this phone. */
export function setLanguage(next: Language): void {
  writePreference('language', next);
  showLanguage(next);
}

/** What the reader has chosen on this phone; null while they have not. */
export function chosenLanguage(): Language | null {
  const chosen = readPreference('language');
  return chosen === 'vi' || chosen === 'en' ? chosen : null;
}

/** Until the reader chooses for themselves. */
export function showLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentLanguage);
}

/** The words of a feature in both languages. */
export interface Texts<Words> {
  vi: Words;
  en: Words;
}

/** Vietnamese decides the shape, English must have all of it. */
export function defineTexts<Words>(texts: { vi: Words; en: NoInfer<Words> }): Texts<Words> {
  return texts;
}

/** The words of a feature in the reader's language. */
export function useTexts<Words>(texts: Texts<Words>): Words {
  return texts[useLanguage()];
}
