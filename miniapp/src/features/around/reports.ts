import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LIVE_MS } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { readPublic } from '../map/read-public.ts';
import { boxOf, type View } from '../map/view-box.ts';
import type { Filters } from './filters.ts';
import type { Where } from './where.ts';
import type { PublishedLine, PublishedReport, ReportsOnMap } from './wire.ts';

const A_PAGE = 20;
const A_MINUTE_MS = 60_000;

/** Published reports, page by page: the nearest first where a place is known, else the newest. */
export function useReportsAround({ state, group, q }: Filters, where: Where, { enabled }: { enabled: boolean }) {
  const lang = useLanguage();
  const asked = {
    lang,
    limit: A_PAGE,
    state: state ?? undefined,
    category: group ?? undefined,
    q: q.trim() || undefined,
    ward: where.kind === 'ward' ? where.code : undefined,
    near: where.kind === 'near' ? `${where.latitude},${where.longitude}` : undefined,
  };
  return useInfiniteQuery({
    queryKey: ['published', 'around', asked],
    queryFn: ({ pageParam }) =>
      readPublic<{ items: PublishedLine[]; next: string | null }>('/api/public/reports', {
        ...asked,
        cursor: pageParam ?? undefined,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled,
    staleTime: A_MINUTE_MS,
    placeholderData: keepPreviousData,
    // What was searched for is nobody's business tomorrow.
    meta: { keep: !asked.q },
  });
}

/** Published reports in what the map shows. */
export function useReportsOnMap(view: View | null, { state, group }: Filters) {
  const lang = useLanguage();
  const bbox = view && boxOf(view);
  const asked = {
    bbox: bbox ?? '',
    zoom: view?.zoom ?? 0,
    state: state ?? undefined,
    category: group ?? undefined,
    lang,
  };
  return useQuery({
    queryKey: ['published', 'map', asked],
    queryFn: () => readPublic<ReportsOnMap>('/api/public/map', asked),
    enabled: Boolean(bbox),
    staleTime: A_MINUTE_MS,
    placeholderData: keepPreviousData,
  });
}

/** One published report, followed while somebody looks at it. */
export function usePublishedReport(code: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: ['published', 'report', code, lang],
    queryFn: () => readPublic<PublishedReport>(`/api/public/published/${encodeURIComponent(code)}`, { lang }),
    refetchInterval: ({ state }) => (state.error ? false : LIVE_MS),
  });
}
