/** The data of a clock; what can be done with it stands in `clock.ts`. */
import type { Calendar, Interval } from './calendar.ts';
import type { ClockMode, PriorityClass } from './policy.ts';

/**
 * - `accept`: intake must dispatch; from receipt.
 * - `answer`: the agency must answer; from dispatch, and anew from a reopening.
 * - `finish`: the official time of the whole case; from receipt, never started again.
 */
export type ClockKind = 'accept' | 'answer' | 'finish';

export interface Pause {
  from: Date;
  /** Null while it lasts. */
  to: Date | null;
}

/** Plain facts and what follows from them (`dueAt`, `counted`): enough to count again and to explain. */
export interface Clock {
  kind: ClockKind;
  round: number;
  startedAt: Date;
  /** Minutes allowed at the start, without extensions. */
  minutes: number;
  mode: ClockMode;
  /** Agency whose hours count (fixed at the start: a hand-over changes nothing); null = the city's office week. */
  calendarAgency: string | null;
  priorityClass: PriorityClass;
  categoryCode: string | null;
  policyVersion: string;
  /** In order, none inside another; only the last can be open. */
  pauses: Pause[];
  extensions: { at: Date; minutes: number }[];
  /** Null while paused. */
  dueAt: Date | null;
  /** The stretches that count, in order, up to the due time; while paused, up to the pause. */
  counted: Interval[];
  /** When it was met or became needless; null while it runs. */
  metAt: Date | null;
  /** `needless`: nobody owes this any more (refused, merged, withdrawn). */
  outcome: 'met' | 'needless' | null;
  /** Set for an answer clock of a reopened report: it has hours of its own. */
  reopened?: true;
  /** Set when the class was raised: what the clock was counted by before, and from when it had run. */
  raised?: { from: PriorityClass; startedAt: Date };
}

/** The hours that count for an agency; null asks for the city's office week. */
export interface Calendars {
  of(agencyCode: string | null): Calendar;
}
