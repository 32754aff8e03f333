/** Rules that no report can reach, because earlier rules take everything they ask for. */
import { categories } from '../../../../db/seed/categories.ts';
import { plain } from '../../language/normalise.ts';
import { containsPhrase } from '../../language/tokens.ts';
import type { RoutingRule, RuleCondition } from './rule.ts';
import { inWindow, type LocalClock, minuteOf, type TimeWindow, weekdayCodes } from './time-window.ts';

export interface ShadowedRule {
  ruleId: string;
  name: string;
  /** The earlier rules that together leave nothing; empty when the rule names only categories that are not accepted. */
  coveredBy: string[];
}

/**
 * Rules that cannot decide anything. Sound: what is named can never match. Not complete: what earlier rules cover only
 * through the combined meaning of their words or lists is left to the replay. Keywords and lists of an earlier rule count as
 * covering when the later one asks for at least the same; category, ward, class and time are compared piece by piece.
 */
export function shadowedRules(rules: readonly RoutingRule[]): ShadowedRule[] {
  const pieces = piecesOf(rules);
  return rules.flatMap((rule, index) => {
    const rivals = rules.slice(0, index).filter((earlier) => asksNoMore(earlier.when, rule.when));
    const coveredBy = coverOf(rule, rivals, pieces);
    return coveredBy ? [{ ruleId: rule.id, name: rule.name, coveredBy }] : [];
  });
}

/** The smallest parts in which the rules of a set tell reports apart. */
interface Pieces {
  /** Null stands for all wards no rule names, and for an unknown one. */
  wards: (string | null)[];
  clocks: LocalClock[];
}

const classes = ['emergency', 'urgent', 'normal', 'complex', 'none'] as const;

/** Beyond this many pieces the question is left to the replay. */
const MAX_PIECES = 50_000;

/** The rules that together cover `rule`, or null when something is left for it. */
function coverOf(rule: RoutingRule, rivals: readonly RoutingRule[], pieces: Pieces): string[] | null {
  const { when } = rule;
  const wards = pieces.wards.filter((ward) => wardFits(when, ward));
  const clocks = pieces.clocks.filter((clock) => timeFits(when, clock));
  const priorities = classes.filter((item) => classFits(when, item));
  if (wards.length * clocks.length * priorities.length > MAX_PIECES) return null;
  const used = new Set<string>();
  for (const { code, group } of accepted.filter((category) => categoryFits(when, category))) {
    const here = rivals.filter((rival) => categoryFits(rival.when, { code, group }));
    for (const ward of wards) {
      for (const clock of clocks) {
        for (const priority of priorities) {
          const taker = here.find(
            (rival) => wardFits(rival.when, ward) && timeFits(rival.when, clock) && classFits(rival.when, priority),
          );
          if (!taker) return null;
          used.add(taker.id);
        }
      }
    }
  }
  return rivals.filter(({ id }) => used.has(id)).map(({ id }) => id);
}

/** Whatever satisfies the words and list of `later` satisfies those of `earlier`. */
function asksNoMore(earlier: RuleCondition, later: RuleCondition): boolean {
  if (earlier.onList !== undefined && earlier.onList !== later.onList) return false;
  if (!earlier.keywords) return true;
  const broader = earlier.keywords.map(plain);
  return later.keywords?.every((keyword) => broader.some((phrase) => containsPhrase(plain(keyword), phrase))) ?? false;
}

function categoryFits({ categories: named }: RuleCondition, { code, group }: { code: string; group: string }): boolean {
  return !named || named.includes(code) || named.includes(group);
}

function wardFits({ wards }: RuleCondition, ward: string | null): boolean {
  return !wards || (ward !== null && wards.includes(ward));
}

function timeFits({ time }: RuleCondition, clock: LocalClock): boolean {
  return !time || inWindow(time, clock);
}

function classFits({ priorityClasses }: RuleCondition, item: (typeof classes)[number]): boolean {
  return !priorityClasses || priorityClasses.includes(item);
}

function piecesOf(rules: readonly RoutingRule[]): Pieces {
  const windows = rules.flatMap(({ when }) => (when.time ? [when.time] : []));
  return {
    wards: [null, ...new Set(rules.flatMap(({ when }) => when.wards ?? []))],
    clocks: clocksOf(windows),
  };
}

/** One moment of every stretch of the week within which no window begins or ends. */
function clocksOf(windows: readonly TimeWindow[]): LocalClock[] {
  const minutes = new Set([0, ...windows.flatMap(({ from, to }) => [minuteOf(from), minuteOf(to)])]);
  return weekdayCodes.flatMap((_, weekday) =>
    [...minutes].map((minute) => ({ weekday: weekday as NonNullable<LocalClock['weekday']>, minute })),
  );
}

const accepted = categories.filter(({ accepts }) => accepts);
