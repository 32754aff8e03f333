import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.ts';
import { SELDOM_MS } from './about.ts';

/** What is not settled by this channel, and where to turn with it. */
export function useRefusals() {
  const lang = useLanguage();
  return useQuery({
    queryKey: ['refusals', lang],
    queryFn: async () => (await answered(api.GET('/api/public/refusals', { params: { query: { lang } } }))).items,
    staleTime: SELDOM_MS,
  });
}
