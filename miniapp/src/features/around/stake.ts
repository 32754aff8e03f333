import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { zalo } from '../../zalo/index.ts';
import { reportKeys } from '../deeds/after-deed.ts';
import { isNotMine } from '../report-view/report-api.ts';

/** What this person has to do with a published report; `stranger` also where nobody can be signed in. */
export type Stake = 'reporter' | 'follower' | 'stranger';

/** Not known (undefined) while it is asked, and without a network. */
export function useStake(code: string): Stake | undefined {
  const own = useQuery({
    queryKey: reportKeys.detail(code),
    queryFn: ({ signal }) => answered(api.GET('/api/citizen/reports/{code}', { params: { path: { code } }, signal })),
    enabled: zalo.isInside,
    retry: false,
  });
  if (!zalo.isInside || isNotMine(own.error)) return 'stranger';
  return own.data?.role;
}

/** Follows or no longer; said twice it is the same, so it may be sent again after a lost answer. */
export function useFollowing(code: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (follows: boolean) => sendFollow(code, follows),
    onSuccess: async () => {
      await Promise.all([
        queries.resetQueries({ queryKey: reportKeys.detail(code) }),
        queries.invalidateQueries({ queryKey: ['published', 'report', code] }),
        queries.invalidateQueries({ queryKey: reportKeys.list('followed') }),
      ]);
    },
  });
}

async function sendFollow(code: string, follows: boolean): Promise<boolean> {
  const params = { path: { code } };
  if (follows) await answered(api.PUT('/api/citizen/reports/{code}/follow', { params }));
  else await answered(api.DELETE('/api/citizen/reports/{code}/follow', { params }));
  return follows;
}
