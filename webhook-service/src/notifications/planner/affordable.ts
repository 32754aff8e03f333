import type { Facts } from './facts.ts';
import { tomorrowMorning } from './hours.ts';
import { no, type Verdict } from './verdict.ts';

/**
 * Null when this price may be paid now. Results and questions wait for the next day's budget if their way is still open
 * then; for news that costs, half of the budget is out of reach and nothing is waited for.
 */
export function priceRefused(facts: Facts, dong: number, closesAt: Date | null): Verdict | null {
  if (dong === 0) return null;
  const { perDay, gone, perPerson, toPerson } = facts.budget;
  if (perDay === 0 || perPerson === 0) return no('paid_off');
  if (dong > perDay) return no('too_dear');
  const left = perDay - gone;
  if (facts.weight === 'news' && left - dong < perDay / 2) return no('budget_for_answers');
  const why = dong > left ? 'budget_spent' : toPerson >= perPerson ? 'person_limit' : null;
  if (!why) return null;
  const until = tomorrowMorning(facts.now);
  const waits = facts.weight !== 'news' && (closesAt === null || until <= closesAt);
  return waits ? { is: 'later', why, until, worthIt: false } : no(why);
}
