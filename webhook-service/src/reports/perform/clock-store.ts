import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reportClocks } from '../../../../db/schema/index.ts';
import { type Clock, decodeClock, encodeClock } from '../../deadlines/clock.ts';

/** All clocks of a report, every round. */
export async function loadClocks(tx: Tx, reportId: number): Promise<Clock[]> {
  const rows = await tx
    .select({ clock: reportClocks.clock })
    .from(reportClocks)
    .where(eq(reportClocks.reportId, reportId));
  return rows.map(({ clock }) => decodeClock(clock));
}

/** Stores the clocks that differ from what was loaded, in one statement. */
export async function saveClocks(
  tx: Tx,
  reportId: number,
  clocks: readonly Clock[],
  before: readonly Clock[] = [],
): Promise<void> {
  const changed = clocks.filter((clock) => !before.includes(clock));
  if (changed.length === 0) return;
  await tx
    .insert(reportClocks)
    .values(
      changed.map((clock) => ({
        reportId,
        kind: clock.kind,
        round: clock.round,
        clock: encodeClock(clock),
        dueAt: clock.dueAt,
        metAt: clock.metAt,
      })),
    )
    .onConflictDoUpdate({
      target: [reportClocks.reportId, reportClocks.kind, reportClocks.round],
      set: { clock: sql`excluded.clock`, dueAt: sql`excluded.due_at`, metAt: sql`excluded.met_at` },
    });
}
