import { eq } from 'drizzle-orm';
import { reports } from '../../../../db/schema/index.ts';
import { correctWard } from '../../reports/intake/correct-ward.ts';
import { supplementReport, tellAdded } from '../../reports/intake/supplement-report.ts';
import type { Report } from '../../reports/report.ts';
import { isCodeAlone } from '../moves/commands.ts';
import { saysSame, withoutCode } from '../words/small-talk.ts';
import { closeDraft } from './drafts.ts';
import type { Intake } from './intake.ts';
import { giveAttachments } from './kept-files.ts';
import type { DraftReading } from './read-draft.ts';

/**
 * A report went out on our guess of the ward and the citizen was asked to object. A ward we had in mind moves it; any other
 * contradicts the pin, so the words are added and the unit that holds the report sees them.
 */
export async function correctDispatched(intake: Intake, sent: Report): Promise<boolean> {
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

/** Adds what the burst says to an earlier report of theirs, tells them so, and closes the draft. */
export async function addTo(intake: Intake, report: Report): Promise<true> {
  const { tx, draft, citizen, reading, now, receiveDeps } = intake;
  const place = reading.place && placeFor(report, reading.place);
  const lines = draft.content.texts.map(({ text }) => text).filter(addsWords);
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
  if (reading.attachments > 0) await giveAttachments(tx, draft.id, report.id);
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

/** "Thêm vào HN-…" and a bare code say where something belongs, and nothing more. */
function addsWords(text: string): boolean {
  return !isCodeAlone(text) && !saysSame(text) && !saysSame(withoutCode(text));
}
