import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { StateGroup } from '../around/wire.ts';

const A_MINUTE_MS = 60_000;

interface Asked {
  limit: number;
  ward?: string | undefined;
  state?: StateGroup;
  enabled?: boolean;
}

/** The newest that citizens chose to publish. */
export function usePublished({ limit, ward, state, enabled = true }: Asked) {
  const lang = useLanguage();
  const query = { lang, limit, ...(ward && { ward }), ...(state && { state }) };
  return useQuery({
    queryKey: ['published', 'newest', query],
    queryFn: async () => (await answered(api.GET('/api/public/reports', { params: { query } }))).items,
    staleTime: A_MINUTE_MS,
    enabled,
  });
}
