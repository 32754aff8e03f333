import { seedRoutingRules } from '../../../../db/seed/routing-rules.ts';
import { contentHash, versionOf } from './content-hash.ts';
import type { RoutingRule, RuleSet } from './rule.ts';

const rules: RoutingRule[] = seedRoutingRules();

/** The rules this build brings: live until staff put others in their place. */
export const seedRuleSet: RuleSet = { id: null, version: versionOf(contentHash(rules)), rules };
