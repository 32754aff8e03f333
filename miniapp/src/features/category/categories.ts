import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language.ts';
import { readCategories } from './categories-api.ts';

export interface Category {
  code: string;
  name: string;
  /** What to write and photograph; empty when nothing helps more than the group's. */
  hint: string;
  /** How somebody might put it. */
  example: string;
  emergencyNumbers: readonly string[];
  /** False: somebody else answers for it, `whereInstead` says who. */
  accepts: boolean;
  whereInstead: string | null;
  /** May be shown to everybody, when the reporter agrees. */
  published: boolean;
  /** How long the answer takes once an agency has it, in the policy's words; null where there is no such time. */
  answerTime: string | null;
}

export interface CategoryGroup {
  code: string;
  name: string;
  categories: readonly Category[];
}

const A_DAY_MS = 24 * 3_600_000;

/** All categories in groups, in the reader's language; without a network as they were last read. */
export function useCategories() {
  const language = useLanguage();
  return useQuery({
    queryKey: ['categories', language],
    queryFn: () => readCategories(language),
    staleTime: A_DAY_MS,
  });
}

export function categoryOf(groups: readonly CategoryGroup[] | undefined, code: string | null): Category | null {
  if (!groups || code === null) return null;
  for (const { categories } of groups) {
    const found = categories.find((category) => category.code === code);
    if (found) return found;
  }
  return null;
}
