import { describe, expect, it } from 'vitest';
import { adminUnits } from '../../../../db/seed/admin-units.ts';
import type { RoutingRule, RuleCondition } from './rule.ts';
import { seedRuleSet } from './seed-rule-set.ts';
import { shadowedRules } from './shadowed.ts';
import { ruleOf } from './testing/facts.ts';

const rules = (...conditions: RuleCondition[]): RoutingRule[] =>
  conditions.map((when, index) => ruleOf({ id: `r${index + 1}`, name: `Quy tắc ${index + 1}`, when }));
const shadowed = (...conditions: RuleCondition[]) =>
  Object.fromEntries(shadowedRules(rules(...conditions)).map(({ ruleId, coveredBy }) => [ruleId, coveredBy]));

describe('a rule is shadowed', () => {
  it('by an earlier rule that asks for nothing', () => {
    expect(shadowedRules(rules({}, { categories: ['GT-01'], wards: ['00199'] }))).toEqual([
      { ruleId: 'r2', name: 'Quy tắc 2', coveredBy: ['r1'] },
    ]);
  });

  it('by its twin, and by its group', () => {
    expect(shadowed({ categories: ['GT-01'] }, { categories: ['GT-01'] })).toEqual({ r2: ['r1'] });
    expect(shadowed({ categories: ['GT'] }, { categories: ['GT-01', 'GT-02'] })).toEqual({ r2: ['r1'] });
  });

  it('by several that together leave nothing', () => {
    expect(shadowed({ categories: ['GT-01'] }, { categories: ['GT-02'] }, { categories: ['GT-01', 'GT-02'] })).toEqual({
      r3: ['r1', 'r2'],
    });
    const day = { from: '06:00', to: '22:00' };
    const night = { from: '22:00', to: '06:00' };
    expect(shadowed({ time: day }, { time: night }, { categories: ['MT-06'] })).toEqual({ r3: ['r1', 'r2'] });
    expect(shadowed({ wards: ['00199'] }, { wards: ['00070'] }, { wards: ['00070', '00199'] })).toEqual({
      r3: ['r1', 'r2'],
    });
    expect(
      shadowed(
        { priorityClasses: ['urgent'] },
        { priorityClasses: ['normal'] },
        { priorityClasses: ['normal', 'urgent'] },
      ),
    ).toEqual({ r3: ['r1', 'r2'] });
  });

  it('in the hours of one day by a rule for the whole week', () => {
    const inside = { from: '23:00', to: '01:00', days: ['sat' as const] };
    expect(shadowed({ time: { from: '22:00', to: '06:00' } }, { time: inside })).toEqual({ r2: ['r1'] });
    expect(shadowed({ time: { from: '22:00', to: '06:00', days: ['sat'] } }, { time: inside })).toEqual({ r2: ['r1'] });
    expect(shadowed({ time: { from: '22:00', to: '06:00', days: ['sun'] } }, { time: inside })).toEqual({});
  });

  it('by fewer words: whoever says the longer phrase says the shorter', () => {
    expect(shadowed({ keywords: ['cáp', 'wifi'] }, { keywords: ['cáp quang', 'WIFI'] })).toEqual({ r2: ['r1'] });
    expect(shadowed({ keywords: ['cap'] }, { keywords: ['dây cáp'], onList: 'city_assets' })).toEqual({ r2: ['r1'] });
    expect(shadowed({ onList: 'city_assets' }, { onList: 'city_assets', keywords: ['wifi'] })).toEqual({ r2: ['r1'] });
  });

  it('when it names only what is never accepted', () => {
    expect(shadowed({ categories: ['OS-01'] })).toEqual({ r1: [] });
    expect(shadowed({ categories: ['OS'] }, {})).toEqual({ r1: [] });
  });
});

describe('a rule is not shadowed', () => {
  it.each<[string, RuleCondition, RuleCondition]>([
    ['one more category', { categories: ['GT-01'] }, { categories: ['GT-01', 'GT-02'] }],
    ['all categories', { categories: ['GT-01'] }, {}],
    ['all wards', { wards: adminUnits.map(({ code }) => code) }, {}],
    ['one more ward', { wards: ['00199'] }, { wards: ['00199', '00070'] }],
    ['a minute more', { time: { from: '22:00', to: '06:00' } }, { time: { from: '22:00', to: '06:01' } }],
    ['a minute earlier', { time: { from: '22:00', to: '06:00' } }, { time: { from: '21:59', to: '06:00' } }],
    ['one more class', { priorityClasses: ['urgent'] }, { priorityClasses: ['urgent', 'none'] }],
    ['another keyword', { keywords: ['cáp'] }, { keywords: ['cáp', 'wifi'] }],
    ['fewer words', { keywords: ['cáp quang'] }, { keywords: ['cáp'] }],
    ['no keywords', { keywords: ['cáp'] }, { onList: 'city_assets' }],
    ['another list', { onList: 'city_assets' }, { onList: 'schools' }],
    ['no list', { onList: 'city_assets' }, { keywords: ['wifi'] }],
  ])('that takes %s', (_, earlier, later) => expect(shadowed(earlier, later)).toEqual({}));

  it.each(['emergency', 'urgent', 'normal', 'complex', 'none'] as const)('that is left the class %s', (left) => {
    const all = ['emergency', 'urgent', 'normal', 'complex', 'none'] as const;
    const others = { priorityClasses: all.filter((item) => item !== left) };
    expect(shadowed(others, {})).toEqual({});
    expect(shadowed(others, { priorityClasses: [left] }, {})).toEqual({ r3: ['r1', 'r2'] });
  });

  it('by what comes after it', () => {
    expect(shadowed({ categories: ['GT-01'] }, {})).toEqual({});
  });

  it('for all it is known, when there are too many combinations to look at', () => {
    const wards = adminUnits.map(({ code }) => code);
    const time = (hour: number) => ({
      from: `${String(hour).padStart(2, '0')}:00`,
      to: `${String(hour).padStart(2, '0')}:30`,
    });
    const many = Array.from({ length: 12 }, (_, hour) => ({ wards, time: time(hour) }));
    expect(shadowed(...many, { wards }, { wards })).toEqual({});
    // One hour alone is few enough.
    expect(shadowed(...many, { wards, time: time(3) })).toEqual({ r13: ['r4'] });
  });
});

it('no rule of the seed is shadowed', () => {
  expect(shadowedRules(seedRuleSet.rules)).toEqual([]);
});
