import { plain } from '../../../webhook-service/src/language/normalise.ts';
import { judgeAnswer } from '../../../webhook-service/src/reports/gate/judge-answer.ts';
import * as heldBack from '../../../webhook-service/src/reports/gate/testing/held-back-answers.ts';
import type { SampleAnswer } from '../../../webhook-service/src/reports/gate/testing/read-samples.ts';
import { badAnswers, goodAnswers } from '../../../webhook-service/src/reports/gate/testing/sample-answers.ts';

/** How the rules on the text judge the labelled answers: good ones refused, bad ones accepted, and the time for one. */
export function printAnswers(): void {
  console.log('Answers: good ones refused, bad ones accepted');
  print('labelled, the rules were made for them', goodAnswers, badAnswers);
  print('the same without diacritics', goodAnswers.map(bare), badAnswers.map(bare));
  const { heldBackGood, secondGood, thirdGood, heldBackBad, secondBad, thirdBad } = heldBack;
  const later = [...heldBackGood, ...secondGood, ...thirdGood];
  print('held back, after what they showed was mended', later, [...heldBackBad, ...secondBad, ...thirdBad]);
  console.log('  held back, at first sight                                  9 of 52 refused, 3 of 52 accepted');
  const started = performance.now();
  for (const { draft, facts } of goodAnswers) judgeAnswer(draft, facts);
  console.log(`  ${((performance.now() - started) / goodAnswers.length).toFixed(2)} ms an answer`);
}

function bare<T extends SampleAnswer>(sample: T): T {
  return { ...sample, draft: { ...sample.draft, text: plain(sample.draft.text) } };
}

function print(name: string, good: readonly SampleAnswer[], bad: readonly SampleAnswer[]): void {
  const passing = (samples: readonly SampleAnswer[]) =>
    samples.filter(({ draft, facts }) => judgeAnswer(draft, facts).ok).length;
  const refused = good.length - passing(good);
  console.log(`  ${name.padEnd(58)} ${refused} of ${good.length} refused, ${passing(bad)} of ${bad.length} accepted`);
}
