import type { Language } from '../deadlines/due-words.ts';
import type { RequestKind } from './open-request.ts';
import { rightsTextsEn } from './rights-texts.en.ts';
import { rightsTextsVi } from './rights-texts.vi.ts';

/** What a citizen is told about their own data. */
export interface RightsTexts {
  /** Once, before the first report: who, what, why, which rights. */
  notice(facts: { controller: string; url: string }): string;
  /** Erasing cannot be undone, so it is asked for twice. */
  askEraseConfirmed(): string;
  /** The last message there is: after it nobody knows any more whose it was. */
  erasing(): string;
  /** A link that serves until `until`. */
  exportLink(facts: { url: string; until: string }): string;
  consentWithdrawn(): string;
  /** For what a person has to look at: correct, restrict, object. */
  taken(facts: { kind: RequestKind; answerDue: string }): string;
  answered(facts: { kind: RequestKind; words: string; due: string }): string;
  extended(facts: { kind: RequestKind; reason: string; due: string }): string;
  refused(facts: { kind: RequestKind; reason: string; where: string }): string;
  done(facts: { kind: RequestKind; words: string }): string;
}

export function rightsTextsIn(language: Language): RightsTexts {
  return language === 'vi' ? rightsTextsVi : rightsTextsEn;
}
