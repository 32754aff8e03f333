import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api } from '../../api/client.ts';
import { useOnline } from '../../api/network.ts';
import { LIVE_MS } from '../../api/queries.ts';
import { useSettled } from '../../ui/use-settled.ts';
import type { LocalDraft } from '../draft/model.ts';

/** After the phone has pushed what was typed (it waits for a pause itself) and the service has read it. */
const READ_AFTER_MS = 1_600;

export type ServedDraft = Awaited<ReturnType<typeof readDraft>>;

/**
 * The draft as the service reads it: what it makes of the words, what is missing. Null without one. Read again after every
 * change, until the service has seen what is on the phone.
 */
export function useServedDraft(draft: Pick<LocalDraft, 'text' | 'categoryCode' | 'place'>): {
  served: ServedDraft | null;
  /** The service has read these words. */
  isCurrent: boolean;
  error: unknown;
} {
  const online = useOnline();
  const query: UseQueryResult<ServedDraft> = useQuery({
    queryKey: ['draft', 'served'],
    queryFn: readDraft,
    enabled: online,
    refetchInterval: ({ state }) => (isCurrentFor(draft, state.data ?? null) ? false : LIVE_MS),
    // Only true while it is being written.
    meta: { keep: false },
  });
  const { refetch } = query;
  const { text, categoryCode, place } = draft;
  const written = useSettled(JSON.stringify([text, categoryCode, place]), READ_AFTER_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written is the reason to read
  useEffect(() => {
    if (online) void refetch();
  }, [written, online, refetch]);
  const served = query.data ?? null;
  return { served, isCurrent: isCurrentFor(draft, served), error: query.error };
}

async function readDraft() {
  const { draft } = await answered(api.GET('/api/citizen/draft'));
  return draft;
}

/** Places are left out: the service names the ward of a pin itself. */
export function isCurrentFor(
  { text, categoryCode }: Pick<LocalDraft, 'text' | 'categoryCode'>,
  served: ServedDraft | null,
): boolean {
  return served !== null && served.text === text.trim().normalize('NFC') && served.chosen.categoryCode === categoryCode;
}
