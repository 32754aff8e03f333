import fc from 'fast-check';
import { expect, it } from 'vitest';
import { categories } from '../../../../db/seed/categories.ts';
import type { Weekday } from '../../deadlines/calendar-day.ts';
import { decideRouting } from '../agency-rules.ts';
import { assetLists } from './asset-list.ts';
import type { RoutingRule } from './rule.ts';
import { shadowedRules } from './shadowed.ts';
import { arbitraryFacts, arbitraryRules } from './testing/arbitrary-rules.ts';
import { setOf } from './testing/facts.ts';
import { tryRules } from './try-rules.ts';

it('the first match wins: a rule matches in a set exactly when it matches alone and none before it does', () => {
  fc.assert(
    fc.property(arbitraryRules, arbitraryFacts, (rules, facts) => {
      const alone = rules.findIndex((rule) => tryRules(setOf(rule), facts).matched !== null);
      const { matched } = tryRules(setOf(...rules), facts);
      expect(matched).toBe(alone === -1 ? null : rules[alone]);
    }),
    { numRuns: 300 },
  );
});

it('order matters and nothing else: what comes after the match changes nothing', () => {
  fc.assert(
    fc.property(arbitraryRules, arbitraryRules, arbitraryFacts, (rules, more, facts) => {
      const result = tryRules(setOf(...rules), facts);
      fc.pre(result.matched !== null);
      expect(tryRules(setOf(...rules, ...more), facts)).toEqual(result);
    }),
    { numRuns: 200 },
  );
});

it('every rule up to the one that decides is explained, in order, in a sentence', () => {
  fc.assert(
    fc.property(arbitraryRules, arbitraryFacts, (rules, facts) => {
      const { matched, tried } = tryRules(setOf(...rules), facts);
      const upTo = matched ? rules.indexOf(matched) + 1 : rules.length;
      expect(tried.map(({ ruleId }) => ruleId)).toEqual(rules.slice(0, upTo).map(({ id }) => id));
      for (const [index, { matched: hit, why, failedOn }] of tried.entries()) {
        expect(why).toMatch(/^\p{Lu}.*\.$/u);
        expect(hit).toBe(matched !== null && index === upTo - 1);
        expect(failedOn === undefined).toBe(hit);
      }
    }),
    { numRuns: 200 },
  );
});

it('a rule that is said to be shadowed never decides anything', () => {
  fc.assert(
    fc.property(arbitraryRules, fc.array(arbitraryFacts, { minLength: 20, maxLength: 20 }), (rules, many) => {
      const shadowed = new Set(shadowedRules(rules).map(({ ruleId }) => ruleId));
      for (const facts of many) {
        const { matched } = tryRules(setOf(...rules), facts);
        if (matched) expect(shadowed).not.toContain(matched.id);
      }
    }),
    { numRuns: 300 },
  );
});

it('no stored rule, however broken or retired, makes it throw; a report then waits for a person', () => {
  const wards = fc.constantFrom<RoutingRule['to']>({ agency: { code: 'gone' } }, { agency: { type: 'ward_pc' } });
  const broken = fc.oneof(
    fc.jsonValue(),
    fc.record({ id: fc.jsonValue(), name: fc.jsonValue(), when: fc.jsonValue(), to: fc.jsonValue() }),
    fc.record({
      id: fc.constant('retired'),
      name: fc.constant('Đã bỏ'),
      when: fc.record(
        {
          onList: fc.constantFrom('gone', 'city_assets'),
          wards: fc.constant(['99999']),
          categories: fc.constant(['ZZ']),
        },
        { requiredKeys: [] },
      ),
      to: wards,
    }),
  );
  const category = fc.constantFrom(...categories.map(({ code }) => code));
  fc.assert(
    fc.property(fc.array(broken, { maxLength: 4 }), category, fc.nat({ max: 6 }), (rules, chosenCategory, weekday) => {
      const set = setOf(...(rules as RoutingRule[]));
      const lists = assetLists({});
      const facts = { categoryCode: chosenCategory, priorityClass: 'normal', wardCode: null, text: '', lists } as const;
      const clock = { weekday: weekday as Weekday, minute: 0 };
      const { error } = tryRules(set, { ...facts, clock });
      const decision = decideRouting({
        suggestions: [],
        chosenCategory,
        ward: { kind: 'unknown' },
        at: new Date('2026-10-05T00:00:00+07:00'),
        rules: set,
        lists,
      });
      if (decision.tried.length > 0 && error) {
        expect(decision).toMatchObject({ kind: 'tray', failedRule: error });
        expect(decision.kind === 'tray' && decision.reasons).toContain('rule_failed');
      }
    }),
    { numRuns: 500 },
  );
});
