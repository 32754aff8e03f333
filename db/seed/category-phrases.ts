/**
 * Ways to say each category, more than its keywords: what the suggester learns from besides the samples. Written by us
 * from general knowledge of how people report; no citizen's text.
 */
import rows from './data/category-phrases.json' with { type: 'json' };

/** Category code → phrases, Vietnamese and English. */
export const categoryPhrases: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(rows).map(([code, phrases]) => [code, phrases.split(', ')]),
);
