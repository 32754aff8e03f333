import type { PlanStep } from '../../../../db/schema/message-extras.ts';
import type { Facts, NearFacts } from './facts.ts';
import type { Plan } from './plan.ts';
import type { StepChannel, Why } from './plan-words.ts';
import type { Verdict } from './verdict.ts';
import { anonymousChat, freeChat, miniappNotice, paidChat, uidTemplate, znsTemplate } from './ways.ts';

type WayName = Exclude<StepChannel, 'person'>;
type Way = readonly [WayName, (facts: Facts) => Verdict];

/** In the order of preference (DESIGN §8): free before paid, the conversation before anything else. */
const WAYS: readonly Way[] = [
  ['cs', freeChat],
  ['miniapp', miniappNotice],
  ['cs_paid', paidChat],
  ['uid', uidTemplate],
  ['zns', znsTemplate],
];

/** Which way a message takes now: the first that is open, each one passed with its reason. Pure and deterministic. */
export function choose(facts: Facts): Plan {
  const { person, weight, now } = facts;
  if (person.erased) return held('erased');
  if (person.anonymous) return tryWays(facts, [['anonymous', anonymousChat]], []);
  if (person.blocked) {
    if (weight !== 'answer') return held('blocked');
    return tryWays(facts, [['zns', znsTemplate]], [step('no', 'blocked')], 'blocked');
  }
  if (person.unreachableUntil && person.unreachableUntil > now) {
    const until = person.unreachableUntil;
    if (weight !== 'answer' && weight !== 'question') return held('unreachable', until.toISOString());
    const steps = [step('later', 'unreachable', until.toISOString())];
    return { do: 'wait', until, why: 'unreachable', steps };
  }
  return tryWays(facts, WAYS, []);
}

/** False when the chat alone decides, so that what the other ways need must not be looked up. */
export function needsFarFacts(near: NearFacts): boolean {
  const { person, weight } = near;
  if (person.erased || person.anonymous || weight === 'reply' || weight === 'minor' || weight === 'staff') return false;
  if (person.blocked) return true;
  const chat = freeChat({ ...near, ...nothingFar });
  return chat.is === 'no' || (chat.is === 'later' && !chat.worthIt);
}

/** Facts of a message for which no way but the chat is open. */
export const nothingFar: Omit<Facts, keyof NearFacts> = {
  budget: { perDay: 0, gone: 0, perPerson: 0, toPerson: 0 },
  miniapp: {
    configured: false,
    knowsPerson: false,
    allowed: false,
    openedAt: null,
    aboutReportToday: 0,
    toPersonToday: 0,
    template: null,
  },
  uid: { template: null },
  zns: { configured: false, hasPhone: false, consent: false, template: null },
};

function tryWays(facts: Facts, ways: readonly Way[], before: PlanStep[], ifNone: Why | 'no_way' = 'no_way'): Plan {
  const steps = [...before];
  let soonest: { until: Date; why: Why } | null = null;
  for (const [channel, way] of ways) {
    const verdict = way(facts);
    steps.push(stepOf(channel, verdict));
    if (verdict.is === 'open') return sending(channel, verdict, steps);
    if (verdict.is === 'no') continue;
    if (verdict.worthIt) return { do: 'wait', until: verdict.until, why: verdict.why, steps };
    if (!soonest || verdict.until < soonest.until) soonest = verdict;
  }
  if (soonest) return { do: 'wait', until: soonest.until, why: soonest.why, steps };
  return facts.weight === 'minor' ? { do: 'fold', steps } : { do: 'hold', why: ifNone, steps };
}

function sending(channel: WayName, { dong, template }: Extract<Verdict, { is: 'open' }>, steps: PlanStep[]): Plan {
  if (channel === 'miniapp' || channel === 'uid' || channel === 'zns') {
    if (!template) throw new Error('a way by template without its template');
    return { do: 'send', channel, dong, template, steps };
  }
  return { do: 'send', channel, dong, steps };
}

function held(why: Why, detail?: string): Plan {
  return { do: 'hold', why, steps: [step('no', why, detail)] };
}

function stepOf(channel: WayName, verdict: Verdict): PlanStep {
  if (verdict.is === 'later') {
    return { channel, verdict: 'later', why: verdict.why, detail: verdict.until.toISOString() };
  }
  const { is, why, detail } = verdict;
  return { channel, verdict: is === 'open' ? 'chosen' : 'no', why, ...(detail !== undefined && { detail }) };
}

/** A step about the person, before any way is looked at. */
function step(verdict: PlanStep['verdict'], why: Why, detail?: string): PlanStep {
  return { channel: 'person', verdict, why, ...(detail !== undefined && { detail }) };
}
