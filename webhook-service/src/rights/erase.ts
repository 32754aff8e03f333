import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { citizens, outboxMessages, privacyRequests } from '../../../db/schema/index.ts';
import { withSenderLock } from '../conversation/sender-lock.ts';
import type { MediaStore } from '../media/store.ts';
import { putMessage } from '../notifications/outbox.ts';
import { TryAgainIn } from '../queues/handlers.ts';
import type { PerformDeps } from '../reports/perform/perform.ts';
import { withdrawEverything } from './consents.ts';
import { eraseMedia, hasMedia, removeLateFiles } from './erase-media.ts';
import { eraseReport, reportsToErase } from './erase-report.ts';
import { forgetStragglers, lookAgain, traceOf } from './erase-stragglers.ts';
import { countTraces, cutTies, emptyChat, emptyDrafts, forgetIdentity } from './erase-traces.ts';
import type { PrivacyRequest } from './open-request.ts';
import { rightsTextsIn } from './rights-texts.ts';

export interface EraseDeps extends PerformDeps {
  db: Db;
  store: MediaStore;
  now: () => Date;
  /** Takes back what Zalo keeps of them on our behalf: the tags on their chat. May fail, and be repeated. */
  leaveChat: (citizen: { id: number; oaUserId: string }) => Promise<void>;
}

type Citizen = typeof citizens.$inferSelect;

/** How long the last message may take to leave before the erasure goes on without it. */
const FAREWELL_WITHIN_MS = 10 * 60_000;
const LOOK_AGAIN_MS = 1_000;
/** How long Zalo may be out of reach before tags of nobody's chat are left there. */
const TAGS_WITHIN_MS = 3_600_000;
const TAGS_AGAIN_MS = 30_000;

/**
 * Erases a person: their last message first, then drafts, reports, media, chat, and the identity last of all, so that every
 * step can be repeated by whoever comes after a kill. What is left is a tombstone (docs/decisions/0016). Done once: a
 * request whose person is erased already is only noted as done.
 * @throws TryAgainIn while the last message is on its way, or somebody else works on this person's messages
 */
export async function eraseCitizen(request: PrivacyRequest, deps: EraseDeps): Promise<void> {
  const { db, store, now } = deps;
  const [citizen] = await db.select().from(citizens).where(eq(citizens.id, request.citizenId));
  if (!citizen) throw new Error('a request without its citizen');
  if (request.state === 'done') {
    await removeLateFiles(db, store, citizen.id);
    return db.transaction((tx) => forgetStragglers(tx, request, now()));
  }
  if (citizen.erasedAt) return db.transaction((tx) => noteDone(tx, request, now(), {}));
  if (!isByZalo(request)) await sayFarewell(request, citizen, deps);

  // From here on nothing new becomes a report; what is one is found below.
  await withSenderLock(db, citizen.oaUserId, (tx) => emptyDrafts(tx, citizen.id, now()));
  for (const id of await reportsToErase(db, citizen.id)) {
    await db.transaction((tx) => eraseReport(tx, id, now(), deps));
  }
  const files = await eraseMedia(db, store, citizen.id);
  await leaveChatAtZalo(request, citizen, deps);
  await withSenderLock(db, citizen.oaUserId, (tx) => forget(tx, request, citizen, { files, now: now() }));
}

/** As long as we know whose chat it is. An erasure does not wait for Zalo for ever. */
async function leaveChatAtZalo(
  request: PrivacyRequest,
  citizen: Citizen,
  { leaveChat, now }: EraseDeps,
): Promise<void> {
  try {
    await leaveChat(citizen);
  } catch {
    if (now().getTime() - request.receivedAt.getTime() < TAGS_WITHIN_MS) throw new TryAgainIn(TAGS_AGAIN_MS);
  }
}

/** Zalo took the person's word for us: they want to hear nothing more (§1.7, §7.5). */
function isByZalo({ source }: PrivacyRequest): boolean {
  return source === 'user_withdraw' || source === 'miniapp_revoke';
}

/** Tells the person, while we still know who they are, and waits until Zalo has it or cannot have it. */
async function sayFarewell(request: PrivacyRequest, citizen: Citizen, { db, now }: EraseDeps): Promise<void> {
  const key = `erasing:${request.id}`;
  const answered = await db.transaction(async (tx) => {
    const at = now();
    const [first] = await tx
      .update(privacyRequests)
      .set({ state: 'answered', answeredAt: at })
      .where(and(eq(privacyRequests.id, request.id), eq(privacyRequests.state, 'received')))
      .returning({ id: privacyRequests.id });
    const text = rightsTextsIn(citizen.language).erasing();
    // Not after the first time: "refused" by the erasure itself would be written anew.
    if (first) await putMessage(tx, { citizenId: citizen.id, kind: 'rights', text, idempotencyKey: key, now: at });
    return first ? at : (request.answeredAt ?? at);
  });
  const [message] = await db
    .select({ state: outboxMessages.state })
    .from(outboxMessages)
    .where(eq(outboxMessages.idempotencyKey, key));
  const isOnItsWay = message && ['queued', 'sending', 'unsure'].includes(message.state);
  if (isOnItsWay && now().getTime() - answered.getTime() < FAREWELL_WITHIN_MS) throw new TryAgainIn(LOOK_AGAIN_MS);
}

/** The rest in one transaction under the lock of their chat, so that no message of theirs is applied in the middle of it. */
async function forget(
  tx: Tx,
  request: PrivacyRequest,
  citizen: Citizen,
  { files, now }: { files: number; now: Date },
): Promise<void> {
  const [current] = await tx.select().from(citizens).where(eq(citizens.id, citizen.id)).for('update');
  // They have another name, or are another row, since their first message in the chat: the request goes with them.
  if (!current?.oaUserId.startsWith('erased:') && current?.oaUserId !== citizen.oaUserId) throw new TryAgainIn(1);
  // Another replica has been quicker.
  if (current?.erasedAt) return noteDone(tx, request, now, {});
  // Something became a report in the meantime, or came with a picture.
  const isMore = (await reportsToErase(tx, citizen.id)).length > 0 || (await hasMedia(tx, citizen.id));
  if (isMore) throw new TryAgainIn(1);
  const counts = await countTraces(tx, citizen.id);
  const trace = await traceOf(tx, citizen.oaUserId);
  await emptyDrafts(tx, citizen.id, now);
  await emptyChat(tx, citizen, request.receivedAt, now);
  await cutTies(tx, citizen);
  await withdrawEverything(tx, citizen, now);
  await forgetIdentity(tx, citizen, now);
  await noteDone(tx, request, now, { ...counts, files, trace });
  // Nothing is left that another request of theirs could be about.
  await tx
    .update(privacyRequests)
    .set({ state: 'done', doneAt: now, decidedBy: 'system', outcome: { erased: true } })
    .where(
      and(
        eq(privacyRequests.citizenId, citizen.id),
        ne(privacyRequests.id, request.id),
        inArray(privacyRequests.state, ['received', 'answered']),
      ),
    );
  await lookAgain(tx, request, 0, now);
}

async function noteDone(tx: Tx, { id }: PrivacyRequest, now: Date, outcome: Record<string, unknown>): Promise<void> {
  await tx
    .update(privacyRequests)
    .set({ state: 'done', doneAt: now, decidedBy: 'system', outcome })
    .where(and(eq(privacyRequests.id, id), inArray(privacyRequests.state, ['received', 'answered'])));
}
