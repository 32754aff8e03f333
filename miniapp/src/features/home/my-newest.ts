import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { LIVE_MS } from '../../api/queries.ts';
import type { paths } from '../../api/schema.d.ts';
import { zalo } from '../../zalo/index.ts';
import { reportKeys } from '../deeds/after-deed.ts';

export type OwnLine =
  paths['/api/citizen/reports']['get']['responses'][200]['content']['application/json']['items'][number];

/** More than are shown, because one that needs the person may be older. */
const LOOKED_AT = 20;
const SHOWN = 3;

/** The newest of one's own, those that wait for the person first. */
export function useMyNewest() {
  return useQuery({
    queryKey: [...reportKeys.all, 'home'],
    queryFn: async () => {
      const { items } = await answered(api.GET('/api/citizen/reports', { params: { query: { limit: LOOKED_AT } } }));
      return mostUrgent(items);
    },
    enabled: zalo.isInside,
    refetchInterval: LIVE_MS,
  });
}

/** The service's order is newest first; it stays within each part. */
export function mostUrgent<Line extends Pick<OwnLine, 'needsYou'>>(lines: readonly Line[]): Line[] {
  const waiting = lines.filter(({ needsYou }) => needsYou !== null);
  return [...waiting, ...lines.filter(({ needsYou }) => needsYou === null)].slice(0, SHOWN);
}
