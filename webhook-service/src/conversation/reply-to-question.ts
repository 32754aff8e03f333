/** What a citizen writes while an official waits for their answer: a reply, with its words, photos and place (DESIGN §8). */
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { reports } from '../../../db/schema/index.ts';
import { dueWords } from '../deadlines/due-words.ts';
import { textsIn } from '../notifications/message-texts.ts';
import { putMessage } from '../notifications/outbox.ts';
import { supplementReport } from '../reports/intake/supplement-report.ts';
import type { Report } from '../reports/report.ts';
import { findReportCode } from '../reports/report-code.ts';
import { actOn } from './act.ts';
import { holderOf } from './cannot.ts';
import { chatCommand, isCodeAlone } from './commands.ts';
import { closeDraft, saveQuestion } from './drafts.ts';
import { type Intake, whereOf } from './intake.ts';
import { type OpenQuestion, openQuestionsTo } from './open-question.ts';
import { isAcknowledgement, isGreetingOrThanks, needsNoAnswer } from './small-talk.ts';
import { stakeByCode } from './stakes.ts';

/**
 * Takes the draft as the reply to an open question and closes it. A code says which question is meant; without one the only
 * open question is, unless the draft was begun before it was put: then it is a conversation of its own.
 * @returns false when it is no reply.
 */
export async function repliesToQuestion(intake: Intake): Promise<boolean> {
  const { tx, draft, citizen } = intake;
  const open = await openQuestionsTo(tx, citizen.id);
  if (open.length === 0) return false;
  const codes = draft.content.texts.flatMap(({ text }) => codeIn(text) ?? []);
  const named = open.find(({ report }) => codes.includes(report.code));
  if (named) return reply(intake, named);
  // Another report of their own: it is about that one, and none of these questions. A neighbour's code is only mentioned.
  if (await hasSent(tx, citizen.id, codes)) return false;
  const later = open.filter(({ askedAt }) => askedAt <= draft.openedAt);
  const [only] = later;
  if (!only) return false;
  return later.length === 1 ? reply(intake, only) : askWhich(intake, later);
}

async function reply(intake: Intake, question: OpenQuestion): Promise<true> {
  const { tx, draft, citizen, reading, now, receiveDeps } = intake;
  const lines = draft.content.texts.map(({ text }) => text).filter((text) => !isCodeAlone(text));
  // "Đúng rồi ạ" and "không" are answers, however short.
  const said = lines.filter((line) => !isAcknowledgement(line) && !isGreetingOrThanks(line));
  if (said.length === 0 && reading.photos === 0 && !reading.place) return remind(intake, question, lines);
  const stake = await stakeByCode(tx, citizen.id, question.report.code);
  if (typeof stake === 'string') throw new Error('the report of an open question is the citizen’s own');
  const deps = { ...receiveDeps, setting: async () => receiveDeps.setting };
  const text = said.join('\n').trim() || null;
  const replied = await actOn(tx, stake, { type: 'reply', text }, now, deps);
  await addProof(intake, replied);
  await closeDraft(tx, draft.id, 'discarded', now);
  const { language } = citizen;
  const { agency } = holderOf(replied, language);
  const dueAt = replied.state === 'received' ? replied.acceptDueAt : replied.answerDueAt;
  await putMessage(tx, {
    citizenId: citizen.id,
    reportId: replied.id,
    kind: 'replied',
    text: textsIn(language).replyTaken({ code: replied.code, agency, dueAt: dueAt && dueWords(dueAt, language) }),
    idempotencyKey: `replied:${draft.id}`,
    now,
  });
  return true;
}

/** Photos and a place belong to the report itself: a place may send one that waits at intake on its way. */
async function addProof({ tx, draft, reading, now, receiveDeps }: Intake, report: Report): Promise<void> {
  if (reading.photos === 0 && !reading.place) return;
  const { photos, place } = reading;
  const supplement = {
    ...(place && { where: whereOf(reading) }),
    ...(place?.address && !report.placeText && { address: place.address }),
    ...(photos > 0 && { photosOfDraft: draft.id }),
  };
  await supplementReport(tx, report, supplement, now, receiveDeps);
}

/** "Dạ vâng": read, but not answered. Thanks need no answer from us. */
async function remind({ tx, draft, citizen, now }: Intake, question: OpenQuestion, lines: string[]): Promise<true> {
  await closeDraft(tx, draft.id, 'discarded', now);
  if (lines.length > 0 && lines.every((line) => needsNoAnswer(line) && !isAcknowledgement(line))) return true;
  await putMessage(tx, {
    citizenId: citizen.id,
    reportId: question.report.id,
    kind: 'reply_awaited',
    text: textsIn(citizen.language).replyAwaited({ code: question.report.code, question: question.text }),
    idempotencyKey: `reply_awaited:${draft.id}`,
    now,
  });
  return true;
}

async function askWhich({ tx, draft, citizen, now }: Intake, open: readonly OpenQuestion[]): Promise<true> {
  const asked = [...draft.content.asked, { question: 'what' as const, at: draft.lastEventAt.getTime() }];
  await saveQuestion(tx, draft, { ...draft.content, asked }, now);
  await putMessage(tx, {
    citizenId: citizen.id,
    kind: 'ask',
    text: textsIn(citizen.language).askWhichReply({ codes: open.map(({ report }) => report.code) }),
    idempotencyKey: `ask:${draft.id}:reply`,
    now,
  });
  return true;
}

async function hasSent(tx: Tx, citizenId: number, codes: string[]): Promise<boolean> {
  if (codes.length === 0) return false;
  const found = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.citizenId, citizenId), inArray(reports.code, codes)))
    .limit(1);
  return found.length > 0;
}

function codeIn(text: string): string | null {
  const found = findReportCode(text);
  if (found.ok) return found.code;
  const command = chatCommand(text);
  return command?.type === 'lookUp' && command.bare ? command.code : null;
}
