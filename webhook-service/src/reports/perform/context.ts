/** Gathers what a decision depends on besides the report itself: thin queries, nothing decided here. */
import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { answers, duplicateSuggestions, escalations, ratings, reports } from '../../../../db/schema/index.ts';
import type { Clock } from '../../deadlines/clock.ts';
import type { DuePolicy } from '../../deadlines/policy.ts';
import { selvesOf } from '../../people/selves.ts';
import { COORDINATOR, superiorOf } from '../../routing/rules/superior.ts';
import { loadGateFacts } from '../gate/gate-facts.ts';
import type { CommandContext, ReportCommand } from '../lifecycle/commands.ts';
import type { Actor } from '../lifecycle/roles.ts';
import type { Report } from '../report.ts';
import { clockOf } from './clocks-after.ts';

export interface ContextInput {
  command: ReportCommand;
  actor: Actor;
  now: Date;
  policy: DuePolicy;
  clocks: readonly Clock[];
  /** The main report of a merge, locked. */
  mergeInto: Report | null;
}

export async function gatherContext(tx: Tx, report: Report, input: ContextInput): Promise<CommandContext> {
  const { command, actor, now, policy, clocks, mergeInto } = input;
  return {
    now,
    actor,
    policy,
    answerDueAt: clockOf(clocks, 'answer')?.dueAt ?? null,
    superior: report.agencyCode ? superiorOf(report.agencyCode) : null,
    coordinator: COORDINATOR,
    holdsByEscalation: command.type === 'handOver' && (await isEscalatedTo(tx, report)),
    gate: command.type === 'answer' ? await loadGateFacts(tx, report, { now }) : null,
    mergeInto: mergeInto && {
      state: mergeInto.state,
      isItself: mergeInto.id === report.id,
      wasSuggested: await wasSuggested(tx, report.id, mergeInto.id),
    },
    hasRated: command.type === 'rate' && (await hasRated(tx, report, actor)),
  };
}

/** The latest answer of a report; null when it has none. */
export async function latestAnswer(tx: Tx, reportId: number): Promise<typeof answers.$inferSelect | null> {
  const [answer] = await tx
    .select()
    .from(answers)
    .where(eq(answers.reportId, reportId))
    .orderBy(desc(answers.round))
    .limit(1);
  return answer ?? null;
}

async function isEscalatedTo(tx: Tx, report: Report): Promise<boolean> {
  if (!report.agencyCode) return false;
  const [open] = await tx
    .select({ id: escalations.id })
    .from(escalations)
    .where(
      and(
        eq(escalations.reportId, report.id),
        eq(escalations.toAgency, report.agencyCode),
        eq(escalations.status, 'open'),
        inArray(escalations.kind, ['beyond_authority', 'ping_pong']),
      ),
    )
    .limit(1);
  return Boolean(open);
}

/** Whichever of the two was found first; a report found alike and merged since stands for its main report. */
async function wasSuggested(tx: Tx, reportId: number, mainId: number): Promise<boolean> {
  const alike = tx
    .select({ id: reports.id })
    .from(reports)
    .where(or(eq(reports.id, mainId), eq(reports.mergedIntoId, mainId)));
  const { reportId: newer, otherId: older, state } = duplicateSuggestions;
  const pair = or(and(eq(newer, reportId), inArray(older, alike)), and(eq(older, reportId), inArray(newer, alike)));
  const found = await tx
    .select({ id: duplicateSuggestions.id })
    .from(duplicateSuggestions)
    .where(and(eq(state, 'open'), pair))
    .limit(1);
  return found.length > 0;
}

async function hasRated(tx: Tx, report: Report, actor: Actor): Promise<boolean> {
  const answer = await latestAnswer(tx, report.id);
  if (!answer || actor.kind !== 'citizen') return false;
  const [found] = await tx
    .select({ id: ratings.id })
    .from(ratings)
    .where(and(eq(ratings.answerId, answer.id), inArray(ratings.citizenId, selvesOf(tx, Number(actor.id)))));
  return Boolean(found);
}
