import type { Facts } from './facts.ts';
import { quietUntil } from './hours.ts';
import { JUST_WROTE_MS, SAFETY_MARGIN_MS, SHORT_REST_MS } from './limits.ts';
import type { FilledTemplate } from './plan.ts';
import type { Why } from './plan-words.ts';

/** What one way says to one message. */
export type Verdict =
  | { is: 'open'; why: Why; dong: number; template?: FilledTemplate; detail?: string }
  | { is: 'no'; why: Why; detail?: string }
  /** `worthIt`: this way will be back soon enough to wait for it; otherwise the next one is asked first. */
  | { is: 'later'; why: Why; until: Date; worthIt: boolean };

export const no = (why: Why, detail?: string): Verdict => ({ is: 'no', why, ...(detail !== undefined && { detail }) });

/** The last moment to use a window that opened then. */
export function closingOf(openedAt: Date, lengthMs: number): Date {
  return new Date(openedAt.getTime() + lengthMs - SAFETY_MARGIN_MS);
}

/**
 * The last two questions to a way that is open in itself: does it rest for everybody, and is it the hour for it? It yields
 * to neither when it would be closed by then.
 */
export function unlessNotNow(
  facts: Facts,
  open: Extract<Verdict, { is: 'open' }>,
  { scopes, closesAt, night }: { scopes: readonly string[]; closesAt: Date | null; night?: Date | null },
): Verdict {
  const closedBy = (at: Date) => closesAt !== null && at > closesAt;
  const rests = restOf(facts, scopes);
  if (rests) {
    if (closedBy(rests)) return no('closes_before');
    const worthIt = rests.getTime() - facts.now.getTime() <= SHORT_REST_MS;
    return { is: 'later', why: 'way_rests', until: rests, worthIt };
  }
  const quiet = disturbs(facts) ? quietUntil(facts.now) : null;
  if (quiet && !closedBy(quiet)) return { is: 'later', why: 'quiet_hours', until: quiet, worthIt: true };
  if (quiet && facts.weight === 'minor') return no('closes_before');
  if (night) return { is: 'later', why: 'night', until: night, worthIt: true };
  return open;
}

/** When the last of these pauses is over; null when the way does not rest. */
function restOf({ pauses, now }: Facts, scopes: readonly string[]): Date | null {
  const ends = scopes.flatMap((scope) => pauses.get(scope) ?? []).filter((until) => until > now);
  return ends.length === 0 ? null : new Date(Math.max(...ends.map(Number)));
}

/** Something of ours that nobody has just asked for. Officials are told about what they are doing at that moment. */
function disturbs({ weight, emergency, person, now }: Facts): boolean {
  if (emergency || weight === 'reply' || weight === 'staff') return false;
  const { lastInteractionAt } = person;
  return lastInteractionAt === null || now.getTime() - lastInteractionAt.getTime() > JUST_WROTE_MS;
}
