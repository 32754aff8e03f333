import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../../../../db/client.ts';
import { citizens, drafts, inboxEvents } from '../../../../db/schema/index.ts';
import { eraseDraftMedia } from '../../media/remove-draft-media.ts';
import { TryAgainIn } from '../../queues/handlers.ts';
import { type NewReport, type ReceiveDeps, receiveReport } from '../../reports/intake/receive-report.ts';
import { giveNotice, noteHandling } from '../../rights/notice.ts';
import type { Citizen } from '../citizens.ts';
import { readWithChoices, worthAPerson } from '../mini-app/read-with-choices.ts';
import { withSenderLock } from '../sender-lock.ts';
import { addStragglers } from './add-stragglers.ts';
import { closeDraft, type Draft } from './drafts.ts';
import { whereOf } from './intake.ts';
import { giveAttachments } from './kept-files.ts';
import { nextStep } from './next-step.ts';
import type { DraftReading } from './read-draft.ts';
import { takeBurst } from './take-burst.ts';
import { takeStep } from './take-step.ts';
import { tellBeside } from './tell-beside.ts';

export interface SettleDeps {
  db: Db;
  now: () => Date;
  receiveDeps: (tx: Tx) => Promise<ReceiveDeps>;
  /** Who is responsible for personal data, as the notice has said. */
  controller?: string | undefined;
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
    const reading = readWithChoices(draft.content);
    const intake = { tx, draft, citizen, reading, now, receiveDeps: await deps.receiveDeps(tx) };
    if (draft.state === 'reported') return addStragglers(intake);
    // What is written in the Mini App is sent there, or goes on here with the next message.
    if (draft.state !== 'open' || draft.content.inMiniApp) return;
    if (await takeBurst(intake)) return;
    const step = nextStep(reading, draft.content);
    // Told before the first report, in the language they turned out to write (domain-hanoi §2.5).
    if (step.step !== 'drop')
      await giveNotice(tx, citizen, { ...intake.receiveDeps, controller: deps.controller, now });
    if (step.step === 'report') return makeReport(tx, draft, citizen, reading, deps);
    await takeStep(intake, step);
  });
}

/** The citizen never answered: what there is goes to a person, or away when it says nothing. */
export async function giveUpWaiting(draftId: number, deps: SettleDeps): Promise<void> {
  await withDraft(draftId, deps, async (tx, draft, citizen) => {
    if (draft.state !== 'open') return;
    const reading = readWithChoices(draft.content);
    if (worthAPerson(reading, draft.content)) return makeReport(tx, draft, citizen, reading, deps);
    await closeDraft(tx, draft.id, 'discarded', deps.now());
    // Of the chat's, late messages may still come; the sweep takes them after a day.
    if (draft.content.inMiniApp) await eraseDraftMedia(tx, draft.id);
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
    channel: draft.content.inMiniApp ? 'miniapp' : 'chat',
    now,
  };
  const report = await receiveReport(tx, input, await deps.receiveDeps(tx));
  await closeDraft(tx, draft.id, 'reported', now);
  if (reading.attachments > 0) await giveAttachments(tx, draft.id, report.id);
  await noteHandling(tx, citizen, { at: now, controller: deps.controller });
  await tellBeside(tx, draft, report, { citizen, reading, now });
}
