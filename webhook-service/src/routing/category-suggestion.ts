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
 * From this score on the first suggestion may be dispatched without a person (normal and complex classes only). Chosen so
 * that at least 9 of 10 of them reach the right agency in cross-validation, also without our own phrases, our stand-in for
 * wording never seen. `npm run bench:category` prints precision and coverage of category and agency.
 */
export const CONFIDENT_SCORE = 0.7;

/** True when the first suggestion is sure enough to act on. The measured precision and coverage are in `npm run bench:category`. */
export function confidentEnough(suggestions: readonly CategorySuggestion[]): boolean {
  return (suggestions[0]?.score ?? 0) >= CONFIDENT_SCORE;
}
