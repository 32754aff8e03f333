/** What a category suggester answers, and when an answer may act without a person. */

export interface CategorySuggestion {
  categoryCode: string;
  /** Calibrated: of suggestions with score 0.8, about 8 in 10 are right. */
  score: number;
}

export interface CategorySuggester {
  /** The three likeliest categories, best first; empty for text without words. */
  suggest(text: string): CategorySuggestion[];
}

/**
 * From this score on the first suggestion may be dispatched without a person (normal and complex classes only). In
 * cross-validation 97 % of the suggestions above it are right (60 % of all), and 96 % of those dispatched (a third of
 * all). Without our phrases, our stand-in for wording never seen: 92 % (42 % of all) and 89 % (a quarter). Figures of
 * `npm run bench:category`.
 */
export const CONFIDENT_SCORE = 0.8;

/** True when the first suggestion is sure enough to act on. The measured precision and coverage are in `npm run bench:category`. */
export function confidentEnough(suggestions: readonly CategorySuggestion[]): boolean {
  return (suggestions[0]?.score ?? 0) >= CONFIDENT_SCORE;
}
