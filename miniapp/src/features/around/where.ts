import { useQuery, useQueryClient } from '@tanstack/react-query';
import { zalo } from '../../zalo/index.ts';
import { type Located, locate } from '../place/locate.ts';
import { ownWard } from '../place/own-ward.ts';
import type { Filters } from './filters.ts';

/** A place found is good for as long as somebody walks a few streets. */
const STILL_HERE_MS = 5 * 60_000;

/** What the list begins with: near the phone, in a ward, or the whole city. */
export type Where =
  | { kind: 'near'; latitude: number; longitude: number }
  | { kind: 'ward'; code: string }
  | { kind: 'city' };

/**
 * Near the phone where that was allowed before, else the ward this person last spoke of, else the city. Asks Zalo nothing by itself:
 * `locateMe` does, and stands behind a sheet that says why.
 */
export function useWhere(filters: Filters): {
  where: Where;
  isSettled: boolean;
  isOutside: boolean;
  locateMe: () => Promise<void>;
} {
  const queries = useQueryClient();
  const allowed = useQuery({
    queryKey: ['location-allowed'],
    queryFn: async () => (await zalo.granted()).userLocation === true,
    retry: false,
    staleTime: STILL_HERE_MS,
    meta: { keep: false },
  });
  const wantsNear = filters.ward === null;
  const here = useQuery({
    queryKey: HERE,
    queryFn: locate,
    enabled: wantsNear && allowed.data === true,
    retry: false,
    staleTime: STILL_HERE_MS,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    meta: { keep: false },
  });
  return {
    where: whereOf(filters, here.data),
    isSettled: !wantsNear || (!allowed.isLoading && !here.isLoading),
    isOutside: here.data?.ward.outside === true,
    locateMe: async () => {
      await queries.fetchQuery({ queryKey: HERE, queryFn: locate, retry: false, meta: { keep: false } });
      queries.setQueryData(['location-allowed'], true);
    },
  };
}

const HERE = ['here'];

export function whereOf({ ward }: Pick<Filters, 'ward'>, here: Located | undefined): Where {
  if (ward === 'all') return { kind: 'city' };
  if (ward) return { kind: 'ward', code: ward };
  // Outside the city nothing is near; about a hundred metres are near enough and tell less.
  if (here && !here.ward.outside) {
    const rounded = (degrees: number) => Math.round(degrees * 1_000) / 1_000;
    return { kind: 'near', latitude: rounded(here.pin.latitude), longitude: rounded(here.pin.longitude) };
  }
  const own = ownWard();
  return own ? { kind: 'ward', code: own.code } : { kind: 'city' };
}
