import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language.ts';
import { readPublic } from '../map/read-public.ts';
import { SELDOM_MS } from './about.ts';

export interface Refusal {
  code: string;
  reason: string;
  where: string;
}

/** What is not settled by this channel, and where to turn with it. */
export function useRefusals() {
  const lang = useLanguage();
  return useQuery({
    queryKey: ['refusals', lang],
    queryFn: async () => (await readPublic<{ items: Refusal[] }>('/api/public/refusals', { lang })).items,
    staleTime: SELDOM_MS,
  });
}
