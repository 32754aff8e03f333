/** Decides what a command does to a report (DESIGN §6): data in, events or a refusal out, nothing stored or sent here. */
import { extensionAllowed, overdueFrom } from '../../deadlines/policy.ts';
import { handOverTarget } from '../../routing/rules/hand-over-target.ts';
import { judgeAnswer, type Verdict } from '../gate/judge-answer.ts';
import type { Classification, CommandContext, ReportCommand, ReportFacts } from './commands.ts';
import type { EventData, EventType, ReportEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { type RefusalCode, refusals } from './refusals.ts';
import { roleNames } from './roles.ts';
import { table } from './table.ts';

export interface Refusal {
  ok: false;
  code: RefusalCode;
  /** Vietnamese, for the person who gave the command. */
  reason: string;
  /** What the gate found, when an answer was refused. */
  verdict?: Verdict;
}

export type Decision =
  | {
      ok: true;
      events: ReportEvent[];
      /** What the gate found in an answer that passed. */
      verdict?: Verdict;
    }
  | Refusal;

/** Their word on whose a report is ends the dispute. */
const SETTLES: ReadonlySet<string> = new Set(['dispatcher', 'cityOffice']);
/** The highest a report goes: the superior agency, or the city office. */
const HIGHEST_LEVEL = 2;
const SHORTEST_REASON = 10;
const SHORTEST_PROPOSAL = 20;

/** May this actor do this to this report now, and what follows from it. */
export function decide(report: ReportFacts, command: ReportCommand, context: CommandContext): Decision {
  const row = table[command.type];
  if (!row.roles.includes(context.actor.role)) return notForThisRole(row.roles);
  const move = row.moves[report.state];
  if ('refuse' in move) return refuse(move.refuse);
  return deciders[command.type](report, command as never, context);
}

/** The report after all events. */
export function evolveAll<Facts extends ReportFacts>(facts: Facts, events: readonly ReportEvent[]): Facts {
  return events.reduce((sofar, event) => evolve(sofar, event), facts);
}

type Command<Type extends ReportCommand['type']> = Extract<ReportCommand, { type: Type }>;
type Decider<Type extends ReportCommand['type']> = (
  report: ReportFacts,
  command: Command<Type>,
  context: CommandContext,
) => Decision;

const deciders: { readonly [Type in ReportCommand['type']]: Decider<Type> } = {
  dispatch(report, { agencyCode, classification }, context) {
    // A report without a category has no rule, no class and no place in the statistics.
    if (report.categoryCode === null && !classification) return refuse('category_missing');
    return done([...classified(report, classification, context), shown('dispatched', { agencyCode }, context)]);
  },

  accept: (report, _command, context) => done([shown('accepted', { agencyCode: report.agencyCode }, context)]),

  handOver(report, { agencyCode, reason, why }, context) {
    if (agencyCode === report.agencyCode) return refuse('nothing_to_change');
    if (isShort(reason, SHORTEST_REASON)) return refuse('reason_missing');
    const from = report.agencyCode;
    const { role } = context.actor;
    // Neither the rules nor a superior who gives a case back takes part in the dispute.
    if (role === 'system') return done([shown('handed_over', { agencyCode, from, why }, context, reason)]);
    if (context.holdsByEscalation) {
      return done([shown('handed_over', { agencyCode, from, why: 'returned' }, context, reason)]);
    }
    const { handOvers } = report;
    const asked = { handOvers, proposedAgency: agencyCode, currentAgency: from ?? '', role };
    const target = handOverTarget({ ...asked, coordinator: context.coordinator });
    if (!target.toCoordinator) {
      // Whoever settles whose it is is no party to the dispute: only an agency's "not mine" counts.
      const settled = SETTLES.has(role) ? 'returned' : 'not_mine';
      return done([shown('handed_over', { agencyCode, from, why: settled }, context, reason)]);
    }
    const data = { agencyCode: target.agencyCode, from, proposedAgency: agencyCode };
    return done([shown('sent_to_coordinator', data, context, reason)]);
  },

  askCitizen(report, { question }, context) {
    if (isShort(question, SHORTEST_REASON)) return refuse('question_missing');
    return done([shown('citizen_asked', { agencyCode: report.agencyCode }, context)]);
  },

  reply: (_report, _command, context) => done([shown('citizen_replied', {}, context)]),

  timeOut: (_report, _command, context) => done([shown('wait_timed_out', {}, context)]),

  extend(report, { minutes, reason }, context) {
    if (isShort(reason, SHORTEST_REASON)) return refuse('reason_missing');
    const { now, answerDueAt, policy, actor } = context;
    // The citizen must learn of the new date before the old one passes (domain-hanoi §2.2).
    if (answerDueAt !== null && now >= overdueFrom(answerDueAt)) return refuse('due_has_passed');
    const limits = { already: report.extensions, minutes, role: actor.role };
    const allowed = extensionAllowed(policy, report.priorityClass, limits);
    if (!allowed.ok) return { ok: false, code: 'extension_not_allowed', reason: allowed.reason };
    return done([shown('extended', { minutes, extension: report.extensions + 1 }, context, reason)]);
  },

  escalate(report, { superiorAgency, proposal }, context) {
    if (isShort(proposal, SHORTEST_PROPOSAL)) return refuse('proposal_missing');
    if (superiorAgency === report.agencyCode) return refuse('superior_is_holder');
    return done([shown('escalated', { agencyCode: superiorAgency, from: report.agencyCode }, context)]);
  },

  answer(report, { answer }, context) {
    // One level up (DESIGN §6): the second answer of the same agency is its leader's.
    if (report.level === 1 && context.actor.role === 'handler') return refuse('leader_must_answer');
    if (!context.gate) throw new Error('an answer cannot be judged without the facts of the gate');
    const verdict = judgeAnswer(answer, context.gate);
    if (!verdict.ok) return { ...refuse('answer_incomplete'), verdict };
    const count = (kind: 'photo' | 'document') => answer.evidence.filter((piece) => piece.kind === kind).length;
    const data = {
      agencyCode: report.agencyCode,
      photos: count('photo'),
      documents: count('document'),
      noEvidenceReason: answer.noEvidence?.reason ?? null,
    };
    return { ...done([shown('answered', data, context)]), verdict };
  },

  confirm: (_report, _command, context) => done([shown('confirmed', {}, context)]),

  rejectResult(report, _command, context) {
    const by = context.actor.role === 'follower' ? 'follower' : 'reporter';
    const level = Math.min(report.level + 1, HIGHEST_LEVEL);
    // First the agency's own leader, then the body above it; above the highest there is nobody.
    const agencyCode = level < HIGHEST_LEVEL ? report.agencyCode : (context.superior ?? report.agencyCode);
    const data = { level, agencyCode, from: report.agencyCode, round: report.round + 1 };
    return done([shown('result_rejected', { by }, context), shown('reopened', data, context)]);
  },

  rate(_report, { level, reasons }, context) {
    if (context.hasRated) return refuse('rated_already');
    if (level === 'unsatisfied' && reasons.length === 0) return refuse('rating_reason_missing');
    if (level !== 'unsatisfied' && reasons.length > 0) return refuse('rating_reason_needless');
    return done([hidden('rated', { level, reasons }, context)]);
  },

  object(report, _command, context) {
    if (report.objections > 0) return refuse('objection_used');
    return done([shown('objected', {}, context)]);
  },

  refuse(report, { reason }, context) {
    if (context.actor.role === 'system' && reason !== 'out_of_area') return refuse('only_out_of_area');
    if (reason === 'unclear' && report.questionsAsked === 0) return refuse('ask_before_unclear');
    return done([shown('refused', { reason }, context)]);
  },

  merge(_report, _command, context) {
    const { mergeInto, actor } = context;
    if (!mergeInto) throw new Error('a merge cannot be decided without its main report');
    if (mergeInto.isItself) return refuse('merge_into_itself');
    if (!MERGE_TARGETS.has(mergeInto.state)) return refuse('merge_target_over');
    // A citizen may join what was found to be alike, not any report whose code they know.
    if (actor.role === 'reporter' && !mergeInto.wasSuggested) return refuse('merge_not_suggested');
    return done([shown('merged', {}, context)]);
  },

  split(_report, { reason }, context) {
    if (isShort(reason, SHORTEST_REASON)) return refuse('reason_missing');
    return done([shown('split', {}, context, reason)]);
  },

  withdraw(report, _command, context) {
    if (report.state === 'awaiting_citizen' && report.resumeState !== 'received') return refuse('work_has_begun');
    return done([shown('withdrawn', {}, context)]);
  },

  close: (_report, _command, context) => done([shown('closed_silent', {}, context)]),

  recheck(report, { reason }, context) {
    if (isShort(reason, SHORTEST_REASON)) return refuse('reason_missing');
    return done([shown('rechecked', { round: report.round + 1 }, context, reason)]);
  },
};

/** Main reports that will still bring an answer, or have just brought one. */
const MERGE_TARGETS: ReadonlySet<string> = new Set([
  'received',
  'dispatched',
  'in_progress',
  'awaiting_citizen',
  'answered',
]);

/** The event of a changed classification, or nothing. Not public: the class is the office's own measure of urgency. */
function classified(
  { categoryCode, priorityClass }: ReportFacts,
  wanted: Classification | undefined,
  context: CommandContext,
): ReportEvent[] {
  if (!wanted || (wanted.categoryCode === categoryCode && wanted.priorityClass === priorityClass)) return [];
  return [hidden('classified', { from: { categoryCode, priorityClass }, to: wanted }, context)];
}

/** An event the citizen sees: who holds the report is told every time it changes (domain-hanoi §1.2 P4). */
function shown<Type extends EventType>(
  type: Type,
  data: EventData<Type>,
  { now, actor }: CommandContext,
  reason: string | null = null,
): ReportEvent {
  return { type, at: now, actor, isPublic: true, reason, data } as ReportEvent;
}

function hidden<Type extends EventType>(type: Type, data: EventData<Type>, context: CommandContext): ReportEvent {
  return { ...shown(type, data, context), isPublic: false };
}

function done(events: ReportEvent[]): { ok: true; events: ReportEvent[] } {
  return { ok: true, events };
}

function refuse(code: RefusalCode): Refusal {
  return { ok: false, code, reason: refusals[code] };
}

function notForThisRole(roles: readonly (keyof typeof roleNames)[]): Refusal {
  const names = roles.filter((role) => role !== 'system').map((role) => roleNames[role]);
  const who = names.length > 0 ? names.join(', ') : roleNames.system;
  return { ok: false, code: 'not_for_this_role', reason: `Thao tác này dành cho: ${who}.` };
}

function isShort(text: string, least: number): boolean {
  return text.trim().length < least;
}
