/** "New report or reply?" (DESIGN §8): what belongs to a report made before, and only when that is beyond doubt. */
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { inboxEvents, photos, reports } from '../../../db/schema/index.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { putMessage } from '../notifications/outbox.ts';
import { correctWard, reportWithUnsureWard } from '../reports/intake/correct-ward.ts';
import {
  openReportByCode,
  reportJustMade,
  reportsWaitingForPlace,
  supplementReport,
  tellAdded,
} from '../reports/intake/supplement-report.ts';
import type { Report } from '../reports/report.ts';
import { findReportCode } from '../reports/report-code.ts';
import { isCodeAlone } from './commands.ts';
import { closeDraft, saveQuestion } from './drafts.ts';
import { type Intake, whereOf } from './intake.ts';
import type { DraftReading } from './read-draft.ts';
import { repliesToQuestion } from './reply-to-question.ts';
import { saysNewMatter, saysSame } from './small-talk.ts';
import { stakesOf } from './stakes.ts';

/**
 * Adds the draft to an earlier report of the citizen when it must belong there, and closes it. One rule after the other:
 * "việc mới" › an open question of an official › a code in the text › "thêm" in answer to our question › more about an
 * emergency › a place for the report that waits for one › photos or a place right after the only recent report › words or
 * photos that may be about a result just given, which is asked.
 */
export async function belongsToEarlierReport(intake: Intake): Promise<boolean> {
  const { tx, draft, citizen, reading, now } = intake;
  if (draft.content.texts.some(({ text }) => saysNewMatter(text))) return false;
  if (await repliesToQuestion(intake)) return true;
  const named = await reportNamedIn(intake);
  if (named) return addTo(intake, named);
  if (reading.sameMatter) {
    const earlier = await reportJustMade(tx, citizen.id, draft.openedAt);
    if (earlier) return addTo(intake, earlier);
  }
  if (draft.content.asked.length > 0) return false;
  if (reading.what && !reading.place && draft.content.emergencyNumbers) {
    const earlier = await reportJustMade(tx, citizen.id, now);
    return earlier?.emergencyWords ? addTo(intake, earlier) : false;
  }
  if (reading.what) return !reading.place && mayBeAboutResult(intake);
  if (reading.place && reading.photos === 0) return placeOfEarlierReport(intake);
  if (!reading.place && reading.photos > 0) {
    const earlier = await reportJustMade(tx, citizen.id, now);
    return earlier ? addTo(intake, earlier) : mayBeAboutResult(intake);
  }
  return false;
}

/** "Vẫn còn ngập" while a result waits to be confirmed: about that, or something new? It is asked, never guessed. */
async function mayBeAboutResult(intake: Intake): Promise<boolean> {
  const { tx, draft, citizen, now } = intake;
  if (await reportJustMade(tx, citizen.id, draft.openedAt)) return false;
  const waiting = (await stakesOf(tx, citizen.id)).filter(({ report }) => report.state === 'answered');
  if (waiting.length === 0) return false;
  const asked = [{ question: 'result' as const, at: draft.lastEventAt.getTime() }];
  await saveQuestion(tx, draft, { ...draft.content, asked }, now);
  await putMessage(tx, {
    citizenId: citizen.id,
    kind: 'ask',
    text: textsIn(citizen.language).askResultOrNew({ codes: waiting.map(({ code }) => code) }),
    idempotencyKey: `ask:${draft.id}:result`,
    now,
  });
  return true;
}

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

/** The citizen's own open report whose code is in the text. A stranger's code says nothing about what belongs where. */
async function reportNamedIn({ tx, draft, citizen }: Intake): Promise<Report | null> {
  for (const { text } of draft.content.texts) {
    const found = findReportCode(text);
    const report = found.ok ? await openReportByCode(tx, citizen.id, found.code) : null;
    if (report) return report;
  }
  return null;
}

async function placeOfEarlierReport(intake: Intake): Promise<boolean> {
  const { tx, draft, citizen, reading, now } = intake;
  const unsure = reading.place?.pin ? null : await reportWithUnsureWard(tx, citizen.id);
  if (unsure && (await correctDispatched(intake, unsure))) return true;
  const waiting = await reportsWaitingForPlace(tx, citizen.id, now);
  const [only] = waiting;
  if (only && waiting.length === 1) return addTo(intake, only);
  if (waiting.length > 1) {
    const codes = waiting.map(({ code }) => code);
    await saveQuestion(
      tx,
      draft,
      { ...draft.content, asked: [{ question: 'what', at: draft.lastEventAt.getTime() }] },
      now,
    );
    await putMessage(tx, {
      citizenId: citizen.id,
      kind: 'ask',
      text: textsIn(citizen.language).askWhichReport({ codes }),
      idempotencyKey: `ask:${draft.id}:which`,
      now,
    });
    return true;
  }
  const earlier = await reportJustMade(tx, citizen.id, now);
  const isNews = earlier && (reading.place?.pin ? earlier.latitude === null : earlier.placeText === null);
  return isNews ? addTo(intake, earlier) : false;
}

/**
 * A report went out on our guess of the ward and the citizen was asked to object. A ward we had in mind moves it; any other
 * contradicts the pin, so the words are added and the unit that holds the report sees them.
 */
async function correctDispatched(intake: Intake, sent: Report): Promise<boolean> {
  const { tx, draft, citizen, reading, now } = intake;
  const ward = reading.place?.ward;
  if (!ward) return false;
  const meant = wardMeant(ward, sent);
  const { receiveDeps } = intake;
  const deps = { ...receiveDeps, setting: async () => receiveDeps.setting };
  if (!meant || !(await correctWard(tx, sent, meant, now, deps))) return addTo(intake, sent);
  await closeDraft(tx, draft.id, 'discarded', now);
  const [corrected = sent] = await tx.select().from(reports).where(eq(reports.id, sent.id));
  const told = corrected.agencyCode !== sent.agencyCode;
  const added = { photos: 0, place: true, words: false, language: citizen.language, draftId: draft.id, now };
  if (!told) await tellAdded(tx, corrected, added);
  return true;
}

/** Of the wards a name may mean, the one that is possible for this report; null when none or several are. */
function wardMeant(ward: { candidates: string[] }, report: Report): string | null {
  const possible = new Set([report.wardCode, ...report.wardAlternatives]);
  const [meant, ...others] = ward.candidates.filter((code) => possible.has(code));
  return meant && others.length === 0 ? meant : null;
}

async function addTo(intake: Intake, report: Report): Promise<true> {
  const { tx, draft, citizen, reading, now, receiveDeps } = intake;
  const place = reading.place && placeFor(report, reading.place);
  const lines = draft.content.texts.map(({ text }) => text).filter((text) => !saysSame(text) && !isCodeAlone(text));
  const words = (reading.what || place?.contradicts === true) && lines.length > 0;
  const updated = await supplementReport(
    tx,
    report,
    {
      ...(words && { text: [report.text, ...lines].filter(Boolean).join('\n') }),
      ...(place?.where && { where: place.where }),
      ...(place?.address && { address: place.address }),
      ...(reading.photos > 0 && { photosOfDraft: draft.id }),
    },
    now,
    receiveDeps,
  );
  await closeDraft(tx, draft.id, 'discarded', now);
  const added = { photos: reading.photos, place: Boolean(place?.where), words };
  await tellAdded(tx, updated, { ...added, language: citizen.language, draftId: draft.id, now });
  return true;
}

/** What a place given later changes in a report. A ward's name that contradicts its pin changes nothing but is kept as words. */
function placeFor(report: Report, { pin, address, ward }: NonNullable<DraftReading['place']>) {
  const meant = ward && wardMeant(ward, report);
  const contradicts = Boolean(ward && !meant && !pin && !address && report.latitude !== null);
  const named = meant ? { code: meant, certainty: 'named' as const, candidates: [meant] } : ward;
  const known = report.placeText;
  return {
    contradicts,
    where: contradicts ? null : { pin, named },
    address: address && known && !known.includes(address) ? `${known}, ${address}` : address,
  };
}
