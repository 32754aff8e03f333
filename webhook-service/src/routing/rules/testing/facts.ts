import { noAssets } from '../asset-list.ts';
import type { RuleFacts } from '../conditions.ts';
import type { RoutingRule, RuleSet } from '../rule.ts';

/** A pothole in phường Láng on a Monday at noon, unless told otherwise. */
export function factsOf(given: Partial<RuleFacts> = {}): RuleFacts {
  return {
    categoryCode: 'GT-01',
    priorityClass: 'normal',
    wardCode: '00199',
    text: 'ổ gà rất to',
    clock: { weekday: 1, minute: 12 * 60 },
    lists: noAssets,
    ...given,
  };
}

/** A rule that gives everything to Sở Xây dựng, unless told otherwise. */
export function ruleOf(given: Partial<RoutingRule> = {}): RoutingRule {
  return { id: 'a', name: 'Quy tắc A', when: {}, to: { agency: { code: 'so-xay-dung' } }, ...given };
}

export function setOf(...rules: RoutingRule[]): RuleSet {
  return { id: 7, version: 'test', rules };
}
