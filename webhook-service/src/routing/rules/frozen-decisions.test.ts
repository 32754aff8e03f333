import { describe, expect, it } from 'vitest';
import { decideRouting } from '../agency-rules.ts';
import { assetLists } from './asset-list.ts';
import frozen from './fixtures/decisions-before-rules.json' with { type: 'json' };
import { casesOf, frozenCategories, outcomeOf } from './testing/frozen-cases.ts';

/** A mutation run plays them for every mutant: it takes every fortieth. */
const EVERY = process.env.STRYKER_MUTATOR_WORKER ? 41 : 1;
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const night = new Date('2026-10-05T23:30:00+07:00');
const day = new Date('2026-10-05T12:00:00+07:00');

/** What the coded rules decided in each case, kept before the rules became data. */
const before = frozen as Record<string, { outcomes: string[]; cases: string }>;

describe('the seed rules decide exactly as the coded rules did', () => {
  it('in the same cases as were kept', () => {
    expect(Object.keys(before)).toEqual(frozenCategories);
    expect(frozenCategories.flatMap(casesOf)).toHaveLength(56_952);
  });

  it.each(frozenCategories)('%s: day and night, with and without keywords, empty and loaded list', (code) => {
    const cases = casesOf(code);
    const kept = [...(before[code]?.cases ?? '')].map((letter) => before[code]?.outcomes[letters.indexOf(letter)]);
    expect(kept).toHaveLength(cases.length);
    const sampled = <Item>(items: readonly Item[]) => items.filter((_item, index) => index % EVERY === 0);
    const now = sampled(cases).map(({ isNight, assets, ...input }) =>
      outcomeOf(decideRouting({ ...input, at: isNight ? night : day, lists: assetLists({ city_assets: assets }) })),
    );
    expect(now).toEqual(sampled(kept));
  });

  it('for callers that only know day or night', () => {
    for (const code of ['MT-06', 'GT-01', 'DV-02']) {
      const cases = casesOf(code);
      const outcomes = (given: (isNight: boolean) => { at: Date } | { isNight: boolean }) =>
        cases.map(({ isNight, assets, ...input }) =>
          outcomeOf(decideRouting({ ...input, ...given(isNight), lists: assetLists({ city_assets: assets }) })),
        );
      expect(outcomes((isNight) => ({ isNight }))).toEqual(outcomes((isNight) => ({ at: isNight ? night : day })));
    }
  });
});
