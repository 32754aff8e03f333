/** Decides what a command does to a report (DESIGN §6): data in, events or a refusal out, nothing stored or sent here. */
import type { PriorityClass } from '../../../../db/seed/priority-policy.ts';
import type { ReportState } from './states.ts';
import { moves, type RefusalCode, refusalReasons } from './table.ts';

/** Category and priority class (phân loại). */
export interface Classification {
  categoryCode: string;
  priorityClass: PriorityClass;
}

export type ReportCommand =
  /** Gives it to the right agency instead; the answer clock keeps running (chuyển đơn vị khác). */
  | { type: 'handOver'; agencyCode: string }
  /** Hands the report to an agency; a dispatcher may correct the classification in the same act. */
  | { type: 'dispatch'; agencyCode: string; classification?: Classification };

/** Who acts; fits `report_history`. Roles and areas are checked before, at the staff API. `id` is null for the system. */
export interface Actor {
  kind: 'citizen' | 'system' | 'staff';
  id: string | null;
}

export interface CommandContext {
  now: Date;
  actor: Actor;
  /** What the report holds today; null while nothing has been suggested or chosen. */
  categoryCode: string | null;
  priorityClass: PriorityClass;
  /** Who holds it; null before the first dispatch. */
  agencyCode: string | null;
}

interface EventBase {
  at: Date;
  actor: Actor;
  /** Shown to the citizen in the history. */
  isPublic: boolean;
}

export type ReportEvent =
  | (EventBase & {
      type: 'classified';
      data: { from: { categoryCode: string | null; priorityClass: PriorityClass }; to: Classification };
    })
  | (EventBase & { type: 'dispatched' | 'handed_over'; data: { agencyCode: string } });

export type Decision =
  | { ok: true; to: ReportState; events: ReportEvent[] }
  /** `reason` is Vietnamese, for the person who gave the command. */
  | { ok: false; code: RefusalCode; reason: string };

export function decide(state: ReportState, command: ReportCommand, context: CommandContext): Decision {
  if (context.actor.kind === 'citizen') return refuse('not_for_citizens');
  const move = moves[command.type][state];
  if ('refuse' in move) return refuse(move.refuse);

  const to = move.to === 'same' ? state : move.to;
  if (command.type === 'handOver') {
    if (command.agencyCode === context.agencyCode) return refuse('nothing_to_change');
    return { ok: true, to, events: [given('handed_over', command.agencyCode, context)] };
  }
  const corrections = classified(command.classification, context);
  // A report without a category has no rule, no class and no place in the statistics.
  if (context.categoryCode === null && !command.classification) return refuse('category_missing');
  return { ok: true, to, events: [...corrections, given('dispatched', command.agencyCode, context)] };
}

/** The event of a changed classification, or nothing. Not public: the class is the office's own measure of urgency. */
function classified(
  wanted: Classification | undefined,
  { now, actor, categoryCode, priorityClass }: CommandContext,
): ReportEvent[] {
  if (!wanted || (wanted.categoryCode === categoryCode && wanted.priorityClass === priorityClass)) return [];
  return [
    {
      type: 'classified',
      at: now,
      actor,
      isPublic: false,
      data: { from: { categoryCode, priorityClass }, to: wanted },
    },
  ];
}

/** Public: the citizen is told which agency holds the report, every time it changes (domain-hanoi §1.2 P4). */
function given(type: 'dispatched' | 'handed_over', agencyCode: string, { now, actor }: CommandContext): ReportEvent {
  return { type, at: now, actor, isPublic: true, data: { agencyCode } };
}

function refuse(code: RefusalCode): Decision {
  return { ok: false, code, reason: refusalReasons[code] };
}
