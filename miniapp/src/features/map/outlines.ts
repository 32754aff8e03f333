import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { boxOf, type View } from './view-box.ts';

/** Outlines change a few times in a century. */
const A_DAY_MS = 24 * 3_600_000;

export interface Outlines {
  features: readonly {
    type: 'Feature';
    properties: { code: string; name: string };
    geometry: { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] };
  }[];
  /** Where there are no outlines: at least where the wards are. */
  centres?: readonly { code: string; name: string; latitude: number; longitude: number }[];
  /** Whose data it is; stands under the map. */
  attribution?: string | null;
}

/** The wards' outlines of what is looked at, as the phone has them or the service gives them; kept for days without a network. */
export function useOutlines(view: View | null) {
  const bbox = view && boxOf(view);
  const zoom = view ? detailOf(view.zoom) : 0;
  return useQuery({
    queryKey: ['outlines', bbox, zoom],
    queryFn: async () => {
      const query = { bbox: bbox ?? '', zoom };
      // Its schema says no more than "GeoJSON".
      return (await answered(api.GET('/api/public/geometry/wards', { params: { query } }))) as unknown as Outlines;
    },
    enabled: Boolean(bbox),
    staleTime: A_DAY_MS,
    placeholderData: keepPreviousData,
  });
}

/** How finely they are drawn: three kinds are enough, and are found again more often. */
function detailOf(zoom: number): number {
  if (zoom <= 10) return 10;
  return zoom <= 12 ? 12 : 14;
}
