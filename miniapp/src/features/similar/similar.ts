import { useQuery } from '@tanstack/react-query';
import { useOnline } from '../../api/network.ts';
import type { LocalDraft } from '../draft/model.ts';
import { readSimilar } from './similar-api.ts';

const A_MINUTE_MS = 60_000;

/** A report of somebody else that may be the same matter, as far as its reporter lets others read it. */
export interface SimilarReport {
  code: string;
  category: string | null;
  ward: string | null;
  /** To ten metres; null when one of the two has no pin. */
  distanceMetres: number | null;
  receivedAt: string;
  state: string;
  stateLabel: string;
  /** How many have joined in or follow it. */
  followers: number;
  /** Only of published ones. */
  excerpt: string | null;
  thumbnailUrl: string | null;
  /** Why it may be the same, in sentences. */
  because: readonly string[];
}

/**
 * What others have reported near the place of the draft, at most three. Only ever a help: without a network, or when it fails,
 * there is none, and the way on is the same.
 */
export function useSimilar(
  { text, categoryCode, place }: Pick<LocalDraft, 'text' | 'categoryCode' | 'place'>,
  /** The service has read these words. */
  { isReady }: { isReady: boolean },
) {
  const online = useOnline();
  return useQuery({
    queryKey: ['draft', 'similar', text.trim(), categoryCode, place.pin, place.address, place.wardCode],
    queryFn: readSimilar,
    enabled: isReady && online,
    retry: false,
    staleTime: A_MINUTE_MS,
    meta: { keep: false },
  });
}
