import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import type { Category, CategoryGroup } from './categories.ts';

const MOST_RECENT = 3;
const AN_HOUR_MS = 3_600_000;

/**
 * What this person has reported before, newest first. Read from their reports and not kept by itself: what somebody once
 * reported about their family must go from this phone when they leave it.
 */
export function useRecentCategories(groups: readonly CategoryGroup[] | undefined): Category[] {
  const { data } = useQuery({ queryKey: ['recent-categories'], queryFn: readRecentNames, staleTime: AN_HOUR_MS });
  return recentOf(groups ?? [], data ?? []);
}

/** Only what may be chosen again, and of each kind one. */
export function recentOf(groups: readonly CategoryGroup[], names: readonly string[]): Category[] {
  const byName = new Map(groups.flatMap(({ categories }) => categories.map((category) => [category.name, category])));
  const found = [...new Set(names)].map((name) => byName.get(name));
  return found.filter((category): category is Category => category?.accepts === true).slice(0, MOST_RECENT);
}

async function readRecentNames(): Promise<string[]> {
  const { items } = await answered(api.GET('/api/citizen/reports', { params: { query: { limit: 20 } } }));
  return items.flatMap(({ category }) => (category === null ? [] : [category]));
}
