/** Which held messages may become one, and what that one says: pure. */

import { weightOf } from '../message-kinds.ts';
import { MAX_MESSAGE_LENGTH } from '../message-length.ts';
import type { Language } from '../message-texts.ts';
import { digestTextsIn, type Standing } from './digest-texts.ts';

/** Two pieces of news are read as they are; from three on a person wants to know how things stand. */
export const FOLD_FROM = 3;

/** `error_code` of a held message that may leave: its reader has interacted since. The digest takes no other. */
export const RELEASED = 'released';

/**
 * News about a report that only says how it stood then. Results and questions are never among them (they go whole), nor
 * what belongs to no report.
 */
export function mayBeFolded({ kind, reportId }: { kind: string; reportId: number | null }): boolean {
  const weight = weightOf(kind);
  if (kind === 'digest') return true;
  return reportId !== null && (weight === 'news' || weight === 'minor');
}

/** The text for reports in order of their news, newest first: as many as there is room for, the rest counted. */
export function digestText(reports: readonly Standing[], language: Language): string {
  const texts = digestTextsIn(language);
  for (let shown = reports.length; shown > 1; shown--) {
    const text = texts.digest({ reports: reports.slice(0, shown), left: reports.length - shown }).normalize('NFC');
    if ([...text].length <= MAX_MESSAGE_LENGTH) return text;
  }
  return texts.digest({ reports: reports.slice(0, 1), left: Math.max(0, reports.length - 1) }).normalize('NFC');
}
