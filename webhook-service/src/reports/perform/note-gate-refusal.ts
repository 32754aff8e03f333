import type { Db } from '../../../../db/client.ts';
import { AppError } from '../../errors.ts';
import { record } from '../history/record.ts';
import type { Actor } from '../lifecycle/roles.ts';
import { lockReports } from '../report.ts';

/**
 * Keeps that the gate sent an answer back, and by which rules: how often that happens per unit and cause is what the gate
 * is judged by. The refused command has been rolled back with all it did, so this is a transaction of its own. The words of
 * the answer are not kept. Anything but a refusal of the gate is none of its business.
 */
export async function noteGateRefusal(
  db: Db,
  error: unknown,
  { reportId, actor, now }: { reportId: number; actor: Actor; now: Date },
): Promise<void> {
  if (!(error instanceof AppError) || error.code !== 'answer_incomplete') return;
  const { missing } = error.extensions;
  const rules = Array.isArray(missing) ? missing.map(({ rule, cause }) => ({ rule, cause })) : [];
  await db.transaction(async (tx) => {
    const report = (await lockReports(tx, [reportId])).get(reportId);
    if (!report) return;
    const { receivedDay, agencyCode, wardCode, categoryCode, state } = report;
    const entry = { event: 'gate_refused', actor, at: now, isPublic: false, data: { missing: rules } };
    const around = { receivedDay, agencyCode, wardCode, categoryCode, stateBefore: state, stateAfter: state };
    await record(tx, reportId, [entry], around);
  });
}
