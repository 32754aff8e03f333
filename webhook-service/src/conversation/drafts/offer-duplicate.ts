import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { citizens, reports } from '../../../../db/schema/index.ts';
import { textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { type DuplicateOffer, duplicateOfferFor } from '../../reports/duplicates/offer.ts';
import { suggestDuplicates } from '../../reports/duplicates/suggest-duplicates.ts';
import { categoryName } from '../../reports/intake/receive-report.ts';
import { lockReports, type Report } from '../../reports/report.ts';

/** Job `duplicates.find`: keeps what is alike for the dispatcher, and offers the citizen to join the best of it. */
export async function findAndOfferDuplicates(reportId: number, deps: { db: Db; now: () => Date }): Promise<void> {
  if ((await suggestDuplicates(reportId, deps)) === 0) return;
  await deps.db.transaction(async (tx) => {
    const report = (await lockReports(tx, [reportId])).get(reportId);
    // What an agency works on already cannot be joined to another any more.
    if (report?.state !== 'received' && report?.state !== 'dispatched') return;
    const offer = await duplicateOfferFor(tx, reportId);
    if (offer) await offerDuplicate(tx, report, offer, deps.now());
  });
}

/**
 * Tells a reporter that somebody else has sent what may be the same, and how to join it ("cùng phản ánh"). Once per pair,
 * however often duplicates are looked for; nothing is merged by a machine.
 */
export async function offerDuplicate(tx: Tx, report: Report, offer: DuplicateOffer, now: Date): Promise<void> {
  const [citizen] = await tx.select().from(citizens).where(eq(citizens.id, report.citizenId));
  const [main] = await tx.select().from(reports).where(eq(reports.code, offer.mainCode));
  if (!citizen || !main?.categoryCode) return;
  // Reports of a storm are compared at the same time: whoever came first is not sent to those who came after.
  if (main.id > report.id) return;
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
