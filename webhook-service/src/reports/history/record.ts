import type { Tx } from '../../../../db/client.ts';
import { reportHistory } from '../../../../db/schema/index.ts';
import type { Actor } from '../lifecycle/roles.ts';

export interface HistoryEntry {
  event: string;
  actor: Actor;
  at: Date;
  isPublic: boolean;
  reason?: string | null;
  data?: Record<string, unknown>;
}

/** Adds to the report's history, which is never changed or shortened. The report's row must be locked by the caller. */
export async function record(tx: Tx, reportId: number, entries: HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(reportHistory).values(
    entries.map(({ event, actor, at, isPublic, data, reason }, index) => ({
      reportId,
      seq: index,
      event,
      actorKind: actor.kind,
      actor: actor.id,
      actorRole: actor.role,
      reason: reason ?? null,
      at,
      isPublic,
      data: data ?? {},
      previousHash: '',
      hash: '',
    })),
  );
}
