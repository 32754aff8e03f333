/** Agency by category × place × rules: dispatch, or the tray with the reasons why a person must look (domain-hanoi §3, §4). */
import { isWardType } from '../../../db/seed/agencies.ts';
import { type Category, category as categoryOf } from '../../../db/seed/categories.ts';
import type { PriorityClass } from '../../../db/seed/priority-policy.ts';
import { type CategorySuggestion, confidentEnough } from './category-suggestion.ts';
import { detectEmergency } from './emergency.ts';
import { type AssetLists, noAssets } from './rules/asset-list.ts';
import { wardWords } from './rules/conditions.ts';
import type { RoutingRule, RuleSet } from './rules/rule.ts';
import { seedRuleSet } from './rules/seed-rule-set.ts';
import { resolveTarget } from './rules/targets.ts';
import { clockAt, type LocalClock } from './rules/time-window.ts';
import { type RuleFailure, type RulesTried, type TriedRule, tryRules } from './rules/try-rules.ts';
import type { TrayReason } from './tray-reasons.ts';
import type { WardLookup } from './ward-lookup.ts';

/** Where the report is: from the pin, or picked by a person from a list, or not known yet. */
export type WardAnswer = WardLookup | { kind: 'chosen'; wardCode: string } | { kind: 'unknown' };

export interface RoutingInput {
  suggestions: readonly CategorySuggestion[];
  /** Picked by a person (the citizen from the list, or intake). */
  chosenCategory?: string | undefined;
  ward: WardAnswer;
  /** What the citizen wrote, with the place as typed. */
  text?: string | undefined;
  /** The moment that rules about the time of day ask for. */
  at?: Date | undefined;
  /** 22:00–06:00 local time, where only that is known; `at` is better. */
  isNight?: boolean | undefined;
  /** The report's class where it is known; otherwise that of the category, or `emergency` by the words. */
  priorityClass?: PriorityClass | undefined;
  /** The live rules; left out: those of this build. */
  rules?: RuleSet | undefined;
  /** The lists the rules ask; left out: nothing loaded. */
  lists?: AssetLists | undefined;
}

interface Explained {
  /** Why, in Vietnamese sentences: category, rule, place. */
  because: string[];
  /** Every rule up to the one that decided; empty when no rule was asked. */
  tried: TriedRule[];
  ruleSet: { id: number | null; version: string };
  /** The rule that matched. */
  ruleId?: string;
  /** Whom to turn to at the agency, where the rule says so. */
  contact?: string;
}

export type RoutingDecision =
  | (Explained & { kind: 'dispatch'; categoryCode: string; agencyCode: string; copyTo: string[] })
  | (Explained & {
      kind: 'tray';
      reasons: TrayReason[];
      /** The chosen or likeliest category, and the agency it would go to: one tap for intake. */
      categoryCode?: string;
      proposedAgency?: string;
      /** Set with the reason `rule_failed`: the caller raises an incident. */
      failedRule?: RuleFailure;
    });

/**
 * Decides without asking anyone. A text suggestion is a guess, even a confident one, so urgent and emergency classes
 * go to a person unless a person chose the category (§3: "never dispatch an urgent one on a guess alone").
 */
export function decideRouting(input: RoutingInput): RoutingDecision {
  const rules = input.rules ?? seedRuleSet;
  const ruleSet = { id: rules.id, version: rules.version };
  const category = categoryOf(input.chosenCategory ?? input.suggestions[0]?.categoryCode ?? '');
  if (!category) {
    return {
      kind: 'tray',
      reasons: ['category_unsure'],
      because: ['Không có gợi ý lĩnh vực nào.'],
      tried: [],
      ruleSet,
    };
  }
  const because = [categorySentence(category, input)];
  if (!category.accepts) {
    const reasons: TrayReason[] = isSure(input) ? ['not_a_report'] : ['category_unsure', 'not_a_report'];
    return { kind: 'tray', reasons, categoryCode: category.code, because, tried: [], ruleSet };
  }

  const soundsUrgent = input.text !== undefined && detectEmergency(input.text) !== null;
  const wardCode = 'wardCode' in input.ward ? input.ward.wardCode : null;
  const result = tryRules(rules, {
    categoryCode: category.code,
    priorityClass: input.priorityClass ?? (soundsUrgent ? 'emergency' : category.priority),
    wardCode,
    text: input.text ?? '',
    clock: clockOf(input),
    lists: input.lists ?? noAssets,
  });
  const holder = holderOf(result, wardCode, rules);
  because.push(...ruleSentences(result), wardSentence(input.ward));
  const explained: Explained = {
    because,
    tried: result.tried,
    ruleSet,
    ...(result.matched && { ruleId: result.matched.id }),
    ...(result.matched?.to.contact && { contact: result.matched.to.contact }),
  };

  const reasons = [
    ...categoryReasons(category, input, soundsUrgent),
    ...wardReasons(category, holder.wardDecides, input.ward),
    ...holder.reasons,
  ];
  if (reasons.length === 0 && holder.agencyCode !== null) {
    const { agencyCode, copyTo } = holder;
    return { kind: 'dispatch', categoryCode: category.code, agencyCode, copyTo, ...explained };
  }
  return {
    kind: 'tray',
    reasons,
    categoryCode: category.code,
    ...(holder.agencyCode !== null && { proposedAgency: holder.agencyCode }),
    ...(result.error && { failedRule: result.error }),
    ...explained,
  };
}

interface Holder {
  agencyCode: string | null;
  copyTo: string[];
  /** Why the rules alone do not name an agency. */
  reasons: TrayReason[];
  /** Another ward would have another agency. */
  wardDecides: boolean;
}

/** What the rules say about the agency. An agency that waits for its ward is no fault: the ward is asked for. */
function holderOf(result: RulesTried, wardCode: string | null, { agencies }: RuleSet): Holder {
  const { matched, wardDecides } = result;
  const nobody = { agencyCode: null, copyTo: [], wardDecides };
  if (result.error) return { ...nobody, reasons: ['rule_failed'] };
  if (!matched) return { ...nobody, reasons: ['no_rule'] };
  const target = matched.to.agency;
  const resolved = resolveTarget(target, wardCode, agencies);
  const decides = wardDecides || ('type' in target && isWardType(target.type));
  // Without the ward an earlier rule may be the right one: what matched now is no proposal.
  if (resolved.kind === 'needs_ward' || (wardDecides && wardCode === null))
    return { ...nobody, reasons: [], wardDecides: decides };
  if (resolved.kind !== 'agency') return { ...nobody, reasons: ['no_agency'], wardDecides: decides };
  return {
    agencyCode: resolved.code,
    copyTo: copiesOf(matched, wardCode, agencies),
    reasons: [],
    wardDecides: decides,
  };
}

/** A copy for the police of a ward that is not known is left out: it must not hold up the report. */
function copiesOf(rule: RoutingRule, wardCode: string | null, agencies: RuleSet['agencies']): string[] {
  return (rule.to.copyTo ?? []).flatMap((target) => {
    const resolved = resolveTarget(target, wardCode, agencies);
    return resolved.kind === 'agency' ? [resolved.code] : [];
  });
}

function clockOf({ at, isNight }: RoutingInput): LocalClock | null {
  if (at) return clockAt(at);
  return isNight ? { weekday: null, minute: 0 } : null;
}

function isSure(input: RoutingInput): boolean {
  return input.chosenCategory !== undefined || confidentEnough(input.suggestions);
}

function categoryReasons(category: Category, input: RoutingInput, soundsUrgent: boolean): TrayReason[] {
  if (input.chosenCategory !== undefined) return [];
  const reasons: TrayReason[] = isSure(input) ? [] : ['category_unsure'];
  if (isUrgent(category) || soundsUrgent) reasons.push('urgent_needs_person');
  return reasons;
}

function isUrgent({ priority }: Category): boolean {
  return priority === 'urgent' || priority === 'emergency';
}

/** A place is needed when it decides the agency, or when the agency has to go there. */
function wardReasons(category: Category, decides: boolean, ward: WardAnswer): TrayReason[] {
  if (!decides && category.dedupe === null) return [];
  switch (ward.kind) {
    case 'chosen':
      return [];
    case 'unknown':
      return ['ward_unknown'];
    case 'outside':
      return [ward.nearBorder?.length ? 'border' : 'out_of_area'];
    case 'inside':
      // Near a border, too: the outlines are right but for a few metres, the citizen is told and can correct it.
      return [];
    case 'guess':
      return decides && (!ward.clear || isUrgent(category)) ? ['ward_guess_unclear'] : [];
  }
}

function categorySentence(category: Category, input: RoutingInput): string {
  if (input.chosenCategory !== undefined) return `Lĩnh vực ${category.code} (${category.nameVi}) do người chọn.`;
  const percent = Math.round((input.suggestions[0]?.score ?? 0) * 100);
  return `Hệ thống gợi ý lĩnh vực ${category.code} (${category.nameVi}), độ tin cậy ${percent} %.`;
}

function ruleSentences({ tried, error }: RulesTried): string[] {
  const last = tried.at(-1);
  if (!last || !(last.matched || error)) return ['Không có quy tắc điều phối nào khớp.'];
  return [`Quy tắc “${last.name}”. ${last.why}`];
}

function wardSentence(ward: WardAnswer): string {
  switch (ward.kind) {
    case 'chosen':
      return `Nơi xảy ra do người chọn: ${wardWords(ward.wardCode)}.`;
    case 'inside':
      return `Vị trí nằm trong ${wardWords(ward.wardCode)}${ward.nearBorder.length > 0 ? `, gần ranh giới ${ward.nearBorder.map(wardWords).join(', ')}` : ''}.`;
    case 'guess':
      return `Vị trí ước đoán thuộc ${wardWords(ward.wardCode)} (${ward.clear ? 'khá chắc' : 'chưa chắc'}, chưa có bản đồ ranh giới).`;
    case 'outside':
      return 'Vị trí nằm ngoài địa bàn thành phố Hà Nội.';
    case 'unknown':
      return 'Chưa có vị trí.';
  }
}
