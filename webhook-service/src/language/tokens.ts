/** Words and n-grams for matching and learning. */

/** Letters and digits in a row, as written; "3 người" → ["3", "người"]. */
export function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\d]+/gu) ?? [];
}

/** Runs of `size` words joined by a space. */
export function wordGrams(tokens: readonly string[], size: number): string[] {
  return tokens.slice(0, Math.max(0, tokens.length - size + 1)).map((_, i) => tokens.slice(i, i + size).join(' '));
}

/** Runs of `size` characters over the words, with a space at both ends so that word edges count. */
export function charGrams(tokens: readonly string[], size: number): string[] {
  const line = ` ${tokens.join(' ')} `;
  return Array.from({ length: Math.max(0, line.length - size + 1) }, (_, i) => line.slice(i, i + size));
}

/** True when the words of `phrase` occur in order and side by side in `text`; both plain or both canonical. */
export function containsPhrase(text: string, phrase: string): boolean {
  return ` ${words(text).join(' ')} `.includes(` ${words(phrase).join(' ')} `);
}
