import { expect, it } from 'vitest';
import { countFilters, type Filters, filtersOf, searchOf } from './filters.ts';

const none: Filters = { view: 'list', state: null, group: null, ward: null, q: '' };

it('what is looked at comes back from the address as it went in', () => {
  const all: Filters = { view: 'map', state: 'answered', group: 'GT', ward: '00199', q: 'ổ gà' };
  expect(filtersOf(searchOf(all))).toEqual(all);
  expect(searchOf(none).toString()).toBe('');
});

it('an address somebody has changed by hand is read for what it is worth', () => {
  expect(filtersOf(new URLSearchParams('view=3d&state=everything'))).toEqual(none);
});

it('counts what narrows the list, and the whole city narrows nothing', () => {
  expect(countFilters({ ...none, ward: 'all' })).toBe(0);
  expect(countFilters({ ...none, ward: '00199', state: 'open' })).toBe(2);
});
