import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { useSettled } from '../../ui/use-settled.ts';
import type { NamedWard } from './ward-at.ts';

export interface AddressHit {
  label: string;
  /** Why what was typed means this, when it is an old name. */
  why: string | null;
  wardCode: string;
  ward: string;
}

/** A ward the written address may lie in, and the line that says why. */
export interface WardGuess extends NamedWard {
  why: string;
}

/** Typing pauses this long before anybody is asked. */
const PAUSE_MS = 400;
/** More are a list nobody reads; there is the whole list for them. */
const MOST = 4;
const LEAST_LETTERS = 3;

/** Wards that a written address may mean, likeliest first. Not kept: it says where somebody lives. */
export function useWardGuesses(address: string) {
  const q = useSettled(address.trim().slice(0, 200), PAUSE_MS);
  const isAsked = q.length >= LEAST_LETTERS;
  const { data, isError, isLoading } = useQuery({
    queryKey: ['ward-guesses', q],
    queryFn: async () => {
      const [named, found] = await Promise.all([
        answered(api.GET('/api/public/places', { params: { query: { q } } })),
        answered(api.GET('/api/public/addresses', { params: { query: { q } } })),
      ]);
      return merged(named.candidates, found.items);
    },
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    meta: { keep: false },
  });
  return { guesses: isAsked ? data : undefined, isError: isAsked && isError, isLoading };
}

/** Wards named in the address go before those in which a street of that name is known; each ward once. */
export function merged(named: readonly WardGuess[], hits: readonly AddressHit[]): WardGuess[] {
  const byCode = new Map<string, WardGuess>();
  for (const guess of named) byCode.set(guess.code, guess);
  for (const { wardCode, ward, label, why } of hits)
    if (!byCode.has(wardCode)) byCode.set(wardCode, { code: wardCode, name: ward, why: why ?? label });
  return [...byCode.values()].slice(0, MOST);
}
