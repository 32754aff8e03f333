/** What a stored report is for the rules. The one place where report columns become the input of a decision. */
import type { reports } from '../../../../db/schema/reports.ts';
import type { RoutingInput, WardAnswer } from '../agency-rules.ts';

type Report = typeof reports.$inferSelect;

/** The columns of a report that a decision depends on. */
export type RoutedReport = Pick<
  Report,
  | 'text'
  | 'placeText'
  | 'suggestions'
  | 'categoryCode'
  | 'categoryBasis'
  | 'priorityClass'
  | 'wardCode'
  | 'wardBasis'
  | 'wardAlternatives'
  | 'outsideCity'
  | 'latitude'
>;

/** The input of `decideRouting` for a stored report, without rules and lists. `at` is the moment rules about time ask for. */
export function routingInputOf(report: RoutedReport, at: Date): RoutingInput {
  const byPerson = report.categoryBasis === 'staff';
  return {
    suggestions: report.suggestions.map(({ code, score }) => ({ categoryCode: code, score })),
    chosenCategory: byPerson ? (report.categoryCode ?? undefined) : undefined,
    ward: wardAnswerOf(report),
    text: [report.text, report.placeText].filter(Boolean).join('\n'),
    // The class of a suggestion is as unsure as the suggestion.
    ...(byPerson && { priorityClass: report.priorityClass }),
    at,
  };
}

/** How the ward of a stored report is known. */
export function wardAnswerOf(report: RoutedReport): WardAnswer {
  const { wardCode, wardBasis, wardAlternatives } = report;
  if (report.outsideCity) return { kind: 'outside' };
  if (!wardCode) {
    return report.latitude !== null && wardAlternatives.length > 0
      ? { kind: 'outside', nearBorder: wardAlternatives }
      : { kind: 'unknown' };
  }
  if (wardBasis === 'guess' || wardBasis === 'unclear-guess')
    return { kind: 'guess', wardCode, alternatives: wardAlternatives, clear: wardBasis === 'guess' };
  if (wardBasis === 'named' || wardBasis === 'staff') return { kind: 'chosen', wardCode };
  return { kind: 'inside', wardCode, nearBorder: wardAlternatives };
}
