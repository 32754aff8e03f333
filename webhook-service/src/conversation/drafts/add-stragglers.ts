import { and, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { inboxEvents, photos, reports } from '../../../../db/schema/index.ts';
import { supplementReport } from '../../reports/intake/supplement-report.ts';
import { type Intake, whereOf } from './intake.ts';

/** Messages sent within the burst but delivered after it: the report gets them without further ado. */
export async function addStragglers({ tx, draft, reading, now, receiveDeps }: Intake): Promise<void> {
  const [report] = await tx.select().from(reports).where(eq(reports.draftId, draft.id)).for('update');
  if (!report) return;
  const missing = draft.content.texts.some(({ text }) => !report.text.includes(text));
  const ownLines = new Set(reading.text.split('\n'));
  const later = report.text.split('\n').filter((line) => !ownLines.has(line));
  const pinNews = reading.place?.pin && report.latitude === null;
  const photoNews = reading.photos > 0 && (await hasLatePhoto(tx, report.id, draft.id));
  // Every message of a burst arms its settling anew, so this also runs when all of it is in the report already.
  if (!missing && !pinNews && !photoNews) return;
  const supplement = {
    ...(missing && { text: [reading.text, ...later].join('\n') }),
    ...((pinNews || missing) && reading.place && { where: whereOf(reading), address: reading.place.address }),
    ...(photoNews && { photosOfDraft: draft.id }),
  };
  await supplementReport(tx, report, supplement, now, receiveDeps);
}

/** Did a photo of the burst come in after what the history knows of? */
async function hasLatePhoto(tx: Tx, reportId: number, draftId: number): Promise<boolean> {
  const known = sql`(select max(at) from report_history where report_id = ${reportId} and event in ('received', 'supplemented'))`;
  const [late] = await tx
    .select({ id: photos.id })
    .from(photos)
    .innerJoin(inboxEvents, eq(inboxEvents.id, photos.inboxEventId))
    .where(and(eq(photos.draftId, draftId), gt(inboxEvents.receivedAt, known)))
    .limit(1);
  return Boolean(late);
}
