import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { zalo } from '../../zalo/index.ts';
import { PROFILE_KEY } from '../settings/profile.ts';

/** Zalo asks the person; what it gives is a code that only the service can turn into a number (§7.2). @throws ZaloError on "no" */
export function useGivePhone() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const code = await zalo.phoneCode();
      const accessToken = await zalo.accessToken();
      await answered(api.POST('/api/citizen/phone', { body: { accessToken, code } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: PROFILE_KEY }),
  });
}

export function useRemovePhone() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.DELETE('/api/citizen/phone')),
    onSuccess: () => queries.invalidateQueries({ queryKey: PROFILE_KEY }),
  });
}
