import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { follows, reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import type { Report } from '../report.ts';

/**
 * Tells a citizen of what becomes of a published report from now on, whatever its state: an answer may be reopened. Doing it
 * twice is doing it once.
 * @throws AppError 409 `own_report`; 404 `report_not_found` for one that is not published, as if there were none
 */
export async function followPublished(tx: Tx, citizenId: number, report: Report | undefined, now: Date): Promise<void> {
  if (!report || (report.publishedAt === null && report.citizenId !== citizenId))
    throw new AppError({ code: 'report_not_found', status: 404, detail: 'Không có phản ánh công khai nào có mã này.' });
  if (report.citizenId === citizenId)
    throw new AppError({
      code: 'own_report',
      status: 409,
      detail: 'Đây là phản ánh của bạn, bạn đã nhận mọi tin về nó.',
    });
  // Whose own report was merged into it hears of everything already.
  const [joined] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.mergedIntoId, report.id), eq(reports.citizenId, citizenId)))
    .limit(1);
  if (joined) return;
  await tx.insert(follows).values({ reportId: report.id, citizenId, since: now }).onConflictDoNothing();
}
