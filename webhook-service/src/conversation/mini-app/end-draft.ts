import type { Db, Tx } from '../../../../db/client.ts';
import { AppError } from '../../errors.ts';
import { eraseDraftMedia, removeErased } from '../../media/remove-draft-media.ts';
import type { MediaStore } from '../../media/store.ts';
import { type ReceiveDeps, receiveReport } from '../../reports/intake/receive-report.ts';
import { publishConsentNeeded } from '../../reports/publication/choose.ts';
import { consentsToPublish } from '../../reports/publication/read-facts.ts';
import type { Report } from '../../reports/report.ts';
import { giveNotice, noteHandling } from '../../rights/notice.ts';
import type { Citizen } from '../citizens.ts';
import { closeDraft, openDraft } from '../drafts/drafts.ts';
import { whereOf } from '../drafts/intake.ts';
import { duplicatesOfDraft } from './draft-duplicates.ts';
import { joinReport, offeredAs } from './join-report.ts';
import { holdingDraft, ownDraft } from './own-draft.ts';
import { type Missing, missingFrom, readWithChoices } from './read-with-choices.ts';

export interface SubmitDeps extends ReceiveDeps {
  /** Who answers for the data, by name. */
  controller?: string | undefined;
}

/** What the citizen chooses on the last page, for this report only. */
export interface SubmitChoices {
  /** The draft that is meant: another may have been begun in the chat in the moment before. */
  id?: number | undefined;
  publish?: boolean | undefined;
  hideMyName?: boolean | undefined;
  /** Code of a report of somebody else it is the same as. */
  joins?: string | undefined;
}

const asks: Record<Missing, string> = {
  what: 'hãy cho biết chuyện gì đang xảy ra',
  place: 'hãy chọn vị trí trên bản đồ hoặc ghi địa chỉ',
};

/**
 * Makes a report of the citizen's draft, in the transaction that holds it. The acknowledgement goes to the chat as usual.
 * @throws AppError 404 `draft_not_found`, 409 `draft_closed`, 422 `draft_incomplete` with `missing` or `not_offered`, 409 `publish_consent_needed`
 */
export async function submitDraft(
  tx: Tx,
  citizen: Citizen,
  choices: SubmitChoices,
  now: Date,
  deps: SubmitDeps,
): Promise<Report> {
  const draft = await ownDraft(tx, citizen, choices.id);
  const reading = readWithChoices(draft.content);
  const missing = missingFrom(reading, draft.content);
  if (missing.length > 0) {
    const detail = `Để gửi được phản ánh, ${missing.map((what) => asks[what]).join(' và ')}.`;
    throw new AppError({ code: 'draft_incomplete', status: 422, detail, extensions: { missing } });
  }
  const { publish, hideMyName, joins } = choices;
  if (publish && !(await consentsToPublish(tx, citizen.id))) throw publishConsentNeeded();
  const { knowledge } = deps;
  const joined =
    joins === undefined ? null : offeredAs(joins, await duplicatesOfDraft(tx, { citizen, draft, now, knowledge }));
  // Who has only used the Mini App so far is told in the chat, before the acknowledgement is.
  await giveNotice(tx, citizen, { publicUrl: deps.publicUrl, controller: deps.controller, now });
  const report = await receiveReport(
    tx,
    {
      citizen,
      draftId: draft.id,
      text: reading.text,
      address: reading.place?.address ?? null,
      where: whereOf(reading),
      channel: 'miniapp',
      publish,
      hideMyName,
      now,
    },
    deps,
  );
  await closeDraft(tx, draft.id, 'reported', now);
  await noteHandling(tx, citizen, { at: now, controller: deps.controller, source: 'miniapp' });
  if (!joined) return report;
  return joinReport(tx, report, joined, now, { setting: async () => deps.setting, publicUrl: deps.publicUrl });
}

/** Throws the citizen's draft away, and everything that was sent with it. Nothing open is no fault: it may be repeated. */
export async function cancelDraft(
  citizen: Citizen,
  { db, media, now }: { db: Db; media: MediaStore; now: () => Date },
): Promise<void> {
  await holdingDraft(db, citizen, async (tx) => {
    const draft = await openDraft(tx, citizen.id);
    if (!draft) return;
    await closeDraft(tx, draft.id, 'cancelled', now());
    await eraseDraftMedia(tx, draft.id);
  });
  await removeErased(db, media);
}
