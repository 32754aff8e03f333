import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { decideRouting } from '../../routing/agency-rules.ts';
import type { RoutingKnowledge } from '../../routing/assess.ts';
import { record } from '../history/record.ts';
import { reporter, system } from '../lifecycle/roles.ts';
import { type PerformDeps, perform } from '../perform/perform.ts';
import type { Report } from '../report.ts';

/** The citizen's only report that went out with a ward we were not sure of and told them so; null when there is none. */
export async function reportWithUnsureWard(tx: Tx, citizenId: number): Promise<Report | null> {
  const open = await tx
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.citizenId, citizenId),
        eq(reports.state, 'dispatched'),
        inArray(reports.wardBasis, ['guess', 'border']),
      ),
    )
    .orderBy(desc(reports.id))
    .limit(2)
    .for('update');
  return open.length === 1 ? (open[0] ?? null) : null;
}

/**
 * The citizen names the ward of a report that was sent out on our guess. The same name settles it; one of the neighbours
 * we had in mind moves the report there by the same rules; any other ward contradicts the pin and is left to a person.
 * @returns false when nothing could be done with the name.
 */
export async function correctWard(
  tx: Tx,
  report: Report,
  wardCode: string,
  now: Date,
  deps: PerformDeps & { knowledge: RoutingKnowledge },
): Promise<boolean> {
  const known = wardCode === report.wardCode;
  if (!known && !report.wardAlternatives.includes(wardCode)) return false;
  await tx.update(reports).set({ wardCode, wardBasis: 'named', wardAlternatives: [] }).where(eq(reports.id, report.id));
  await record(tx, report.id, [
    {
      event: 'supplemented',
      actor: reporter(report.citizenId),
      at: now,
      isPublic: true,
      data: { place: true, wardCode },
    },
  ]);
  if (known) return true;
  const { rules, lists } = deps.knowledge;
  const decision = decideRouting({
    suggestions: [],
    chosenCategory: report.categoryCode ?? undefined,
    ward: { kind: 'chosen', wardCode },
    text: report.text,
    at: now,
    rules: rules?.(),
    lists: lists?.(),
  });
  if (decision.kind === 'dispatch' && decision.agencyCode !== report.agencyCode) {
    const { agencyCode, because } = decision;
    const reason = 'Người dân xác nhận sự việc thuộc phường, xã khác.';
    const corrected: Report = { ...report, wardCode, wardBasis: 'named', wardAlternatives: [] };
    const command = { type: 'handOver', agencyCode, reason, why: 'ward_corrected' } as const;
    await perform(tx, corrected, { command, actor: system, internal: { because } }, now, deps);
  }
  return true;
}
