/** The ways to a citizen, one function each; their order is in `choose.ts`. */
import type { Weight } from '../message-kinds.ts';
import { priceRefused } from './affordable.ts';
import type { Facts } from './facts.ts';
import { nightUntil, tomorrowMorning } from './hours.ts';
import {
  FREE_WINDOW_MS,
  MINIAPP_PER_PERSON_AND_DAY,
  MINIAPP_PER_REPORT_AND_DAY,
  MINIAPP_WINDOW_MS,
  PAID_CHAT_DONG,
  PAID_WINDOW_MS,
  UID_WINDOW_MS,
} from './limits.ts';
import type { TemplateChoice } from './templates.ts';
import { closingOf, no, unlessNotNow, type Verdict } from './verdict.ts';

type Way = (facts: Facts) => Verdict;

/** Somebody without a Zalo identity can only be answered where they wrote (§3.8). */
export const anonymousChat: Way = (facts) =>
  unlessNotNow(facts, { is: 'open', why: 'no_zalo_account', dong: 0 }, { scopes: ['oa', 'anonymous'], closesAt: null });

/** A consultation message within 48 hours: free, for everything we have to say (§3.5). */
export const freeChat: Way = (facts) => {
  const { lastInteractionAt } = facts.person;
  if (!lastInteractionAt) return no('never_wrote');
  const closesAt = closingOf(lastInteractionAt, FREE_WINDOW_MS);
  if (facts.now > closesAt) return no('window_closed');
  const { perWindow, used } = facts.free;
  if (perWindow > 0 && used >= perWindow) return no('slots_used');
  if (perWindow > 0 && used === perWindow - 1 && !MAY_TAKE_LAST_SLOT.has(facts.weight)) return no('last_slot_kept');
  return unlessNotNow(facts, { is: 'open', why: 'window_open', dong: 0 }, { scopes: ['oa', 'cs'], closesAt });
};

/** Their own words wait for a reply: the one thing that counts as much as a result, and the next word opens new slots. */
const MAY_TAKE_LAST_SLOT: ReadonlySet<Weight> = new Set(['answer', 'question', 'reply']);

/** A notification of the Mini App: free, but with a bell of its own and only with permission (§7.4). */
export const miniappNotice: Way = (facts) => {
  const { weight, now, miniapp } = facts;
  if (weight !== 'answer' && weight !== 'question' && weight !== 'news') return no('not_for_weight');
  if (!miniapp.configured) return no('not_configured');
  if (!miniapp.knowsPerson) return no('no_app_id');
  if (!miniapp.allowed) return no('not_allowed');
  const closesAt = miniapp.openedAt && closingOf(miniapp.openedAt, MINIAPP_WINDOW_MS);
  if (!closesAt || now > closesAt) return no('not_opened_lately');
  const filled = filledOrNo(miniapp.template);
  if ('is' in filled) return filled;
  const full =
    miniapp.aboutReportToday >= MINIAPP_PER_REPORT_AND_DAY
      ? 'told_about_report'
      : miniapp.toPersonToday >= MINIAPP_PER_PERSON_AND_DAY
        ? 'told_enough'
        : null;
  if (full) {
    const until = tomorrowMorning(now);
    return until > closesAt ? no(full) : { is: 'later', why: full, until, worthIt: false };
  }
  const open = { is: 'open', why: 'notify_allowed', dong: 0, template: filled.filled } as const;
  return unlessNotNow(facts, open, {
    scopes: ['miniapp', `miniapp:${filled.filled.templateId}`],
    closesAt,
  });
};

/** The same consultation message for money: until seven days, or when the free ones are used up (§3.5). */
export const paidChat: Way = (facts) => {
  const { weight, now, person } = facts;
  if (weight !== 'answer' && weight !== 'question' && weight !== 'news') return no('not_for_weight');
  if (!person.lastInteractionAt) return no('never_wrote');
  const closesAt = closingOf(person.lastInteractionAt, PAID_WINDOW_MS);
  if (now > closesAt) return no('window_closed');
  const refused = priceRefused(facts, PAID_CHAT_DONG, closesAt);
  if (refused) return refused;
  const open = { is: 'open', why: 'paid_window_open', dong: PAID_CHAT_DONG } as const;
  return unlessNotNow(facts, open, { scopes: ['oa', 'cs', 'cs_paid'], closesAt });
};

/** A template to the Zalo account, for whom the chat is closed (§3.9). */
export const uidTemplate: Way = (facts) => {
  const { weight, now, person, uid } = facts;
  if (weight !== 'answer' && weight !== 'question') return no('not_for_weight');
  if (!person.lastInteractionAt) return no('never_wrote');
  const closesAt = closingOf(person.lastInteractionAt, UID_WINDOW_MS);
  if (now > closesAt) return no('window_closed');
  return byTemplate(facts, uid.template, { why: 'template_fits', scopes: ['oa', 'uid'], closesAt });
};

/** A template to the phone number: for results only, and only with consent to be contacted (§4, domain-hanoi §2.5). */
export const znsTemplate: Way = (facts) => {
  const { weight, zns } = facts;
  if (weight !== 'answer') return no('not_for_weight');
  if (!zns.configured) return no('not_configured');
  if (!zns.hasPhone) return no('no_phone');
  if (!zns.consent) return no('no_consent');
  return byTemplate(facts, zns.template, { why: 'phone_consent', scopes: ['zns'], closesAt: null });
};

function byTemplate(
  facts: Facts,
  template: TemplateChoice,
  { why, scopes, closesAt }: { why: 'template_fits' | 'phone_consent'; scopes: string[]; closesAt: Date | null },
): Verdict {
  const filled = filledOrNo(template);
  if ('is' in filled) return filled;
  const refused = priceRefused(facts, filled.dong, closesAt);
  if (refused) return refused;
  const open = { is: 'open', why, dong: filled.dong, template: filled.filled } as const;
  return unlessNotNow(facts, open, {
    // One template may rest alone: its quota, or its quality (§4.3).
    scopes: scopes.flatMap((scope) => (scope === 'oa' ? [scope] : [scope, `${scope}:${filled.filled.templateId}`])),
    closesAt,
    night: filled.notAtNight ? nightUntil(facts.now) : null,
  });
}

function filledOrNo(template: TemplateChoice) {
  if (!template) return no('no_template') as Extract<Verdict, { is: 'no' }>;
  if ('unfit' in template) return no('template_unfit', template.unfit) as Extract<Verdict, { is: 'no' }>;
  return template;
}
