/** What happened to a report: the only things that change one, and what its history is made of. */
import type { Classification, HandOverWhy, RatingLevel, UnsatisfiedReason } from './commands.ts';
import type { RefusalReasonCode } from './refusal-reasons.ts';
import type { Actor } from './roles.ts';

interface Payloads {
  dispatched: { agencyCode: string };
  classified: { from: { categoryCode: string | null; priorityClass: string }; to: Classification };
  accepted: { agencyCode: string | null };
  handed_over: { agencyCode: string; from: string | null; why: HandOverWhy };
  /** The third "not mine": somebody above decides, with the trail in the history. */
  sent_to_coordinator: { agencyCode: string; from: string | null; proposedAgency: string };
  citizen_asked: { agencyCode: string | null };
  citizen_replied: Record<never, never>;
  wait_timed_out: Record<never, never>;
  extended: { minutes: number; extension: number };
  escalated: { agencyCode: string; from: string | null };
  answered: { agencyCode: string | null; photos: number; documents: number; noEvidenceReason: string | null };
  confirmed: Record<never, never>;
  result_rejected: { by: 'reporter' | 'follower' };
  /** Level and agency from now on; a new round of clocks and answers begins. */
  reopened: { level: number; agencyCode: string | null; from: string | null; round: number };
  rated: { level: RatingLevel; reasons: readonly UnsatisfiedReason[] };
  objected: Record<never, never>;
  refused: { reason: RefusalReasonCode };
  merged: Record<never, never>;
  split: Record<never, never>;
  withdrawn: Record<never, never>;
  closed_silent: Record<never, never>;
  rechecked: { round: number };
}

export type EventType = keyof Payloads;

export type ReportEvent = {
  [Type in EventType]: {
    type: Type;
    at: Date;
    actor: Actor;
    /** Shown to the citizen in the history. */
    isPublic: boolean;
    /** In the words of the official who acted; internal unless the event is public. Never a citizen's words. */
    reason: string | null;
    data: Payloads[Type];
  };
}[EventType];

export type EventData<Type extends EventType> = Payloads[Type];
