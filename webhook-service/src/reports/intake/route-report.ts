import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { category } from '../../../../db/seed/categories.ts';
import type { Calendar } from '../../deadlines/calendar.ts';
import { isNight } from '../../deadlines/calendar-day.ts';
import { decideRouting, type RoutingDecision, type WardAnswer } from '../../routing/agency-rules.ts';
import { dispatchReport } from '../dispatch-report.ts';
import { record, system } from '../history/record.ts';
import type { Report } from './receive-report.ts';

export interface RouteDeps {
  db: Db;
  now: () => Date;
  calendar: (tx: Tx) => Promise<Calendar>;
}

/**
 * Gives a received report to the agency the rules name, or into the dispatcher's tray with the reasons; never nowhere.
 * Runs again when the citizen adds a place; a report that has left `received` meanwhile is left alone.
 */
export async function routeReport(reportId: number, deps: RouteDeps): Promise<'dispatched' | 'tray' | 'settled'> {
  return deps.db.transaction(async (tx) => {
    const [report] = await tx.select().from(reports).where(eq(reports.id, reportId)).for('update');
    if (report?.state !== 'received') return 'settled';
    const now = deps.now();
    const decision = decideFor(report, now);
    if (decision.kind === 'tray') {
      await putIntoTray(tx, report, decision, now);
      return 'tray';
    }
    const found = category(decision.categoryCode);
    await dispatchReport(
      tx,
      report,
      {
        agencyCode: decision.agencyCode,
        classification: { categoryCode: decision.categoryCode, priorityClass: found?.priority ?? report.priorityClass },
        actor: system,
        because: decision.because,
        copyTo: decision.copyTo,
      },
      now,
      await deps.calendar(tx),
    );
    return 'dispatched';
  });
}

function decideFor(report: Report, now: Date): RoutingDecision {
  return decideRouting({
    suggestions: report.suggestions.map(({ code, score }) => ({ categoryCode: code, score })),
    chosenCategory: report.categoryBasis === 'staff' ? (report.categoryCode ?? undefined) : undefined,
    ward: wardAnswerOf(report),
    text: report.text,
    isNight: isNight(now),
  });
}

function wardAnswerOf(report: Report): WardAnswer {
  const { wardCode, wardBasis, wardAlternatives } = report;
  if (report.outsideCity) return { kind: 'outside' };
  if (!wardCode)
    return report.latitude !== null && wardAlternatives.length > 0
      ? { kind: 'outside', nearBorder: wardAlternatives }
      : { kind: 'unknown' };
  if (wardBasis === 'guess' || wardBasis === 'unclear-guess') {
    return { kind: 'guess', wardCode, alternatives: wardAlternatives, clear: wardBasis === 'guess' };
  }
  if (wardBasis === 'named' || wardBasis === 'staff') return { kind: 'chosen', wardCode };
  return { kind: 'inside', wardCode, nearBorder: wardAlternatives };
}

async function putIntoTray(
  tx: Tx,
  report: Report,
  decision: Extract<RoutingDecision, { kind: 'tray' }>,
  now: Date,
): Promise<void> {
  await tx
    .update(reports)
    .set({ traySince: report.traySince ?? now, trayReasons: decision.reasons, version: report.version + 1 })
    .where(eq(reports.id, report.id));
  await record(tx, report.id, [
    {
      event: 'put_into_tray',
      actor: system,
      at: now,
      isPublic: false,
      data: { reasons: decision.reasons, because: decision.because, proposedAgency: decision.proposedAgency ?? null },
    },
  ]);
}
