/** What can be done to a report (DESIGN §6), and what it depends on. */
import type { PriorityClass } from '../../../../db/seed/priority-policy.ts';
import type { DuePolicy } from '../../deadlines/policy.ts';
import type { AnswerDraft, GateFacts } from '../gate/judge-answer.ts';
import type { RefusalReasonCode } from './refusal-reasons.ts';
import type { Actor } from './roles.ts';
import type { ReportState } from './states.ts';

/** Category and priority class (phân loại). */
export interface Classification {
  categoryCode: string;
  priorityClass: PriorityClass;
}

export const ratingLevels = ['satisfied', 'accepted', 'unsatisfied'] as const;
export type RatingLevel = (typeof ratingLevels)[number];

/** What was not good enough (domain-hanoi §6.3 `unsatisfied_reason`). */
export const unsatisfiedReasons = ['general', 'no_proof', 'not_done', 'too_late', 'other'] as const;
export type UnsatisfiedReason = (typeof unsatisfiedReasons)[number];

/** Why a report changes hands; only `not_mine` counts towards the coordinator. */
export type HandOverWhy = 'not_mine' | 'returned' | 'ward_corrected';

export type ReportCommand =
  /** Hands the report to an agency; a dispatcher may correct the classification in the same act. */
  | { type: 'dispatch'; agencyCode: string; classification?: Classification }
  | { type: 'accept' }
  /** Gives it to the right agency instead; the clock keeps running (chuyển đơn vị khác). */
  | { type: 'handOver'; agencyCode: string; reason: string; why: HandOverWhy }
  | { type: 'askCitizen'; question: string }
  | { type: 'reply' }
  /** Nobody replied in time. */
  | { type: 'timeOut' }
  /** `minutes` on the clock of the class, usually working minutes. */
  | { type: 'extend'; minutes: number; reason: string }
  | { type: 'escalate'; superiorAgency: string; proposal: string }
  | { type: 'answer'; answer: AnswerDraft }
  | { type: 'confirm' }
  /** "Chưa xong". */
  | { type: 'rejectResult' }
  | { type: 'rate'; level: RatingLevel; reasons: readonly UnsatisfiedReason[] }
  | { type: 'object' }
  | { type: 'refuse'; reason: RefusalReasonCode }
  | { type: 'merge' }
  | { type: 'split'; reason: string }
  | { type: 'withdraw' }
  /** The citizen was silent for the whole time to confirm. */
  | { type: 'close' }
  /** The city office returns an answer. */
  | { type: 'recheck'; reason: string };

export type CommandType = ReportCommand['type'];

/** What the lifecycle knows of a report; a row of `reports` fits. `evolve` keeps it up to date event by event. */
export interface ReportFacts {
  state: ReportState;
  agencyCode: string | null;
  categoryCode: string | null;
  priorityClass: PriorityClass;
  level: number;
  round: number;
  handOvers: number;
  extensions: number;
  questionsAsked: number;
  objections: number;
  resumeState: ReportState | null;
}

/** Everything a decision needs besides the report itself; gathered by the caller, never fetched here. */
export interface CommandContext {
  now: Date;
  actor: Actor;
  policy: DuePolicy;
  /** End of the running answer clock; null when none runs. */
  answerDueAt: Date | null;
  /** The body above the one that holds the report; null for the highest. */
  superior: string | null;
  /** Who settles disputes about whose a report is. */
  coordinator: string;
  /** True when the one who hands over was told of the report by an escalation, and gives it back with a decision. */
  holdsByEscalation: boolean;
  /** What the evidence gate compares an answer with; null when no answer is being given. */
  gate: GateFacts | null;
  /** The main report of a merge; null when no merge is asked for. */
  mergeInto: { state: ReportState; isItself: boolean; wasSuggested: boolean } | null;
  /** This citizen has rated the latest answer. */
  hasRated: boolean;
}
