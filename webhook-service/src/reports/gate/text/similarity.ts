import { wordsOf } from './reading.ts';

/** How much of the first text's wording is in the second: part of its runs of three words, 0 to 1. */
export function sharedPart(of: string, within: string): number {
  const [own, other] = [runsOf(of), runsOf(within)];
  if (own.size === 0) return 0;
  return count(own, other) / own.size;
}

/** How alike two texts are: runs of three words they share, of all they have together, 0 to 1. */
export function alikeness(one: string, other: string): number {
  const [a, b] = [runsOf(one), runsOf(other)];
  const shared = count(a, b);
  const together = a.size + b.size - shared;
  return together === 0 ? 0 : shared / together;
}

const RUN = 3;

function runsOf(text: string): Set<string> {
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(' '));
  return runs;
}

function count(own: Set<string>, other: Set<string>): number {
  let shared = 0;
  for (const run of own) if (other.has(run)) shared++;
  return shared;
}
