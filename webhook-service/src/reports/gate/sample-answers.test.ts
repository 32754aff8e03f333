import { describe, expect, it } from 'vitest';
import { plain } from '../../language/normalise.ts';
import { judgeAnswer } from './judge-answer.ts';
import { heldBackBad, heldBackGood, secondBad, secondGood, thirdBad, thirdGood } from './testing/held-back-answers.ts';
import type { BadAnswer, SampleAnswer } from './testing/read-samples.ts';
import { badAnswers, goodAnswers } from './testing/sample-answers.ts';

type Respell = (text: string) => string;
const asTyped: Respell = (text) => text;

function refused(samples: readonly SampleAnswer[], respell = asTyped): string[] {
  return samples.flatMap(({ draft, facts }) => {
    const { missing } = judgeAnswer({ ...draft, text: respell(draft.text) }, facts);
    return missing.length === 0 ? [] : [`${missing.map((finding) => finding.rule)}: ${draft.text}`];
  });
}

const accepted = (samples: readonly BadAnswer[], respell = asTyped): string[] =>
  samples
    .filter(({ draft, facts }) => judgeAnswer({ ...draft, text: respell(draft.text) }, facts).ok)
    .map(({ rule, draft }) => `${rule}: ${draft.text}`);

describe('the labelled answers', () => {
  it('are many, over many categories', () => {
    expect(goodAnswers.length).toBeGreaterThanOrEqual(60);
    expect(badAnswers.length).toBeGreaterThanOrEqual(60);
    expect(new Set(goodAnswers.map(({ facts }) => facts.categoryCode)).size).toBeGreaterThanOrEqual(45);
  });

  it('all pass when they are good', () => expect(refused(goodAnswers)).toEqual([]));

  it.each(badAnswers.map((answer) => [answer.rule, answer.draft.text, answer] as const))(
    '%s refuses: %s',
    (rule, _, { draft, facts }) => {
      expect(judgeAnswer(draft, facts).missing.map((finding) => finding.rule)).toContain(rule);
    },
  );

  it('are judged alike in NFD', () => {
    const nfd: Respell = (text) => text.normalize('NFD');
    expect(refused(goodAnswers, nfd)).toEqual([]);
    expect(accepted(badAnswers, nfd)).toEqual([]);
  });

  it('pass without diacritics when they are good; of the bad ones some become ambiguous', () => {
    expect(refused(goodAnswers, plain)).toEqual([]);
    // "thu bảy xác" reads as "thứ bảy", "đo" and "đó" as "do", and names have no capitals any more.
    const rules = accepted(badAnswers, plain).map((answer) => answer.split(':')[0]);
    expect(rules).toEqual(['no_when', 'open_promise', 'open_promise', 'third_person_named']);
  });
});

/**
 * Judged before anything was changed because of them: good ones refused 4 of 30, then 3 of 12, then 2 of 10; bad ones accepted 1 of 30, 1 of 12,
 * 1 of 10. Together 17 % and 6 %: that is what to expect of the next answers, not the zeros above.
 */
describe('answers held back while the rules were made', () => {
  it('pass when they are good', () => expect(refused([...heldBackGood, ...secondGood, ...thirdGood])).toEqual([]));

  it('are refused when they are bad, all but one', () => {
    const passed = accepted([...heldBackBad, ...secondBad, ...thirdBad]);
    expect(passed).toHaveLength(1);
    expect(passed[0]).toMatch(/^no_what: .*hợp đồng đã ký/u);
  });
});
