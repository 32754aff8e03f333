import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import type { DraftQuestion } from '../../../db/schema/draft-content.ts';
import { citizens, drafts, inboxEvents } from '../../../db/schema/index.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { putMessage } from '../notifications/outbox.ts';
import { TryAgainIn } from '../queues/handlers.ts';
import { type NewReport, type ReceiveDeps, receiveReport } from '../reports/intake/receive-report.ts';
import { reportJustMade } from '../reports/intake/supplement-report.ts';
import type { Citizen } from './citizens.ts';
import { closeDraft, type Draft, saveQuestion } from './drafts.ts';
import { addStragglers, belongsToEarlierReport } from './earlier-report.ts';
import { whereOf } from './intake.ts';
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
    const intake = { tx, draft, citizen, reading, now, receiveDeps: await deps.receiveDeps(tx) };
    if (draft.state === 'reported') return addStragglers(intake);
    if (draft.state !== 'open') return;
    if (await belongsToEarlierReport(intake)) return;
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
      const text = await questionText(tx, step.question, draft, citizen, reading);
      const idempotencyKey = `ask:${draft.id}:${step.question}`;
      return putMessage(tx, { citizenId: citizen.id, kind: 'ask', text, idempotencyKey, now });
    }
    case 'greet': {
      await closeDraft(tx, draft.id, 'discarded', now);
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

async function questionText(
  tx: Tx,
  question: DraftQuestion,
  draft: Draft,
  citizen: Citizen,
  reading: DraftReading,
): Promise<string> {
  const texts = textsIn(citizen.language);
  if (question === 'what') return texts.askWhat();
  if (question === 'both') return texts.askBoth({ photos: reading.photos });
  const earlier = await reportJustMade(tx, citizen.id, draft.openedAt);
  return earlier ? texts.askPlaceOrSame({ code: earlier.code }) : texts.askPlace();
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
