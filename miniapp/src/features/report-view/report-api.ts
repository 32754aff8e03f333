import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { LIVE_MS } from '../../api/queries.ts';
import type { paths } from '../../api/schema.d.ts';
import { reportKeys } from '../deeds/after-deed.ts';

/** Everything a citizen sees of a report they sent or follow. */
export type ReportDetail = paths['/api/citizen/reports/{code}']['get']['responses'][200]['content']['application/json'];
export type ReportState = ReportDetail['state'];
export type Answer = ReportDetail['answers'][number];
export type Proof = Answer['photos'][number];

/** The code as the service writes it, from whatever was typed or linked to; what is mistyped stays as it is. */
export function codeAsWritten(typed: string): string {
  const symbols = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-‐-―_:#]/gu, '');
  const body = symbols.startsWith('HN') ? symbols.slice(2) : symbols;
  return body.length === 8 ? `HN-${body}` : typed.trim();
}

/** Follows the report while somebody looks at it. */
export function useReport(code: string): UseQueryResult<ReportDetail> {
  return useQuery({
    queryKey: reportKeys.detail(code),
    queryFn: ({ signal }) => answered(api.GET('/api/citizen/reports/{code}', { params: { path: { code } }, signal })),
    refetchInterval: ({ state }) => (mayChange(state.data) && !isNotMine(state.error) ? LIVE_MS : false),
  });
}

/** The report this one may be the same as. */
export function useDuplicate(code: string, isOffered: boolean) {
  return useQuery({
    queryKey: [...reportKeys.detail(code), 'duplicate'],
    queryFn: () => answered(api.GET('/api/citizen/reports/{code}/duplicate', { params: { path: { code } } })),
    enabled: isOffered,
  });
}

/** No such report, or one this person neither sent nor follows: the service does not tell which. */
export function isNotMine(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 404 || error.code === 'report_not_found');
}

const OVER: ReadonlySet<ReportState> = new Set(['closed_confirmed', 'withdrawn']);

/** False once nothing can happen to it any more: a phone need not ask again and again. */
function mayChange(report: ReportDetail | undefined): boolean {
  return !report || !OVER.has(report.mainState ?? report.state);
}
