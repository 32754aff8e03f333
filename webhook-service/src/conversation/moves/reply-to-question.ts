/** What a citizen writes while an official waits for their answer: a reply, with its words, photos and place (DESIGN §8). */
import { dueWords } from '../../deadlines/due-words.ts';
import { textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { supplementReport } from '../../reports/intake/supplement-report.ts';
import type { Report } from '../../reports/report.ts';
import { closeDraft } from '../drafts/drafts.ts';
import { type Intake, whereOf } from '../drafts/intake.ts';
import { giveAttachments } from '../drafts/kept-files.ts';
import { thank } from '../drafts/thank.ts';
import { isAcknowledgement, isGreetingOrThanks, needsNoAnswer } from '../words/small-talk.ts';
import { actOn } from './act.ts';
import { holderOf } from './cannot.ts';
import { isCodeAlone } from './commands.ts';
import type { OpenQuestion } from './open-question.ts';
import { stakeByCode } from './stakes.ts';

/**
 * Takes the draft as the reply to an open question and closes it. Thanks and "dạ vâng" are no reply: the question stays open.
 */
export async function reply(intake: Intake, question: OpenQuestion): Promise<void> {
  const { tx, draft, citizen, reading, now, receiveDeps } = intake;
  const shown = reading.photos + reading.attachments;
  const lines = draft.content.texts.map(({ text }) => text).filter((text) => !isCodeAlone(text));
  // "Đúng rồi ạ" and "không" are answers, however short.
  const said = lines.filter((line) => !isAcknowledgement(line) && !isGreetingOrThanks(line));
  if (said.length === 0 && shown === 0 && !reading.place) return remind(intake, question, lines);
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
}

/** Photos and a place belong to the report itself: a place may send one that waits at intake on its way. */
async function addProof({ tx, draft, reading, now, receiveDeps }: Intake, report: Report): Promise<void> {
  if (reading.attachments > 0) await giveAttachments(tx, draft.id, report.id);
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
async function remind({ tx, draft, citizen, now }: Intake, question: OpenQuestion, lines: string[]): Promise<void> {
  await closeDraft(tx, draft.id, 'discarded', now);
  await thank(tx, draft, now);
  if (lines.length > 0 && lines.every((line) => needsNoAnswer(line) && !isAcknowledgement(line))) return;
  await putMessage(tx, {
    citizenId: citizen.id,
    reportId: question.report.id,
    kind: 'reply_awaited',
    text: textsIn(citizen.language).replyAwaited({ code: question.report.code, question: question.text }),
    idempotencyKey: `reply_awaited:${draft.id}`,
    now,
  });
}
