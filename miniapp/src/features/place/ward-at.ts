import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Pin } from '../draft/model.ts';

export type PointAnswer = paths['/api/public/wards/at']['get']['responses'][200]['content']['application/json'];
export type NamedWard = NonNullable<PointAnswer['ward']>;

/** What a pin means, as far as the person has to know. */
export type Reading =
  | { kind: 'ward'; ward: NamedWard; sure: boolean }
  /** Near a border, or several are as likely: the person knows better. */
  | { kind: 'choose'; wards: readonly NamedWard[]; border: boolean }
  /** `near`: wards just across the city's border; a pin is not exact. */
  | { kind: 'outside'; sure: boolean; near: readonly NamedWard[] };

/** The ward of a pin; not kept among what the phone keeps for a week, for it says where somebody stood. */
export function useWardAt(pin: Pin | null) {
  return useQuery({
    queryKey: ['ward-at', pin?.latitude, pin?.longitude],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/public/wards/at', { params: { query: pin ?? { latitude: 0, longitude: 0 } }, signal })),
    enabled: pin !== null,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { keep: false },
  });
}

export function readingOf({ kind, ward, offered, outside }: PointAnswer): Reading {
  if (kind === 'outside') return { kind: 'outside', sure: outside, near: offered };
  if (offered.length > 1) return { kind: 'choose', wards: offered, border: kind === 'inside' };
  if (ward) return { kind: 'ward', ward, sure: kind === 'inside' };
  return { kind: 'outside', sure: false, near: offered };
}
