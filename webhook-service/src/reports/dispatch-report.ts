import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import type { Calendar } from '../deadlines/calendar.ts';
import { dueWords } from '../deadlines/due-words.ts';
import { answerDue, currentDuePolicy, overdueFrom, warnAt } from '../deadlines/policy.ts';
import { armTimers, cancelTimers } from '../deadlines/timers.ts';
import { AppError } from '../errors.ts';
import { agencyName } from './agency-names.ts';
import { record } from './history/record.ts';
import type { Report } from './intake/receive-report.ts';
import { type Actor, type Classification, decide } from './lifecycle/decide.ts';
import { tellCitizen } from './tell-citizen.ts';

export interface Dispatch {
  agencyCode: string;
  classification?: Classification;
  ward?: { code: string; basis: 'staff' };
  actor: Actor;
  /** Why this agency: the rules tried, one sentence each. Internal. */
  because: string[];
  /** Agencies that get a copy. Internal until they have a desk. */
  copyTo?: string[];
}

/**
 * Hands a report to an agency: state, answer clock, timers, history and the citizen's message in the caller's transaction.
 * `report` must have been read `for update` in it. @throws AppError when the lifecycle does not allow it.
 */
export async function dispatchReport(
  tx: Tx,
  report: Report,
  dispatch: Dispatch,
  now: Date,
  calendar: Calendar,
): Promise<void> {
  const decision = decide(
    report.state,
    {
      type: 'dispatch',
      agencyCode: dispatch.agencyCode,
      ...(dispatch.classification && { classification: dispatch.classification }),
    },
    {
      now,
      actor: dispatch.actor,
      categoryCode: report.categoryCode,
      priorityClass: report.priorityClass,
      agencyCode: report.agencyCode,
    },
  );
  if (!decision.ok) throw new AppError({ code: decision.code, status: 409, detail: decision.reason });

  const priorityClass = dispatch.classification?.priorityClass ?? report.priorityClass;
  const due = answerDue(currentDuePolicy, priorityClass, now, calendar);
  await tx
    .update(reports)
    .set({
      state: decision.to,
      agencyCode: dispatch.agencyCode,
      ...(dispatch.classification && { categoryCode: dispatch.classification.categoryCode, priorityClass }),
      ...(dispatch.actor.kind === 'staff' && { categoryBasis: 'staff' as const }),
      ...(dispatch.ward && { wardCode: dispatch.ward.code, wardBasis: dispatch.ward.basis, wardAlternatives: [] }),
      dispatchedAt: now,
      answerDueAt: due?.dueAt ?? null,
      overdueAt: null,
      traySince: null,
      trayReasons: [],
      version: report.version + 1,
    })
    .where(and(eq(reports.id, report.id), eq(reports.version, report.version)));
  await record(
    tx,
    report.id,
    decision.events.map((event) => ({
      event: event.type,
      actor: event.actor,
      at: event.at,
      isPublic: event.isPublic,
      data:
        event.type === 'dispatched'
          ? {
              ...event.data,
              because: dispatch.because,
              copyTo: dispatch.copyTo ?? [],
              answerDueAt: due?.dueAt.toISOString() ?? null,
              counted: due?.counted ?? [],
            }
          : event.data,
    })),
  );
  await cancelTimers(tx, report.id, ['accept_warn', 'accept_breach'], now);
  if (due) {
    await armTimers(tx, report.id, [
      { kind: 'answer_warn', runAt: warnAt(due) },
      { kind: 'answer_breach', runAt: overdueFrom(due.dueAt) },
    ]);
  }
  await tellCitizen(tx, report, {
    kind: 'dispatched',
    key: String(report.version + 1),
    say: (texts, language) =>
      texts.dispatched({
        code: report.code,
        agency: agencyName(dispatch.agencyCode),
        dueAt: due ? dueWords(due.dueAt, language) : null,
      }),
    now,
  });
}
