import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { escalations } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { tidy } from '../../language/normalise.ts';
import { record } from '../history/record.ts';
import type { Actor } from '../lifecycle/roles.ts';
import { isSpecific } from './check-obstacle.ts';

export type Escalation = typeof escalations.$inferSelect;

/** @throws AppError 404 `escalation_not_found`. */
export async function lockEscalation(tx: Tx, id: number): Promise<Escalation> {
  const [row] = await tx.select().from(escalations).where(eq(escalations.id, id)).for('update');
  if (!row) throw escalationNotFound();
  return row;
}

export function escalationNotFound(): AppError {
  return new AppError({ code: 'escalation_not_found', status: 404, detail: 'Không có báo cáo vượt cấp này.' });
}

/**
 * The superior's decision on what was put to them (domain-hanoi P3). The rows of the escalation and of its report must be
 * locked by the caller. What follows for the report (hand it back, answer it) is a command of its own.
 * @throws AppError `escalation_settled` (409), `escalation_decision_missing` (422).
 */
export async function settleEscalation(
  tx: Tx,
  escalation: Escalation,
  decision: string,
  actor: Actor & { id: string },
  now: Date,
): Promise<Escalation> {
  if (escalation.status === 'settled') {
    throw new AppError({ code: 'escalation_settled', status: 409, detail: 'Báo cáo này đã có quyết định.' });
  }
  const text = tidy(decision);
  if (!isSpecific(text)) {
    throw new AppError({
      code: 'escalation_decision_missing',
      status: 422,
      detail: 'Hãy ghi quyết định cụ thể: ai làm gì, khi nào.',
    });
  }
  const [row] = await tx
    .update(escalations)
    .set({ status: 'settled', decision: text, settledBy: actor.id, settledAt: now })
    .where(eq(escalations.id, escalation.id))
    .returning();
  if (!row) throw new Error('escalation vanished while locked');
  await record(tx, escalation.reportId, [
    {
      event: 'escalation_settled',
      actor,
      at: now,
      isPublic: false,
      data: { escalationId: escalation.id, kind: escalation.kind },
    },
  ]);
  return row;
}
