import { category } from '../../../db/seed/categories.ts';
import { type CategorySuggestion, CONFIDENT_SCORE, confidentEnough } from './category-suggestion.ts';

/**
 * Suggestions with what the citizen chose themselves. The choice goes first and may act without a person, unless the words surely
 * speak of something else: then a person decides. Words that sound urgent are not outvoted by a tick in a list.
 */
export function withChoice(suggestions: readonly CategorySuggestion[], chosen: string): CategorySuggestion[] {
  const own = suggestions.find(({ categoryCode }) => categoryCode === chosen)?.score ?? 0;
  const others = suggestions.filter(({ categoryCode }) => categoryCode !== chosen);
  if (!confidentEnough(others))
    return [{ categoryCode: chosen, score: Math.max(own, CONFIDENT_SCORE) }, ...others].slice(0, MOST);
  const [first, ...rest] = others;
  const unsure = { categoryCode: chosen, score: own };
  if (!first || !isUrgent(chosen, first.categoryCode)) return [unsure, ...others].slice(0, MOST);
  return [first, unsure, ...rest].slice(0, MOST);
}

/** As many as a suggester gives. */
const MOST = 3;

function isUrgent(chosen: string, said: string): boolean {
  const rank = (code: string): number => ['emergency', 'urgent'].indexOf(category(code)?.priority ?? 'normal');
  return rank(said) >= 0 && rank(chosen) === -1;
}
