import { randomBytes } from 'node:crypto';
import type { Db } from '../../../../../db/client.ts';
import { citizens, reports } from '../../../../../db/schema/index.ts';
import { newReportCode } from '../../../reports/report-code.ts';

type Report = typeof reports.$inferSelect;

/** A received pothole in phường Láng with a sure suggestion, unless told otherwise. */
export async function storeReport(db: Db, given: Partial<typeof reports.$inferInsert> = {}): Promise<Report> {
  const [citizen] = await db
    .insert(citizens)
    .values({ oaUserId: randomBytes(8).toString('hex') })
    .returning({ id: citizens.id });
  const receivedAt = new Date('2026-10-05T05:00:00Z');
  const [report] = await db
    .insert(reports)
    .values({
      code: newReportCode(randomBytes),
      state: 'received',
      channel: 'chat',
      citizenId: citizen?.id ?? 0,
      text: 'ổ gà rất to',
      wardCode: '00199',
      wardBasis: 'polygon',
      categoryCode: 'GT-01',
      categoryBasis: 'suggested',
      suggestions: [{ code: 'GT-01', score: 0.9 }],
      priorityClass: 'normal',
      receivedAt,
      acceptDueAt: receivedAt,
      policyVersion: 'test',
      ...given,
    })
    .returning();
  if (!report) throw new Error('report was not stored');
  return report;
}
