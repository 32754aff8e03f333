import { category } from '../../../../db/seed/categories.ts';
import { dateWords, dueWords } from '../../deadlines/due-words.ts';
import { agencyName } from '../agency-names.ts';
import { placeInWords } from '../intake/place-words.ts';
import type { Report } from '../report.ts';
import type { TextFacts } from './fill.ts';

/** What a report says of itself for the braces of a text (`reportPlaceholders`); null what it does not know yet. */
export function textFactsOf(report: Report, now: Date): TextFacts {
  return {
    code: report.code,
    category: report.categoryCode && (category(report.categoryCode)?.nameVi ?? null),
    place: placeInWords(report, 'vi'),
    agency: report.agencyCode && agencyName(report.agencyCode),
    dueAt: report.answerDueAt && dueWords(report.answerDueAt, 'vi'),
    date: dateWords(now, 'vi'),
  };
}
