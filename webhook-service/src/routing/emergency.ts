/** Words that mean somebody is in danger now: show the numbers before anything else (domain-hanoi §2.4). */
import type { EmergencyNumber } from '../../../db/seed/categories.ts';
import { expandAbbreviations } from '../language/abbreviations.ts';
import { hasNoDiacritics, plain } from '../language/normalise.ts';
import { harmless, type Sign, signs } from './emergency-signs.ts';

export type EmergencyKind = Sign['kind'];

export interface EmergencySign {
  kinds: EmergencyKind[];
  /** Whom to call, most fitting first. */
  numbers: EmergencyNumber[];
}

/**
 * The signs of an emergency in the text, or null. Looks for events going on, not for risks, inspections or yesterday's
 * fire. Prefers a false alarm to a miss: all it costs is a line with telephone numbers.
 */
export function detectEmergency(text: string): EmergencySign | null {
  const full = expandAbbreviations(text);
  const found = hasNoDiacritics(text)
    ? matching(without(plain(full), harmless.bare), 'bare')
    : matching(without(full, harmless.marked), 'marked');
  if (found.length === 0) return null;
  return {
    kinds: [...new Set(found.map((sign) => sign.kind))],
    numbers: [...new Set(found.flatMap((sign) => sign.numbers))],
  };
}

function matching(text: string, spelling: 'marked' | 'bare'): Sign[] {
  return signs.filter((sign) => sign[spelling].test(text) && !sign.unless?.[spelling].test(text));
}

function without(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, ' … '), text);
}
