/** Filling the braces of a standard text. */

/** What stands in the braces; an empty one counts as not given. */
export type TextFacts = Readonly<Record<string, string | null | undefined>>;

const BRACES = /\{([A-Za-z]+)\}/gu;

/**
 * Puts the facts into the text. What has no fact stays in its braces and is listed, once each, in order: a text with
 * something missing is not ready, and the evidence gate refuses it as an answer. Braces inside a fact are left as they are.
 */
export function fillStandardText(body: string, facts: TextFacts): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const text = body.replace(BRACES, (braces, name: string, offset: number) => {
    const value = (Object.hasOwn(facts, name) ? (facts[name] ?? '') : '').trim();
    if (value === '') {
      missing.add(name);
      return braces;
    }
    // "Đã xử lý: {done}." with a fact that brings its own full stop.
    return /^[.,;]/u.test(body.slice(offset + braces.length)) ? value.replace(/[.,;]+$/u, '') : value;
  });
  return { text, missing: [...missing] };
}

/** The braces still in a text, by name, once each: what the gate and every command that takes a text look for. */
export function unfilledPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(BRACES)].map(([, name = '']) => name))];
}
