import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { paths } from '../../api/schema.d.ts';
import { useLanguage } from '../../i18n/language.ts';

export const periods = ['30', '90', '365'] as const;
export type Period = (typeof periods)[number];

export interface Share {
  numerator: number;
  denominator: number;
}

/** Every figure with what it is counted from, and what each means in one sentence. */
export type Figures = paths['/api/public/figures']['get']['responses'][200]['content']['application/json'];

const A_MINUTE_MS = 60_000;

/** `ward`: null for the whole city. */
export function useFigures(ward: string | null, days: Period, enabled = true) {
  const lang = useLanguage();
  return useQuery({
    queryKey: ['figures', lang, ward, days],
    queryFn: () =>
      answered<Figures>(
        ward === null
          ? api.GET('/api/public/figures', { params: { query: { days, lang } } })
          : api.GET('/api/public/wards/{code}/figures', { params: { path: { code: ward }, query: { days, lang } } }),
      ),
    staleTime: A_MINUTE_MS,
    enabled,
  });
}

/** A link may name a ward that has been merged away since. */
export function isUnknownWard(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404;
}
