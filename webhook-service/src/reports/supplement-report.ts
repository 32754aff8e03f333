import { and, desc, eq, gte, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { photos, reports } from '../../../db/schema/index.ts';
import { type Language, textsIn } from '../notifications/message-texts.ts';
import { putMessage } from '../notifications/outbox.ts';
import { enqueue } from '../queues/enqueue.ts';
import { assess, type RoutingKnowledge, type Whereabouts } from '../routing/assess.ts';
import { record } from './history.ts';
import { placeInWords } from './place-words.ts';
import { categoryColumns, type Report, wardColumns } from './receive-report.ts';

export interface Supplement {
  /** The report's whole text from now on; left out when no words came. */
  text?: string;
  address?: string | null;
  where?: Whereabouts;
  /** Draft whose photos now belong to the report. */
  photosOfDraft?: number;
}

/** A photo that follows a report this soon is taken to belong to it; the citizen is told so and can object. */
const PHOTO_FOLLOWS_WITHIN_MS = 15 * 60_000;

/** The citizen's only report that still waits for its place; null when there is none or when it would be a guess which. */
export async function reportWaitingForPlace(tx: Tx, citizenId: number): Promise<Report | null> {
  const waiting = await tx
    .select()
    .from(reports)
    .where(and(eq(reports.citizenId, citizenId), eq(reports.state, 'received')))
    .orderBy(desc(reports.id))
    .limit(10)
    .for('update');
  const open = waiting.filter(
    (report) => report.wardCode === null || report.wardBasis === 'guess' || report.wardBasis === 'unclear-guess',
  );
  return open.length === 1 ? (open[0] ?? null) : null;
}

/** The citizen's only report of the last quarter of an hour; null when there is none or more than one. */
export async function reportJustMade(tx: Tx, citizenId: number, now: Date): Promise<Report | null> {
  const recent = await tx
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.citizenId, citizenId),
        gte(reports.receivedAt, new Date(now.getTime() - PHOTO_FOLLOWS_WITHIN_MS)),
        inArray(reports.state, ['received', 'dispatched', 'in_progress']),
      ),
    )
    .limit(2)
    .for('update');
  return recent.length === 1 ? (recent[0] ?? null) : null;
}

/**
 * Adds what the citizen sent later. A place or words may change what the rules say, so a report that still waits for its
 * agency is routed again; one that has left keeps its agency, and the history shows what came in.
 */
export async function supplementReport(
  tx: Tx,
  report: Report,
  supplement: Supplement,
  now: Date,
  knowledge: RoutingKnowledge,
): Promise<Report> {
  const undecided = report.state === 'received';
  const where = supplement.where;
  const pin =
    where?.pin ??
    (report.latitude !== null && report.longitude !== null
      ? { latitude: report.latitude, longitude: report.longitude }
      : null);
  const text = supplement.text ?? report.text;
  const assessment =
    undecided && (where || supplement.text) ? assess(text, { pin, named: where?.named ?? null }, now, knowledge) : null;
  const placeFound = assessment && (assessment.ward.code !== null || assessment.ward.outsideCity);
  const [updated] = await tx
    .update(reports)
    .set({
      text,
      placeText: supplement.address ?? report.placeText,
      latitude: pin?.latitude ?? null,
      longitude: pin?.longitude ?? null,
      ...(placeFound && wardColumns(assessment)),
      ...(assessment && supplement.text && report.categoryBasis !== 'staff' && categoryColumns(assessment)),
      version: report.version + 1,
    })
    .where(eq(reports.id, report.id))
    .returning();
  if (supplement.photosOfDraft)
    await tx.update(photos).set({ reportId: report.id }).where(eq(photos.draftId, supplement.photosOfDraft));
  await record(tx, report.id, [
    {
      event: 'supplemented',
      actor: { kind: 'citizen', id: String(report.citizenId) },
      at: now,
      isPublic: true,
      data: { words: Boolean(supplement.text), place: Boolean(where), photos: Boolean(supplement.photosOfDraft) },
    },
  ]);
  if (assessment)
    await enqueue(tx, 'routing.route', { reportId: report.id }, { key: `report-${report.id}`, runAt: now });
  return updated ?? report;
}

/** Tells the citizen that what came later was added, and to which report. */
export async function tellAdded(
  tx: Tx,
  report: Report,
  added: { photos: number; place: boolean; words: boolean; language: Language; draftId: number; now: Date },
): Promise<void> {
  const place = added.place ? placeInWords(report, added.language) : null;
  await putMessage(tx, {
    citizenId: report.citizenId,
    reportId: report.id,
    kind: 'supplemented',
    text: textsIn(added.language).addedToReport({ code: report.code, photos: added.photos, place, words: added.words }),
    idempotencyKey: `supplemented:${report.id}:${added.draftId}`,
    now: added.now,
  });
}
