import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '../../api/client.ts';
import { useTexts } from '../../i18n/language.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { placeTexts } from './texts.ts';
import type { NamedWard } from './ward-at.ts';
import { useWards } from './wards.ts';
import { wardsInWords } from './wards-in-words.ts';

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
  /** The service tells why in Vietnamese only. */
  whyIsVietnamese: boolean;
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
  const texts = useTexts(placeTexts).address;
  const kept = useWards().data;
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
  // What the service does not recognise, or cannot be asked about, may still name a ward of the list on the phone.
  const isUnknown = isAsked && (isError || data?.length === 0);
  const own = useMemo(() => (isUnknown && kept ? wardsInWords(kept, q) : []), [isUnknown, kept, q]);
  const ownGuesses = own.slice(0, MOST).map(({ ward, names }) => {
    return { code: ward.code, name: ward.name, why: texts.named(names.join(', ')), whyIsVietnamese: false };
  });
  const guesses: WardGuess[] | undefined = ownGuesses.length > 0 ? ownGuesses : data;
  return { guesses: isAsked ? guesses : undefined, isError: isAsked && isError, isLoading };
}

/** Wards named in the address go before those in which a street of that name is known; each ward once. */
export function merged(named: readonly (NamedWard & { why: string })[], hits: readonly AddressHit[]): WardGuess[] {
  const byCode = new Map<string, WardGuess>();
  for (const { code, name, why } of named) byCode.set(code, { code, name, why, whyIsVietnamese: true });
  for (const { wardCode, ward, label, why } of hits)
    if (!byCode.has(wardCode))
      byCode.set(wardCode, { code: wardCode, name: ward, why: why ?? label, whyIsVietnamese: true });
  return [...byCode.values()].slice(0, MOST);
}
