import { category } from '../../../db/seed/categories.ts';
import type { PriorityClass } from '../../../db/seed/priority-policy.ts';
import { decideRouting, type RoutingDecision, type WardAnswer } from './agency-rules.ts';
import { type CategorySuggester, type CategorySuggestion, confidentEnough } from './category-suggestion.ts';
import { detectEmergency } from './emergency.ts';
import type { FoundPlace } from './place-names.ts';
import type { AssetLists } from './rules/asset-list.ts';
import type { RuleSet } from './rules/rule.ts';
import { type WardLookup, type WardMap, wardAt } from './ward-lookup.ts';

/** What the service learns once, at boot (the trained suggester, the ward map), and what staff may change while it runs. */
export interface RoutingKnowledge {
  suggester: CategorySuggester;
  wardMap: WardMap;
  /** The live rules and lists, asked each time so that a change is seen without a restart; left out: those of this build. */
  rules?: () => RuleSet;
  lists?: () => AssetLists;
}

export interface Whereabouts {
  pin: { latitude: number; longitude: number } | null;
  /** A ward the citizen's words name. */
  named: FoundPlace['ward'] | null;
}

export type WardBasis = 'polygon' | 'border' | 'guess' | 'unclear-guess' | 'named' | 'staff';

export interface Assessment {
  suggestions: CategorySuggestion[];
  emergency: boolean;
  priorityClass: PriorityClass;
  ward: { code: string | null; basis: WardBasis | null; alternatives: string[]; outsideCity: boolean };
  decision: RoutingDecision;
}

/**
 * Everything that can be concluded about a report from its words and its place, without asking anyone.
 * The class of an unsure suggestion counts only upwards: rather hurry a harmless report than let a dangerous one wait.
 */
export function assess(text: string, where: Whereabouts, now: Date, knowledge: RoutingKnowledge): Assessment {
  const suggestions = knowledge.suggester.suggest(text);
  const emergency = detectEmergency(text) !== null;
  const answer = locate(where, knowledge.wardMap);
  const decision = decideRouting({
    suggestions,
    ward: answer,
    text,
    at: now,
    rules: knowledge.rules?.(),
    lists: knowledge.lists?.(),
  });
  return {
    suggestions,
    emergency,
    priorityClass: emergency ? 'emergency' : classOf(suggestions),
    ward: wardOf(answer, where),
    decision,
  };
}

/** A pin decides; a name only suggests, except where it settles what the pin alone leaves open (domain-hanoi §4.2). */
export function locate({ pin, named }: Whereabouts, wardMap: WardMap): WardAnswer {
  const byName = named?.certainty === 'named' ? named.code : null;
  if (!pin) return byName ? { kind: 'chosen', wardCode: byName } : { kind: 'unknown' };
  const byPin = wardAt(wardMap, pin);
  if (!byName) return byPin;
  const open = openBetween(byPin);
  return open.includes(byName) ? { kind: 'chosen', wardCode: byName } : byPin;
}

/** The wards a pin alone cannot choose from. */
function openBetween(byPin: WardLookup): string[] {
  if (byPin.kind === 'guess') return [byPin.wardCode, ...byPin.alternatives];
  return byPin.nearBorder ?? [];
}

function classOf(suggestions: readonly CategorySuggestion[]): PriorityClass {
  const likely = category(suggestions[0]?.categoryCode ?? '')?.priority ?? 'normal';
  if (confidentEnough(suggestions)) return likely;
  return likely === 'urgent' || likely === 'emergency' ? 'urgent' : 'normal';
}

function wardOf(answer: WardAnswer, where: Whereabouts): Assessment['ward'] {
  const none = { code: null, basis: null, alternatives: where.named?.candidates ?? [], outsideCity: false };
  switch (answer.kind) {
    case 'chosen':
      return { ...none, code: answer.wardCode, basis: 'named', alternatives: [] };
    case 'inside': {
      const border = answer.nearBorder.length > 0;
      return { ...none, code: answer.wardCode, basis: border ? 'border' : 'polygon', alternatives: answer.nearBorder };
    }
    case 'guess':
      return {
        ...none,
        code: answer.wardCode,
        basis: answer.clear ? 'guess' : 'unclear-guess',
        alternatives: answer.alternatives,
      };
    case 'outside':
      return { ...none, alternatives: answer.nearBorder ?? [], outsideCity: !answer.nearBorder?.length };
    case 'unknown':
      return none;
  }
}
