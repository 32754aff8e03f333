/** What happens as a due time comes near and passes (DESIGN §7): warn, tell the citizen before and after, escalate. */
import { and, eq, gt } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { escalations, reports } from '../../../../db/schema/index.ts';
import { dueWords } from '../../deadlines/due-words.ts';
import { escalationDue, overdueFrom } from '../../deadlines/policy.ts';
import { armTimers } from '../../deadlines/timers.ts';
import { COORDINATOR, superiorOf } from '../../routing/rules/superior.ts';
import { agencyName } from '../agency-names.ts';
import { tagsMayHaveChanged } from '../chat-tags.ts';
import type { Ringing } from '../fire-timers.ts';
import { record } from '../history/record.ts';
import { system } from '../lifecycle/roles.ts';
import type { Report } from '../report.ts';
import { tellCitizen } from '../tell-citizen.ts';

/** Three quarters of the time are used: a note for the office. */
export async function noteDueSoon({ tx, report, timer, now }: Ringing): Promise<Report> {
  await note(tx, report, { event: 'due_soon', isPublic: false, data: clockData(report, timer.kind), now });
  return report;
}

/** The agency has little time left and has not answered: the citizen hears it from us, before they ask (§6.2 rule 6). */
export async function announceDelay({ tx, report, timer, now }: Ringing): Promise<Report> {
  const { agencyCode, answerDueAt } = report;
  if (!agencyCode || !answerDueAt || now >= overdueFrom(answerDueAt)) return report;
  await note(tx, report, { event: 'delay_announced', isPublic: true, data: clockData(report, timer.kind), now });
  await tellCitizen(tx, report, {
    kind: 'delay_announced',
    key: `${timer.kind}:${timer.version}`,
    say: (texts, language) =>
      texts.delayAhead({ code: report.code, agency: agencyName(agencyCode), dueAt: dueWords(answerDueAt, language) }),
    now,
  });
  return report;
}

/** The due time has passed: on record, told with an apology, and the body above is told and gets a time of its own. */
export async function raiseOverdue(ringing: Ringing): Promise<Report> {
  const { tx, report, timer, now } = ringing;
  const dueAt = timer.kind === 'accept_breach' ? report.acceptDueAt : report.answerDueAt;
  if (!dueAt) return report;
  const superior = report.agencyCode && timer.kind === 'answer_breach' ? superiorOf(report.agencyCode) : null;
  const actBy = superior ? await escalate(ringing, superior, { until: now }) : null;
  if (timer.kind === 'accept_breach') await escalate(ringing, COORDINATOR, { until: now });
  await tx.update(reports).set({ overdueAt: now }).where(eq(reports.id, report.id));
  await tagsMayHaveChanged(tx, report.citizenId, now);
  const data = { ...clockData(report, timer.kind), superior, actBy: actBy?.toISOString() ?? null };
  await note(tx, report, { event: 'overdue', isPublic: true, data, now });
  await tellCitizen(tx, report, {
    kind: 'overdue',
    key: `${timer.kind}:${timer.version}`,
    say: (texts, language) =>
      texts.overdue({
        code: report.code,
        agency: timer.kind === 'answer_breach' && report.agencyCode ? agencyName(report.agencyCode) : null,
        dueAt: dueWords(dueAt, language),
        superior: superior ? agencyName(superior) : null,
        newDue: actBy ? dueWords(actBy, language) : null,
      }),
    now,
  });
  if (actBy) await armTimers(tx, report.id, [{ kind: 'escalation_due', runAt: overdueFrom(actBy) }]);
  return { ...report, overdueAt: now };
}

/** The body above has not acted either: the city office is told. */
export async function raiseFurther(ringing: Ringing): Promise<Report> {
  const { tx, report, timer, now } = ringing;
  if (report.agencyCode !== COORDINATOR) await escalate(ringing, COORDINATOR);
  await note(tx, report, { event: 'escalation_overdue', isPublic: false, data: clockData(report, timer.kind), now });
  return report;
}

/** The whole case takes longer than its class allows, however often it was answered and reopened. */
export async function raiseUnfinished(ringing: Ringing): Promise<Report> {
  const { tx, report, timer, now } = ringing;
  if (report.agencyCode !== COORDINATOR) await escalate(ringing, COORDINATOR);
  await note(tx, report, { event: 'unfinished', isPublic: false, data: clockData(report, timer.kind), now });
  return report;
}

/**
 * Puts the delay before a body, once while it is open. A delay of another clock is a new one: with `until`, what should have
 * been acted on by then does not stand for it, and the citizen is never promised a time that has passed.
 * @returns until when it must act.
 */
async function escalate(
  { tx, report, now, deps }: Ringing,
  toAgency: string,
  { until }: { until?: Date } = {},
): Promise<Date> {
  const { policy, calendars } = await deps.setting(tx);
  const dueAt = escalationDue(policy, report.priorityClass, now, calendars, toAgency);
  const [open] = await tx
    .select({ id: escalations.id, dueAt: escalations.dueAt })
    .from(escalations)
    .where(
      and(
        eq(escalations.reportId, report.id),
        eq(escalations.kind, 'overdue'),
        eq(escalations.toAgency, toAgency),
        eq(escalations.status, 'open'),
        until && gt(escalations.dueAt, until),
      ),
    );
  if (open) return open.dueAt ?? dueAt;
  await tx.insert(escalations).values({
    reportId: report.id,
    kind: 'overdue',
    fromAgency: report.agencyCode,
    toAgency,
    level: toAgency === COORDINATOR ? 2 : 1,
    dueAt,
    raisedBy: null,
    raisedAt: now,
  });
  return dueAt;
}

function clockData(report: Report, timerKind: string): Record<string, unknown> {
  const clock = timerKind.startsWith('accept') ? 'accept' : timerKind.startsWith('finish') ? 'finish' : 'answer';
  const dueAt = { accept: report.acceptDueAt, answer: report.answerDueAt, finish: report.finishDueAt }[clock];
  return { clock, dueAt: dueAt?.toISOString() ?? null, agencyCode: report.agencyCode };
}

async function note(
  tx: Tx,
  report: Report,
  { event, isPublic, data, now }: { event: string; isPublic: boolean; data: Record<string, unknown>; now: Date },
): Promise<void> {
  const { receivedDay, agencyCode, wardCode, categoryCode, state } = report;
  await record(tx, report.id, [{ event, actor: system, at: now, isPublic, data }], {
    receivedDay,
    agencyCode,
    wardCode,
    categoryCode,
    stateBefore: state,
    stateAfter: state,
  });
}
