import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../../../db/client.ts';
import { citizens, reports } from '../../../../../db/schema/index.ts';
import { newReportCode } from '../../report-code.ts';

export type StoredReport = typeof reports.$inferSelect;

/** Stores an invented report, by a citizen of its own unless one is given. */
export async function storeReport(
  tx: Tx,
  over: Partial<Omit<typeof reports.$inferInsert, 'id'>> = {},
): Promise<StoredReport> {
  const receivedAt = over.receivedAt ?? new Date('2026-10-06T05:00:00Z');
  const [report] = await tx
    .insert(reports)
    .values({
      code: newReportCode(randomBytes),
      state: 'received',
      channel: 'chat',
      citizenId: over.citizenId ?? (await storeCitizen(tx)),
      text: 'Ổ gà to giữa phố',
      latitude: 21.0245,
      longitude: 105.8012,
      wardCode: '00199',
      wardBasis: 'polygon',
      categoryCode: 'GT-01',
      categoryBasis: 'suggested',
      priorityClass: 'normal',
      receivedAt,
      acceptDueAt: new Date(receivedAt.getTime() + 8 * 3_600_000),
      policyVersion: 'test',
      ...over,
    })
    .returning();
  if (!report) throw new Error('report not stored');
  return report;
}

/** A citizen nobody else is. @returns their id. */
export async function storeCitizen(tx: Tx): Promise<number> {
  const [citizen] = await tx
    .insert(citizens)
    .values({ oaUserId: `test-${randomBytes(8).toString('hex')}` })
    .returning({ id: citizens.id });
  return citizen?.id ?? 0;
}

/** The latitude this many metres north of where `storeReport` puts a report. */
export function metresNorth(metres: number): number {
  return 21.0245 + metres / 111_195;
}
