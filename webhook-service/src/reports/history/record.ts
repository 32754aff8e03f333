import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { historyRowHash, NO_HASH_BEFORE, storableJson, storableText } from '../../../../db/history-hash.ts';
import { reportHistory, tallies } from '../../../../db/schema/index.ts';
import type { Actor } from '../lifecycle/roles.ts';
import { type ReportAtEvent, talliesOfAll } from './tallies.ts';

export interface HistoryEntry {
  event: string;
  actor: Actor;
  at: Date;
  isPublic: boolean;
  reason?: string | null;
  data?: Record<string, unknown>;
}

type NewRow = typeof reportHistory.$inferInsert;

/**
 * Adds to the report's history, which is never changed or shortened; each row is chained to the one before it. The
 * report's row must be locked by the caller; whoever forgets that and is second fails on `report_history_one_per_seq`.
 * With `tally`, the report around these entries taken together, what they count for is written with them.
 * @throws Error when the report has history of before the chain, which `migrateDatabase` has not chained yet.
 */
export async function record(
  tx: Tx,
  reportId: number,
  entries: readonly HistoryEntry[],
  tally?: ReportAtEvent,
): Promise<void> {
  if (entries.length === 0) return;
  const [last] = await tx
    .select({ seq: reportHistory.seq, hash: reportHistory.hash })
    .from(reportHistory)
    .where(eq(reportHistory.reportId, reportId))
    .orderBy(desc(reportHistory.seq))
    .limit(1);
  if (last?.hash === '') throw new Error('history of before the chain: migrate the database first');
  await tx.insert(reportHistory).values(chained(reportId, entries, last ?? { seq: 0, hash: NO_HASH_BEFORE }));
  const counted = tally ? talliesOfAll(entries, tally) : [];
  if (counted.length > 0) await tx.insert(tallies).values(counted);
}

/** The rows as they will be read back: what is hashed must be what is stored. */
function chained(
  reportId: number,
  entries: readonly HistoryEntry[],
  { seq, hash }: { seq: number; hash: string },
): NewRow[] {
  let previousHash = hash;
  return entries.map(({ event, actor, at, isPublic, reason, data }, index) => {
    const content = {
      reportId,
      seq: seq + index + 1,
      at,
      event,
      actorKind: actor.kind,
      actor: actor.id === null ? null : storableText(actor.id),
      actorRole: actor.role,
      reason: reason === undefined || reason === null ? null : storableText(reason),
      data: storableJson(data ?? {}) as Record<string, unknown>,
      isPublic,
    };
    const row = { ...content, previousHash, hash: historyRowHash(content, previousHash) };
    previousHash = row.hash;
    return row;
  });
}
