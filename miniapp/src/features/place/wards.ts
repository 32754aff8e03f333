import { useQuery } from '@tanstack/react-query';
import { readPublic } from '../map/read-public.ts';
import type { ListedWard } from './find-wards.ts';

export interface Ward extends ListedWard {
  latitude: number;
  longitude: number;
}

const A_DAY_MS = 24 * 3_600_000;

/** All wards of the city; kept on the phone, so that one can be chosen without a network. */
export function useWards() {
  return useQuery({
    queryKey: ['wards'],
    queryFn: async () => (await readPublic<{ items: Ward[] }>('/api/public/wards')).items,
    staleTime: A_DAY_MS,
  });
}
