import { currentDuePolicy } from '../../../deadlines/policy.ts';
import type { GateFacts } from '../../gate/judge-answer.ts';
import type { CommandContext, ReportFacts } from '../commands.ts';
import type { Actor, Role } from '../roles.ts';

export const NOW = new Date('2026-10-05T02:00:00Z');

/** One who acts in a role. */
export function actorOf(role: Role): Actor {
  if (role === 'system') return { kind: 'system', role, id: null };
  if (role === 'reporter' || role === 'follower') return { kind: 'citizen', role, id: '7' };
  return { kind: 'staff', role, id: '12' };
}

/** A report of a pothole that UBND phường Láng is handling. */
export function aReport(over: Partial<ReportFacts> = {}): ReportFacts {
  return {
    state: 'in_progress',
    agencyCode: 'ubnd-00199',
    categoryCode: 'GT-01',
    priorityClass: 'normal',
    level: 0,
    round: 1,
    handOvers: 0,
    extensions: 0,
    questionsAsked: 0,
    objections: 0,
    resumeState: null,
    ...over,
  };
}

/** What the gate compares with when nothing was answered before. */
export function gateFacts(over: Partial<GateFacts> = {}): GateFacts {
  return {
    categoryCode: 'GT-01',
    priorityClass: 'normal',
    reportText: 'ổ gà to trước số 12 phố Láng Hạ, xe máy ngã liên tục',
    reportPhotos: [],
    earlierEvidence: [],
    earlierAnswers: [],
    standardTexts: [],
    agencyName: 'UBND phường Láng',
    answeredAt: NOW,
    ...over,
  };
}

export function context(role: Role, over: Partial<CommandContext> = {}): CommandContext {
  return {
    now: NOW,
    actor: actorOf(role),
    policy: currentDuePolicy,
    answerDueAt: new Date('2026-10-12T10:00:00Z'),
    superior: 'vp-ubnd',
    coordinator: 'vp-ubnd',
    holdsByEscalation: false,
    gate: null,
    mergeInto: null,
    hasRated: false,
    ...over,
  };
}
