import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { citizens, reports } from '../../../db/schema/index.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { putMessage } from '../notifications/outbox.ts';
import type { DuplicateOffer } from '../reports/duplicates/offer.ts';
import { categoryName } from '../reports/intake/receive-report.ts';
import type { Report } from '../reports/report.ts';

/**
 * Tells a reporter that somebody else has sent what may be the same, and how to join it ("cùng phản ánh"). Once per pair,
 * however often duplicates are looked for; nothing is merged by a machine.
 */
export async function offerDuplicate(tx: Tx, report: Report, offer: DuplicateOffer, now: Date): Promise<void> {
  const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, report.citizenId));
  const [main] = await tx.select().from(reports).where(eq(reports.code, offer.mainCode));
  if (!citizen || !main?.categoryCode) return;
  const { language } = citizen;
  await putMessage(tx, {
    citizenId: citizen.id,
    reportId: report.id,
    kind: 'duplicate_offer',
    text: textsIn(language).duplicateOffer({
      code: report.code,
      mainCode: offer.mainCode,
      category: categoryName(main.categoryCode, language),
      place: offer.placeWords,
      distanceMetres: offer.distanceMetres,
    }),
    idempotencyKey: `duplicate_offer:${report.id}:${main.id}`,
    now,
  });
}
