import type { Tx } from '../../../db/client.ts';
import { dateWords } from '../deadlines/due-words.ts';
import { releaseHeld } from '../notifications/digest/release-held.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { putMessage } from '../notifications/outbox.ts';
import { takeChatRequest } from '../rights/chat-requests.ts';
import type { ParsedOaEvent, UserMessage } from '../zalo/event-types.ts';
import { type Citizen, meetCitizen } from './citizens.ts';
import { linkChat } from './console/link-codes.ts';
import type { ConversationDeps, EventOutcome } from './deps.ts';
import { addToDraft } from './drafts/add-to-draft.ts';
import { openDraft } from './drafts/drafts.ts';
import { answerCommand } from './moves/answer-command.ts';
import { type ChatCommand, chatCommand } from './moves/commands.ts';
import { makeMove } from './moves/make-move.ts';
import { readMove } from './moves/moves.ts';
import { languageOf } from './words/language-of.ts';
import { treatmentOf, wordsOf } from './words/message-kinds.ts';

/**
 * One message of a citizen. What is neither for officials ("Liên kết …") nor about their own data, neither a move nor a command,
 * is part of what they are telling, and read when the burst is over.
 */
export async function applyMessage(
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

  const treatment = treatmentOf(message);
  if (treatment === 'nothing') return 'sticker';
  if (treatment === 'card') return declineCard(tx, citizen, now);
  if (message.type === 'user_text') {
    const linked = await linkChat(tx, { citizen, words, now });
    if (linked) return `staff-chat:${linked}`;
    if (await takeChatRequest(tx, { citizen, words, inboxId, now }, deps)) return 'privacy-request';
  }
  const withPhotos = message.type === 'user_image';
  const said = { words, quotedMessageId: message.quotedMessageId, withPhotos, inboxId };
  const made = mayBeMove(message, words) ? await makeMove(tx, said, citizen, deps) : null;
  if (made && made.rest === null && !withPhotos) return made.outcome;
  const command = message.type === 'user_text' && !made ? chatCommand(words) : null;
  if (command && !(await isReply(tx, command, citizen))) return answerCommand(tx, command, citizen, inboxId, deps);
  const left = made ? (made.rest ?? '') : words;
  return addToDraft(tx, citizen, { message, words: left, eventAt: parsed.eventTime, inboxId }, deps);
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

/** Said kindly, once a day however many cards come. */
async function declineCard(tx: Tx, citizen: Citizen, now: Date): Promise<EventOutcome> {
  await putMessage(tx, {
    citizenId: citizen.id,
    kind: 'card_not_needed',
    text: textsIn(citizen.language).cardNotNeeded(),
    idempotencyKey: `card_not_needed:${citizen.id}:${dateWords(now)}`,
    now,
  });
  return 'card:not-kept';
}
