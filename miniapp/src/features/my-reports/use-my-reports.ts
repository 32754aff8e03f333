import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { LIVE_MS } from '../../api/queries.ts';
import type { paths } from '../../api/schema.d.ts';
import { reportKeys } from '../deeds/after-deed.ts';

type Page = paths['/api/citizen/reports']['get']['responses'][200]['content']['application/json'];
export type ReportLine = Page['items'][number];
export type Which = 'sent' | 'followed';

/** The person's reports, or those they follow, page by page; live while the first page is all there is to see. */
export function useMyReports(which: Which) {
  const query = useInfiniteQuery({
    queryKey: reportKeys.list(which),
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/citizen/reports', {
          params: { query: { which, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Every page is read anew each time: with many open, once a minute is enough.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? 60_000 : LIVE_MS),
  });
  return { ...query, lines: withoutRepeats(query.data?.pages.flatMap(({ items }) => items) ?? []) };
}

/** A report that came in between two pages pushes another one onto the next page, where it has been seen already. */
function withoutRepeats(lines: readonly ReportLine[]): ReportLine[] {
  return [...new Map(lines.map((line) => [line.code, line])).values()];
}
