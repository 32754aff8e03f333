import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { LIVE_MS } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { boxOf, type View } from '../map/view-box.ts';
import type { Filters } from './filters.ts';
import type { Where } from './where.ts';

const A_PAGE = 20;
const A_MINUTE_MS = 60_000;

/** Published reports, page by page: the nearest first where a place is known, else the newest. */
export function useReportsAround(filters: Filters, where: Where, { enabled }: { enabled: boolean }) {
  const lang = useLanguage();
  const q = filters.q.trim();
  const asked = {
    lang,
    limit: A_PAGE,
    ...narrowing(filters),
    ...(q && { q }),
    ...(where.kind === 'ward' && { ward: where.code }),
    ...(where.kind === 'near' && { near: `${where.latitude},${where.longitude}` }),
  };
  return useInfiniteQuery({
    queryKey: ['published', 'around', asked],
    queryFn: ({ pageParam }) => {
      const query = { ...asked, ...(pageParam !== null && { cursor: pageParam }) };
      return answered(api.GET('/api/public/reports', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled,
    staleTime: A_MINUTE_MS,
    placeholderData: keepPreviousData,
    // What was searched for is nobody's business tomorrow.
    meta: { keep: !q },
  });
}

/** Published reports in what the map shows. */
export function useReportsOnMap(view: View | null, filters: Filters) {
  const lang = useLanguage();
  const bbox = view && boxOf(view);
  const query = { bbox: bbox ?? '', zoom: view?.zoom ?? 0, lang, ...narrowing(filters) };
  return useQuery({
    queryKey: ['published', 'map', query],
    queryFn: () => answered(api.GET('/api/public/map', { params: { query } })),
    enabled: Boolean(bbox),
    staleTime: A_MINUTE_MS,
    placeholderData: keepPreviousData,
  });
}

/** One published report, followed while somebody looks at it. */
export function usePublishedReport(code: string) {
  const lang = useLanguage();
  const params = { path: { code }, query: { lang } };
  return useQuery({
    queryKey: ['published', 'report', code, lang],
    queryFn: () => answered(api.GET('/api/public/published/{code}', { params })),
    refetchInterval: ({ state }) => (state.error ? false : LIVE_MS),
  });
}

function narrowing({ state, group }: Filters) {
  return { ...(state && { state }), ...(group && { category: group }) };
}
