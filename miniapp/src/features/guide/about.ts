import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.ts';

/** Rarely changes: asked for again when an hour has passed. */
export const SELDOM_MS = 3_600_000;

/** Who is behind the channel, and how to reach it. */
export function useAbout() {
  const lang = useLanguage();
  return useQuery({
    queryKey: ['about', lang],
    queryFn: () => answered(api.GET('/api/public/about', { params: { query: { lang } } })),
    staleTime: SELDOM_MS,
  });
}
