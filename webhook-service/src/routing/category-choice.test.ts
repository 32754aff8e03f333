import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories } from '../../../db/seed/categories.ts';
import { withChoice } from './category-choice.ts';
import { CONFIDENT_SCORE, confidentEnough } from './category-suggestion.ts';

const codes = categories.map(({ code }) => code);
const normal = categories.find(({ priority }) => priority === 'normal')?.code ?? '';
const emergency = categories.find(({ priority }) => priority === 'emergency')?.code ?? '';
const other = categories.findLast(({ priority }) => priority === 'normal')?.code ?? '';

describe('a category the citizen chose', () => {
  it('goes first and may act when the words say nothing surer', () => {
    expect(withChoice([], normal)).toEqual([{ categoryCode: normal, score: CONFIDENT_SCORE }]);
    const unsure = [{ categoryCode: other, score: 0.4 }];
    expect(withChoice(unsure, normal)).toEqual([{ categoryCode: normal, score: CONFIDENT_SCORE }, ...unsure]);
    expect(withChoice([{ categoryCode: normal, score: 0.9 }], normal)).toEqual([{ categoryCode: normal, score: 0.9 }]);
  });

  it('is looked at by a person when the words surely speak of something else', () => {
    const found = withChoice([{ categoryCode: other, score: 0.95 }], normal);
    expect([found[0]?.categoryCode, confidentEnough(found)]).toEqual([normal, false]);
  });

  it('does not outvote words that sound urgent', () => {
    const found = withChoice([{ categoryCode: emergency, score: 0.95 }], normal);
    expect(found.map(({ categoryCode }) => categoryCode)).toEqual([emergency, normal]);
  });

  it('is always among at most three, each once', () => {
    const suggestion = fc.record({
      categoryCode: fc.constantFrom(...codes),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const three = fc.uniqueArray(suggestion, { selector: ({ categoryCode }) => categoryCode, maxLength: 3 });
    fc.assert(
      fc.property(three, fc.constantFrom(...codes), (suggestions, chosen) => {
        const sorted = suggestions.toSorted((a, b) => b.score - a.score);
        const found = withChoice(sorted, chosen).map(({ categoryCode }) => categoryCode);
        expect(found).toContain(chosen);
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
