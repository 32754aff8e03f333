import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language.ts';
import { readPublic } from '../map/read-public.ts';

/** What the first pages show of a published report. */
export interface PublishedBrief {
  code: string;
  category: { code: string; name: string } | null;
  ward: { code: string; name: string } | null;
  state: string;
  stateLabel: string;
  excerpt: string;
  place: string | null;
  overdue: boolean;
  thumbnailUrl: string | null;
  answered: { at: string; excerpt: string; thumbnailUrl: string | null } | null;
}

const A_MINUTE_MS = 60_000;

/** The newest that citizens chose to publish; `closed`: those that are over, as examples. */
export function usePublished({ state, limit }: { state?: 'open' | 'answered' | 'closed'; limit: number }) {
  const lang = useLanguage();
  return useQuery({
    queryKey: ['published', 'brief', lang, state ?? 'all', limit],
    queryFn: async () =>
      (await readPublic<{ items: PublishedBrief[] }>('/api/public/reports', { state, limit, lang })).items,
    staleTime: A_MINUTE_MS,
  });
}
