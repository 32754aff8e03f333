import { hasNoDiacritics, plain } from '../../i18n/plain.ts';
import type { ListedWard } from './find-wards.ts';

export interface WardInWords<Ward extends ListedWard> {
  ward: Ward;
  /** The names of the address that speak for it. */
  names: readonly string[];
}

interface Span {
  from: number;
  to: number;
}

/**
 * Wards whose name, or the old name of a part of them, stands in an address written without a comma or a mark ("12 lang ha dong
 * da"), by the list the phone has kept. Those most words speak for, and only those: what it finds is asked, never taken.
 */
export function wardsInWords<Ward extends ListedWard>(wards: readonly Ward[], address: string): WardInWords<Ward>[] {
  const words = wordsOf(address);
  const named = wards.flatMap((ward) =>
    [ward.name, ...ward.oldNames].flatMap((name) => {
      const span = spanOf(bare(name), words);
      return span ? [{ ward, name, span }] : [];
    }),
  );
  // "Láng" is not meant where "Láng Hạ" is written.
  const meant = named.filter(({ span }) => !named.some((other) => covers(other.span, span)));
  const byWard = new Map<Ward, { names: string[]; said: Set<number> }>();
  for (const { ward, name, span } of meant) {
    const found = byWard.get(ward) ?? { names: [], said: new Set() };
    found.names.push(name);
    for (let at = span.from; at < span.to; at += 1) found.said.add(at);
    byWard.set(ward, found);
  }
  const most = Math.max(0, ...[...byWard.values()].map(({ said }) => said.size));
  return [...byWard]
    .filter(([, { said }]) => said.size === most)
    .sort(([one, { names }], [other, { names: others }]) => isToday(other, others) - isToday(one, names))
    .map(([ward, { names }]) => ({ ward, names }));
}

/** Where the last of the words stand that are this name; the ward comes after the street. */
function spanOf(name: readonly string[], words: readonly string[]): Span | null {
  for (let from = words.length - name.length; name.length > 0 && from >= 0; from -= 1)
    if (name.every((word, index) => isSaid(word, words[from + index]))) return { from, to: from + name.length };
  return null;
}

function covers(one: Span, other: Span): boolean {
  return one.from <= other.from && other.to <= one.to && one.to - one.from > other.to - other.from;
}

/** A ward of today by its own name goes before those that took parts of an old one. */
function isToday(ward: ListedWard, names: readonly string[]): number {
  return names.includes(ward.name) ? 1 : 0;
}

/** "quận Đống Đa" → dong da: the kind is seldom written. */
function bare(name: string): string[] {
  return wordsOf(name.normalize('NFC').replace(/^(phường|xã|thị trấn|quận|huyện|thị xã|thành phố) /iu, ''));
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Marks that were typed count: "làng" is no "Láng". */
function isSaid(word: string, typed = ''): boolean {
  return typed === word || (hasNoDiacritics(typed) && typed === plain(word));
}
