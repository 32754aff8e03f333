import { sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { duplicateSuggestions } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { record } from '../history/record.ts';
import type { Actor } from '../lifecycle/roles.ts';
import type { Report } from '../report.ts';
import { newerFirst } from './suggest-duplicates.ts';

/**
 * A person says the two are different things: not suggested again, whether or not it had been. Kept in the history of
 * `report`, whose row the caller has locked. Saying it twice changes nothing.
 * @throws AppError `duplicate_already_merged` (409) when one was merged into the other; `duplicate_of_itself` (422).
 */
export async function rejectDuplicate(tx: Tx, report: Report, other: Report, actor: Actor, now: Date): Promise<void> {
  if (report.id === other.id) {
    throw new AppError({ code: 'duplicate_of_itself', status: 422, detail: 'Hai mã là cùng một phản ánh.' });
  }
  if (report.mergedIntoId === other.id || other.mergedIntoId === report.id) {
    throw new AppError({
      code: 'duplicate_already_merged',
      status: 409,
      detail: 'Hai phản ánh đã được gộp. Nếu gộp nhầm, hãy dùng “Tách phản ánh”.',
    });
  }
  const changed = await tx
    .insert(duplicateSuggestions)
    .values({
      ...newerFirst(report.id, other.id),
      score: 0,
      because: [],
      state: 'rejected',
      foundAt: now,
      decidedBy: actor.id,
    })
    .onConflictDoUpdate({
      target: [duplicateSuggestions.reportId, duplicateSuggestions.otherId],
      set: { state: 'rejected', decidedBy: actor.id },
      setWhere: sql`${duplicateSuggestions.state} <> 'rejected'`,
    })
    .returning({ id: duplicateSuggestions.id });
  if (changed.length === 0) return;
  await record(tx, report.id, [
    { event: 'duplicate_rejected', actor, at: now, isPublic: false, data: { otherCode: other.code } },
  ]);
}
