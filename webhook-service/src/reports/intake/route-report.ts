import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { category } from '../../../../db/seed/categories.ts';
import { raiseIncident } from '../../incidents/incidents.ts';
import { decideRouting, type RoutingDecision } from '../../routing/agency-rules.ts';
import type { RoutingKnowledge } from '../../routing/assess.ts';
import { routingInputOf } from '../../routing/rules/replay-input.ts';
import { traceOf } from '../../routing/rules/trace.ts';
import { record } from '../history/record.ts';
import { system } from '../lifecycle/roles.ts';
import { type PerformDeps, perform } from '../perform/perform.ts';
import type { Report } from '../report.ts';
import { isElsewhere } from './elsewhere.ts';

export interface RouteDeps extends PerformDeps {
  db: Db;
  now: () => Date;
  knowledge: RoutingKnowledge;
  /** Reads rules, lists and ward maps again where they may have changed. */
  refresh: (tx: Tx) => Promise<void>;
}

/**
 * Gives a received report to the agency the rules name, or into the dispatcher's tray with the reasons, or back to the
 * citizen when it surely is not in Hà Nội; never nowhere. Runs again when the citizen adds a place; a report that has left
 * `received` meanwhile is left alone.
 */
export async function routeReport(
  reportId: number,
  deps: RouteDeps,
): Promise<'dispatched' | 'tray' | 'refused' | 'settled'> {
  return deps.db.transaction(async (tx) => {
    await deps.refresh(tx);
    const [report] = await tx.select().from(reports).where(eq(reports.id, reportId)).for('update');
    if (report?.state !== 'received') return 'settled';
    const now = deps.now();
    // A person is looking at it already, at the citizen's own request: rules have had their say.
    if (report.objections > 0) return 'tray';
    if (isElsewhere(report, deps.knowledge)) {
      await perform(tx, report, { command: { type: 'refuse', reason: 'out_of_area' }, actor: system }, now, deps);
      return 'refused';
    }
    const { rules, lists } = deps.knowledge;
    const decision = decideRouting({ ...routingInputOf(report, now), rules: rules?.(), lists: lists?.() });
    if (decision.kind === 'tray') {
      await putIntoTray(tx, report, decision, now);
      return 'tray';
    }
    const { agencyCode, categoryCode, because, copyTo } = decision;
    const priorityClass = report.emergencyWords
      ? 'emergency'
      : (category(categoryCode)?.priority ?? report.priorityClass);
    await perform(
      tx,
      report,
      {
        command: { type: 'dispatch', agencyCode, classification: { categoryCode, priorityClass } },
        actor: system,
        internal: { because, copyTo, ...traceOf(decision) },
      },
      now,
      deps,
    );
    return 'dispatched';
  });
}

async function putIntoTray(
  tx: Tx,
  report: Report,
  decision: Extract<RoutingDecision, { kind: 'tray' }>,
  now: Date,
): Promise<void> {
  const { reasons, because, failedRule, proposedAgency } = decision;
  await tx
    .update(reports)
    .set({ traySince: report.traySince ?? now, trayReasons: reasons, version: report.version + 1 })
    .where(eq(reports.id, report.id));
  await record(tx, report.id, [
    {
      event: 'put_into_tray',
      actor: system,
      at: now,
      isPublic: false,
      data: { reasons, because, proposedAgency: proposedAgency ?? null, ...traceOf(decision) },
    },
  ]);
  // A rule that fails is everybody's report from now on, not only this one: an alarm, not a footnote (DESIGN §6).
  if (failedRule) {
    await raiseIncident(tx, { kind: 'rule_failed', key: failedRule.ruleId, data: { code: failedRule.code }, now });
  }
}
