/** What an event does to the clocks of a report (DESIGN §7): pure, so that every pause and restart is decided in one place. */
import type { Clock, ClockKind } from '../../deadlines/clock.ts';
import {
  type Calendars,
  endClock,
  extendClock,
  pauseClock,
  reclassClock,
  resumeClock,
  reviveClock,
  startClock,
} from '../../deadlines/clock.ts';
import type { DuePolicy } from '../../deadlines/policy.ts';
import type { ReportFacts } from '../lifecycle/commands.ts';
import type { ReportEvent } from '../lifecycle/events.ts';

export interface ClockSetting {
  policy: DuePolicy;
  calendars: Calendars;
}

/**
 * The clocks after an event. `facts` is the report after it.
 * - Dispatch meets the accept clock and starts the answer clock, once: a hand-over or escalation starts nothing anew.
 * - A question to the citizen pauses whatever runs; reply or time-out lets it go on.
 * - An answer meets the answer clock and holds the finish clock; a rejected or returned answer lets it go on and starts an
 *   answer clock for the new round.
 * - A merge touches nothing: should it be undone, the time counts, for the mistake was not the citizen's.
 */
export function clocksAfter(
  clocks: readonly Clock[],
  event: ReportEvent,
  facts: ReportFacts,
  setting: ClockSetting,
): readonly Clock[] {
  const { at } = event;
  const { calendars, policy } = setting;
  switch (event.type) {
    case 'classified': {
      const { priorityClass, categoryCode } = event.data.to;
      return running(clocks, (clock) => reclassClock(clock, { policy, priorityClass, categoryCode, at }, calendars));
    }
    case 'dispatched': {
      const accepted = running(clocks, (clock) =>
        clock.kind === 'accept' ? endClock(clock, { at, outcome: 'met' }) : clock,
      );
      return withAnswerClock(accepted, at, facts, setting);
    }
    case 'citizen_asked':
      return running(clocks, (clock) => pauseClock(clock, at));
    case 'citizen_replied':
    case 'wait_timed_out':
      return running(clocks, (clock) => resumeClock(clock, at, calendars));
    case 'extended': {
      const { minutes } = event.data;
      return running(clocks, (clock) => extendClock(clock, { at, minutes }, calendars));
    }
    case 'answered':
    case 'refused':
      return running(clocks, (clock) => endClock(clock, { at, outcome: 'met' }));
    case 'withdrawn':
      return running(clocks, (clock) => endClock(clock, { at, outcome: 'needless' }));
    case 'objected':
      return revived(clocks, ['accept', 'finish'], at, calendars);
    case 'reopened':
    case 'rechecked':
      return withAnswerClock(revived(clocks, ['finish'], at, calendars), at, facts, setting, true);
    default:
      return clocks;
  }
}

/** The clocks a report starts with. */
export function firstClocks(
  start: { at: Date; facts: Pick<ReportFacts, 'priorityClass' | 'categoryCode' | 'round'> },
  { policy, calendars }: ClockSetting,
): Clock[] {
  const { priorityClass, categoryCode, round } = start.facts;
  const common = { policy, priorityClass, categoryCode, round, at: start.at, agencyCode: null };
  return (['accept', 'finish'] as const).flatMap((kind) => startClock(kind, common, calendars) ?? []);
}

/** The clock of a kind that counts now: the latest round's. */
export function clockOf(clocks: readonly Clock[], kind: ClockKind): Clock | null {
  return clocks
    .filter((clock) => clock.kind === kind)
    .reduce<Clock | null>((latest, clock) => (latest && latest.round > clock.round ? latest : clock), null);
}

function running(clocks: readonly Clock[], change: (clock: Clock) => Clock): readonly Clock[] {
  return clocks.map((clock) => (clock.metAt === null ? change(clock) : clock));
}

function revived(
  clocks: readonly Clock[],
  kinds: readonly ClockKind[],
  at: Date,
  calendars: Calendars,
): readonly Clock[] {
  const latest = new Set(kinds.map((kind) => clockOf(clocks, kind)));
  return clocks.map((clock) => (latest.has(clock) && clock.metAt !== null ? reviveClock(clock, at, calendars) : clock));
}

function withAnswerClock(
  clocks: readonly Clock[],
  at: Date,
  { priorityClass, categoryCode, round, agencyCode }: ReportFacts,
  { policy, calendars }: ClockSetting,
  reopened = false,
): readonly Clock[] {
  const start = { policy, priorityClass, categoryCode, round, at, agencyCode, reopened };
  const clock = startClock('answer', start, calendars);
  return clock ? [...clocks, clock] : clocks;
}
