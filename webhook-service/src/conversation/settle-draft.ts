import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { citizens, drafts, inboxEvents, reports } from '../../../db/schema/index.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { putMessage } from '../notifications/outbox.ts';
import { TryAgainIn } from '../queues/handlers.ts';
import { correctWard, reportWithUnsureWard } from '../reports/correct-ward.ts';
import { type NewReport, type ReceiveDeps, receiveReport } from '../reports/receive-report.ts';
import { reportJustMade, reportWaitingForPlace, supplementReport, tellAdded } from '../reports/supplement-report.ts';
import type { Citizen } from './citizens.ts';
import { isThanks } from './commands.ts';
import { closeDraft, type Draft, saveQuestion } from './drafts.ts';
import { nextStep } from './next-step.ts';
import { type DraftReading, readDraft } from './read-draft.ts';
import { withSenderLock } from './sender-lock.ts';

export interface SettleDeps {
  db: Db;
  now: () => Date;
  receiveDeps: (tx: Tx) => Promise<ReceiveDeps>;
}

/**
 * The burst is over: makes a report of the draft, asks for what is missing, or adds to a report made before.
 * Holds the sender's lock until after the commit, so that no message slips between reading the draft and closing it.
 */
export async function settleDraft(draftId: number, deps: SettleDeps): Promise<void> {
  await withDraft(draftId, deps, async (tx, draft, citizen) => {
    const now = deps.now();
    const wait = draft.quietUntil.getTime() - now.getTime();
    if (wait > 0) throw new TryAgainIn(wait);
    // Stored but not applied yet: they belong to this burst.
    if (await hasWaitingEvents(tx, citizen.oaUserId)) throw new TryAgainIn(100);
    const reading = readDraft(draft.content);
    if (draft.state === 'reported') return addStragglers(tx, draft, reading, deps);
    if (draft.state !== 'open') return;
    if (await belongsToEarlierReport(tx, draft, citizen, reading, deps)) return;
    await takeStep(tx, draft, citizen, reading, deps);
  });
}

/** The citizen never answered: what there is goes to a person, or away when it says nothing. */
export async function giveUpWaiting(draftId: number, deps: SettleDeps): Promise<void> {
  await withDraft(draftId, deps, async (tx, draft, citizen) => {
    if (draft.state !== 'open') return;
    const reading = readDraft(draft.content);
    if (reading.what || reading.photos > 0) await makeReport(tx, draft, citizen, reading, deps);
    else await closeDraft(tx, draft.id, 'discarded', deps.now());
  });
}

async function withDraft(
  draftId: number,
  deps: SettleDeps,
  work: (tx: Tx, draft: Draft, citizen: Citizen) => Promise<void>,
): Promise<void> {
  const [owner] = await deps.db
    .select({ oaUserId: citizens.oaUserId })
    .from(drafts)
    .innerJoin(citizens, eq(citizens.id, drafts.citizenId))
    .where(eq(drafts.id, draftId));
  if (!owner) return;
  await withSenderLock(deps.db, owner.oaUserId, async (tx) => {
    const [row] = await tx
      .select({ draft: drafts, citizen: citizens })
      .from(drafts)
      .innerJoin(citizens, eq(citizens.id, drafts.citizenId))
      .where(eq(drafts.id, draftId));
    if (row) await work(tx, row.draft, row.citizen);
  });
}

async function hasWaitingEvents(tx: Tx, oaUserId: string): Promise<boolean> {
  const waiting = await tx
    .select({ id: inboxEvents.id })
    .from(inboxEvents)
    .where(and(eq(inboxEvents.zaloUserId, oaUserId), isNull(inboxEvents.finishedAt), isNull(inboxEvents.failedAt)))
    .limit(1);
  return waiting.length > 0;
}

async function takeStep(
  tx: Tx,
  draft: Draft,
  citizen: Citizen,
  reading: DraftReading,
  deps: SettleDeps,
): Promise<void> {
  const now = deps.now();
  const texts = textsIn(citizen.language);
  const step = nextStep(reading, draft.content);
  switch (step.step) {
    case 'report':
      return makeReport(tx, draft, citizen, reading, deps);
    case 'ask': {
      const asked = [...draft.content.asked, { question: step.question, at: draft.lastEventAt.getTime() }];
      await saveQuestion(tx, draft, { ...draft.content, asked }, now);
      const text =
        step.question === 'place'
          ? texts.askPlace()
          : step.question === 'what'
            ? texts.askWhat()
            : texts.askBoth({ photos: reading.photos });
      const idempotencyKey = `ask:${draft.id}:${step.question}`;
      return putMessage(tx, { citizenId: citizen.id, kind: 'ask', text, idempotencyKey, now });
    }
    case 'greet': {
      await closeDraft(tx, draft.id, 'discarded', now);
      if (draft.content.texts.every((entry) => isThanks(entry.text))) return;
      return putMessage(tx, {
        citizenId: citizen.id,
        kind: 'welcome',
        text: texts.welcome(),
        idempotencyKey: `greet:${draft.id}`,
        now,
      });
    }
    case 'drop':
      return closeDraft(tx, draft.id, 'discarded', now);
    case 'wait':
      return;
  }
}

async function makeReport(
  tx: Tx,
  draft: Draft,
  citizen: Citizen,
  reading: DraftReading,
  deps: SettleDeps,
): Promise<void> {
  const now = deps.now();
  const input: NewReport = {
    citizen,
    draftId: draft.id,
    text: reading.text,
    address: reading.place?.address ?? null,
    where: whereOf(reading),
    now,
  };
  await receiveReport(tx, input, await deps.receiveDeps(tx));
  await closeDraft(tx, draft.id, 'reported', now);
}

/** Messages sent within the burst but delivered after it: the report gets them without further ado. */
async function addStragglers(tx: Tx, draft: Draft, reading: DraftReading, deps: SettleDeps): Promise<void> {
  const [report] = await tx.select().from(reports).where(eq(reports.draftId, draft.id)).for('update');
  if (!report) return;
  const moreWords = reading.text.length > report.text.length;
  const pinNews = reading.place?.pin && report.latitude === null;
  const { knowledge } = await deps.receiveDeps(tx);
  const supplement = {
    ...(moreWords && { text: reading.text }),
    ...((pinNews || moreWords) && reading.place && { where: whereOf(reading), address: reading.place.address }),
    photosOfDraft: draft.id,
  };
  await supplementReport(tx, report, supplement, deps.now(), knowledge);
}

/** Only a place, or only photos: they may belong to a report made before. Which one must be beyond doubt. */
async function belongsToEarlierReport(
  tx: Tx,
  draft: Draft,
  citizen: Citizen,
  reading: DraftReading,
  deps: SettleDeps,
): Promise<boolean> {
  const now = deps.now();
  if (reading.what || draft.content.asked.length > 0) return false;
  const onlyPhotos = reading.photos > 0 && !reading.place;
  const onlyPlace = reading.place !== null && reading.photos === 0;
  if (!onlyPhotos && !onlyPlace) return false;
  const named = reading.place?.ward?.code;
  if (onlyPlace && named && !reading.place?.pin) {
    const sent = await reportWithUnsureWard(tx, citizen.id);
    if (sent && (await correctWard(tx, sent, named, now))) {
      await closeDraft(tx, draft.id, 'discarded', now);
      const [corrected = sent] = await tx.select().from(reports).where(eq(reports.id, sent.id));
      const added = { photos: 0, place: true, words: false, language: citizen.language, draftId: draft.id, now };
      if (corrected.agencyCode === sent.agencyCode) await tellAdded(tx, corrected, added);
      return true;
    }
  }
  const report = onlyPlace ? await reportWaitingForPlace(tx, citizen.id) : await reportJustMade(tx, citizen.id, now);
  if (!report) return false;
  const { knowledge } = await deps.receiveDeps(tx);
  const supplement = onlyPlace
    ? { where: whereOf(reading), address: reading.place?.address ?? null }
    : { photosOfDraft: draft.id };
  const updated = await supplementReport(tx, report, supplement, now, knowledge);
  await closeDraft(tx, draft.id, 'discarded', now);
  const { language } = citizen;
  await tellAdded(tx, updated, {
    photos: onlyPhotos ? reading.photos : 0,
    place: onlyPlace,
    words: false,
    language,
    draftId: draft.id,
    now,
  });
  return true;
}

function whereOf(reading: DraftReading): NewReport['where'] {
  return { pin: reading.place?.pin ?? null, named: reading.place?.ward ?? null };
}
