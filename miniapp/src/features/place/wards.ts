import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { ListedWard } from './find-wards.ts';

export interface Ward extends ListedWard {
  latitude: number;
  longitude: number;
}

const A_DAY_MS = 24 * 3_600_000;

/** All wards of the city; kept on the phone, so that one can be chosen without a network. */
export function useWards() {
  const lang = useLanguage();
  return useQuery({
    queryKey: ['wards', lang],
    queryFn: async (): Promise<Ward[]> => {
      const { items } = await answered(api.GET('/api/public/wards', { params: { query: { lang } } }));
      return items.map(({ code, title, oldNames, latitude, longitude }) => {
        return { code, name: title, oldNames, latitude, longitude };
      });
    },
    staleTime: A_DAY_MS,
  });
}
