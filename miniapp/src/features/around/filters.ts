import { useSearchParams } from 'react-router-dom';
import { type StateGroup, stateGroups } from './wire.ts';

export interface Filters {
  view: 'list' | 'map';
  state: StateGroup | null;
  /** Code of a group of categories. */
  group: string | null;
  /** A ward's code; `all`: the whole city; null: what is near this person. */
  ward: string | null;
  q: string;
}

/** What is looked at stands in the address: "back" brings it back, and a link shows the same. */
export function useFilters(): { filters: Filters; change: (change: Partial<Filters>) => void } {
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  return {
    filters,
    change: (change) => setSearch(searchOf({ ...filters, ...change }), { replace: true }),
  };
}

export function filtersOf(search: URLSearchParams): Filters {
  return {
    view: search.get('view') === 'map' ? 'map' : 'list',
    state: stateGroups.find((state) => state === search.get('state')) ?? null,
    group: search.get('group'),
    ward: search.get('ward'),
    q: search.get('q') ?? '',
  };
}

export function searchOf({ view, state, group, ward, q }: Filters): URLSearchParams {
  const search = new URLSearchParams();
  if (view === 'map') search.set('view', 'map');
  const rest = { state, group, ward, q: q.trim() };
  for (const [name, value] of Object.entries(rest)) if (value) search.set(name, value);
  return search;
}

/** How many of the sheet's filters are set: said on its button. */
export function countFilters({ state, group, ward }: Filters): number {
  return [state, group, ward === 'all' ? null : ward].filter(Boolean).length;
}
