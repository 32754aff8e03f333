/** Are two reports about the same thing? Near in place, time, category and words (issue: duplicates; domain P15: only ever suggested). */
import { category } from '../../../../db/seed/categories.ts';
import { metresBetween } from '../../routing/geo.ts';
import { type DedupeLimits, FARTHEST, LONGEST, limitsOf } from './limits.ts';
import {
  namesOtherPlace,
  namesOtherStreet,
  type PlaceKeys,
  placeKeysOf,
  sharedNumbers,
  sharedStreets,
} from './place-keys.ts';
import { distanceWords, quoted, timeWords } from './reason-words.ts';
import { comparable, sharedKeywords, tellingWords, wordLikeness } from './words.ts';

/** What is compared; a row of `reports` has it all. */
export interface LikenessFacts {
  text: string;
  placeText: string | null;
  latitude: number | null;
  longitude: number | null;
  wardCode: string | null;
  categoryCode: string | null;
  suggestions: readonly { code: string }[];
  receivedAt: Date;
  /** Who sent it; null for a draft. */
  citizenId: number | null;
}

export interface Likeness {
  /** 0–100, whole. */
  score: number;
  /** Why, in Vietnamese, one reason each; also what speaks against it. */
  because: string[];
  /** Of these, what another citizen may read: nothing that either of them wrote or is. */
  becauseForCitizens: string[];
  /** Worth showing to a person. Never decided by a machine alone. */
  suggest: boolean;
  /** Null when one of them has no pin. */
  distanceM: number | null;
}

/** Facts with their words taken apart once, for comparing one report with many. */
export interface Prepared {
  facts: LikenessFacts;
  text: string;
  words: ReadonlySet<string>;
  keys: PlaceKeys;
}

/** From this score on a pair is suggested; set on the labelled pairs in `testing/`. */
export const SUGGEST_FROM = 68;
/** Two of one person's reports this close belong to one burst of messages, which the intake gathers. */
export const BURST_SECONDS = 60;

const SHARE = { place: 40, time: 10, category: 20, words: 30 };
/** Texts about one thing by two people share a third of their words at most, so that counts as all. */
const ALIKE = 0.34;
const OTHER_PLACE = 25;
const OTHER_STREET = 10;

/** Compares two reports; the order does not matter. */
export function likenessOf(a: LikenessFacts, b: LikenessFacts): Likeness {
  return comparePrepared(prepare(a), prepare(b));
}

export function prepare(facts: LikenessFacts): Prepared {
  const text = comparable(facts.placeText ? `${facts.text} . ${facts.placeText}` : facts.text);
  return { facts, text, words: tellingWords(text), keys: placeKeysOf(text) };
}

export function comparePrepared(a: Prepared, b: Prepared): Likeness {
  const distanceM = metresApart(a.facts, b.facts);
  const limits = limitsOf(a.facts.categoryCode, b.facts.categoryCode);
  if (!limits) return { score: 0, because: [], becauseForCitizens: [], suggest: false, distanceM };
  const hours = Math.abs(a.facts.receivedAt.getTime() - b.facts.receivedAt.getTime()) / 3_600_000;
  const place = distanceM === null ? placeByWords(a, b) : fading(distanceM / limits.radiusM, FARTHEST);
  const kind = categoryLikeness(a.facts, b.facts);
  const words = Math.min(1, wordLikeness(a.words, b.words) / ALIKE);
  const otherPlace = namesOtherPlace(a.keys, b.keys);
  const otherStreet = namesOtherStreet(a.keys, b.keys);
  const against = (otherPlace ? OTHER_PLACE : 0) + (otherStreet ? OTHER_STREET : 0);
  const points =
    SHARE.place * place +
    SHARE.time * fading(hours / limits.hours, LONGEST) +
    SHARE.category * kind +
    SHARE.words * words -
    against;
  const score = Math.max(0, Math.round(points));
  const possible =
    place > 0 && kind > 0 && hours <= limits.hours * LONGEST && within(distanceM, limits) && !isBurst(a, b, hours);
  return {
    score,
    because: reasons(a, b, { distanceM, hours, otherPlace: otherPlace || otherStreet }),
    becauseForCitizens: citizenReasons(a, b, { distanceM, hours }),
    suggest: possible && score >= SUGGEST_FROM,
    distanceM,
  };
}

/** 1 within a third of the limit (pins are some 20 m off anyway), half at the limit, 0 at `end` times the limit. */
function fading(ratio: number, end: number): number {
  if (ratio <= 1 / 3) return 1;
  if (ratio <= 1) return 1 - ((ratio - 1 / 3) / (2 / 3)) * 0.5;
  return Math.max(0, 0.5 * ((end - ratio) / (end - 1)));
}

function within(distanceM: number | null, limits: DedupeLimits): boolean {
  return distanceM === null || distanceM <= limits.radiusM * FARTHEST;
}

function isBurst(a: Prepared, b: Prepared, hours: number): boolean {
  return a.facts.citizenId !== null && a.facts.citizenId === b.facts.citizenId && hours * 3600 < BURST_SECONDS;
}

function metresApart(a: LikenessFacts, b: LikenessFacts): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  // The plane that touches between the two: the same distance from either side.
  const middle = { latitude: (a.latitude + b.latitude) / 2, longitude: a.longitude };
  const [east] = metresBetween(middle, [b.longitude, middle.latitude]);
  const [, north] = metresBetween({ latitude: a.latitude, longitude: 0 }, [0, b.latitude]);
  return Math.hypot(east, north);
}

/** Without two pins: the same ward and the same street or numbered place in words, else 0. */
function placeByWords(a: Prepared, b: Prepared): number {
  if (a.facts.wardCode === null || a.facts.wardCode !== b.facts.wardCode) return 0;
  const street = sharedStreets(a.keys, b.keys).length > 0;
  const number = sharedNumbers(a.keys, b.keys).length > 0;
  if (street && number) return 1;
  if (number && !namesOtherStreet(a.keys, b.keys)) return 0.75;
  if (street) return 0.6;
  return 0.5 * placeTextLikeness(a.facts.placeText, b.facts.placeText);
}

/** Landmarks our list of streets does not know: "cổng trường Chu Văn An". */
function placeTextLikeness(a: string | null, b: string | null): number {
  if (!a || !b) return 0;
  return wordLikeness(tellingWords(comparable(a)), tellingWords(comparable(b)));
}

function categoryLikeness(a: LikenessFacts, b: LikenessFacts): number {
  if (a.categoryCode === null || b.categoryCode === null) return 0.5;
  if (a.categoryCode === b.categoryCode) return 1;
  const offered = (one: LikenessFacts, code: string | null) => one.suggestions.some((s) => s.code === code);
  if (offered(a, b.categoryCode) || offered(b, a.categoryCode)) return 0.7;
  return category(a.categoryCode)?.group === category(b.categoryCode)?.group ? 0.3 : 0;
}

function reasons(
  a: Prepared,
  b: Prepared,
  found: { distanceM: number | null; hours: number; otherPlace: boolean },
): string[] {
  const { wardCode } = a.facts;
  const sameWard = wardCode !== null && wardCode === b.facts.wardCode;
  const mentions = [
    ...sharedNumbers(a.keys, b.keys).sort(),
    ...sharedStreets(a.keys, b.keys)
      .sort()
      .map((street) => nameAsTyped(street, a, b)),
    ...sharedKeywords(a.text, b.text, codes(a, b)),
  ].slice(0, 3);
  return [
    found.distanceM === null ? sameWard && 'cùng một phường, xã' : distanceWords(found.distanceM),
    categoryReason(codes(a, b)),
    timeWords(found.hours),
    mentions.length > 0 && `cùng nhắc tới ${mentions.map(quoted).join(', ')}`,
    a.facts.citizenId !== null && a.facts.citizenId === b.facts.citizenId && 'cùng một người gửi',
    found.otherPlace && 'nhưng ghi địa chỉ khác nhau',
  ].filter((reason) => reason !== false && reason !== null);
}

function citizenReasons(a: Prepared, b: Prepared, found: { distanceM: number | null; hours: number }): string[] {
  const near = found.distanceM === null ? null : `cách khoảng ${roundedMetres(found.distanceM)} m`;
  return [near, categoryReason(codes(a, b)), timeWords(found.hours)].filter((reason) => reason !== null);
}

/** To ten metres, so that a distance does not give away where the other person stood. */
export function roundedMetres(metres: number): number {
  return Math.max(10, Math.round(metres / 10) * 10);
}

/** Codes of both, in an order that does not depend on which comes first. */
function codes(a: Prepared, b: Prepared): string[] {
  const both = [a.facts.categoryCode, b.facts.categoryCode].filter((code) => code !== null);
  return [...new Set(both)].sort();
}

function categoryReason(sorted: readonly string[]): string | null {
  const [first = '', second] = sorted.map((code) => category(code)?.nameVi ?? code);
  if (second === undefined) return first && `cùng lĩnh vực ${quoted(first)}`;
  return `lĩnh vực gần nhau: ${quoted(first)} và ${quoted(second)}`;
}

/** The street with its marks, from whichever text has them. */
function nameAsTyped(street: string, a: Prepared, b: Prepared): string {
  const size = street.split(' ').length;
  const forms = [a, b].flatMap(({ facts }) => {
    const typed = `${facts.text} ${facts.placeText ?? ''}`.normalize('NFC').match(/[\p{L}\d]+/gu) ?? [];
    return typed
      .map((_, index) => typed.slice(index, index + size).join(' '))
      .filter((name) => comparable(name) === street);
  });
  const capital = (name: string) => name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return (
    forms
      .map(capital)
      .sort((one, other) => Number(isBare(one)) - Number(isBare(other)) || one.localeCompare(other, 'vi'))[0] ??
    capital(street)
  );
}

function isBare(text: string): boolean {
  return comparable(text) === text.toLowerCase();
}
