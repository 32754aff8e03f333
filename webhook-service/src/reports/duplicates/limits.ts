import { category } from '../../../../db/seed/categories.ts';

export interface DedupeLimits {
  radiusM: number;
  hours: number;
}

/** Beyond these multiples of a category's limits two reports are never taken for one. */
export const FARTHEST = 3;
export const LONGEST = 2;

/**
 * How near in space and time two reports must be: the stricter of both categories' limits (categories.json, domain-hanoi §3).
 * Null when one of them is not about a place, or when neither has a category.
 */
export function limitsOf(codeA: string | null, codeB: string | null): DedupeLimits | null {
  const known = [codeA, codeB].filter((code) => code !== null).map((code) => category(code)?.dedupe ?? null);
  const [first, second = first] = known;
  if (!first || !second) return null;
  return { radiusM: Math.min(first.radiusM, second.radiusM), hours: Math.min(first.hours, second.hours) };
}

/**
 * The box and window to search for a report of this category. Without a category (a draft) a middling one, since the limits
 * of each candidate's own category are applied afterwards; null when the category is not about a place.
 */
export function searchLimits(code: string | null): DedupeLimits | null {
  return code === null ? { radiusM: 100, hours: 168 } : (category(code)?.dedupe ?? null);
}
