import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { photos, reports } from '../../../../db/schema/index.ts';
import { keepAttachments } from '../../media/attachments.ts';
import { textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { enqueue } from '../../queues/enqueue.ts';
import { detectEmergency } from '../../routing/emergency.ts';
import type { UserImage, UserMessage } from '../../zalo/event-types.ts';
import type { Citizen } from '../citizens.ts';
import type { ConversationDeps, EventOutcome } from '../deps.ts';
import { draftFor, saveDraft } from './drafts.ts';

/** A message as it goes into a draft. */
export interface Incoming {
  message: UserMessage;
  /** Its words, or what is left of them once a move was done. */
  words: string;
  eventAt: Date;
  inboxId: number;
  /** The emergency numbers were told already, with something else. */
  numbersTold?: boolean;
}

/** Adds a message to what the citizen is telling; the burst is read when it is over. Only danger is answered at once. */
export async function addToDraft(
  tx: Tx,
  citizen: Citizen,
  { message, words, eventAt, inboxId, numbersTold = false }: Incoming,
  deps: Pick<ConversationDeps, 'now' | 'quietMs' | 'publicUrl'>,
): Promise<EventOutcome> {
  const now = deps.now();
  const draft = await draftFor(tx, citizen.id, eventAt, { now, quietMs: deps.quietMs });
  if (!draft) return 'cancelled-straggler';
  const { inMiniApp: _, ...content } = structuredClone(draft.content);
  if (words) content.texts.push({ messageId: message.messageId, at: eventAt.getTime(), text: words });
  if (message.quotedMessageId) content.quoted = [...new Set([...(content.quoted ?? []), message.quotedMessageId])];
  const at = { draftId: draft.id, reportId: await reportOf(tx, draft.id), sentAt: eventAt, inboxEventId: inboxId, now };
  if (message.type === 'user_location') {
    const { latitude, longitude } = message;
    content.pin = newerPin(content.pin, { latitude, longitude, at: eventAt.getTime() });
  }
  if (message.type === 'user_image') content.photos += await addPhotos(tx, message, at);
  const kept = await keepAttachments(tx, message, at);
  if (kept > 0) content.attachments = (content.attachments ?? 0) + kept;

  const texts = textsIn(citizen.language);
  const say = (kind: string, text: string, about: number) =>
    putMessage(tx, { citizenId: citizen.id, kind, text, idempotencyKey: `${kind}:${about}`, now });
  if (message.type === 'user_unreadable' && !words && !content.unsupportedTold) {
    content.unsupportedTold = true;
    await say('unsupported', texts.unsupported(), inboxId);
  }
  // At once, not when the burst is over: the numbers come before anything else (domain-hanoi §2.4).
  const numbers = words ? detectEmergency(words)?.numbers : undefined;
  if (numbers && !content.emergencyNumbers) {
    content.emergencyNumbers = numbers;
    if (!numbersTold) await say('emergency', texts.emergency({ numbers }), draft.id);
  }
  await saveDraft(tx, draft, content, { eventAt, now, quietMs: deps.quietMs });
  return draft.state === 'open' ? 'drafted' : 'straggler';
}

/** The report a draft has become, for what arrives late. */
async function reportOf(tx: Tx, draftId: number): Promise<number | null> {
  const [report] = await tx.select({ id: reports.id }).from(reports).where(eq(reports.draftId, draftId));
  return report?.id ?? null;
}

interface At {
  draftId: number;
  reportId: number | null;
  sentAt: Date;
  inboxEventId: number;
  now: Date;
}

async function addPhotos(tx: Tx, message: UserImage, { now, ...at }: At): Promise<number> {
  for (const [position, picture] of message.pictures.entries()) {
    const [photo] = await tx
      .insert(photos)
      .values({ ...at, position, sourceUrl: picture.url })
      .onConflictDoNothing()
      .returning({ id: photos.id });
    if (photo) await enqueue(tx, 'media.fetch', { photoId: photo.id }, { key: `photo-${photo.id}`, runAt: now });
  }
  return message.pictures.length;
}

type Pin = { latitude: number; longitude: number; at: number };

/** The last pin counts; of two with one time the same one wins in whatever order they arrive. */
function newerPin(current: Pin | undefined, incoming: Pin): Pin {
  if (!current || current.at === incoming.at)
    return !current || incoming.latitude > current.latitude ? incoming : current;
  return current.at > incoming.at ? current : incoming;
}
