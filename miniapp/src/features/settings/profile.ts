import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { zalo } from '../../zalo/index.ts';

type Me = paths['/api/citizen/me'];
export type Profile = Me['get']['responses'][200]['content']['application/json'];
type Change = Me['patch']['requestBody']['content']['application/json'];

export const PROFILE_KEY = ['me'] as const;

/** What the service knows of whoever holds this phone; nobody is asked for it outside Zalo. */
export function useProfile() {
  return useQuery({
    queryKey: PROFILE_KEY,
    queryFn: () => answered(api.GET('/api/citizen/me')),
    enabled: zalo.isInside,
  });
}

export function useChangeProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Change) => answered(api.PATCH('/api/citizen/me', { body })),
    onSuccess: (profile) => {
      queries.setQueryData(PROFILE_KEY, profile);
    },
  });
}
