import type { IntakeTexts } from './intake-texts.ts';
import { messagesEn } from './messages.en.ts';
import { messagesVi } from './messages.vi.ts';
import type { MoveTexts } from './move-texts.ts';

export { shorten } from './message-length.ts';

export type Language = 'vi' | 'en';

/**
 * Every text a citizen gets in the chat. Times arrive already in words, names in Vietnamese.
 * House rules (domain-hanoi §6.2): the news in the first 60 characters, then what happens next; one idea a message.
 */
export interface MessageTexts extends MoveTexts, IntakeTexts {
  welcome(): string;
  received(facts: {
    code: string;
    category: string;
    place: string;
    agency: string;
    acceptDue: string;
    link: string;
    /** The ward we took it for, when that is a guess. */
    wardGuess?: string;
    /** Near a border: the wards next to that one, which the citizen may name instead. */
    wardsBeside?: readonly string[];
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
  /** A message whose content has no shape we know. */
  unsupported(): string;
  status(facts: { code: string; state: string; agency: string | null; dueAt: string | null; link: string }): string;
  statusUnknown(facts: { code: string }): string;
  statusUnreadable(): string;
  noReportYet(): string;
  addedToReport(facts: { code: string; photos: number; place: string | null; words: boolean }): string;
  /** `superior` was told and must act by `newDue`; both null where there is nobody above. */
  overdue(facts: {
    code: string;
    agency: string | null;
    dueAt: string;
    superior: string | null;
    newDue: string | null;
  }): string;
  /** Before the due time passes: the agency has not answered yet (domain-hanoi §6.2 rule 6). */
  delayAhead(facts: { code: string; agency: string; dueAt: string }): string;
  askCitizen(facts: { code: string; agency: string | null; question: string; waitDue: string }): string;
  waitTimedOut(facts: { code: string; agency: string | null; dueAt: string | null }): string;
  extended(facts: { code: string; agency: string; reason: string; dueAt: string | null }): string;
  escalated(facts: { code: string; agency: string; superior: string; dueAt: string | null }): string;
  /** The third "not mine": `coordinator` settles whose it is. */
  sentToCoordinator(facts: { code: string; coordinator: string; dueAt: string | null }): string;
  /** `attached`: photos and documents that prove it; 0 when a reason stands in for them. */
  answered(facts: { code: string; agency: string; summary: string; link: string; attached: number }): string;
  /** After "chưa xong"; `leader`: the same agency's leader answers now, otherwise the agency is one level higher. */
  reopened(facts: { code: string; agency: string; leader: boolean; dueAt: string | null }): string;
  rechecked(facts: { code: string; agency: string; dueAt: string | null }): string;
  /** The matter is settled, now the opinion. */
  askRating(facts: { code: string }): string;
  askUnsatisfiedReason(facts: { code: string }): string;
  /** `canReopen`: "chưa xong" would still reopen it; the rating alone never does. */
  ratingThanks(facts: { code: string; level: 'satisfied' | 'accepted' | 'unsatisfied'; canReopen: boolean }): string;
  refused(facts: { code: string; reason: string; where: string; canObject: boolean }): string;
  objectionTaken(facts: { code: string; dueAt: string }): string;
  merged(facts: { code: string; mainCode: string; agency: string | null }): string;
  split(facts: { code: string; dueAt: string | null }): string;
  withdrawn(facts: { code: string }): string;
  closedSilent(facts: { code: string }): string;
  dueChanged(facts: { code: string; dueAt: string; reason: string }): string;
}

const languages: Record<Language, MessageTexts> = { vi: messagesVi, en: messagesEn };

export function textsIn(language: Language): MessageTexts {
  return languages[language];
}
