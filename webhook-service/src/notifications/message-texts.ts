import { messagesEn } from './messages.en.ts';
import { messagesVi } from './messages.vi.ts';

export type Language = 'vi' | 'en';

/** Zalo refuses more than 2 000 characters; ours stop at 500, because nobody reads on (domain-hanoi §6.2 rule 2). */
export const MAX_MESSAGE_LENGTH = 500;

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
  placeUnknown(): string;
  cancelled(): string;
  nothingToCancel(): string;
  unsupported(): string;
  status(facts: { code: string; state: string; agency: string | null; dueAt: string | null; link: string }): string;
  statusUnknown(facts: { code: string }): string;
  statusUnreadable(): string;
  addedToReport(facts: { code: string; photos: number; place: string | null; words: boolean }): string;
  overdue(facts: { code: string; agency: string | null; dueAt: string }): string;
}

const languages: Record<Language, MessageTexts> = { vi: messagesVi, en: messagesEn };

export function textsIn(language: Language): MessageTexts {
  return languages[language];
}

/**
 * Shortens the citizen's own words inside a message: cuts at a space and says so with an ellipsis.
 * Counts code points of NFC text, the strictest reading of the platform's limits.
 */
export function shorten(text: string, limit: number): string {
  const points = [...text.normalize('NFC')];
  if (points.length <= limit) return points.join('');
  const cut = points.slice(0, limit - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:–-]+$/, '')}…`;
}
