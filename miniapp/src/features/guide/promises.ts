import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.ts';
import { SELDOM_MS } from './about.ts';

/** How long things may take, by the policy in force. */
export function usePromises() {
  const lang = useLanguage();
  return useQuery({
    queryKey: ['promises', lang],
    queryFn: () => answered(api.GET('/api/public/promises', { params: { query: { lang } } })),
    staleTime: SELDOM_MS,
  });
}
