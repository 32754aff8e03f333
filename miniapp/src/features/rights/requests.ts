import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { useIntent } from '../../api/intent.ts';
import { LIVE_MS } from '../../api/queries.ts';
import type { paths } from '../../api/schema.d.ts';
import { zalo } from '../../zalo/index.ts';

type Requests = paths['/api/citizen/privacy-requests'];
export type PrivacyRequest = Requests['get']['responses'][200]['content']['application/json']['items'][number];
/** Those a person reads and decides. */
export const askedKinds = ['correct', 'restrict', 'object'] as const;
export type AskedKind = (typeof askedKinds)[number];

const REQUESTS_KEY = ['privacy-requests'] as const;

export function usePrivacyRequests() {
  return useQuery({
    queryKey: REQUESTS_KEY,
    queryFn: () => answered(api.GET('/api/citizen/privacy-requests')),
    enabled: zalo.isInside,
    refetchInterval: LIVE_MS,
  });
}

/** The same words sent twice are one request. */
export function useAsk() {
  const queries = useQueryClient();
  const intent = useIntent();
  return useMutation({
    mutationFn: ({ kind, note }: { kind: AskedKind; note: string }) => {
      const header = { 'idempotency-key': intent.keyFor(`${kind} ${note}`) };
      return answered(api.POST('/api/citizen/privacy-requests', { params: { header }, body: { kind, note } }));
    },
    onSuccess: () => {
      intent.done();
      return queries.invalidateQueries({ queryKey: REQUESTS_KEY });
    },
  });
}
