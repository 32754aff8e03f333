import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { LIVE_MS } from '../../api/queries.ts';
import { zalo } from '../../zalo/index.ts';
import { reportKeys } from '../deeds/after-deed.ts';

const SHOWN = 3;

/** The newest of one's own; the service puts those that wait for the person first. */
export function useMyNewest() {
  return useQuery({
    queryKey: [...reportKeys.all, 'home'],
    queryFn: async () =>
      (await answered(api.GET('/api/citizen/reports', { params: { query: { limit: SHOWN } } }))).items,
    enabled: zalo.isInside,
    refetchInterval: LIVE_MS,
  });
}
