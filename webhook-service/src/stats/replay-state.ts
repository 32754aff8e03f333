/** In which state a report must be, going by its history alone: the third count of the daily balance. Pure. */

import type { ReportFacts } from '../reports/lifecycle/commands.ts';
import type { ReportEvent } from '../reports/lifecycle/events.ts';
import { evolve } from '../reports/lifecycle/evolve.ts';
import type { ReportState } from '../reports/lifecycle/states.ts';

/** Events that move a report; all others leave its state alone. */
export const movingEvents = [
  'dispatched',
  'accepted',
  'handed_over',
  'sent_to_coordinator',
  'escalated',
  'citizen_asked',
  'citizen_replied',
  'wait_timed_out',
  'answered',
  'confirmed',
  'closed_silent',
  'reopened',
  'rechecked',
  'refused',
  'objected',
  'merged',
  'split',
  'withdrawn',
] as const satisfies readonly ReportEvent['type'][];

export interface ReplayedEvent {
  event: string;
  /** What the history keeps; only who holds the report before and after matters here. */
  data: { agencyCode?: string | null; from?: string | null };
}

/** @returns a function that is given the events of one report in their order, and answers with the state after each. */
export function stateReplay(): (event: ReplayedEvent) => ReportState {
  let facts = received;
  return ({ event, data }) => {
    // What was stored as the data of this event is what `evolve` reads of it.
    if (moves.has(event)) facts = evolve(facts, { type: event, data } as unknown as ReportEvent);
    return facts.state;
  };
}

const moves: ReadonlySet<string> = new Set(movingEvents);

const received: ReportFacts = {
  state: 'received',
  agencyCode: null,
  categoryCode: null,
  priorityClass: 'none',
  level: 0,
  round: 1,
  handOvers: 0,
  extensions: 0,
  questionsAsked: 0,
  objections: 0,
  resumeState: null,
};
