import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/language.ts';
import { readPublic } from '../map/read-public.ts';

export const periods = ['30', '90', '365'] as const;
export type Period = (typeof periods)[number];

export interface Share {
  numerator: number;
  denominator: number;
}

/** Every figure with what it is counted from, and what each means in one sentence. */
export interface Figures {
  ward: { code: string; name: string } | null;
  from: string;
  to: string;
  asOf: string;
  received: number;
  answeredOnTime: Share;
  rated: Share;
  satisfied: Share;
  satisfiedOrAccepted: Share;
  medianDays: { days: number | null; of: number };
  openNow: number;
  overdueNow: Share;
  topCategories: readonly { code: string; name: string; count: number }[];
  definitions: Readonly<Record<string, string>>;
}

const A_MINUTE_MS = 60_000;

/** `ward`: null for the whole city. */
export function useFigures(ward: string | null, days: Period, enabled = true) {
  const lang = useLanguage();
  return useQuery({
    queryKey: ['figures', lang, ward, days],
    queryFn: () =>
      readPublic<Figures>(
        ward === null ? '/api/public/figures' : `/api/public/wards/${encodeURIComponent(ward)}/figures`,
        { days, lang },
      ),
    staleTime: A_MINUTE_MS,
    enabled,
  });
}

/** A link may name a ward that has been merged away since. */
export function isUnknownWard(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404;
}
