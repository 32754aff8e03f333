import { and, desc, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { reports } from '../../../../db/schema/index.ts';
import { reclassClock } from '../../deadlines/clock.ts';
import { giveDraftMedia } from '../../media/draft-media.ts';
import { type Language, textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { enqueue } from '../../queues/enqueue.ts';
import { assess, type RoutingKnowledge, type Whereabouts } from '../../routing/assess.ts';
import { record } from '../history/record.ts';
import { reporter } from '../lifecycle/roles.ts';
import { searchTextOf } from '../list/search-text.ts';
import { loadClocks, saveClocks } from '../perform/clock-store.ts';
import { type ClockSetting, clockOf } from '../perform/clocks-after.ts';
import { setTimers } from '../perform/set-timers.ts';
import { timersFor } from '../perform/timers-for.ts';
import { settlePublication } from '../publication/settle.ts';
import type { Report } from '../report.ts';
import { withCitizensChoice } from './chosen-category.ts';
import { placeInWords } from './place-words.ts';
import { categoryColumns, wardColumns } from './receive-report.ts';

export interface Supplement {
  /** The report's whole text from now on; left out when no words came. */
  text?: string;
  address?: string | null;
  where?: Whereabouts;
  /** Draft whose photos and attachments now belong to the report. */
  photosOfDraft?: number;
}

/** A photo that follows a report this soon is taken to belong to it; the citizen is told so and can object. */
const PHOTO_FOLLOWS_WITHIN_MS = 15 * 60_000;

/** States in which somebody still works on the report, so that something new can help. */
const OPEN_STATES = ['received', 'dispatched', 'in_progress', 'awaiting_citizen'] as const;

/** A reply this soon is to the acknowledgement just read, whatever older reports wait as well. */
const REPLY_WITHIN_MS = 60 * 60_000;

/**
 * The citizen's reports whose ward is still open and who were asked for it. One that was acknowledged within the hour is
 * meant before older ones; when there are several, somebody has to say which.
 */
export async function reportsWaitingForPlace(tx: Tx, citizenId: number, now: Date): Promise<Report[]> {
  const waiting = await tx
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.citizenId, citizenId),
        eq(reports.state, 'received'),
        or(isNull(reports.wardCode), inArray(reports.wardBasis, ['guess', 'unclear-guess', 'border'])),
      ),
    )
    .orderBy(desc(reports.id))
    .limit(10)
    .for('update');
  const recent = waiting.filter((report) => now.getTime() - report.receivedAt.getTime() <= REPLY_WITHIN_MS);
  return recent.length > 0 ? recent : waiting;
}

/** The citizen's only report of the quarter of an hour before `at`; null when there is none or more than one. */
export async function reportJustMade(tx: Tx, citizenId: number, at: Date): Promise<Report | null> {
  const recent = await tx
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.citizenId, citizenId),
        gte(reports.receivedAt, new Date(at.getTime() - PHOTO_FOLLOWS_WITHIN_MS)),
        inArray(reports.state, [...OPEN_STATES]),
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
  { knowledge, setting }: { knowledge: RoutingKnowledge; setting: ClockSetting },
): Promise<Report> {
  const { where } = supplement;
  const ownPin =
    report.latitude !== null && report.longitude !== null
      ? { latitude: report.latitude, longitude: report.longitude }
      : null;
  const pin = where?.pin ?? ownPin;
  const text = supplement.text ?? report.text;
  const known = await withCitizensChoice(tx, report.draftId, knowledge);
  const assessment =
    report.state === 'received' && (where || supplement.text)
      ? assess(text, { pin, named: where?.named ?? wardNamedBefore(report) }, now, known)
      : null;
  const placeFound = where && assessment && (assessment.ward.code !== null || assessment.ward.outsideCity);
  const newWords = assessment && supplement.text && report.categoryBasis !== 'staff';
  const hurried = newWords ? await hurry(tx, report, categoryColumns(assessment), now, setting) : null;
  const [updated] = await tx
    .update(reports)
    .set({
      text,
      searchText: searchTextOf(text, supplement.address ?? report.placeText),
      placeText: supplement.address ?? report.placeText,
      latitude: pin?.latitude ?? null,
      longitude: pin?.longitude ?? null,
      ...(placeFound && report.wardBasis !== 'staff' && wardColumns(assessment)),
      ...(newWords && categoryColumns(assessment)),
      ...hurried,
      // Nobody has looked at the new ones: faces and plates (domain-hanoi §2.5).
      ...(supplement.photosOfDraft && { photosPublishedAt: null }),
      version: report.version + 1,
    })
    .where(eq(reports.id, report.id))
    .returning();
  if (supplement.photosOfDraft) await giveDraftMedia(tx, supplement.photosOfDraft, report.id);
  await record(tx, report.id, [
    {
      event: 'supplemented',
      actor: reporter(report.citizenId),
      at: now,
      isPublic: true,
      data: { words: Boolean(supplement.text), place: Boolean(where), photos: Boolean(supplement.photosOfDraft) },
    },
  ]);
  if (assessment) {
    await enqueue(tx, 'routing.route', { reportId: report.id }, { key: `report-${report.id}`, runAt: now });
    // A new place or new words may make it the same as somebody else's.
    await enqueue(tx, 'duplicates.find', { reportId: report.id }, { key: `report-${report.id}`, runAt: now });
  }
  return settlePublication(tx, updated ?? report, now);
}

/** A ward the citizen named stays named when only words or a pin are added. */
function wardNamedBefore({ wardBasis, wardCode }: Report): Whereabouts['named'] {
  return wardBasis === 'named' && wardCode ? { code: wardCode, certainty: 'named', candidates: [wardCode] } : null;
}

/** Words that make a report more urgent shorten its clocks; nothing a citizen adds ever lengthens one. */
async function hurry(
  tx: Tx,
  report: Report,
  found: Pick<Report, 'priorityClass' | 'categoryCode'>,
  now: Date,
  { policy, calendars }: ClockSetting,
): Promise<Pick<Report, 'acceptDueAt' | 'finishDueAt' | 'dueAt'>> {
  const before = await loadClocks(tx, report.id);
  const clocks = before.map((clock) =>
    clock.metAt === null ? reclassClock(clock, { policy, ...found, at: now }, calendars) : clock,
  );
  await saveClocks(tx, report.id, clocks, before);
  const waiting = { waitDueAt: null, confirmDueAt: null, escalationDueAt: null };
  await setTimers(tx, report.id, timersFor({ state: report.state, clocks, ...waiting }), now);
  const acceptDueAt = clockOf(clocks, 'accept')?.dueAt ?? report.acceptDueAt;
  return { acceptDueAt, finishDueAt: clockOf(clocks, 'finish')?.dueAt ?? null, dueAt: acceptDueAt };
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
