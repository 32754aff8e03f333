import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { photos, reports } from '../../../db/schema/index.ts';
import { dateWords } from '../deadlines/due-words.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { matchEcho, putMessage, recordReceipt, releaseHeld } from '../notifications/outbox.ts';
import { enqueue } from '../queues/enqueue.ts';
import { detectEmergency } from '../routing/emergency.ts';
import type { ParsedOaEvent, UserImage, UserMessage } from '../zalo/event-types.ts';
import { answerCommand } from './answer-command.ts';
import { type Citizen, meetCitizen } from './citizens.ts';
import { type ChatCommand, chatCommand } from './commands.ts';
import type { ConversationDeps, EventOutcome } from './deps.ts';
import { draftFor, openDraft, saveDraft } from './drafts.ts';
import { languageOf } from './language-of.ts';
import { makeMove } from './make-move.ts';
import { readMove } from './moves.ts';

/** Applies one event of one citizen, in the transaction that holds the citizen's lock. `inboxId` names it for idempotency. */
export async function applyEvent(
  tx: Tx,
  parsed: ParsedOaEvent,
  inboxId: number,
  deps: ConversationDeps,
): Promise<EventOutcome> {
  const { event, userId } = parsed;
  if (!userId) return `unused:${event.type}`;
  const now = deps.now();
  const base = { oaUserId: userId, userIdByApp: parsed.userIdByApp };
  switch (event.type) {
    case 'follow':
    case 'chatnow': {
      const known = { ...base, interactedAt: parsed.eventTime, ...(event.type === 'follow' && { followed: true }) };
      const citizen = await meetCitizen(tx, known);
      await releaseHeld(tx, citizen.id, now);
      const text = textsIn(citizen.language).welcome();
      // Following and then tapping "Nhắn tin" are two events of one arrival: one welcome a day is enough.
      const idempotencyKey = `welcome:${citizen.id}:${dateWords(now)}`;
      await putMessage(tx, { citizenId: citizen.id, kind: 'welcome', text, idempotencyKey, now });
      return 'welcomed';
    }
    case 'unfollow':
      await meetCitizen(tx, { ...base, interactedAt: null, followed: false });
      return 'unfollowed';
    case 'received':
      await recordReceipt(tx, event.messageId, 'received', parsed.eventTime);
      return 'receipt';
    case 'seen':
      for (const messageId of event.messageIds) await recordReceipt(tx, messageId, 'seen', parsed.eventTime);
      return 'receipt';
    case 'oa_echo': {
      if (event.adminId !== null) return 'unused:official';
      const citizen = await meetCitizen(tx, { ...base, interactedAt: null });
      return `echo-${await matchEcho(tx, { citizenId: citizen.id, messageId: event.messageId, text: event.text, now })}`;
    }
    default:
      return isUserMessage(event) ? applyMessage(tx, event, parsed, inboxId, deps) : `unused:${event.type}`;
  }
}

async function applyMessage(
  tx: Tx,
  message: UserMessage,
  parsed: ParsedOaEvent,
  inboxId: number,
  deps: ConversationDeps,
): Promise<EventOutcome> {
  const now = deps.now();
  const words = wordsOf(message);
  const citizen = await meetCitizen(tx, {
    oaUserId: parsed.userId ?? '',
    userIdByApp: parsed.userIdByApp,
    interactedAt: parsed.eventTime,
    language: languageOf(words) ?? undefined,
  });
  await releaseHeld(tx, citizen.id, now);

  const withPhotos = message.type === 'user_image';
  const said = { words, quotedMessageId: message.quotedMessageId, withPhotos, inboxId };
  const made = mayBeMove(message, words) ? await makeMove(tx, said, citizen, deps) : null;
  if (made && made.rest === null && !withPhotos) return made.outcome;
  const command = message.type === 'user_text' && !made ? chatCommand(words) : null;
  if (command && !(await isReply(tx, command, citizen))) return answerCommand(tx, command, citizen, inboxId, deps);
  if (message.type === 'user_sticker' || message.type === 'user_business_card') return 'unused:sticker';
  return addToDraft(tx, message, made ? (made.rest ?? '') : words, citizen, parsed.eventTime, inboxId, deps);
}

/** A photo says nothing by itself, but "chưa xong" under one does. */
function mayBeMove(message: UserMessage, words: string): boolean {
  if (message.type === 'user_text') return words !== '';
  return message.type === 'user_image' && readMove(words)?.move.type === 'reject';
}

/** A bare code after a question of ours names the report that is meant; without one it asks how that report stands. */
async function isReply(tx: Tx, command: ChatCommand, citizen: Citizen): Promise<boolean> {
  if (command.type !== 'lookUp' || !command.bare) return false;
  const draft = await openDraft(tx, citizen.id);
  return Boolean(draft && draft.content.asked.length > 0);
}

async function addToDraft(
  tx: Tx,
  message: UserMessage,
  words: string,
  citizen: Citizen,
  eventAt: Date,
  inboxId: number,
  deps: ConversationDeps,
): Promise<EventOutcome> {
  const now = deps.now();
  const draft = await draftFor(tx, citizen.id, eventAt, { now, quietMs: deps.quietMs });
  if (!draft) return 'cancelled-straggler';
  const content = structuredClone(draft.content);
  if (words) content.texts.push({ messageId: message.messageId, at: eventAt.getTime(), text: words });
  if (message.type === 'user_location')
    content.pin = newerPin(content.pin, { ...pinOf(message), at: eventAt.getTime() });
  if (message.type === 'user_image') content.photos += await addPhotos(tx, message, draft.id, eventAt, inboxId, now);
  const texts = textsIn(citizen.language);
  const say = (kind: string, text: string, about: number) =>
    putMessage(tx, { citizenId: citizen.id, kind, text, idempotencyKey: `${kind}:${about}`, now });
  if (isUnreadable(message) && !words && !content.unsupportedTold) {
    content.unsupportedTold = true;
    await say('unsupported', texts.unsupported(), inboxId);
  }
  // At once, not when the burst is over: the numbers come before anything else (domain-hanoi §2.4).
  const numbers = words ? detectEmergency(words)?.numbers : undefined;
  if (numbers && !content.emergencyNumbers) {
    content.emergencyNumbers = numbers;
    await say('emergency', texts.emergency({ numbers }), draft.id);
  }
  await saveDraft(tx, draft, content, { eventAt, now, quietMs: deps.quietMs });
  return draft.state === 'open' ? 'drafted' : 'straggler';
}

async function addPhotos(
  tx: Tx,
  message: UserImage,
  draftId: number,
  sentAt: Date,
  inboxEventId: number,
  now: Date,
): Promise<number> {
  const [report] = await tx.select({ id: reports.id }).from(reports).where(eq(reports.draftId, draftId));
  for (const [position, picture] of message.pictures.entries()) {
    const [photo] = await tx
      .insert(photos)
      .values({ inboxEventId, position, draftId, reportId: report?.id ?? null, sourceUrl: picture.url, sentAt })
      .onConflictDoNothing()
      .returning({ id: photos.id });
    if (photo) await enqueue(tx, 'media.fetch', { photoId: photo.id }, { key: `photo-${photo.id}`, runAt: now });
  }
  return message.pictures.length;
}

function isUserMessage(event: ParsedOaEvent['event']): event is UserMessage {
  return event.type.startsWith('user_') && 'messageId' in event;
}

/** The citizen's own words in a message; a link's or video's description counts, it is all we can read of it. */
function wordsOf(message: UserMessage): string {
  switch (message.type) {
    case 'user_text':
    case 'user_unreadable':
    case 'user_file':
    case 'user_location':
      return message.text.trim();
    case 'user_image':
      return message.caption.trim();
    case 'user_link':
      return [message.text, message.description, message.url].map((part) => part.trim()).find(Boolean) ?? '';
    case 'user_video':
      return message.description.trim();
    default:
      return '';
  }
}

function isUnreadable(message: UserMessage): boolean {
  return ['user_audio', 'user_video', 'user_file', 'user_unreadable'].includes(message.type);
}

type Pin = { latitude: number; longitude: number; at: number };

function newerPin(current: Pin | undefined, incoming: Pin): Pin {
  if (!current || current.at === incoming.at)
    return !current || incoming.latitude > current.latitude ? incoming : current;
  return current.at > incoming.at ? current : incoming;
}

function pinOf({ latitude, longitude }: { latitude: number; longitude: number }) {
  return { latitude, longitude };
}
