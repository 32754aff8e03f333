import { messagesEn } from './messages.en.ts';
import { messagesVi } from './messages.vi.ts';

export { shorten } from './message-length.ts';

export type Language = 'vi' | 'en';

/**
 * Every text a citizen gets in the chat. Times arrive already in words, names in Vietnamese.
 * House rules (domain-hanoi §6.2): the news in the first 60 characters, then what happens next; one idea a message.
 */
export interface MessageTexts {
  welcome(): string;
  received(facts: {
    code: string;
    category: string;
    place: string;
    agency: string;
    acceptDue: string;
    link: string;
    wardGuess?: string;
  }): string;
  receivedForTray(facts: {
    code: string;
    category: string | null;
    place: string | null;
    acceptDue: string;
    link: string;
    askWard: boolean;
    wardChoices: readonly string[];
  }): string;
  dispatched(facts: { code: string; agency: string; dueAt: string | null }): string;
  handedOver(facts: { code: string; agency: string; date: string; dueAt: string | null }): string;
  emergency(facts: { numbers: readonly string[] }): string;
  askPlace(): string;
  askWhat(): string;
  askBoth(facts: { photos: number }): string;
  /** Words soon after a report: a new matter, or more about that one? Never guessed (DESIGN §8). */
  askPlaceOrSame(facts: { code: string }): string;
  /** A place that could belong to several reports. */
  askWhichReport(facts: { codes: readonly string[] }): string;
  placeUnknown(): string;
  cancelled(): string;
  nothingToCancel(): string;
  unsupported(): string;
  status(facts: { code: string; state: string; agency: string | null; dueAt: string | null; link: string }): string;
  statusUnknown(facts: { code: string }): string;
  statusUnreadable(): string;
  noReportYet(): string;
  addedToReport(facts: { code: string; photos: number; place: string | null; words: boolean }): string;
  overdue(facts: { code: string; agency: string | null; dueAt: string }): string;
}

const languages: Record<Language, MessageTexts> = { vi: messagesVi, en: messagesEn };

export function textsIn(language: Language): MessageTexts {
  return languages[language];
}
