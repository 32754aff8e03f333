import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { paths } from '../../api/schema.d.ts';
import { zalo } from '../../zalo/index.ts';
import { PROFILE_KEY } from '../settings/profile.ts';

type Consents = paths['/api/citizen/consents'];
export type Consent = Consents['get']['responses'][200]['content']['application/json']['items'][number];
export type Purpose = Consent['purpose'];
type Turns = paths['/api/citizen/consents/history']['get']['responses'][200]['content']['application/json']['items'];
export type Turn = Turns[number];

const CONSENTS_KEY = ['consents'] as const;
const HISTORY_KEY = ['consents', 'history'] as const;

export function useConsents() {
  return useQuery({
    queryKey: CONSENTS_KEY,
    queryFn: () => answered(api.GET('/api/citizen/consents')),
    enabled: zalo.isInside,
  });
}

export function useConsentHistory() {
  return useQuery({
    queryKey: HISTORY_KEY,
    queryFn: () => answered(api.GET('/api/citizen/consents/history')),
    enabled: zalo.isInside,
  });
}

/** Whoever agrees agrees to the wording they were shown, so its version goes along. */
export function useDecide() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ purpose, version, given }: { purpose: Purpose; version: string; given: boolean }) =>
      answered(api.PUT('/api/citizen/consents', { body: { purpose, version, given } })),
    onSuccess: (consents) => {
      queries.setQueryData(CONSENTS_KEY, consents);
      void queries.invalidateQueries({ queryKey: HISTORY_KEY });
      // Name, phone and notifications go with the consent to be contacted.
      void queries.invalidateQueries({ queryKey: PROFILE_KEY });
    },
    onError: (error) => {
      if (isNewWording(error)) void queries.invalidateQueries({ queryKey: CONSENTS_KEY });
    },
  });
}

/** The words changed between reading and agreeing: they have to be read again. */
export function isNewWording(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'consent_text_changed';
}
