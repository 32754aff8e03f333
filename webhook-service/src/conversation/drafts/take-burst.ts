import type { DraftQuestion, MessageButton } from '../../../../db/schema/index.ts';
import { buttonsForCodes, resultOrNewButtons } from '../../notifications/message-buttons.ts';
import { textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { decide } from '../belongs/decide.ts';
import type { Decision } from '../belongs/facts.ts';
import { gatherBurst } from '../belongs/gather-burst.ts';
import { reply } from '../moves/reply-to-question.ts';
import { addTo, correctDispatched } from './add-to-report.ts';
import { saveQuestion } from './drafts.ts';
import type { Intake } from './intake.ts';

/**
 * Puts a burst where the table says it belongs: to an earlier report, to an official's question, or asks.
 * @returns false when it is a report of its own, or on its way to be one.
 */
export async function takeBurst(intake: Intake): Promise<boolean> {
  const { facts, questions, reports, corrects } = await gatherBurst(intake);
  const { decision } = decide(facts);
  switch (decision.to) {
    case 'report': {
      const report = reports.get(decision.code);
      if (!report) throw new Error('a decision names only reports that were gathered');
      if (corrects?.code === decision.code && (await correctDispatched(intake, corrects))) return true;
      return addTo(intake, report);
    }
    case 'question': {
      const question = questions.find(({ report }) => report.code === decision.code);
      if (!question) throw new Error('a decision names only questions that were gathered');
      await reply(intake, question);
      return true;
    }
    case 'ask':
      await askBack(intake, decision);
      return true;
    // Follow, explain and nothing are for moves.
    default:
      return false;
  }
}

/** One question about where the burst belongs; the draft waits for the answer with everything in it. */
async function askBack({ tx, draft, citizen, reading, now }: Intake, ask: Decision & { to: 'ask' }): Promise<void> {
  const texts = textsIn(citizen.language);
  const { codes } = ask;
  const put = async (key: string, text: string, buttons: MessageButton[]) => {
    const question: DraftQuestion = key === 'result' ? 'result' : 'what';
    const asked = [...draft.content.asked, { question, at: draft.lastEventAt.getTime() }];
    await saveQuestion(tx, draft, { ...draft.content, asked }, now);
    const idempotencyKey = `ask:${draft.id}:${key}`;
    await putMessage(tx, { citizenId: citizen.id, kind: 'ask', text, extras: { buttons }, idempotencyKey, now });
  };
  switch (ask.about) {
    case 'result':
      return put('result', texts.askResultOrNew({ codes }), resultOrNewButtons(codes, citizen.language));
    case 'reply':
      return put('reply', texts.askWhichReply({ codes }), buttonsForCodes(codes, ''));
    case 'report': {
      const placeOnly = reading.place && !reading.what && reading.photos + reading.attachments === 0;
      const text = placeOnly ? texts.askWhichReport({ codes }) : texts.askWhichMeant({ codes });
      return put('which', text, buttonsForCodes(codes, ''));
    }
  }
}
