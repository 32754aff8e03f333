/** The rows beside a report that an event leaves behind: questions, answers, escalations, ratings. */
import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import {
  answers,
  duplicateSuggestions,
  escalations,
  evidence,
  questions,
  ratings,
  reports,
} from '../../../../db/schema/index.ts';
import { escalationDue, waitDue } from '../../deadlines/policy.ts';
import type { Verdict } from '../gate/judge-answer.ts';
import type { ReportEvent } from '../lifecycle/events.ts';
import type { Report } from '../report.ts';
import type { ClockSetting } from './clocks-after.ts';
import { latestAnswer } from './context.ts';
import type { Order } from './perform.ts';

export interface Keeping extends ClockSetting {
  /** The report before the event. */
  report: Report;
  order: Order;
  verdict: Verdict | undefined;
  mergeInto: Report | null;
}

/** Writes what belongs to the event, in the transaction that made it true. */
export async function keepDetails(tx: Tx, event: ReportEvent, keeping: Keeping): Promise<void> {
  const { report, order, policy, calendars } = keeping;
  const { command } = order;
  const { at } = event;
  const by = event.actor.id ?? 'system';
  switch (event.type) {
    case 'citizen_asked':
      if (command.type !== 'askCitizen') return;
      await tx.insert(questions).values({
        reportId: report.id,
        agencyCode: report.state === 'received' ? null : report.agencyCode,
        text: command.question.trim().normalize('NFC'),
        askedBy: by,
        askedAt: at,
        waitDueAt: waitDue(policy, report.priorityClass, at, calendars),
        state: 'open',
      });
      return;
    case 'citizen_replied':
      return closeQuestion(tx, report.id, { state: 'replied', reply: order.reply ?? null, closedAt: at });
    case 'wait_timed_out':
      return closeQuestion(tx, report.id, { state: 'timed_out', closedAt: at });
    case 'withdrawn':
      await closeQuestion(tx, report.id, { state: 'withdrawn', closedAt: at });
      return settleEscalations(tx, report.id, { by, at, decision: null });
    // The delay of passing it on is over; that of the answer is another.
    case 'dispatched':
    case 'refused':
      return settleEscalations(tx, report.id, { by, at, decision: null });
    case 'answered':
      return keepAnswer(tx, event, keeping);
    case 'rated':
      return keepRating(tx, event, keeping);
    case 'escalated':
    case 'sent_to_coordinator':
    case 'reopened': {
      const { agencyCode } = event.data;
      if (!agencyCode) return;
      await settleEscalations(tx, report.id, { by, at, decision: event.reason, but: 'overdue' });
      await tx.insert(escalations).values({
        reportId: report.id,
        kind: ({ escalated: 'beyond_authority', sent_to_coordinator: 'ping_pong', reopened: 'reopened' } as const)[
          event.type
        ],
        fromAgency: event.data.from,
        toAgency: agencyCode,
        level: event.type === 'reopened' ? event.data.level : 2,
        proposal: command.type === 'escalate' ? command.proposal.trim().normalize('NFC') : event.reason,
        dueAt: escalationDue(policy, report.priorityClass, at, calendars, agencyCode),
        raisedBy: event.actor.kind === 'citizen' ? null : by,
        raisedAt: at,
      });
      return;
    }
    case 'handed_over':
      return settleEscalations(tx, report.id, { by, at, decision: event.reason, but: 'overdue' });
    case 'merged':
      await settleEscalations(tx, report.id, { by, at, decision: null });
      return keepMerge(tx, keeping, by);
    case 'split':
      // What a person took apart is not suggested again; a main report that is gone says nothing about likeness.
      if (event.actor.kind === 'system') return;
      await tx
        .update(duplicateSuggestions)
        .set({ state: 'rejected', decidedBy: by })
        .where(eq(duplicateSuggestions.reportId, report.id));
      return;
    default:
      return;
  }
}

async function closeQuestion(
  tx: Tx,
  reportId: number,
  end: { state: 'replied' | 'timed_out' | 'withdrawn'; reply?: string | null; closedAt: Date },
): Promise<void> {
  await tx
    .update(questions)
    .set(end)
    .where(and(eq(questions.reportId, reportId), eq(questions.state, 'open')));
}

async function keepAnswer(tx: Tx, event: ReportEvent, { report, order: { command }, verdict }: Keeping): Promise<void> {
  if (command.type !== 'answer' || !report.agencyCode || !verdict) throw new Error('an answer without its command');
  const [answer] = await tx
    .insert(answers)
    .values({
      reportId: report.id,
      round: report.round,
      agencyCode: report.agencyCode,
      text: command.answer.text.trim().normalize('NFC'),
      noEvidenceReason: command.answer.noEvidence?.reason ?? null,
      noEvidenceNote: command.answer.noEvidence?.note ?? null,
      verdict: { ...verdict },
      givenBy: event.actor.id ?? 'system',
      givenAt: event.at,
    })
    .returning({ id: answers.id });
  const ids = command.answer.evidence.map(({ id }) => id);
  if (answer && ids.length > 0) {
    await tx
      .update(evidence)
      .set({ answerId: answer.id })
      .where(and(inArray(evidence.id, ids), eq(evidence.reportId, report.id), isNull(evidence.answerId)));
  }
  await settleEscalations(tx, report.id, { by: event.actor.id ?? 'system', at: event.at, decision: null });
}

async function keepRating(tx: Tx, event: ReportEvent, { report, order }: Keeping): Promise<void> {
  const answer = await latestAnswer(tx, report.id);
  if (event.type !== 'rated' || event.actor.kind !== 'citizen' || !answer)
    throw new Error('a rating without an answer');
  await tx.insert(ratings).values({
    answerId: answer.id,
    reportId: order.throughReportId ?? report.id,
    citizenId: Number(event.actor.id),
    level: event.data.level,
    reasons: [...event.data.reasons],
    ratedAt: event.at,
  });
}

async function keepMerge(tx: Tx, { report, mergeInto }: Keeping, by: string): Promise<void> {
  if (!mergeInto) throw new Error('a merge without its main report');
  // Those who follow this one follow the main report from now on: a chain would leave them without the answer.
  await tx.update(reports).set({ mergedIntoId: mergeInto.id }).where(eq(reports.mergedIntoId, report.id));
  await tx
    .update(duplicateSuggestions)
    .set({ state: 'merged', decidedBy: by })
    .where(and(eq(duplicateSuggestions.reportId, report.id), eq(duplicateSuggestions.otherId, mergeInto.id)));
}

/** `but`: a delay stays before the body above until there is an answer; passing the report on does not end it. */
async function settleEscalations(
  tx: Tx,
  reportId: number,
  end: { by: string; at: Date; decision: string | null; but?: 'overdue' },
): Promise<void> {
  await tx
    .update(escalations)
    .set({ status: 'settled', decision: end.decision, settledBy: end.by, settledAt: end.at })
    .where(
      and(eq(escalations.reportId, reportId), eq(escalations.status, 'open'), end.but && ne(escalations.kind, end.but)),
    );
}
