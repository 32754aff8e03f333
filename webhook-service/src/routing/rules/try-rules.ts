/** Tries rules in order and says of each why it did or did not match. First match wins; a broken rule stops the line. */
import { Value } from 'typebox/value';
import {
  type Check,
  type ConditionKind,
  checkCondition,
  conditionKinds,
  prepare,
  type RuleFacts,
} from './conditions.ts';
import { RoutingRule, type RuleSet } from './rule.ts';
import { resolveTarget } from './targets.ts';

export interface TriedRule {
  ruleId: string;
  name: string;
  matched: boolean;
  /** A Vietnamese sentence. Holds words of the rule, never the citizen's. */
  why: string;
  /** The condition that was not met. */
  failedOn?: ConditionKind;
}

/** What can be wrong with a rule when it is used. Stable, for incidents. */
export type RuleErrorCode = 'rule_malformed' | 'list_unknown' | 'agency_unknown';

export interface RuleFailure {
  ruleId: string;
  code: RuleErrorCode;
}

export interface RulesTried {
  matched: RoutingRule | null;
  /** Every rule up to the one that decided, in order. */
  tried: TriedRule[];
  /** The rule that could not be used. Nothing after it is tried: a rule is never skipped because it is broken. */
  error?: RuleFailure;
  /** Another ward could have led to another rule. */
  wardDecides: boolean;
}

/** The first rule that matches the facts. Never throws, whatever was stored as a rule. */
export function tryRules(ruleSet: RuleSet, facts: RuleFacts): RulesTried {
  const prepared = prepare(facts);
  const tried: TriedRule[] = [];
  let wardDecides = false;
  for (const [index, rule] of ruleSet.rules.entries()) {
    const failure = (code: RuleErrorCode, why: string): RulesTried => {
      const { ruleId, name } = labelOf(rule, index);
      tried.push({ ruleId, name, matched: false, why });
      return { matched: null, tried, error: { ruleId, code }, wardDecides };
    };
    if (!isWellFormed(rule)) return failure('rule_malformed', 'Quy tắc lỗi: không đúng mẫu.');

    const met: string[] = [];
    let unmet: { kind: ConditionKind; check: Extract<Check, { met: false }> } | null = null;
    for (const kind of conditionKinds) {
      const check = checkCondition(kind, rule.when, prepared);
      if (!check) continue;
      if (kind === 'wards') wardDecides = true;
      if (!check.met) {
        unmet = { kind, check };
        break;
      }
      met.push(check.why);
    }
    const { id: ruleId, name } = rule;
    if (unmet?.check.error) return failure(unmet.check.error, unmet.check.why);
    if (unmet) {
      tried.push({ ruleId, name, matched: false, why: unmet.check.why, failedOn: unmet.kind });
      continue;
    }
    const stranger = [rule.to.agency, ...(rule.to.copyTo ?? [])].find(
      (target) => resolveTarget(target, facts.wardCode, ruleSet.agencies).kind === 'unknown',
    );
    if (stranger)
      return failure(
        'agency_unknown',
        `Quy tắc lỗi: không có đơn vị “${'code' in stranger ? stranger.code : stranger.type}”.`,
      );
    const why = met.length > 0 ? `Khớp: ${met.join('; ')}.` : 'Khớp: áp dụng cho mọi phản ánh.';
    tried.push({ ruleId, name, matched: true, why });
    return { matched: rule, tried, wardDecides };
  }
  return { matched: null, tried, wardDecides };
}

/** Rules come out of a JSON column that a person can reach; each object is looked at once. */
function isWellFormed(rule: unknown): rule is RoutingRule {
  if (typeof rule !== 'object' || rule === null) return false;
  const known = checked.get(rule);
  if (known !== undefined) return known;
  const wellFormed = Value.Check(RoutingRule, rule);
  checked.set(rule, wellFormed);
  return wellFormed;
}

const checked = new WeakMap<object, boolean>();

/** A name for something that may be anything. */
function labelOf(rule: unknown, index: number): { ruleId: string; name: string } {
  const { id, name } = (rule ?? {}) as { id?: unknown; name?: unknown };
  return {
    ruleId: typeof id === 'string' && id !== '' ? id : `#${index + 1}`,
    name: typeof name === 'string' && name !== '' ? name : `Quy tắc số ${index + 1}`,
  };
}
