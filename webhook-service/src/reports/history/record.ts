import type { Tx } from '../../../../db/client.ts';
import { reportHistory } from '../../../../db/schema/index.ts';
import type { Actor } from '../lifecycle/decide.ts';

export interface HistoryEntry {
  event: string;
  actor: Actor;
  at: Date;
  isPublic: boolean;
  data?: Record<string, unknown>;
}

export const system: Actor = { kind: 'system', id: null };

/** Adds to the report's history, which is never changed or shortened. */
export async function record(tx: Tx, reportId: number, entries: HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(reportHistory).values(
    entries.map(({ event, actor, at, isPublic, data }) => ({
      reportId,
      event,
      actorKind: actor.kind,
      actor: actor.id,
      at,
      isPublic,
      data: data ?? {},
    })),
  );
}
