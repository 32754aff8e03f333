/** What a list or map of published reports can be narrowed to, as conditions on `reports`. */
import { inArray, type SQL, sql } from 'drizzle-orm';
import { reports } from '../../../../db/schema/index.ts';
import type { ReportState } from '../../reports/lifecycle/states.ts';
import { categoryCodesOf } from '../../reports/list/scope.ts';
import { plainWords } from '../../reports/list/search-text.ts';
import type { StateGroup } from './schemas.ts';

export interface PublishedFilters {
  ward?: string | undefined;
  /** Category (`GT-01`) or group (`GT`). */
  category?: string | undefined;
  state?: StateGroup | undefined;
  /** Words that must all occur in what the public reads, with or without diacritics. */
  q?: string | undefined;
}

export const statesOf: Readonly<Record<StateGroup, readonly ReportState[]>> = {
  open: ['dispatched', 'in_progress', 'awaiting_citizen'],
  answered: ['answered'],
  closed: ['closed_confirmed', 'closed_unconfirmed'],
};

/** In the words of the partial indexes `reports_public_*`. */
export const isPublished = sql`${reports.publishedAt} is not null`;

/** More words narrow nothing any more. */
const MOST_WORDS = 8;

/** The words of a search as they are compared. */
export function searchWords(q: string | undefined): string[] {
  return [...new Set(plainWords(q ?? ''))].slice(0, MOST_WORDS);
}

/**
 * All conditions. The words are looked for in everything the reporter wrote, by the index; what was masked is among it, so
 * whoever lists must look again in what is shown (`saysAll`): a search must not confirm a telephone number nobody may read.
 */
export function publishedConditions({ ward, category, state, q }: PublishedFilters): SQL[] {
  const wanted = searchWords(q);
  const codes = category === undefined ? null : categoryCodesOf([category]);
  return [
    isPublished,
    ...(ward === undefined ? [] : [sql`${reports.wardCode} = ${ward}`]),
    ...(codes === null ? [] : [codes.length === 0 ? sql`false` : inArray(reports.categoryCode, codes)]),
    ...(state === undefined ? [] : [inArray(reports.state, [...statesOf[state]])]),
    // Letters and digits only, so an array literal needs no quotes.
    ...(wanted.length === 0
      ? []
      : [sql`string_to_array(${reports.searchText}, ' ') @> ${`{${wanted.join(',')}}`}::text[]`]),
  ];
}

/** True when what is shown holds every word. */
export function saysAll(shown: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const words = new Set(plainWords(shown));
  return wanted.every((word) => words.has(word));
}
