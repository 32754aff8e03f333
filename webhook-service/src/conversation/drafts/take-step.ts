import type { DraftQuestion, MessageButton } from '../../../../db/schema/index.ts';
import { newOrSameButtons } from '../../notifications/message-buttons.ts';
import { textsIn } from '../../notifications/message-texts.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { sentences } from '../../notifications/sentences.ts';
import { reportJustMade } from '../../reports/intake/supplement-report.ts';
import { closeDraft, saveQuestion } from './drafts.ts';
import type { Intake } from './intake.ts';
import { keptKinds } from './kept-files.ts';
import type { NextStep } from './next-step.ts';
import { thank } from './thank.ts';

/** What comes next for a draft that is no report yet: a question, a kind word, or nothing. One message at most. */
export async function takeStep(intake: Intake, step: Exclude<NextStep, { step: 'report' }>): Promise<void> {
  const { tx, draft, citizen, now } = intake;
  const texts = textsIn(citizen.language);
  switch (step.step) {
    case 'ask':
      return ask(intake, step.question);
    case 'greet':
    case 'calm': {
      await closeDraft(tx, draft.id, 'discarded', now);
      const text = step.step === 'greet' ? texts.welcome() : texts.calm();
      const kind = step.step === 'greet' ? 'welcome' : 'calm';
      return putMessage(tx, { citizenId: citizen.id, kind, text, idempotencyKey: `${step.step}:${draft.id}`, now });
    }
    case 'drop':
      await closeDraft(tx, draft.id, 'discarded', now);
      return thank(tx, draft, now);
    case 'wait':
      return;
  }
}

async function ask({ tx, draft, citizen, reading, now }: Intake, question: DraftQuestion): Promise<void> {
  const texts = textsIn(citizen.language);
  const { content } = draft;
  const asked = [...content.asked, { question, at: draft.lastEventAt.getTime() }];
  const tellsKept = reading.attachments > 0 && !content.unsupportedTold;
  await saveQuestion(tx, draft, { ...content, asked, ...(tellsKept && { unsupportedTold: true }) }, now);
  const earlier =
    question === 'place' && !reading.newMatter ? await reportJustMade(tx, citizen.id, draft.openedAt) : null;
  const words = {
    what: () => texts.askWhat(),
    both: () => texts.askBoth({ photos: reading.photos }),
    place: () => (earlier ? texts.askPlaceOrSame({ code: earlier.code }) : texts.askPlace()),
    result: () => texts.askPlace(),
  };
  const buttons: MessageButton[] = earlier ? newOrSameButtons(earlier.code, citizen.language) : [];
  await putMessage(tx, {
    citizenId: citizen.id,
    kind: 'ask',
    text: sentences(tellsKept && texts.kept({ kinds: await keptKinds(tx, draft.id) }), words[question]()),
    ...(buttons.length > 0 && { extras: { buttons } }),
    idempotencyKey: `ask:${draft.id}:${question}${reading.newMatter ? ':new' : ''}`,
    now,
  });
}
