import { and, asc, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { escalations, questions, reports } from '../../../../db/schema/index.ts';
import type { Clock } from '../../deadlines/clock.ts';
import { confirmDue } from '../../deadlines/policy.ts';
import { AppError } from '../../errors.ts';
import { tagsMayHaveChanged } from '../chat-tags.ts';
import { gateRefusalDetail, type Verdict } from '../gate/judge-answer.ts';
import { record } from '../history/record.ts';
import type { ReportCommand } from '../lifecycle/commands.ts';
import { decide, type Refusal } from '../lifecycle/decide.ts';
import type { ReportEvent } from '../lifecycle/events.ts';
import { type Actor, system } from '../lifecycle/roles.ts';
import { notePublication, publicationAfter } from '../publication/settle.ts';
import { lockReports, type Report } from '../report.ts';
import { loadClocks, saveClocks } from './clock-store.ts';
import { type ClockSetting, clocksAfter } from './clocks-after.ts';
import { columnsAfter, dueColumns } from './columns-after.ts';
import { gatherContext } from './context.ts';
import { historyData } from './history-data.ts';
import { keepDetails } from './keep-details.ts';
import { tellAbout } from './news.ts';
import { setTimers } from './set-timers.ts';
import { dueNow, type TimerFacts, timersFor } from './timers-for.ts';

/** A command and what belongs to it but decides nothing. */
export interface Order {
  command: ReportCommand;
  actor: Actor;
  /** The citizen's reply to a question: kept beside the report, never in its history. */
  reply?: string;
  /** Where a refused reporter can turn to, instead of the standard words of the reason. */
  where?: string;
  mergeIntoId?: number;
  /** The follower's own report, through which they rate or object. */
  throughReportId?: number;
  /** A dispatcher corrects the ward in the same act. */
  ward?: { code: string; basis: 'staff' };
  /** The reporter has read it in the chat, in the official's own words: their message does not repeat them. */
  saidInChat?: true;
  /** For the history: the rules tried, who gets a copy. */
  internal?: Record<string, unknown>;
}

export interface PerformDeps {
  setting(tx: Tx): Promise<ClockSetting>;
  publicUrl: string;
}

/**
 * Does one command to one report: decision, clocks, timers, row, history, side rows and messages in the caller's
 * transaction. `report` must have been read `for update` in it, so that of two commands the second sees the first.
 * @returns the report afterwards
 * @throws AppError with the lifecycle's code: 403 for a role, 422 for an answer that lacks something, 409 otherwise.
 */
export async function perform(tx: Tx, report: Report, order: Order, now: Date, deps: PerformDeps): Promise<Report> {
  const setting = await deps.setting(tx);
  const before = await loadClocks(tx, report.id);
  const mergeInto = order.mergeIntoId
    ? ((await lockReports(tx, [order.mergeIntoId])).get(order.mergeIntoId) ?? null)
    : null;
  const { command, actor } = order;
  const context = await gatherContext(tx, report, {
    command,
    actor,
    now,
    policy: setting.policy,
    clocks: before,
    mergeInto,
  });
  const decision = decide(report, command, context);
  if (!decision.ok) throw refusalError(decision);
  const { events, verdict } = decision;
  const after = await happen(tx, report, { events, verdict, order, before, mergeInto, setting }, now, deps);
  if (after.state === 'withdrawn' || after.state === 'refused') await leaveToHeir(tx, after, setting, now, deps);
  return after;
}

interface Happening {
  events: readonly ReportEvent[];
  verdict?: Verdict | undefined;
  order: Order;
  before: readonly Clock[];
  mergeInto: Report | null;
  setting: ClockSetting;
}

/** Makes what was decided true: clocks, timers, row, history, side rows, messages. */
async function happen(tx: Tx, report: Report, what: Happening, now: Date, deps: PerformDeps): Promise<Report> {
  const { events, verdict, order, before, mergeInto, setting } = what;
  const { command, actor } = order;
  let current = report;
  let clocks = before;
  const steps: { event: ReportEvent; from: Report; to: Report }[] = [];
  for (const event of events) {
    await keepDetails(tx, event, { ...setting, report: current, order, verdict, mergeInto });
    const next = columnsAfter(current, event);
    clocks = clocksAfter(clocks, event, next, setting);
    steps.push({ event, from: current, to: { ...next, ...dueColumns(next, clocks) } });
    current = { ...next, ...dueColumns(next, clocks) };
  }
  const facts = await timerFacts(tx, current, clocks, setting);
  const moved: Report = {
    ...current,
    ...(order.ward && { wardCode: order.ward.code, wardBasis: order.ward.basis, wardAlternatives: [] }),
    ...(actor.kind === 'staff' && command.type === 'dispatch' && { categoryBasis: 'staff' as const }),
    ...(command.type === 'merge' && mergeInto && { mergedIntoId: mergeInto.id }),
    dueAt: dueNow(facts),
    version: report.version + 1,
  };
  const after: Report = { ...moved, ...(await publicationAfter(tx, moved, now)) };
  await store(tx, report, after);
  await saveClocks(tx, report.id, clocks, before);
  await setTimers(tx, report.id, timersFor(facts), now);
  await tagsMayHaveChanged(tx, report.citizenId, now);
  for (const { event, from, to } of steps) {
    await record(
      tx,
      report.id,
      [
        {
          event: event.type,
          actor: event.actor,
          at: event.at,
          isPublic: event.isPublic,
          reason: event.reason,
          data: historyData(event, { clocks, before, order, mergeInto }),
        },
      ],
      {
        receivedDay: report.receivedDay,
        agencyCode: from.agencyCode ?? to.agencyCode,
        wardCode: to.wardCode,
        categoryCode: to.categoryCode,
        stateBefore: from.state,
        stateAfter: to.state,
      },
    );
    await tellAbout(tx, event, { before: from, after, order, mergeInto, publicUrl: deps.publicUrl, now });
  }
  await notePublication(tx, report, after, now);
  return after;
}

/**
 * A report that others were merged into is withdrawn or refused: that was one person's word and no answer to the others. The
 * first of them gets its own report back and the rest follow that one, so that nobody waits for what is gone.
 */
async function leaveToHeir(tx: Tx, gone: Report, setting: ClockSetting, now: Date, deps: PerformDeps): Promise<void> {
  const followers = eq(reports.mergedIntoId, gone.id);
  const [first] = await tx.select({ id: reports.id }).from(reports).where(followers).orderBy(asc(reports.id)).limit(1);
  const heir = first && (await lockReports(tx, [first.id])).get(first.id);
  if (heir?.mergedIntoId !== gone.id) return;
  const reason = 'Phản ánh chính không còn được xử lý.';
  const order: Order = { command: { type: 'split', reason }, actor: system };
  const event: ReportEvent = { type: 'split', at: now, actor: system, isPublic: true, reason, data: {} };
  const before = await loadClocks(tx, heir.id);
  await happen(tx, heir, { events: [event], order, before, mergeInto: null, setting }, now, deps);
  await tx.update(reports).set({ mergedIntoId: heir.id }).where(followers);
}

/** What the timers of a report depend on, read from where it is kept. */
export async function timerFacts(
  tx: Tx,
  report: Report,
  clocks: TimerFacts['clocks'],
  { policy }: ClockSetting,
): Promise<TimerFacts> {
  return {
    state: report.state,
    clocks,
    waitDueAt: report.state === 'awaiting_citizen' ? await openWait(tx, report.id) : null,
    confirmDueAt: report.state === 'answered' && report.answeredAt ? confirmDue(policy, report.answeredAt) : null,
    escalationDueAt: report.overdueAt ? await openDelay(tx, report.id) : null,
  };
}

async function openWait(tx: Tx, reportId: number): Promise<Date | null> {
  const [open] = await tx
    .select({ waitDueAt: questions.waitDueAt })
    .from(questions)
    .where(and(eq(questions.reportId, reportId), eq(questions.state, 'open')))
    .orderBy(desc(questions.id))
    .limit(1);
  return open?.waitDueAt ?? null;
}

/** Until when the superior who was told of the delay must act. */
async function openDelay(tx: Tx, reportId: number): Promise<Date | null> {
  const [open] = await tx
    .select({ dueAt: escalations.dueAt })
    .from(escalations)
    .where(and(eq(escalations.reportId, reportId), eq(escalations.kind, 'overdue'), eq(escalations.status, 'open')))
    .orderBy(desc(escalations.id))
    .limit(1);
  return open?.dueAt ?? null;
}

/** Compare-and-set on the version: a caller that forgot the lock is found out instead of overwriting somebody. */
async function store(tx: Tx, report: Report, after: Report): Promise<void> {
  const { id } = report;
  const columns = Object.fromEntries(
    Object.entries(after).filter(([column, value]) => report[column as keyof Report] !== value),
  );
  const updated = await tx
    .update(reports)
    .set(columns)
    .where(and(eq(reports.id, id), eq(reports.version, report.version)))
    .returning({ id: reports.id });
  if (updated.length === 0)
    throw new AppError({
      code: 'report_changed',
      status: 409,
      detail: 'Phản ánh vừa được người khác thay đổi, xin tải lại.',
    });
}

function refusalError(refusal: Refusal): AppError {
  if (refusal.verdict) {
    const missing = refusal.verdict.missing.map(({ rule, cause, text }) => ({ rule, cause, text }));
    const detail = gateRefusalDetail(refusal.verdict);
    return new AppError({ code: refusal.code, status: 422, detail, extensions: { missing } });
  }
  return new AppError({
    code: refusal.code,
    status: refusal.code === 'not_for_this_role' ? 403 : 409,
    detail: refusal.reason,
  });
}
