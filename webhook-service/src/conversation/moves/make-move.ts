/** Does what a short message asks for, or asks back. Which report is meant is decided by the one table (`belongs/table.ts`). */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { type MessageButton, reports } from '../../../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { buttonsFor, buttonsForCodes } from '../../notifications/message-buttons.ts';
import { type MessageTexts, textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { table } from '../../reports/lifecycle/table.ts';
import { decide } from '../belongs/decide.ts';
import { gatherMove } from '../belongs/gather-move.ts';
import { isRefusedOnce, stillOpen, unrated } from '../belongs/waiting.ts';
import type { Citizen } from '../citizens.ts';
import type { ConversationDeps, EventOutcome } from '../deps.ts';
import { closeDraft, type Draft, openDraft } from '../drafts/drafts.ts';
import { actOn, type Deed, followReport, unfollowReport } from './act.ts';
import { answerCommand } from './answer-command.ts';
import { cannotText, holderOf, isRefusal } from './cannot.ts';
import { ASK_REASON, ASK_WHICH } from './last-asked.ts';
import { moveKey, nameOf, phraseOf } from './move-keys.ts';
import type { Move } from './moves.ts';
import { readSaid, type Said } from './read-said.ts';
import { ownReportOf, type Stake } from './stakes.ts';

export interface Made {
  outcome: EventOutcome;
  /** What is left for the draft: words and photos that belong to the report of this code. */
  rest: string | null;
}

interface Making {
  tx: Tx;
  said: Said;
  citizen: Citizen;
  texts: MessageTexts;
  draft: Draft | undefined;
  /** The code that was typed with it. */
  named: string | null;
  now: Date;
  deps: ConversationDeps;
}

/** @returns what became of the message; null when it is no move, so that it is read as words. */
export async function makeMove(tx: Tx, said: Said, citizen: Citizen, deps: ConversationDeps): Promise<Made | null> {
  const now = deps.now();
  const chat = await readSaid(tx, said, citizen.id, now);
  if (!chat) return null;
  const { move } = chat;
  const draft = await openDraft(tx, citizen.id);
  const making = { tx, said, citizen, texts: textsIn(citizen.language), draft, named: chat.code, now, deps };
  const { facts, stakes, all } = await gatherMove(tx, chat, said, { citizenId: citizen.id, draft, now });
  if (move.type === 'askStatus') return lookUp(making, chat.code ?? facts.quoted[0]?.code ?? null);
  const { decision } = decide(facts);
  const stakeOf = (code: string) => stakes.get(code) ?? 'unknown';
  switch (decision.to) {
    // The reply to an official, or part of what is being written: the burst goes through the same table once it is over.
    case 'question':
    case 'draft':
      return null;
    case 'report':
    case 'explain':
      return moveBy(making, move, decision.code, stakeOf(decision.code));
    case 'follow':
      return followOrNot(making, move, decision.code);
    case 'ask':
      return askWhich(making, move, decision.codes);
    case 'nothing':
      return nothingWaits(making, move, stillOpen(all));
  }
}

/** Does it, or says why not: the report is clear. */
async function moveBy(making: Making, move: Move, code: string, stake: Stake | 'unknown' | 'stranger'): Promise<Made> {
  const { texts } = making;
  if (code === 'unreadable') return say(making, 'status', texts.statusUnreadable(), null);
  if (stake === 'unknown') return say(making, 'status', texts.statusUnknown({ code }), null);
  const reads = move.type === 'object' && move.ifRefused;
  if (reads && (stake === 'stranger' || !isRefusedOnce(stake))) return lookUp(making, code);
  if (stake === 'stranger') return say(making, 'cannot', texts.notYours({ code }), null);
  if (move.type === 'unfollow')
    return say(making, 'cannot', texts.cannot({ code, why: 'other', agency: null, dueAt: null }), null);
  return act(making, move, stake);
}

async function askWhich(making: Making, move: Move, codes: readonly string[]): Promise<Made> {
  const { texts, citizen } = making;
  const phrase = phraseOf(move, citizen.language);
  const buttons = buttonsForCodes(codes, phrase);
  return say(making, `${ASK_WHICH}${moveKey(move)}`, texts.askWhichMove({ codes, say: phrase }), null, buttons);
}

async function nothingWaits(making: Making, move: Move, open: readonly Stake[]): Promise<Made | null> {
  const { texts, citizen, draft } = making;
  // Words that are part of what is being written, or of a sentence about something else.
  if (move.type === 'object' || move.type === 'unfollow') return null;
  if (draft && move.type !== 'withdraw') return null;
  const [only] = open;
  const asksForResult = move.type === 'confirm' || move.type === 'reject' || move.type === 'rate';
  if (asksForResult && only && open.length === 1)
    return say(making, 'cannot', cannotText('no_answer_yet', only, citizen.language), only);
  return say(making, 'cannot', texts.nothingToMove({ move: nameOf(move) }), null);
}

async function act(making: Making, move: Move, stake: Stake): Promise<Made> {
  const { tx, citizen, texts, named, now, deps } = making;
  const follows = stake.actor.role === 'follower';
  if (move.type === 'confirm' && follows && 'to' in table.confirm.moves[stake.report.state])
    return say(making, 'follower_done', texts.followerDone({ code: stake.code }), stake);
  if ((move.type === 'withdraw' || move.type === 'object') && !ownReportOf(stake))
    return say(making, 'cannot', texts.notYours({ code: stake.code }), null);
  const asksReason = move.type === 'rate' && move.level === 'unsatisfied' && move.reasons.length === 0;
  if (asksReason && 'to' in table.rate.moves[stake.report.state]) {
    if ((await unrated(tx, [stake])).length === 0)
      return say(making, 'cannot', cannotText('rated_already', stake, citizen.language), stake);
    return say(making, ASK_REASON, texts.askUnsatisfiedReason({ code: stake.code }), stake);
  }
  try {
    await actOn(tx, stake, deedOf(move, named === stake.code ? null : named), now, deps);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return say(making, 'cannot', cannotText(error.code, stake, citizen.language), stake);
  }
  return { outcome: `moved:${moveKey(move)}`, rest: await afterwards(making, move, stake) };
}

/** Words that wait in the draft for an answer to "the result, or something new?" belong to the report now. */
async function afterwards({ tx, said, draft, now }: Making, move: Move, stake: Stake): Promise<string | null> {
  const asked = draft?.content.asked.some(({ question }) => question === 'result') ?? false;
  if (move.type !== 'reject') {
    if (draft && asked) await closeDraft(tx, draft.id, 'discarded', now);
    return null;
  }
  // Somebody else's report takes no words of a follower.
  if (stake.actor.role === 'follower') return null;
  if (move.words) return `${stake.code} ${move.words}`;
  return asked || said.withPhotos ? stake.code : null;
}

async function followOrNot(making: Making, move: Move, code: string): Promise<Made> {
  const { tx, citizen, texts, now } = making;
  const [report] = await tx.select().from(reports).where(eq(reports.code, code));
  if (!report) return say(making, 'status', texts.statusUnknown({ code }), null);
  if (move.type === 'unfollow') {
    await unfollowReport(tx, citizen.id, report);
    return say(making, 'followed', texts.unfollowed({ code }), null);
  }
  try {
    const followed = await followReport(tx, citizen.id, report, now);
    return say(making, 'followed', texts.followed({ code, ...holderOf(followed, citizen.language) }), null);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return say(making, 'cannot', texts.cannotFollow({ code }), null);
  }
}

async function lookUp(making: Making, code: string): Promise<Made>;
async function lookUp(making: Making, code: string | null): Promise<Made | null>;
async function lookUp({ tx, said, citizen, draft, deps }: Making, code: string | null): Promise<Made | null> {
  if (!code && draft) return null;
  const command =
    code === 'unreadable'
      ? ({ type: 'lookUpUnreadable' } as const)
      : code
        ? ({ type: 'lookUp', code, bare: false } as const)
        : ({ type: 'lookUpLatest' } as const);
  return { outcome: await answerCommand(tx, command, citizen, said.inboxId, deps), rest: null };
}

/** @param otherCode typed with it: of somebody else's report, if it means one */
function deedOf(move: Move, otherCode: string | null): Deed {
  switch (move.type) {
    case 'join':
      return { type: 'join', mainCode: otherCode };
    case 'rate':
      return { type: 'rate', level: move.level, reasons: move.reasons };
    case 'confirm':
    case 'reject':
    case 'withdraw':
    case 'object':
      return { type: move.type };
    case 'unfollow':
    case 'askStatus':
      throw new Error(`no deed: ${move.type}`);
  }
}

/** Answers in the chat; `about`: the report of the answer, as the citizen knows it. */
async function say(
  { tx, said, citizen, now }: Making,
  kind: string,
  text: string,
  about: Stake | null,
  choices?: readonly MessageButton[],
): Promise<Made> {
  const reportId = about && (about.through ?? about.report).id;
  const buttons = choices ?? (about ? buttonsFor(kind, { code: about.code, language: citizen.language }) : []);
  await putMessage(tx, {
    citizenId: citizen.id,
    ...(reportId && { reportId }),
    kind,
    text,
    ...(buttons.length > 0 && { extras: { buttons: [...buttons] } }),
    idempotencyKey: `${kind}:${said.inboxId}`,
    now,
  });
  return { outcome: `answered:${kind.split(':', 1)[0]}`, rest: null };
}
